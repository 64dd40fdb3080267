package kr.haetae.level;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.LevelState;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One declared level as every screen of its unit, above and below shows it; its history is read from the ledger.
 *
 * @param needs whose word it still lacks
 * @param declaredBy absent when the plan brought it about
 * @param inForceSince absent until it took effect
 * @param endedBy absent while it lasts, and when its span ended it
 */
public record Level(
        @JsonIgnore UUID declaration,
        UnitCode unit,
        EmergencyLevel level,
        LevelState state,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean urgent,
        @Nullable UUID step,
        List<LevelNeed> needs,
        Instant declaredAt,
        @Nullable Person declaredBy,
        @Nullable Person confirmedBy,
        @Nullable Person approvedBy,
        @Nullable Instant inForceSince,
        @Nullable Instant endedAt,
        @Nullable Person endedBy,
        @Nullable String endReason)
        implements
            Entity {
    public static final String KIND = "level";

    public Level {
        needs = List.copyOf(needs);
    }

    public static Key key(UUID declaration) {
        return new Key(KIND, declaration.toString());
    }

    @Override
    public Key key() {
        return key(declaration);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).andBelow();
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    boolean inForce() {
        return state == LevelState.IN_FORCE;
    }

    static Level declared(LevelEvent.LevelDeclared e, Instant at) {
        return new Level(e.declaration(), e.unit(), e.level(), e.state(), e.from(), e.until(), e.reason(), e.urgent(),
                e.step(), e.needs(), at, e.by(), null, null, e.state() == LevelState.IN_FORCE ? at : null, null, null,
                null);
    }

    Level confirmed(Instant at, Person by) {
        return new Level(declaration, unit, level, state, from, until, reason, urgent, step,
                without(LevelNeed.CONFIRMATION), declaredAt, declaredBy, by, approvedBy, inForceSince, endedAt, endedBy,
                endReason).settled(at);
    }

    Level approved(Instant at, Person by) {
        return new Level(declaration, unit, level, state, from, until, reason, urgent, step,
                without(LevelNeed.APPROVAL), declaredAt, declaredBy, confirmedBy, by, inForceSince, endedAt, endedBy,
                endReason).settled(at);
    }

    Level tookEffect(Instant at) {
        return in(LevelState.IN_FORCE, at);
    }

    Level extended(Instant to) {
        return new Level(declaration, unit, level, state, from, to, reason, urgent, step, needs, declaredAt,
                declaredBy, confirmedBy, approvedBy, inForceSince, endedAt, endedBy, endReason);
    }

    Level ended(LevelState how, Instant at, @Nullable Person by, @Nullable String why) {
        return new Level(declaration, unit, level, how, from, until, reason, urgent, step, needs, declaredAt,
                declaredBy, confirmedBy, approvedBy, inForceSince, at, by, why);
    }

    Level because(String why) {
        return new Level(declaration, unit, level, state, from, until, why, urgent, step, needs, declaredAt, declaredBy,
                confirmedBy, approvedBy, inForceSince, endedAt, endedBy, endReason);
    }

    Level endedBecause(String why) {
        return new Level(declaration, unit, level, state, from, until, reason, urgent, step, needs, declaredAt,
                declaredBy, confirmedBy, approvedBy, inForceSince, endedAt, endedBy, why);
    }

    /** What a declaration with these needs begins as. */
    static LevelState first(List<LevelNeed> needs, boolean urgent, Instant from, Instant at) {
        if (needs.contains(LevelNeed.CONFIRMATION) || (needs.contains(LevelNeed.APPROVAL) && !urgent)) {
            return LevelState.PROPOSED;
        }
        return from.isAfter(at) ? LevelState.PLANNED : LevelState.IN_FORCE;
    }

    /** A proposal goes on as soon as nothing holds it. */
    private Level settled(Instant at) {
        LevelState next = state == LevelState.PROPOSED ? first(needs, urgent, from, at) : state;
        return next == state ? this : in(next, next == LevelState.IN_FORCE ? at : null);
    }

    private Level in(LevelState next, @Nullable Instant since) {
        return new Level(declaration, unit, level, next, from, until, reason, urgent, step, needs, declaredAt,
                declaredBy, confirmedBy, approvedBy, since, endedAt, endedBy, endReason);
    }

    private List<LevelNeed> without(LevelNeed met) {
        return needs.stream().filter(need -> need != met).toList();
    }
}
