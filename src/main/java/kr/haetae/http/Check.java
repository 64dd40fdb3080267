package kr.haetae.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with a request's fields before it is refused. */
final class Check {
    private static final UUID NO_ID = new UUID(0, 0);

    private final List<Problem.FieldError> errors = new ArrayList<>();

    /** The field must be there; otherwise {@code standIn} goes on, and {@link #refuse} will throw. */
    <T> T required(String pointer, @Nullable T value, T standIn) {
        if (value == null) {
            errors.add(new Problem.FieldError(pointer, "missing-field", "The field " + pointer + " is missing."));
            return standIn;
        }
        return value;
    }

    /** Text that must be there: 1 to {@code max} characters once stripped, no control characters but line breaks and tabs. */
    String text(String pointer, @Nullable String value, int max) {
        String text = required(pointer, value, "-").strip();
        if (text.isEmpty()) {
            wrong(pointer, "empty-text", "The field " + pointer + " is empty.");
        }
        return plain(pointer, text, max);
    }

    /** As {@link #text}, but may be absent; an empty one counts as absent. */
    @Nullable
    String optionalText(String pointer, @Nullable String value, int max) {
        return value == null || value.isBlank() ? null : plain(pointer, value.strip(), max);
    }

    /** An address on the net: http or https, of somewhere, nothing that could run; may be absent. */
    @Nullable
    String link(String pointer, @Nullable String value, int max) {
        String link = optionalText(pointer, value, max);
        if (link != null && !isLink(link)) {
            wrong(pointer, "malformed-link",
                    "The field " + pointer + " is an address that begins with http:// or https://.");
        }
        return link;
    }

    private static boolean isLink(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A date of this century that may be absent, such as 2026-06-03. */
    @Nullable
    LocalDate optionalDate(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException e) {
            wrong(pointer, "malformed-date", "The field " + pointer + " is a date such as 2026-06-03.");
            return null;
        }
        wrong(pointer, "out-of-range", "The field " + pointer + " is a date of this century.");
        return null;
    }

    int range(String pointer, @Nullable Integer value, int min, int max) {
        int number = required(pointer, value, min);
        if (number < min || number > max) {
            wrong(pointer, "out-of-range",
                    "The field " + pointer + " lies between " + min + " and " + max + ", not " + number + ".");
        }
        return number;
    }

    /** A list of ids that must be there, none of them null. */
    List<UUID> ids(String pointer, @Nullable List<@Nullable UUID> values) {
        return all(pointer, values, NO_ID);
    }

    /** A list that must be there, none of it null. */
    <T> List<T> all(String pointer, @Nullable List<@Nullable T> values, T standIn) {
        List<T> all = new ArrayList<>();
        if (values == null) {
            wrong(pointer, "missing-field", "The field " + pointer + " is missing.");
            return all;
        }
        for (@Nullable
        T value : values) {
            all.add(required(pointer + "/" + all.size(), value, standIn));
        }
        return all;
    }

    void wrong(String pointer, String code, String detail) {
        errors.add(new Problem.FieldError(pointer, code, detail));
    }

    /** Throws if anything was wrong. */
    void refuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }

    private String plain(String pointer, String text, int max) {
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            wrong(pointer, "control-character", "The field " + pointer + " holds a control character.");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            wrong(pointer, "unpaired-surrogate", "The field " + pointer + " holds half of a character.");
        }
        if (text.codePointCount(0, text.length()) > max) {
            wrong(pointer, "text-too-long", "The field " + pointer + " is longer than " + max + " characters.");
        }
        return text;
    }
}
