package kr.haetae.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.CustodySide;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import kr.haetae.event.TransportKind;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning ballot boxes on their way. */
public sealed interface TransportCommand {
    /** Rows of one entry at most, as in every entry of many. */
    int ROWS = 500;
    int MOST_BOXES = 20;
    int MOST_SEALS = 10;
    int MOST_CHECKPOINTS = 20;
    int MOST_OFFICERS = 10;
    int MOST_STAFF = 20;
    /** Longest number of a route, a box or a seal, as on the label. */
    int LONGEST_NUMBER = 40;

    /**
     * A route as somebody wants it.
     *
     * @param number absent: the next of the unit
     * @param to absent when only {@code toName} says it
     */
    record Wanted(
            @Nullable String number,
            TransportKind kind,
            UUID from,
            @Nullable UUID to,
            @Nullable String toName,
            Instant departsAt,
            Instant arrivesAt,
            List<String> checkpoints,
            List<String> boxes) {
        public Wanted {
            checkpoints = List.copyOf(checkpoints);
            boxes = List.copyOf(boxes);
        }
    }

    /** @param source what the record says the list was; {@code anew}: refuse what stands otherwise already */
    record Plan(String source, List<Wanted> routes, boolean anew) implements TransportCommand {
        public Plan {
            routes = List.copyOf(routes);
        }
    }

    record Change(UUID route, Wanted wanted, String reason) implements TransportCommand {}

    record Cancel(UUID route, String reason) implements TransportCommand {}

    record Explain(UUID discrepancy, String text, boolean anyRoute) implements TransportCommand {}

    record Accept(UUID discrepancy) implements TransportCommand {}

    record Acknowledge(UnitCode unit, @Nullable String note) implements TransportCommand {}

    /** What somebody reports of one route. */
    sealed interface OnRoute extends TransportCommand {
        /** The command's own id: discrepancies' ids are made of it. */
        UUID command();

        UUID route();

        Instant at();

        /** Whether the author may report for any route of his jurisdiction, not only for his own. */
        boolean anyRoute();
    }

    record Depart(
            UUID command,
            UUID route,
            Instant at,
            List<BoxSeen> boxes,
            List<Person> officers,
            int commissionStaff,
            @Nullable String vehicle,
            boolean anyRoute)
            implements
                OnRoute {
        public Depart {
            boxes = List.copyOf(boxes);
            officers = List.copyOf(officers);
        }
    }

    record Pass(UUID command, UUID route, Instant at, String place, @Nullable Position position, boolean anyRoute)
            implements
                OnRoute {}

    record Stop(UUID command, UUID route, Instant at, String reason, boolean anyRoute) implements OnRoute {}

    record Resume(UUID command, UUID route, Instant at, boolean anyRoute) implements OnRoute {}

    /** @param post absent: where it was to go; {@code boxes} absent: not looked at one by one */
    record Arrive(UUID command, UUID route, Instant at, @Nullable UUID post, @Nullable List<BoxSeen> boxes,
            boolean anyRoute)
            implements
                OnRoute {
        public Arrive {
            boxes = boxes == null ? null : List.copyOf(boxes);
        }
    }

    /** @param who confirms, when a room enters it for him */
    record HandOver(UUID command, UUID route, Instant at, CustodySide side, @Nullable List<BoxSeen> boxes,
            @Nullable Person who, boolean anyRoute)
            implements
                OnRoute {
        public HandOver {
            boxes = boxes == null ? null : List.copyOf(boxes);
        }
    }
}
