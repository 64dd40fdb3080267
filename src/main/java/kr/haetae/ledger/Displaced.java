package kr.haetae.ledger;

/** The entry that our picture ends with is not in the database: it was restored from another copy. */
final class Displaced extends RuntimeException {
    Displaced(long seq) {
        super("entry " + seq + " of this node's picture is not in the database", null, false, false);
    }
}
