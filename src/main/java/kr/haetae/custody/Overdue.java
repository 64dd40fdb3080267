package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One alarm: routes of a unit are overdue; of an agency also that those of very many of its stations are, so that this is one alarm of
 * all. Only while it lasts, acknowledged or not.
 *
 * @param departure how many of the unit's own routes have not left in time; likewise the others
 * @param since when the alarm began
 * @param worseAt when it last got worse; {@code since} while it never has
 * @param acknowledgedAt absent again as soon as it got worse
 * @param below present while the alarms of the stations below are part of this one
 */
public record Overdue(
        @JsonIgnore UnitCode unit,
        int departure,
        int checkpoint,
        int arrival,
        int handover,
        Instant since,
        Instant worseAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Person acknowledgedBy,
        @Nullable Below below)
        implements
            Entity {
    public static final String KIND = "overdue";

    /** @param units how many stations have alarms, {@code routes} of how many routes in all */
    public record Below(int units, int routes, Instant since) {}

    public static Key key(UnitCode unit) {
        return new Key(KIND, unit.value());
    }

    static Overdue begun(UnitCode unit, Instant at) {
        return new Overdue(unit, 0, 0, 0, 0, at, at, null, null, null);
    }

    @Override
    public Key key() {
        return key(unit);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit);
    }

    /** With so many more of a kind. */
    Overdue plus(OverdueKind kind, int count) {
        return new Overdue(unit,
                departure + (kind == OverdueKind.DEPARTURE ? count : 0),
                checkpoint + (kind == OverdueKind.CHECKPOINT ? count : 0),
                arrival + (kind == OverdueKind.ARRIVAL ? count : 0),
                handover + (kind == OverdueKind.HANDOVER ? count : 0),
                since, worseAt, acknowledgedAt, acknowledgedBy, below);
    }

    Overdue acknowledged(Instant at, Person by) {
        return new Overdue(unit, departure, checkpoint, arrival, handover, since, worseAt, at, by, below);
    }

    /** It got worse: what was acknowledged is not what there is now. */
    Overdue worse(Instant at) {
        return new Overdue(unit, departure, checkpoint, arrival, handover, since, at, null, null, below);
    }

    Overdue standingFor(@Nullable Below now) {
        return new Overdue(unit, departure, checkpoint, arrival, handover, since, worseAt, acknowledgedAt,
                acknowledgedBy,
                now);
    }

    /** How many of the unit's own routes are overdue. */
    @JsonIgnore
    int routes() {
        return departure + checkpoint + arrival + handover;
    }

    @JsonIgnore
    boolean isOver() {
        return routes() == 0 && below == null;
    }
}
