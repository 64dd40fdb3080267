package kr.haetae.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.Decision;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Reason;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.picture.Picture;

/** What a camera system says, reduced to what is new: its lease when half of it is over, and cameras that changed. Pure. */
public final class CameraBeats {
    private CameraBeats() {}

    /** Whether there is anything in it to write down: most beats say that all is as it was, and leave no entry. */
    public static boolean tells(Picture picture, Instant at, UUID system, List<CameraSeen> cameras) {
        return picture.find(CameraSystem.key(system), CameraSystem.class)
                .map(it -> it.lostSince() != null || !at.isBefore(it.leaseUntil().minus(lease(picture).dividedBy(2))))
                .orElse(true) || cameras.stream().anyMatch(camera -> changed(picture, system, camera));
    }

    static Decision decide(Picture picture, Instant at, Author author, StorageCommand.Beat c) {
        Optional<Decision> refused = malformed(picture, at, author, c);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!tells(picture, at, author.account(), c.cameras())) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "All of this is known.");
        }
        List<CameraSeen> changed = new ArrayList<>();
        List<StorageGapFound> gaps = new ArrayList<>();
        for (CameraSeen camera : c.cameras()) {
            if (changed(picture, author.account(), camera)) {
                changed.add(camera);
                boolean watched = picture.find(Storage.key(camera.post()), Storage.class).filter(Storage::watched)
                        .isPresent();
                if (watched && !camera.up() && known(picture, camera)
                        .filter(it -> it.state() == StorageDetail.CameraState.DOWN).isEmpty()) {
                    gaps.add(Storages.gap(picture, camera.post(), StorageGapKind.CAMERA_DOWN, camera.camera(),
                            camera.at()));
                }
            }
        }
        return Decision.accept(new StorageEvent.CamerasBeat(author.account(), author.unit(), changed,
                at.plus(lease(picture)), gaps, author.person()));
    }

    private static Optional<Decision> malformed(Picture picture, Instant at, Author author, StorageCommand.Beat c) {
        Set<String> named = new HashSet<>();
        Map<UUID, Integer> added = new HashMap<>();
        for (int i = 0; i < c.cameras().size(); i++) {
            CameraSeen camera = c.cameras().get(i);
            String pointer = "/cameras/" + i;
            Optional<Storage> storage = picture.visible(author, Storage.key(camera.post()), Storage.class);
            if (storage.isEmpty()) {
                return Optional.of(Decision.refuse(Reason.UNKNOWN_STORAGE,
                        "There is no storage " + camera.post() + " in your jurisdiction.", pointer + "/post"));
            }
            if (!named.add(camera.post() + "/" + camera.camera())) {
                return Optional.of(Decision.refuse(Reason.ALREADY_THERE,
                        "Camera " + camera.camera() + " of this storage stands twice.", pointer + "/camera"));
            }
            StorageDetail detail = Storages.detail(picture, storage.get());
            int more = detail.camera(camera.camera()).isPresent() ? 0 : 1;
            if (detail.cameras().size()
                    + added.merge(camera.post(), more, Integer::sum) > StorageCommand.MOST_CAMERAS) {
                return Optional.of(Decision.refuse(Reason.TOO_MANY_CAMERAS,
                        "A storage has " + StorageCommand.MOST_CAMERAS + " cameras at most.", pointer + "/camera"));
            }
            Optional<Decision> untimely = Occurrence.untimely(at, camera.at(), "/at");
            if (untimely.isPresent()) {
                return untimely;
            }
        }
        return Optional.empty();
    }

    private static boolean changed(Picture picture, UUID system, CameraSeen camera) {
        StorageDetail.CameraState now = camera.up() ? StorageDetail.CameraState.UP : StorageDetail.CameraState.DOWN;
        return known(picture, camera).filter(it -> it.state() == now && system.equals(it.system())).isEmpty();
    }

    private static Optional<StorageDetail.Camera> known(Picture picture, CameraSeen camera) {
        return picture.find(StorageDetail.key(camera.post()), StorageDetail.class)
                .flatMap(it -> it.camera(camera.camera()));
    }

    private static Duration lease(Picture picture) {
        return Duration.ofMinutes(StorageSettingsEntity.of(picture).leaseMinutes());
    }
}
