package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The watch over early votes until polling day (사전투표함 보관소 경비). All times are the operation's, a device's clock corrected; boxes are
 * counted and seals named by their numbers, never ballots.
 */
public sealed interface StorageEvent extends Event.Operational {
    /**
     * Boxes were put in and sealed before observers; from now on the storage is watched.
     *
     * @param seals the numbers of the seals on its doors and openings
     * @param gaps cameras that did not see it from the beginning
     */
    record StorageOpened(UUID post, int boxes, List<String> seals, int observers, @Nullable String note, Instant at,
            List<StorageGapFound> gaps, Person by) implements StorageEvent {
        public StorageOpened {
            seals = List.copyOf(seals);
            gaps = List.copyOf(gaps);
        }
    }

    /** Boxes were put in or taken out, and it was sealed anew. */
    record StorageBoxesChanged(UUID post, int boxes, List<String> seals, String reason, Instant at, Person by)
            implements
                StorageEvent {
        public StorageBoxesChanged {
            seals = List.copyOf(seals);
        }
    }

    /** Everything was taken out; the watch ends. */
    record StorageCleared(UUID post, @Nullable String note, Instant at, Person by) implements StorageEvent {}

    record StorageRoundMade(UUID post, @Nullable String note, Instant at, Person by) implements StorageEvent {}

    /**
     * @param check what photographs of it belong to
     * @param seals as they were read; if another number was, {@code gaps} says so
     * @param intact all of them unbroken
     */
    record SealChecked(UUID check, UUID post, UnitCode unit, List<String> seals, boolean intact, @Nullable String note,
            Instant at,
            List<StorageGapFound> gaps, Person by) implements StorageEvent {
        public SealChecked {
            seals = List.copyOf(seals);
            gaps = List.copyOf(gaps);
        }
    }

    /** A camera as somebody saw it. */
    record CameraReported(UUID post, String camera, boolean up, @Nullable String note, Instant at,
            List<StorageGapFound> gaps, Person by) implements StorageEvent {
        public CameraReported {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * A camera system said that it is there: once when half of its lease is over, and whenever a camera changed.
     *
     * @param system the machine's account
     * @param changed what is other than it was
     * @param leaseUntil when it is missed unless it says so again
     */
    record CamerasBeat(UUID system, UnitCode unit, List<CameraSeen> changed, Instant leaseUntil,
            List<StorageGapFound> gaps, Person by) implements StorageEvent {
        public CamerasBeat {
            changed = List.copyOf(changed);
            gaps = List.copyOf(gaps);
        }
    }

    /** The system's lease ran out: what it said of its cameras is not known to hold any more. One gap for each storage. */
    record CamerasLost(UUID system, UnitCode unit, Instant leaseUntil, List<StorageGapFound> gaps)
            implements
                StorageEvent {
        public CamerasLost {
            gaps = List.copyOf(gaps);
        }
    }

    /** Somebody went in. */
    record AccessEntered(UUID access, UUID post, UnitCode unit, StorageVisitor who, int people, String reason,
            Instant at, Person by) implements StorageEvent {}

    record AccessLeft(UUID access, UUID post, Instant at, Person by) implements StorageEvent {}

    /** Rounds and seal checks that the clock found missing; at most 500, all of one unit. */
    record StorageGapsFound(UnitCode unit, List<StorageGapFound> gaps) implements StorageEvent {
        public StorageGapsFound {
            gaps = List.copyOf(gaps);
        }
    }

    record StorageGapExplained(UUID gap, UUID post, String text, Person by) implements StorageEvent {}

    record StorageSettingsChanged(StorageSettings settings, Person by) implements StorageEvent {}
}
