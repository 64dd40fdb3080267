package kr.haetae.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.CameraSeen;
import kr.haetae.event.StorageVisitor;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning storages. */
public sealed interface StorageCommand {
    /** Of one storage, by who is there or by its room. */
    sealed interface OfStorage extends StorageCommand {
        UUID post();

        Instant at();

        /** Whether the author may write for any post of his jurisdiction, not only for his own. */
        boolean anyPost();
    }

    record Open(UUID post, int boxes, List<String> seals, int observers, @Nullable String note, Instant at,
            boolean anyPost) implements OfStorage {
        public Open {
            seals = List.copyOf(seals);
        }
    }

    record ChangeBoxes(UUID post, int boxes, List<String> seals, String reason, Instant at, boolean anyPost)
            implements
                OfStorage {
        public ChangeBoxes {
            seals = List.copyOf(seals);
        }
    }

    record Clear(UUID post, @Nullable String note, Instant at, boolean anyPost) implements OfStorage {}

    record Round(UUID post, @Nullable String note, Instant at, boolean anyPost) implements OfStorage {}

    /** @param seals as they are read on the spot */
    record CheckSeals(UUID check, UUID post, List<String> seals, boolean intact, @Nullable String note, Instant at,
            boolean anyPost) implements OfStorage {
        public CheckSeals {
            seals = List.copyOf(seals);
        }
    }

    record ReportCamera(UUID post, String camera, boolean up, @Nullable String note, Instant at, boolean anyPost)
            implements
                OfStorage {}

    record Enter(UUID access, UUID post, StorageVisitor who, int people, String reason, Instant at, boolean anyPost)
            implements
                OfStorage {}

    record Leave(UUID access, Instant at, boolean anyPost) implements StorageCommand {}

    record Explain(UUID gap, String text) implements StorageCommand {}

    /** A camera system with all cameras that it sees or not. */
    record Beat(List<CameraSeen> cameras) implements StorageCommand {
        public Beat {
            cameras = List.copyOf(cameras);
        }
    }

    /** Boxes of one storage: all early votes of a district. Ours. */
    int MOST_BOXES = 2_000;
    /** Seals of one storage: doors, windows, shutters. Ours. */
    int MOST_SEALS = 50;
    int MOST_CAMERAS = 50;
    int MOST_PEOPLE = 200;
    /** Cameras of one system: those of an agency's storages, some four each. Ours. */
    int MOST_BEATING = 2_000;
}
