package kr.haetae.ledger;

/** The ledger takes no commands: it met an entry that it can't read, or was closed. */
public final class LedgerStopped extends RuntimeException {
    private final LedgerState state;

    LedgerStopped(LedgerState state) {
        super(
                switch (state) {
                    case LedgerState.Running() ->
                        throw new IllegalArgumentException("a running ledger has not stopped");
                    case LedgerState.Stopped(long seq, String why) -> "the ledger stopped at entry " + seq + ": " + why;
                    case LedgerState.Closed() -> "the ledger is closed";
                },
                null,
                false,
                false);
        this.state = state;
    }

    public LedgerState state() {
        return state;
    }
}
