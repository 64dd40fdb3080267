package kr.haetae.roster;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a list names a post: by its id, or by kind, district and name; the province tells apart districts of the same name.
 *
 * @param key of kind, district and name, the same for all spellings; null exactly when the id is given
 * @param province its short name, when the list says it
 * @param said as written, for a sentence
 */
public record PostName(@Nullable UUID id, @Nullable String key, @Nullable String province, String said) {
    /** Stands in where a line names none. */
    static final PostName UNKNOWN = new PostName(null, "", null, "");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Equal for all spellings of the same post, as {@link PostId} takes them. */
    public static String key(String kind, String district, String name) {
        return kind + "\n" + Spelling.key(district) + "\n" + Spelling.postKey(name);
    }

    /** Empty when the text is no id. */
    static Optional<PostName> ofId(String text) {
        return UUID_FORM.matcher(text).matches()
                ? Optional.of(new PostName(UUID.fromString(text), null, null, text))
                : Optional.empty();
    }

    static PostName of(Jurisdictions tables, PostKind kind, @Nullable String province, String district, String name) {
        Optional<String> known = Optional.ofNullable(province).flatMap(tables::province);
        Optional<District> found = known.flatMap(it -> tables.district(it, district));
        return new PostName(null, key(kind.name(), found.map(District::name).orElse(district), name),
                found.map(District::province).or(() -> known).orElse(null),
                kind.korean() + " " + district + " " + name);
    }
}
