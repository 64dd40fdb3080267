package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to ballot boxes on their way (투표함 회송). Times are the operation's; a device's clock is corrected already. Discrepancies
 * stand in the entry that found them, so that there is no moment at which the one is known without the other.
 */
public sealed interface CustodyEvent extends Event.Operational {
    /** What somebody reported of one route on its day. */
    sealed interface OnRoute extends CustodyEvent {
        UUID route();

        Instant at();

        List<DiscrepancyFound> discrepancies();
    }

    /** At most 500 routes; replaces what was planned of routes of the same id. */
    record RoutesPlanned(String source, List<PlannedRoute> routes, Person by) implements CustodyEvent {
        public RoutesPlanned {
            routes = List.copyOf(routes);
        }
    }

    record RouteChanged(PlannedRoute plan, String reason, Person by) implements CustodyEvent {}

    record RouteCancelled(UUID route, String reason, Person by) implements CustodyEvent {}

    /**
     * @param officers in uniform, who go with it
     * @param commissionStaff how many of the election commission go with it
     */
    record TransportDeparted(
            UUID route,
            Instant at,
            List<BoxSeen> boxes,
            List<Person> officers,
            int commissionStaff,
            @Nullable String vehicle,
            List<DiscrepancyFound> discrepancies,
            Person by)
            implements
                OnRoute {
        public TransportDeparted {
            boxes = List.copyOf(boxes);
            officers = List.copyOf(officers);
            discrepancies = List.copyOf(discrepancies);
        }
    }

    record TransportCheckpointPassed(
            UUID route, String place, @Nullable Position position, Instant at, List<DiscrepancyFound> discrepancies,
            Person by)
            implements
                OnRoute {
        public TransportCheckpointPassed {
            discrepancies = List.copyOf(discrepancies);
        }
    }

    record TransportStopped(UUID route, String reason, Instant at, List<DiscrepancyFound> discrepancies, Person by)
            implements
                OnRoute {
        public TransportStopped {
            discrepancies = List.copyOf(discrepancies);
        }
    }

    record TransportResumed(UUID route, Instant at, List<DiscrepancyFound> discrepancies, Person by)
            implements
                OnRoute {
        public TransportResumed {
            discrepancies = List.copyOf(discrepancies);
        }
    }

    /**
     * @param post where; absent when the destination is known in words only
     * @param unit the post's
     * @param boxes what was seen; absent: not looked at one by one
     */
    record TransportArrived(
            UUID route,
            @Nullable UUID post,
            String place,
            @Nullable UnitCode unit,
            Instant at,
            @Nullable List<BoxSeen> boxes,
            List<DiscrepancyFound> discrepancies,
            Person by)
            implements
                OnRoute {
        public TransportArrived {
            boxes = boxes == null ? null : List.copyOf(boxes);
            discrepancies = List.copyOf(discrepancies);
        }
    }

    /**
     * One side confirmed; handed over once both have.
     *
     * @param boxes as in {@link TransportArrived}
     * @param who confirmed, when a room enters it for him
     */
    record TransportHandedOver(
            UUID route,
            CustodySide side,
            Instant at,
            @Nullable List<BoxSeen> boxes,
            @Nullable Person who,
            List<DiscrepancyFound> discrepancies,
            Person by)
            implements
                OnRoute {
        public TransportHandedOver {
            boxes = boxes == null ? null : List.copyOf(boxes);
            discrepancies = List.copyOf(discrepancies);
        }

        /** Whose confirmation it is. */
        public Person confirming() {
            return who == null ? by : who;
        }
    }

    /** By the clock: one entry a unit and kind for all that are found at once, at most 500. */
    record RoutesOverdue(UnitCode unit, OverdueKind kind, List<UUID> routes) implements CustodyEvent {
        public RoutesOverdue {
            routes = List.copyOf(routes);
        }
    }

    record OverdueAcknowledged(UnitCode unit, @Nullable String note, Person by) implements CustodyEvent {}

    record DiscrepancyExplained(UUID discrepancy, UUID route, String text, Person by) implements CustodyEvent {}

    record DiscrepancyAccepted(UUID discrepancy, UUID route, Person by) implements CustodyEvent {}

    record TransportSettingsChanged(TransportSettings settings, Person by) implements CustodyEvent {}
}
