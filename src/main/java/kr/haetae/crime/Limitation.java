package kr.haetae.crime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limitation of election crimes (공소시효): six months after election day, or from the act when that was later. Source: Public
 * Official Election Act §268(1) (H; press of 2018-06-14: elected on 13 June, over on 13 December). The longer ones of §268(1) for whoever fled (three years) and of §268(3)
 * for officials (ten years) are not reckoned: an alarm that comes too early does no harm.
 */
public final class Limitation {
    /** Days left at which the investigators are warned, descending. Ours. */
    static final List<Integer> MARKS = List.of(30, 14, 7, 3, 1);

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final int MONTHS = 6;

    private Limitation() {}

    /**
     * The last day, in KST. The day of the act counts (Criminal Procedure Act §66(1)), election day does not; a month without the day
     * ends the period on its last (Civil Act §160(3)); holidays do not extend it (Criminal Procedure Act §66(3)). L: from memory.
     */
    static LocalDate lastDay(LocalDate electionDay, @Nullable LocalDate actOn) {
        LocalDate first = electionDay.plusDays(1);
        if (actOn != null && actOn.isAfter(first)) {
            first = actOn;
        }
        LocalDate end = first.plusMonths(MONTHS);
        return end.getDayOfMonth() == first.getDayOfMonth() ? end.minusDays(1) : end;
    }

    /** The day of a moment, in KST. */
    static LocalDate day(Instant moment) {
        return moment.atOffset(KOREA).toLocalDate();
    }

    /** The lowest mark that is reached on a day, if one is; 1 also when the last day is over. */
    static Optional<Integer> reached(LocalDate lastDay, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, lastDay);
        return MARKS.reversed().stream().filter(mark -> left <= mark).findFirst();
    }

    /** When the mark after {@code raised} is reached, in KST at midnight; null after the last. */
    static @Nullable Instant next(LocalDate lastDay, @Nullable Integer raised) {
        return MARKS.stream().filter(mark -> raised == null || mark < raised).findFirst()
                .map(mark -> lastDay.minusDays(mark).atStartOfDay().toInstant(KOREA))
                .orElse(null);
    }
}
