package kr.haetae.force;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A force of a unit: its strength and who of it can be ordered.
 *
 * @param reserveState of kinds that headquarters may send elsewhere, else absent
 * @param request the request for reserves that holds it now
 * @param lentTo the unit of that request
 * @param setAt when its strength was last set, by the operation's clock
 */
public record Force(
        @JsonIgnore UUID force,
        UnitCode unit,
        ForceKind forceKind,
        String name,
        int strength,
        int onLeave,
        int training,
        int detached,
        @Nullable Readiness reserveState,
        @Nullable UUID request,
        @Nullable UnitCode lentTo,
        Instant setAt,
        Person setBy)
        implements
            Entity {
    public static final String KIND = "force";

    public static Key key(UUID force) {
        return new Key(KIND, force.toString());
    }

    static Force set(ForceStrength s, Instant at, Person by) {
        return new Force(s.force(), s.unit(), s.kind(), s.name(), s.strength(), s.onLeave(), s.training(), s.detached(),
                s.kind().reserve() ? Readiness.AVAILABLE : null, null, null, at, by);
    }

    @Override
    public Key key() {
        return key(force);
    }

    /** Reserves stand on the board of every room above, and of the one they are sent to; others are their station's own matter. */
    @Override
    public Audience audience() {
        UnitCode to = lentTo;
        Set<UnitCode> shared = to == null ? Set.of() : Set.of(to);
        return new Audience(unit, shared, false, Clearance.GENERAL,
                forceKind.reserve() ? UnitKind.HQ : UnitKind.STATION);
    }

    /** Who can be ordered (가용경력). */
    @JsonProperty
    public int available() {
        return strength - onLeave - training - detached;
    }

    @Override
    public Contribution contribution() {
        Figures figures = new Figures().add("people.strength", strength).add("people.available", available());
        Readiness readiness = reserveState;
        if (readiness != null) {
            figures.add(switch (readiness) {
                case AVAILABLE -> "reserves.available";
                case COMMITTED -> "reserves.committed";
                case MOVING -> "reserves.moving";
            }, available());
        }
        return figures.contribution();
    }

    /** Whether setting this would change anything that is said. */
    boolean says(ForceStrength s) {
        return unit.equals(s.unit()) && forceKind == s.kind() && name.equals(s.name()) && strength == s.strength()
                && onLeave == s.onLeave() && training == s.training() && detached == s.detached();
    }

    ForceStrength told() {
        return new ForceStrength(force, unit, forceKind, name, strength, onLeave, training, detached);
    }

    /** A new strength of the same force; where it was sent stays. */
    Force counted(ForceStrength s, Instant at, Person by) {
        Force set = set(s, at, by);
        return new Force(force, set.unit, set.forceKind, set.name, set.strength, set.onLeave, set.training,
                set.detached, set.reserveState == null ? null : reserveState, request, lentTo, at, by);
    }

    /** Held by a request, or by none. */
    Force ready(Readiness readiness, @Nullable UUID by, @Nullable UnitCode to) {
        return new Force(force, unit, forceKind, name, strength, onLeave, training, detached, readiness, by, to, setAt,
                setBy);
    }
}
