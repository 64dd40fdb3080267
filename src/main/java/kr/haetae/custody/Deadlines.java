package kr.haetae.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.TransportSettings;
import org.jspecify.annotations.Nullable;

/** When a route must be heard of next, by the operation's {@link TransportSettings}. */
final class Deadlines {
    /** No operation is told earlier: from then on a route has to be looked at. */
    private static final TransportSettings NO_GRACE = new TransportSettings(0, 0, 0, 0);

    /** @param due when it should be; {@code alarm}: when its being late is told */
    record Deadline(OverdueKind kind, Instant due, Instant alarm) {}

    private Deadlines() {}

    /** The earliest that anything may be told of it; null while nothing is awaited. */
    static @Nullable Instant earliest(Route route) {
        return next(route, NO_GRACE).map(Deadline::alarm).orElse(null);
    }

    /** The next one that is not told of already; empty while nothing is awaited. */
    static Optional<Deadline> next(Route route, TransportSettings by) {
        OverdueKind told = route.overdue() == null ? null : route.overdue().what();
        return switch (route.state()) {
            case PLANNED -> untold(told, OverdueKind.DEPARTURE, route.departsAt(), by.departureMinutes());
            case MOVING -> earlier(checkpoint(route, told, by),
                    untold(told, OverdueKind.ARRIVAL, route.arrivesAt(), by.arrivalMinutes()));
            case STOPPED -> untold(told, OverdueKind.ARRIVAL, route.arrivesAt(), by.arrivalMinutes());
            case ARRIVED -> route.arrival() == null ? Optional.empty()
                    : untold(told, OverdueKind.HANDOVER, route.arrival().at(), by.handoverMinutes());
            case HANDED_OVER, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Deadline> checkpoint(Route route, @Nullable OverdueKind told,
            TransportSettings by) {
        if (route.checkpoints().isEmpty() || told == OverdueKind.ARRIVAL) {
            return Optional.empty();
        }
        Instant heard = route.last() != null ? route.last().at()
                : route.departure() != null ? route.departure().at() : route.departsAt();
        return untold(told, OverdueKind.CHECKPOINT, heard.plus(Duration.ofMinutes(by.checkpointMinutes())), 0);
    }

    private static Optional<Deadline> untold(@Nullable OverdueKind told, OverdueKind kind, Instant due,
            int graceMinutes) {
        return told == kind ? Optional.empty()
                : Optional.of(new Deadline(kind, due, due.plus(Duration.ofMinutes(graceMinutes))));
    }

    private static Optional<Deadline> earlier(Optional<Deadline> one, Optional<Deadline> other) {
        return one.isEmpty() || (other.isPresent() && !other.get().alarm().isAfter(one.get().alarm())) ? other : one;
    }
}
