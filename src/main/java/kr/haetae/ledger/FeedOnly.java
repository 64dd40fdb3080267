package kr.haetae.ledger;

/** This node follows a replica: it shows, and another node must be asked to write. */
public final class FeedOnly extends RuntimeException {
    FeedOnly() {
        super("this node only shows", null, false, false);
    }
}
