package kr.haetae.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an installation, the same on all its nodes; bytes are base64url, as in a JWK.
 *
 * @param secret 32 bytes from which refresh successors and activation codes are derived; not rotated, since what was derived must
 *     be derivable again after a lost reply
 * @param keys for access tokens, in the order of {@code from}; at least one
 */
record KeyRing(String secret, List<Key> keys) {
    private static final int SECRET_BYTES = 32;

    /** RFC 7518 §3.2: a key at least as long as the hash; HS512 has 64 bytes. */
    private static final int KEY_BYTES = 64;

    /**
     * @param k 64 bytes
     * @param from when nodes begin to sign with it; they verify with it at once
     */
    record Key(String kid, String k, Instant from) {
        Key {
            decoded("key " + kid, k, KEY_BYTES);
        }
    }

    /** @throws IllegalArgumentException when a part is missing or too short */
    KeyRing {
        decoded("secret", secret, SECRET_BYTES);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring has at least one key");
        }
        keys = List.copyOf(keys);
    }

    static KeyRing fresh(SecureRandom random, Instant now) {
        return new KeyRing(random(random, SECRET_BYTES), List.of(key(random, now)));
    }

    /**
     * The ring with one more key, which signs after {@code ahead}, when every node has read it; without the keys whose last token
     * has expired.
     */
    KeyRing rotated(SecureRandom random, Instant now, Duration ahead, Duration tokenLife) {
        List<Key> next = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean newest = i == keys.size() - 1;
            if (newest || keys.get(i + 1).from().plus(tokenLife).plus(ahead).isAfter(now)) {
                next.add(keys.get(i));
            }
        }
        next.add(key(random, now.plus(ahead)));
        return new KeyRing(secret, next);
    }

    /** The youngest key that signs already; the oldest when all lie in the future by this clock. */
    Key signing(Instant now) {
        return keys.stream().filter(key -> !key.from().isAfter(now)).reduce((a, b) -> b).orElse(keys.getFirst());
    }

    /** HMAC-SHA256 under the ring's secret, 32 bytes; {@code use} keeps the derivations apart. */
    byte[] derive(String use, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(input);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static Key key(SecureRandom random, Instant from) {
        byte[] kid = new byte[8];
        random.nextBytes(kid);
        return new Key(HexFormat.of().formatHex(kid), random(random, KEY_BYTES), from);
    }

    private static String random(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void decoded(String what, String text, int atLeast) {
        if (Base64.getUrlDecoder().decode(text).length < atLeast) {
            throw new IllegalArgumentException("the " + what + " has at least " + atLeast + " bytes");
        }
    }
}
