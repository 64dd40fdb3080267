package kr.haetae.event;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of one operation: at real time {@code anchor} it showed {@code start}, and runs {@code rate} times as fast.
 *
 * @param rate 1 for an election; 1 to 600 for a drill
 */
public record OperationClock(Instant anchor, Instant start, int rate) {
    /** @throws IllegalArgumentException when the rate is outside 1 to 600 */
    public OperationClock {
        if (rate < 1 || rate > 600) {
            throw new IllegalArgumentException("a clock's rate lies between 1 and 600, not " + rate);
        }
    }

    /** A clock that shows real time. */
    public static OperationClock real(Instant now) {
        return new OperationClock(now, now, 1);
    }

    /** What this clock shows at a real time. */
    public Instant at(Instant real) {
        return start.plus(Duration.between(anchor, real).multipliedBy(rate));
    }
}
