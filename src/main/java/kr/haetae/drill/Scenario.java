package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import kr.haetae.event.NamedId;
import kr.haetae.event.UnitCode;

/**
 * Which day is played. Equal scenarios make equal plans, byte for byte.
 *
 * @param scale share of the polling places whose two officers have accounts and act by themselves, 0 to 1; for the others their
 *     station's room enters what they say
 * @param day the polling day's date in Korea
 * @param from what lies before is not played; counted from the day's midnight in Korea
 * @param until the drill closes the operation then; after {@code from}, at most {@link #END}
 * @param within only this unit's part of the country
 */
public record Scenario(long seed, double scale, LocalDate day, Duration from, Duration until, UnitCode within) {
    /** Preparation begins at 05:00; the count ends about 05:00 the next morning (domain notes, H). */
    public static final Duration BEGIN = Duration.ofHours(5);

    public static final Duration END = Duration.ofHours(29);

    /** The next polling day of the whole country (Public Official Election Act §34): a drill on it can't be taken for an election past. */
    public static final LocalDate DAY = LocalDate.of(2028, 4, 12);

    static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private static final UUID SPACE = UUID.fromString("4c1d5f0e-2b7a-5e63-8f19-7d6a90b3c2e4");

    /** @throws IllegalArgumentException with a sentence when a value is out of its range */
    public Scenario {
        if (!(scale >= 0 && scale <= 1)) {
            throw new IllegalArgumentException("The scale lies between 0 and 1, not " + scale + ".");
        }
        if (from.compareTo(BEGIN) < 0 || until.compareTo(END) > 0 || from.compareTo(until) >= 0) {
            throw new IllegalArgumentException(
                    "The drill lasts from 05:00 to 29:00 (05:00 of the next day) at most, and begins before it ends.");
        }
    }

    /** The whole day, everywhere. */
    public static Scenario whole(long seed, double scale) {
        return new Scenario(seed, scale, DAY, BEGIN, END, UnitCode.HEADQUARTERS);
    }

    public Scenario within(UnitCode unit) {
        return new Scenario(seed, scale, day, from, until, unit);
    }

    public Scenario between(Duration begin, Duration end) {
        return new Scenario(seed, scale, day, begin, end, within);
    }

    Instant begin() {
        return at(from);
    }

    /** When the drill closes its operation, by the operation's clock. */
    public Instant end() {
        return at(until);
    }

    /** The time so long after the day's midnight in Korea. */
    Instant at(Duration sinceMidnight) {
        return day.atTime(LocalTime.MIDNIGHT).atZone(KOREA).toInstant().plus(sinceMidnight);
    }

    Instant at(int hour, int minute) {
        return at(Duration.ofHours(hour).plusMinutes(minute));
    }

    /** The id that this drill gives to what has that name. */
    UUID id(String name) {
        return NamedId.of(SPACE, seed + "/" + day + "/" + name);
    }

    /** Chance for one subject in one matter; the same in every run. */
    Chance chance(UUID subject, String matter) {
        return new Chance(seed, subject, matter);
    }
}
