package kr.haetae.ledger;

/** Whether a ledger takes commands. */
public sealed interface LedgerState {
    record Running() implements LedgerState {}

    /**
     * It met an entry that it can't read, and stays where it was: the node is not ready.
     *
     * @param seq of that entry
     */
    record Stopped(long seq, String why) implements LedgerState {}

    record Closed() implements LedgerState {}
}
