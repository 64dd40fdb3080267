package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.HandedIncident;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A room handed from one shift to the next (인계·인수).
 *
 * @param clearance of all its items; restricted ones are handed over apart
 * @param items the unit's own open incidents when it was offered, the most urgent first; without what got another clearance since
 * @param acceptedAt absent while it is only offered
 */
public record Handover(
        @JsonIgnore UUID handover,
        UnitCode unit,
        Clearance clearance,
        @Nullable String note,
        List<HandedIncident> items,
        Person by,
        Instant at,
        @Nullable Instant acceptedAt,
        @Nullable Person acceptedBy)
        implements
            Entity {
    public static final String KIND = "handover";

    public Handover {
        items = List.copyOf(items);
    }

    public static Key key(UUID handover) {
        return new Key(KIND, handover.toString());
    }

    @Override
    public Key key() {
        return key(handover);
    }

    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit).cleared(clearance);
        return acceptedAt == null ? upwards : upwards.from(UnitKind.STATION);
    }

    boolean names(UUID incident) {
        return items.stream().anyMatch(item -> item.incident().equals(incident));
    }

    Handover without(UUID incident) {
        return new Handover(handover, unit, clearance, note,
                items.stream().filter(item -> !item.incident().equals(incident)).toList(), by, at, acceptedAt,
                acceptedBy);
    }

    Handover noted(@Nullable String left) {
        return new Handover(handover, unit, clearance, left, items, by, at, acceptedAt, acceptedBy);
    }

    Handover accepted(Instant when, Person who) {
        return new Handover(handover, unit, clearance, note, items, by, at, when, who);
    }
}
