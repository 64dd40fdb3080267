package kr.haetae.roster;

import java.util.UUID;
import kr.haetae.event.NamedId;

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
        return NamedId.of(NAMESPACE, String.join(
                "\n", kind.name(), Spelling.key(province), Spelling.key(district), Spelling.postKey(name)));
    }
}
