package kr.haetae.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an installation, the same on all its nodes.
 *
 * @param secret 32 bytes from which refresh successors and activation codes are derived; not rotated, since what was derived must
 *     be derivable again after a lost reply
 * @param keys for access tokens, in the order of {@code from}; at least one
 */
record KeyRing(byte[] secret, List<Key> keys) {
    /** RFC 7518 §3.2: a key at least as long as the hash; HS512 has 64 bytes. */
    private static final int KEY_BYTES = 64;

    private static final int SECRET_BYTES = 32;

    /** @param from when nodes begin to sign with it; they verify with it at once */
    record Key(String kid, byte[] bytes, Instant from) {}

    KeyRing {
        if (secret.length != SECRET_BYTES || keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring has a secret of 32 bytes and at least one key");
        }
        if (keys.stream().anyMatch(key -> key.bytes().length < KEY_BYTES)) {
            throw new IllegalArgumentException("a key for HS512 has 64 bytes");
        }
        keys = List.copyOf(keys);
    }

    static KeyRing fresh(SecureRandom random, Instant now) {
        return new KeyRing(bytes(random, SECRET_BYTES), List.of(key(random, now)));
    }

    /**
     * The ring with one more key, which signs after {@code ahead}, when every node has read it; without the keys whose last token
     * has expired.
     */
    KeyRing rotated(SecureRandom random, Instant now, Duration ahead, Duration tokenLife) {
        List<Key> next = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean needed = i == keys.size() - 1
                    || keys.get(i + 1).from().plus(tokenLife).plus(ahead).isAfter(now);
            if (needed) {
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

    /** Records compare arrays by identity. */
    boolean sameKeys(KeyRing other) {
        return Arrays.equals(secret, other.secret)
                && keys.stream().map(Key::kid).toList().equals(other.keys.stream().map(Key::kid).toList());
    }

    /** HMAC-SHA256 under the ring's secret; {@code use} keeps the derivations apart. */
    byte[] derive(String use, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(input);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static Key key(SecureRandom random, Instant from) {
        return new Key(HexFormat.of().formatHex(bytes(random, 8)), bytes(random, KEY_BYTES), from);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
