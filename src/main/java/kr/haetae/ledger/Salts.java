package kr.haetae.ledger;

import java.security.SecureRandom;
import java.util.Arrays;

/** Salts of entries: drawn for many at a time, since the generator is one lock and one digest each time it is asked. Used on one context. */
final class Salts {
    static final int BYTES = 32;
    private static final int DRAWN = 128 * BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] drawn = new byte[DRAWN];
    private int used = DRAWN;

    /** One that nobody else gets; nothing of it stays here. */
    byte[] next() {
        if (used == DRAWN) {
            RANDOM.nextBytes(drawn);
            used = 0;
        }
        byte[] salt = Arrays.copyOfRange(drawn, used, used + BYTES);
        Arrays.fill(drawn, used, used + BYTES, (byte) 0);
        used += BYTES;
        return salt;
    }
}
