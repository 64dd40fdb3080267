package kr.haetae.load;

/** The rehearsal can't go on; the message says why and what to do. */
public final class RehearsalRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    RehearsalRefused(String sentence) {
        super(sentence);
    }
}
