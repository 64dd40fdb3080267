package kr.haetae;

import java.io.Serial;

/** A command line's work that can't be done; the message says why in a sentence. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence);
    }
}
