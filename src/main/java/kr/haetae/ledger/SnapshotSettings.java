package kr.haetae.ledger;

import java.time.Duration;

/**
 * Whether and when a ledger's folded state is read and kept.
 *
 * @param on whether snapshots are read and written at all
 * @param every entries since the newest snapshot after which the next one is written
 * @param onClose as {@code every}, when the ledger is closed in order
 * @param compared whether the background pass also folds from entry 1 and compares; needs the memory of a second picture meanwhile
 * @param delay how long after opening the background pass begins: a start has other things to do
 */
public record SnapshotSettings(boolean on, int every, int onClose, boolean compared, Duration delay) {
    /** @throws IllegalArgumentException when a number is not positive */
    public SnapshotSettings {
        if (every < 1 || onClose < 1) {
            throw new IllegalArgumentException("a snapshot comes after at least one entry, not after " + every + " or "
                    + onClose);
        }
    }

    /** 20,000 entries are folded in about a second (docs/performance.md). */
    public static SnapshotSettings defaults() {
        return new SnapshotSettings(true, 20_000, 2_000, true, Duration.ofSeconds(2));
    }
}
