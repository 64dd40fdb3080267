package kr.haetae.event;

import java.time.Duration;
import java.time.Instant;

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

    public static Occurrence exact(Instant at) {
        return new Occurrence(at, at, 0);
    }

    /** Whether the device's clock was wrong, so that both times are shown. */
    public boolean clockWrong() {
        return Math.abs((long) deviceOffSeconds) >= WRONG.toSeconds();
    }
}
