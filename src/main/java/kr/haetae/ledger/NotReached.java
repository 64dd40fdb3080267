package kr.haetae.ledger;

import kr.haetae.event.Cursor;

/** A cursor was neither reached nor disproved in time, because the database did not answer. */
public final class NotReached extends RuntimeException {
    NotReached(Cursor cursor) {
        super("cursor " + cursor + " was not reached in time", null, false, false);
    }
}
