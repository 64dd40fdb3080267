package kr.haetae.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.event.StorageEvent;
import kr.haetae.event.StorageGapFound;
import kr.haetae.event.StorageGapKind;
import kr.haetae.event.StorageSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import org.jspecify.annotations.Nullable;

/** Finds the rounds and seal checks that were not made, unit by unit, each once until it is made. */
public final class StorageSweep implements Timed {
    /** Gaps in one entry at most, as in every entry of many; a storage has two. */
    private static final int STORAGES = 250;

    @Override
    public List<Due> due(Picture picture, Instant now) {
        StorageSettings settings = StorageSettingsEntity.of(picture);
        Map<UnitCode, List<Held>> late = new TreeMap<>();
        for (Held held : picture.timedUntil(Storage.KIND, now.minus(Duration.ofMinutes(settings.lateMinutes())))) {
            Storage storage = (Storage) held.entity();
            late.computeIfAbsent(storage.unit(), unit -> new ArrayList<>()).add(held);
        }
        List<Due> due = new ArrayList<>();
        late.forEach((unit, storages) -> {
            for (int from = 0; from < storages.size(); from += STORAGES) {
                due.add(due(picture, unit, storages.subList(from, Math.min(storages.size(), from + STORAGES))));
            }
        });
        return due;
    }

    /** Its id is made of all that it says: the same finding on the same picture is the same entry on every node. */
    private static Due due(Picture picture, UnitCode unit, List<Held> storages) {
        UUID space = picture.operation().map(OperationEntity::operation).orElseThrow();
        StringBuilder name = new StringBuilder("storage-gaps/" + unit);
        List<UUID> posts = new ArrayList<>();
        for (Held held : storages) {
            UUID post = ((Storage) held.entity()).post();
            posts.add(post);
            name.append('/').append(post).append(held.seq());
        }
        return new Due(NamedId.of(space, name.toString()), unit, (then, at) -> decide(then, at, unit, posts));
    }

    /** Looks again: somebody may have made his round meanwhile. */
    private static Decision decide(Picture picture, Instant at, UnitCode unit, List<UUID> posts) {
        boolean open = picture.operation().filter(it -> it.state() == OperationState.OPEN).isPresent();
        List<StorageGapFound> gaps = new ArrayList<>();
        for (UUID post : open ? posts : List.<UUID>of()) {
            picture.find(Storage.key(post), Storage.class).filter(it -> it.unit().equals(unit))
                    .ifPresent(storage -> missed(picture, storage, at, gaps));
        }
        return gaps.isEmpty() ? Decision.refuse(Reason.NOTHING_CHANGED, "Nothing is missed any more.")
                : Decision.accept(new StorageEvent.StorageGapsFound(unit, gaps));
    }

    private static void missed(Picture picture, Storage storage, Instant at, List<StorageGapFound> gaps) {
        if (storage.roundGap() == null && over(picture, storage.roundDue(), at)) {
            gaps.add(Storages.gap(picture, storage.post(), StorageGapKind.ROUND_MISSED, null,
                    Objects.requireNonNull(storage.roundDue())));
        }
        if (storage.sealGap() == null && over(picture, storage.sealCheckDue(), at)) {
            gaps.add(Storages.gap(picture, storage.post(), StorageGapKind.SEAL_CHECK_MISSED, null,
                    Objects.requireNonNull(storage.sealCheckDue())));
        }
    }

    private static boolean over(Picture picture, @Nullable Instant due, Instant at) {
        return due != null
                && !at.isBefore(due.plus(Duration.ofMinutes(StorageSettingsEntity.of(picture).lateMinutes())));
    }
}
