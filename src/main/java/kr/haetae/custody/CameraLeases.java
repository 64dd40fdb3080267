package kr.haetae.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/** Ends the lease of a camera system that is silent: one entry, whatever the number of its cameras. */
public final class CameraLeases implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        return picture.timedUntil(CameraSystem.KIND, now).stream()
                .map(held -> due(picture, (CameraSystem) held.entity())).toList();
    }

    private static Due due(Picture picture, CameraSystem system) {
        UUID space = picture.operation().map(OperationEntity::operation).orElseThrow();
        return new Due(NamedId.of(space, "cameras-lost/" + system.system() + "/" + system.leaseUntil()), system.unit(),
                (then, at) -> decide(then, at, system));
    }

    private static Decision decide(Picture picture, Instant at, CameraSystem expected) {
        boolean stands = picture.notOpen().isEmpty() && !at.isBefore(expected.leaseUntil())
                && picture.find(expected.key(), CameraSystem.class).filter(expected::equals).isPresent();
        return stands
                ? Decision.accept(new StorageEvent.CamerasLost(expected.system(), expected.unit(),
                        expected.leaseUntil(), gaps(picture, expected)))
                : Decision.refuse(Reason.NOTHING_CHANGED, "The system was heard of.");
    }

    private static List<StorageGapFound> gaps(Picture picture, CameraSystem system) {
        List<StorageGapFound> gaps = new ArrayList<>();
        for (Held held : picture.all(StorageDetail.KIND)) {
            StorageDetail detail = (StorageDetail) held.entity();
            boolean blind = detail.cameras().stream().anyMatch(it -> it.state() == StorageDetail.CameraState.UP
                    && system.system().equals(it.system()));
            if (blind && picture.find(Storage.key(detail.post()), Storage.class).filter(Storage::watched).isPresent()) {
                gaps.add(Storages.gap(picture, detail.post(), StorageGapKind.CAMERAS_LOST, null, system.leaseUntil()));
            }
        }
        gaps.sort((a, b) -> a.post().compareTo(b.post()));
        return gaps;
    }
}
