package kr.haetae.force;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What several decisions about people ask. */
final class Rules {
    /** How far ahead a device may state it: with a clock that was never set, not with one that can't be written down. */
    private static final Duration STATED_AHEAD = Duration.ofDays(366);

    private Rules() {}

    /** Why nothing may be planned now: the operation is over. */
    static Optional<Decision> over(Picture picture) {
        return picture.operation()
                .filter(it -> it.state() == OperationState.PREPARED || it.state() == OperationState.OPEN)
                .isPresent() ? Optional.empty() : picture.notOpen();
    }

    static Optional<Decision> untimely(Instant at, Occurrence occurred) {
        return occurred.stated().isAfter(at.plus(STATED_AHEAD))
                ? Occurrence.future(at, occurred.stated(), "/occurredAt")
                : untimely(at, occurred.at());
    }

    static Optional<Decision> untimely(Instant at, Instant occurredAt) {
        return Occurrence.untimely(at, occurredAt, "/occurredAt");
    }

    /** A step before the one that led here. */
    static Optional<Decision> outOfOrder(@Nullable Instant last, Instant occurredAt) {
        return last != null && occurredAt.isBefore(last)
                ? Optional.of(Decision.refuse(Reason.OCCURRED_OUT_OF_ORDER,
                        "It cannot have occurred at " + occurredAt + ", before the last step at " + last + ".",
                        "/occurredAt"))
                : Optional.empty();
    }

    /** The unit that a post belongs to; empty for an unknown post. */
    static Optional<UnitCode> unitOf(Picture picture, UUID post) {
        return picture.find(new Key("post", post.toString()), Entity.class).map(it -> it.audience().unit());
    }

    static Decision unknownPost(UUID post, String pointer) {
        return Decision.refuse(Reason.UNKNOWN_POST, "There is no post " + post + ".", pointer);
    }

    static Decision outside(String what, UnitCode unit, UnitCode jurisdiction, String pointer) {
        return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                what + " of " + unit + " is outside your jurisdiction " + jurisdiction + ".", pointer);
    }
}
