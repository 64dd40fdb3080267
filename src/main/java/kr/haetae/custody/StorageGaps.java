package kr.haetae.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import kr.haetae.event.StorageGapFound;
import kr.haetae.picture.Draft;

/** Folds gaps, and keeps their number at their storage. */
final class StorageGaps {
    private StorageGaps() {}

    static void found(Draft draft, List<StorageGapFound> found, Instant at) {
        for (StorageGapFound one : found) {
            draft.find(Storage.key(one.post()), Storage.class).ifPresent(storage -> {
                change(draft, StorageGap.found(one, storage.unit(), at));
                StorageFold.change(draft, one.post(), it -> switch (one.kind()) {
                    case ROUND_MISSED -> it.missing(one.gap(), it.sealGap());
                    case SEAL_CHECK_MISSED -> it.missing(it.roundGap(), one.gap());
                    case CAMERA_DOWN, CAMERAS_LOST, SEAL_BROKEN, SEAL_CHANGED -> it;
                });
            });
        }
    }

    static void end(Draft draft, UUID gap, Instant at) {
        change(draft, gap, it -> it.until() == null ? it.ended(at) : it);
    }

    static void endAll(Draft draft, UUID post, Instant at) {
        StreamSupport.stream(draft.all(StorageGap.KIND).spliterator(), false)
                .map(held -> (StorageGap) held.entity())
                .filter(gap -> gap.post().equals(post) && gap.until() == null)
                .toList()
                .forEach(gap -> end(draft, gap.gap(), at));
    }

    static void change(Draft draft, UUID gap, UnaryOperator<StorageGap> step) {
        draft.find(StorageGap.key(gap), StorageGap.class).ifPresent(it -> change(draft, step.apply(it)));
    }

    private static void change(Draft draft, StorageGap now) {
        int before = draft.find(now.key(), StorageGap.class).filter(StorageGap::open).isPresent() ? 1 : 0;
        boolean known = draft.find(now.key()).isPresent();
        draft.put(now);
        int more = (now.open() ? 1 : 0) - before;
        draft.find(Storage.key(now.post()), Storage.class).ifPresent(
                storage -> draft.put(storage.gaps(storage.gaps() + more, known ? storage.lastGap() : now.gap())));
    }
}
