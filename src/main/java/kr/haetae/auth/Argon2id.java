package kr.haetae.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format, {@code $argon2id$v=19$m=7168,t=5,p=1$salt$hash}.
 *
 * @param memoryKiB m
 * @param passes t
 * @param lanes p
 */
record Argon2id(int memoryKiB, int passes, int lanes) {
    /**
     * One of the five settings that the OWASP Password Storage Cheat Sheet lists as equally strong (m=46 MiB t=1 … m=7 MiB t=5). The
     * smallest memory, because of the morning when everybody logs in at once: two cores checked 31 a second with 7 MiB and 16
     * with 19 MiB, whose blocks leave the processor's cache.
     */
    static final Argon2id STANDARD = new Argon2id(7168, 5, 1);

    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Hashes; takes tens of milliseconds, never on an event loop. */
    String hash(String password, byte[] salt) {
        return phc(salt, derive(password, salt, HASH_BYTES));
    }

    /** What no known password hashes to, but takes as long to check; costs nothing to make. */
    String nobodys(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return phc(salt, hash);
    }

    private String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(memoryKiB, passes, lanes, base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    /**
     * Whether the password is the hashed one, with the hash's own parameters; compares in constant time.
     *
     * @throws IllegalArgumentException when {@code phc} is no Argon2id string
     */
    static boolean matches(String phc, String password) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an Argon2id PHC string");
        }
        Argon2id parameters = new Argon2id(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        byte[] salt = Base64.getDecoder().decode(matcher.group(4));
        byte[] expected = Base64.getDecoder().decode(matcher.group(5));
        return MessageDigest.isEqual(expected, parameters.derive(password, salt, expected.length));
    }

    private byte[] derive(String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] out = new byte[length];
        generator.generateBytes(PasswordRule.normalised(password).getBytes(StandardCharsets.UTF_8), out);
        return out;
    }
}
