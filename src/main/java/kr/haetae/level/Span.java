package kr.haetae.level;

import java.time.Instant;
import java.util.Optional;
import kr.haetae.event.Decision;
import kr.haetae.event.Reason;
import org.jspecify.annotations.Nullable;

/**
 * From when until when, as it was asked for.
 *
 * @param from absent: from now
 * @param until absent: without an end
 * @param pointer of the object that has {@code from} and {@code until}
 */
record Span(@Nullable Instant from, @Nullable Instant until, String pointer) {
    /** Why it can't be, if it can't. */
    Optional<Decision> refusal(Instant at) {
        if (from != null && far(from, at)) {
            return Optional.of(outOfRange("/from", from));
        }
        if (until == null) {
            return Optional.empty();
        }
        if (far(until, at)) {
            return Optional.of(outOfRange("/until", until));
        }
        if (from != null && !until.isAfter(from)) {
            return Optional.of(Decision.refuse(Reason.SPAN_ENDS_BEFORE_START,
                    "It ends at " + until + ", not after its start " + from + ".", pointer + "/until"));
        }
        return until.isAfter(at) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.SPAN_IN_PAST,
                        "It ended at " + until + "; it is " + at + " now.", pointer + "/until"));
    }

    private Decision outOfRange(String field, Instant time) {
        return Decision.refuse(Reason.SPAN_OUT_OF_RANGE, time + " is over " + Levels.REACH.toDays() + " days away.",
                pointer + field);
    }

    private static boolean far(Instant time, Instant at) {
        return time.isBefore(at.minus(Levels.REACH)) || time.isAfter(at.plus(Levels.REACH));
    }
}
