package kr.haetae.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place in one chain: the entry's seq and the first 16 hex digits of its hash, written {@code 184220.0b1c2d3e4f506172}.
 *
 * @param seq 0 for the empty ledger
 */
public record Cursor(long seq, String prefix) {
    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,17})\\.([0-9a-f]{16})");

    public static Cursor of(long seq, Hash hash) {
        return new Cursor(seq, hash.prefix());
    }

    /** Reads the written form; empty when it is not one. */
    public static Optional<Cursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Reads the written form, or throws when the text is not a cursor. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cursor require(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(
                "a cursor is seq.16-hex-digits, such as 12.0b1c2d3e4f506172, not '" + text + "'"));
    }

    @Override
    @JsonValue
    public String toString() {
        return seq + "." + prefix;
    }
}
