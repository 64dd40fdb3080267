package kr.haetae.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.haetae.event.OverdueKind;
import org.jspecify.annotations.Nullable;

/**
 * When a route must be heard of next. All graces are ours until a force gives its own (L): as a polling place's report is late after ten
 * minutes, so is a departure; the hand-over of a full lorry takes half an hour in a queue before a counting centre.
 */
final class Deadlines {
    static final Duration DEPARTURE = Duration.ofMinutes(10);
    /** Without a word from the way, where checkpoints were planned. */
    static final Duration CHECKPOINT = Duration.ofMinutes(30);
    static final Duration ARRIVAL = Duration.ofMinutes(10);
    static final Duration HANDOVER = Duration.ofMinutes(30);

    /** @param due when it should be; {@code alarm}: when its being late is told */
    record Deadline(OverdueKind kind, Instant due, Instant alarm) {}

    private Deadlines() {}

    /** The next one that is not told of already; empty while nothing is awaited. */
    static Optional<Deadline> next(Route route) {
        OverdueKind told = route.overdue() == null ? null : route.overdue().what();
        return switch (route.state()) {
            case PLANNED -> untold(told, OverdueKind.DEPARTURE, route.departsAt(), DEPARTURE);
            case MOVING -> earlier(checkpoint(route, told),
                    untold(told, OverdueKind.ARRIVAL, route.arrivesAt(), ARRIVAL));
            case STOPPED -> untold(told, OverdueKind.ARRIVAL, route.arrivesAt(), ARRIVAL);
            case ARRIVED -> route.arrival() == null ? Optional.empty()
                    : untold(told, OverdueKind.HANDOVER, route.arrival().at(), HANDOVER);
            case HANDED_OVER, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Deadline> checkpoint(Route route, @Nullable OverdueKind told) {
        if (route.checkpoints().isEmpty() || told == OverdueKind.ARRIVAL) {
            return Optional.empty();
        }
        Instant heard = route.last() != null ? route.last().at()
                : route.departure() != null ? route.departure().at() : route.departsAt();
        return untold(told, OverdueKind.CHECKPOINT, heard.plus(CHECKPOINT), Duration.ZERO);
    }

    private static Optional<Deadline> untold(@Nullable OverdueKind told, OverdueKind kind, Instant due,
            Duration grace) {
        return told == kind ? Optional.empty() : Optional.of(new Deadline(kind, due, due.plus(grace)));
    }

    private static Optional<Deadline> earlier(Optional<Deadline> one, Optional<Deadline> other) {
        return one.isEmpty() || (other.isPresent() && !other.get().alarm().isAfter(one.get().alarm())) ? other : one;
    }
}
