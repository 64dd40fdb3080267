package kr.haetae.roster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The identity of a post: a name-based UUID (RFC 9562 version 5), so that a list imported twice changes nothing. */
public final class PostId {
    /** Random, fixed for ever: another value would double every post at the next import. */
    private static final UUID NAMESPACE = UUID.fromString("6f1b0d0e-6c0b-4a53-9a0e-3f3d7b8f52c1");

    private PostId() {}

    /**
     * The id of a post.
     *
     * @param province short name, see {@link Jurisdictions#district}
     * @param district canonical name, see {@link Jurisdictions#district}
     */
    public static UUID of(PostKind kind, String province, String district, String name) {
        return version5(String.join(
                "\n", kind.name(), Spelling.key(province), Spelling.key(district), Spelling.postKey(name)));
    }

    private static UUID version5(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.wrap(sha1(ByteBuffer.allocate(16 + text.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(text)
                .array()));
        long high = (hashed.getLong() & ~0xF000L) | 0x5000L;
        long low = (hashed.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
