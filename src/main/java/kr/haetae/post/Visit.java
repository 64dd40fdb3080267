package kr.haetae.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.event.VisitAsker;
import kr.haetae.event.VisitEvent;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * Police inside a polling place, once; its history is read from the ledger.
 *
 * @param unit the post's
 * @param leftAt absent while they are inside
 * @param officers how many went in
 * @param corrections how often it was put right later
 */
public record Visit(
        @JsonIgnore UUID visit,
        UUID post,
        UnitCode unit,
        VisitAsker askedBy,
        Instant askedAt,
        Instant enteredAt,
        @Nullable Instant leftAt,
        int officers,
        boolean inUniform,
        String reason,
        @Nullable UUID incident,
        Person recordedBy,
        Instant recordedAt,
        int corrections)
        implements
            Entity {
    public static final String KIND = "visit";

    public static Key key(UUID visit) {
        return new Key(KIND, visit.toString());
    }

    static Visit recorded(VisitEvent.VisitRecorded e, Instant at) {
        return new Visit(e.visit(), e.post(), e.unit(), e.askedBy(), e.askedAt(), e.enteredAt(), null, e.officers(),
                e.inUniform(), e.reason(), e.incident(), e.by(), at, 0);
    }

    @Override
    public Key key() {
        return key(visit);
    }

    /** While they are inside, everybody above sees it; later the station, and whoever looks it up. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return leftAt == null ? upwards : upwards.from(UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        return leftAt == null ? Contribution.of("visits.total", "visits.inside") : Contribution.of("visits.total");
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    /** Asked, then in, then out. */
    boolean inOrder() {
        return !enteredAt.isBefore(askedAt) && (leftAt == null || !leftAt.isBefore(enteredAt));
    }

    Visit left(Instant at) {
        return new Visit(visit, post, unit, askedBy, askedAt, enteredAt, at, officers, inUniform, reason, incident,
                recordedBy, recordedAt, corrections);
    }

    Visit because(String why) {
        return new Visit(visit, post, unit, askedBy, askedAt, enteredAt, leftAt, officers, inUniform, why, incident,
                recordedBy, recordedAt, corrections);
    }

    Visit of(UnitCode now) {
        return new Visit(visit, post, now, askedBy, askedAt, enteredAt, leftAt, officers, inUniform, reason, incident,
                recordedBy, recordedAt, corrections);
    }

    Visit corrected(VisitEvent.VisitCorrected by) {
        return new Visit(visit, post, unit,
                Objects.requireNonNullElse(by.askedBy(), askedBy),
                Objects.requireNonNullElse(by.askedAt(), askedAt),
                Objects.requireNonNullElse(by.enteredAt(), enteredAt),
                by.leftAt() == null ? leftAt : by.leftAt(),
                Objects.requireNonNullElse(by.officers(), officers),
                Objects.requireNonNullElse(by.inUniform(), inUniform),
                reason, incident, recordedBy, recordedAt, corrections + 1);
    }

    /** Whether it says the same but for the number of corrections. */
    boolean says(Visit other) {
        return askedBy == other.askedBy && askedAt.equals(other.askedAt) && enteredAt.equals(other.enteredAt)
                && Objects.equals(leftAt, other.leftAt) && officers == other.officers && inUniform == other.inUniform;
    }
}
