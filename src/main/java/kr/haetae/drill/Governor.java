package kr.haetae.drill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says how fast the operation's clock may run: slower while the server answers that it is overloaded or what is due is sent late,
 * and faster again, up to what was asked for, when it keeps up. Pure but for what it remembers.
 */
final class Governor {
    /** So late may a report be that a slow machine delays; far below the ten minutes after which a post counts as late. */
    private static final Duration TOO_LATE = Duration.ofMinutes(4);

    private static final Duration IN_TIME = Duration.ofSeconds(75);
    /** And so long may anybody wait in real time, at whatever rate. */
    private static final Duration TOO_LONG = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofMillis(500);
    private static final int CALM_LOOKS = 3;
    private static final int SETTLING_LOOKS = 6;
    private static final int GENTLE = 20;

    private final int wanted;
    private int calm;
    private long looks = SETTLING_LOOKS;
    private long slowed;

    /** @param wanted the rate that was asked for */
    Governor(int wanted) {
        this.wanted = wanted;
    }

    /**
     * Looks twice a second.
     *
     * @param late how long the oldest command without an outcome has been due, by the operation's clock
     * @param overloads requests since the last look that had to be sent again
     * @return the rate to set; null: as it is
     */
    @Nullable
    Integer look(int rate, Duration late, long overloads) {
        boolean behind = late.compareTo(TOO_LATE) > 0 || late.dividedBy(rate).compareTo(TOO_LONG) > 0;
        boolean good = late.compareTo(IN_TIME) < 0 || late.dividedBy(rate).compareTo(SOON) < 0;
        looks++;
        if (overloads > 0 || behind) {
            calm = 0;
            return slower(rate);
        }
        calm = good ? calm + 1 : 0;
        return calm < CALM_LOOKS || rate >= wanted ? null : faster(rate);
    }

    /** A backlog takes a while to go, however slow the clock has become. */
    private @Nullable Integer slower(int rate) {
        if (rate == 1 || looks - slowed < SETTLING_LOOKS) {
            return null;
        }
        slowed = looks;
        return Math.max(1, rate / 2);
    }

    private Integer faster(int rate) {
        calm = 0;
        return Math.min(wanted, rate < GENTLE ? rate * 2 : rate + rate / 2);
    }
}
