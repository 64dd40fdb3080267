package kr.haetae.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as lists write them; without an offset they are Korea's. */
final class ShiftText {
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2}:\\d{2}|Z)$");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private ShiftText() {}

    /**
     * A whole time, such as {@code 2026-06-03 05:00} or {@code 2026-06-03T05:00+09:00}; or an hour such as {@code 05:00} or
     * {@code 24:00} of the day {@code date}, or of the next where that is needed to come after {@code after}.
     */
    static Optional<Instant> time(String text, Optional<LocalDate> date, Optional<Instant> after) {
        try {
            return HOUR.matcher(text).matches() ? date.map(day -> hour(text, day, after)) : Optional.of(whole(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replace('.', '-').replace('/', '-')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant whole(String text) {
        String iso = BLANK.matcher(text).replaceFirst("T");
        return OFFSET.matcher(iso).find() ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(KOREA);
    }

    private static Instant hour(String text, LocalDate day, Optional<Instant> after) {
        boolean midnight = text.equals("24:00");
        LocalTime hour = midnight ? LocalTime.MIDNIGHT : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        Instant time = (midnight ? day.plusDays(1) : day).atTime(hour).toInstant(KOREA);
        return after.filter(from -> !time.isAfter(from)).isPresent() ? time.plusSeconds(24 * 3600) : time;
    }
}
