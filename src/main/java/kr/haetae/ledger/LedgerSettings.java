package kr.haetae.ledger;

import java.time.Duration;

/**
 * Bounds of one ledger on one node.
 *
 * @param queueCapacity commands that may be unanswered at a time; past it {@link LedgerOverloaded}
 * @param batchCommands most commands of one append, 1 to 10,000
 * @param batchBytes an append takes no further command once its entries and bodies are this long
 * @param poll how often an idle ledger asks for what is new when no notification came
 * @param patience a command that has no answer for this long fails with {@link OutcomeUnknown}
 * @param statementTimeout a statement without a reply for this long counts as a lost connection
 * @param contendedFor how long after another node's entry the appends lock the head row first
 * @param pageEntries entries read at a time
 * @param snapshots whether and when snapshots are read and written
 */
public record LedgerSettings(
        int queueCapacity,
        int batchCommands,
        int batchBytes,
        Duration poll,
        Duration patience,
        Duration statementTimeout,
        Duration contendedFor,
        int pageEntries,
        SnapshotSettings snapshots) {
    /** @throws IllegalArgumentException when a bound is not positive */
    public LedgerSettings {
        atLeastOne("queueCapacity", queueCapacity);
        atLeastOne("batchCommands", batchCommands);
        atLeastOne("batchBytes", batchBytes);
        atLeastOne("pageEntries", pageEntries);
        atLeastOne("poll", poll.toMillis());
        atLeastOne("patience", patience.toMillis());
        atLeastOne("statementTimeout", statementTimeout.toMillis());
        atLeastOne("contendedFor", contendedFor.toMillis());
        if (batchCommands > 10_000) {
            throw new IllegalArgumentException("batchCommands is at most 10,000, not " + batchCommands);
        }
    }

    public static LedgerSettings defaults() {
        return new LedgerSettings(
                20_000,
                512,
                4 << 20,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                1_000,
                SnapshotSettings.defaults());
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}
