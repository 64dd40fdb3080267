package kr.haetae.ledger;

/** As many commands wait as may; nothing was begun: send it again later. */
public final class LedgerOverloaded extends RuntimeException {
    LedgerOverloaded(int capacity) {
        super(capacity + " commands are waiting; try again in a moment", null, false, false);
    }
}
