package kr.haetae.ledger;

/** An entry that this program can't read, or that is not what the chain says. */
final class Unreadable extends RuntimeException {
    private final long seq;

    Unreadable(long seq, String why) {
        super(why, null, false, false);
        this.seq = seq;
    }

    long seq() {
        return seq;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
