package kr.haetae.drill;

/** Why the drill can't go on; the message says what to do, for whoever started it. */
public final class DrillRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    DrillRefused(String message) {
        super(message);
    }
}
