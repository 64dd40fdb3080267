package kr.haetae.incident;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Commission;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;

/** Decides who may see an incident. Pure. */
final class IncidentAccess {
    /** More than the agencies of the country (18), whose desks may all watch one matter. */
    static final int MOST_SHARES = 30;

    private final Picture picture;
    private final Author author;
    private final Incident incident;
    private final Person by;

    IncidentAccess(Picture picture, Author author, Incident incident) {
        this.picture = picture;
        this.author = author;
        this.incident = incident;
        this.by = author.person();
    }

    Decision decide(IncidentCommand.Access command) {
        return switch (command) {
            case IncidentCommand.Restrict c -> restrict(c);
            case IncidentCommand.Share c -> share(c);
            case IncidentCommand.Unshare c -> incident.sharedWith().contains(c.unit())
                    ? Decision.accept(new IncidentEvent.IncidentUnshared(incident.incident(), c.unit(), c.reason(), by))
                    : Decision.refuse(Reason.NOT_SHARED, incident.number() + " is not shared with " + c.unit() + ".");
        };
    }

    /** What tells of the same must be restricted alike; what only has to do with it must not name it any more. */
    private Decision restrict(IncidentCommand.Restrict c) {
        if (!author.clearances().contains(c.clearance())) {
            return Decision.refuse(Reason.NOT_CLEARED, "You are not cleared for " + c.clearance() + ".", "/clearance");
        }
        if (incident.clearance() == c.clearance()) {
            return Decision.refuse(Reason.NOTHING_CHANGED, incident.number() + " is " + c.clearance() + " already.");
        }
        Map<UUID, Incident> same = merged();
        List<Event> events = new ArrayList<>();
        for (Incident one : same.values()) {
            for (UUID other : one.links()) {
                if (!same.containsKey(other) && !is(other, c)) {
                    events.add(new IncidentEvent.IncidentUnlinked(one.incident(), other, by));
                    events.add(new IncidentEvent.IncidentUnlinked(other, one.incident(), by));
                }
            }
        }
        same.values().forEach(one -> events.add(
                new IncidentEvent.IncidentRestricted(one.incident(), c.clearance(), c.reason(), by)));
        return new Decision.Accepted(events);
    }

    private boolean is(UUID other, IncidentCommand.Restrict c) {
        return picture.find(Incident.key(other), Incident.class).filter(it -> it.clearance() == c.clearance())
                .isPresent();
    }

    /** The incident and all that was merged with it, directly or through others. */
    private Map<UUID, Incident> merged() {
        Map<UUID, Incident> found = new LinkedHashMap<>();
        Deque<Incident> next = new ArrayDeque<>(List.of(incident));
        while (!next.isEmpty()) {
            Incident one = next.removeFirst();
            if (found.putIfAbsent(one.incident(), one) == null) {
                List<UUID> beside = new ArrayList<>(one.duplicates());
                if (one.duplicateOf() != null) {
                    beside.add(one.duplicateOf());
                }
                beside.forEach(id -> picture.find(Incident.key(id), Incident.class).ifPresent(next::addLast));
            }
        }
        return found;
    }

    private Decision share(IncidentCommand.Share c) {
        UnitCode with = c.unit();
        boolean commission = Commission.of(with).isPresent();
        if (commission && incident.clearance() != Clearance.GENERAL) {
            return Decision.refuse(Reason.CLEARANCES_DIFFER,
                    incident.number() + " is " + incident.clearance() + "; a commission is cleared for nothing.",
                    "/unit");
        }
        if (!commission && !picture.tree().contains(with)) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + with + ".", "/unit");
        }
        if (picture.tree().covers(with, incident.unit()) || incident.sharedWith().contains(with)) {
            return Decision.refuse(Reason.ALREADY_THERE, with + " sees " + incident.number() + " already.", "/unit");
        }
        return incident.sharedWith().size() >= MOST_SHARES
                ? Decision.refuse(Reason.TOO_MANY_SHARES, incident.number() + " is shared with " + MOST_SHARES
                        + " units, the most there may be; end one first.", "/unit")
                : Decision.accept(new IncidentEvent.IncidentShared(incident.incident(), with, c.reason(), by));
    }
}
