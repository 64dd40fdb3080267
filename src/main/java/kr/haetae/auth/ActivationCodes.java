package kr.haetae.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.event.Hash;

/**
 * Codes for the first use of an account, such as {@code 7K3Q-M9XD-2TFA}: 12 characters of Crockford's base 32, 60 bits, without I, L,
 * O and U. A code is derived from the installation's secret, the command that issued it and the account, so that a repeat of a
 * command whose reply was lost shows the same code; the database holds only a keyed hash of it, which is worthless without
 * the key file.
 */
final class ActivationCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 12;

    private final Supplier<KeyRing> ring;

    ActivationCodes(Supplier<KeyRing> ring) {
        this.ring = ring;
    }

    /** The code that this command issues to this account. */
    String code(UUID command, UUID account) {
        byte[] derived = ring.get().derive("activation-code", bytes(command, account));
        long bits = ByteBuffer.wrap(derived).getLong();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt((int) ((bits >>> (5 * i)) & 31)));
        }
        return text.toString();
    }

    /** What the database holds of a code; the same for every spelling that {@link #plain} makes equal. */
    Hash hash(UUID account, String code) {
        String text = account + " " + plain(code);
        return Hash.ofBytes(ring.get().derive("activation-hash", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Upper case, without hyphens and spaces, O read as 0, I and L as 1, full-width letters as plain ones. */
    private static String plain(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] bytes(UUID command, UUID account) {
        return ByteBuffer.allocate(32)
                .putLong(command.getMostSignificantBits())
                .putLong(command.getLeastSignificantBits())
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
