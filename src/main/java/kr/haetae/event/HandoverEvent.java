package kr.haetae.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hand-overs of a room at shift change (인계·인수). */
public sealed interface HandoverEvent extends Event.Operational {
    /**
     * @param clearance of all its items: what is restricted is handed over apart, to somebody who is cleared
     * @param items what is open
     */
    record HandoverOffered(UUID handover, UnitCode unit, Clearance clearance, @Nullable String note,
            List<HandedIncident> items, Person by)
            implements
                HandoverEvent {
        public HandoverOffered {
            items = List.copyOf(items);
        }
    }

    record HandoverAccepted(UUID handover, Person by) implements HandoverEvent {}

    record HandoverWithdrawn(UUID handover, Person by) implements HandoverEvent {}
}
