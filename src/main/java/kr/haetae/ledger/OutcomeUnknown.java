package kr.haetae.ledger;

import java.util.UUID;

/** The database did not answer in time: the command may have happened. Sent again with the same id it happens once. */
public final class OutcomeUnknown extends RuntimeException {
    OutcomeUnknown(UUID command) {
        super("the outcome of command " + command + " is unknown; send it again with the same id", null, false, false);
    }
}
