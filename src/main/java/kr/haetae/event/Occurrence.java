package kr.haetae.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something happened at a post, as a device said it and as it is taken.
 *
 * @param stated by the device's own clock
 * @param at the same, corrected by how far the device's clock was off; what screens and rules use
 * @param deviceOffSeconds how far the device's clock was ahead (positive) or behind when it sent; 0 when it did not say
 */
public record Occurrence(Instant stated, Instant at, int deviceOffSeconds) {
    /** From here on a device's clock is called wrong: longer than any network delay, shorter than what confuses a report's order. */
    public static final Duration WRONG = Duration.ofMinutes(2);

    /** How far ahead a time may be before it is refused: devices' clocks run wrong. Ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** How old it may be: longer than any outbox stays unsent within one campaign (24 days in 2025). */
    private static final Duration BEHIND = Duration.ofDays(30);

    public static Occurrence exact(Instant at) {
        return new Occurrence(at, at, 0);
    }

    /** Whether the device's clock was wrong, so that both times are shown. */
    public boolean clockWrong() {
        return Math.abs((long) deviceOffSeconds) >= WRONG.toSeconds();
    }

    /** Why it cannot be taken to have happened then; {@code pointer}: to the field that says so. */
    public static Optional<Decision> untimely(Instant now, Instant at, String pointer) {
        return future(now, at, pointer).or(() -> longAgo(now, at, pointer));
    }

    /** As {@link #untimely}, of what lies ahead. */
    public static Optional<Decision> future(Instant now, Instant at, String pointer) {
        return at.isAfter(now.plus(AHEAD))
                ? Optional.of(Decision.refuse(Reason.OCCURRED_IN_FUTURE, "It cannot have occurred at " + at + "; it is "
                        + now + " now. Check the device's clock.", pointer))
                : Optional.empty();
    }

    /** As {@link #untimely}, of what lies behind. */
    public static Optional<Decision> longAgo(Instant now, Instant at, String pointer) {
        return at.isBefore(now.minus(BEHIND))
                ? Optional.of(Decision.refuse(Reason.OCCURRED_TOO_LONG_AGO,
                        "It occurred at " + at + ", over " + BEHIND.toDays() + " days ago.", pointer))
                : Optional.empty();
    }
}
