package kr.haetae.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.haetae.roster.PostImport.ErrorCode;

/** The lines of a list that names posts: by their ids, or by kind, province, district and name. */
abstract class PlacedLines<C extends Enum<C> & ListColumn, R> extends PersonnelLines<C, R> {
    private final Jurisdictions jurisdictions;
    private final Map<String, PostName> named = new HashMap<>();

    PlacedLines(Header<C> header, Jurisdictions jurisdictions) {
        super(header);
        this.jurisdictions = jurisdictions;
    }

    /** An id, or kind/province/district/name. Every post stands in several lines, and its spelling takes the most time. */
    PostName named(C column, String text) {
        PostName known = named.get(text);
        if (known != null) {
            return known;
        }
        int before = errors().size();
        PostName post = PostName.ofId(text).orElseGet(() -> post(column, text.split("/", 4)));
        if (errors().size() == before) {
            named.put(text, post);
        }
        return post;
    }

    /** {@code parts}: kind, province (may be empty), district, name. */
    PostName post(C column, String[] parts) {
        if (parts.length != 4) {
            error(column, ErrorCode.POST_NOT_NAMED,
                    "a post is its id, or kind/province/district/name: " + cut(String.join("/", parts)));
            return PostName.UNKNOWN;
        }
        Optional<PostKind> kind = PostKind.called(parts[0]);
        if (kind.isEmpty() && !parts[0].isEmpty()) {
            error(column, ErrorCode.UNKNOWN_KIND, "unknown kind of post: " + cut(parts[0]));
        }
        String province = parts[1].strip();
        if (!province.isEmpty() && jurisdictions.province(province).isEmpty()) {
            error(column, ErrorCode.UNKNOWN_PROVINCE, "unknown province: " + cut(province));
        }
        return kind.map(it -> PostName.of(jurisdictions, it, province.isEmpty() ? null : province, parts[2].strip(),
                parts[3].strip())).orElse(PostName.UNKNOWN);
    }
}
