package kr.haetae.auth;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import kr.haetae.event.Hash;

/**
 * Refresh tokens: 256 bits, of which the database holds the SHA-256. The first of a session is random; each next one is an HMAC of
 * the one before under the installation's secret. So the successor of a token can be named again when the reply that carried it
 * was lost, without keeping it anywhere; and nobody who stole a token, or the database, can walk the chain without the secret.
 */
final class RefreshChain {
    private static final int BYTES = 32;

    private final Supplier<KeyRing> ring;
    private final SecureRandom random;

    RefreshChain(Supplier<KeyRing> ring, SecureRandom random) {
        this.ring = ring;
        this.random = random;
    }

    String first() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    String successor(String token) {
        return text(ring.get().derive("refresh-successor", token.getBytes(StandardCharsets.UTF_8)));
    }

    static Hash hash(String token) {
        return Hash.of(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
