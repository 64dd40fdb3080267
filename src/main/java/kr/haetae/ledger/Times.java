package kr.haetae.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The record's form of time, {@code 2026-06-03T10:07:21.114000Z}: UTC, six decimals, nothing else. */
final class Times {
    private static final DateTimeFormatter FORM = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";

    private Times() {}

    static String format(Instant time) {
        return FORM.format(time);
    }

    /** Two of these stand in each of the entries that are read on starting: a formatter would take as long as all the rest. */
    static Instant parse(String text) {
        boolean shaped = text.length() == SHAPE.length();
        for (int i = 0; shaped && i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            shaped = SHAPE.charAt(i) == '0' ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
        }
        if (!shaped) {
            throw new IllegalArgumentException("a time is written like " + SHAPE + ", not '" + text + "'");
        }
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                1_000 * number(text, 20, 26))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
