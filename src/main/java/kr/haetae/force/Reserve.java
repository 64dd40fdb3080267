package kr.haetae.force;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceKind;
import kr.haetae.event.Person;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A request for reserves (경력 지원) and what became of it.
 *
 * @param forces who is sent
 * @param senders the units of these
 * @param movedBy who took its last step after the approval, or refused it
 * @param moveReason what he said of it
 * @param moveEntry seq of the entry that the last step came with, so that the reason can be erased
 */
public record Reserve(
        @JsonIgnore UUID request,
        UnitCode unit,
        int people,
        ForceKind forceKind,
        @Nullable UUID post,
        String reason,
        ReserveState state,
        List<UUID> forces,
        List<UnitCode> senders,
        Instant requestedAt,
        Person requestedBy,
        @Nullable Instant approvedAt,
        @Nullable Person approvedBy,
        @JsonUnwrapped Journey journey,
        @Nullable Person movedBy,
        @Nullable String moveReason,
        @JsonIgnore long moveEntry)
        implements
            Entity {
    public static final String KIND = "reserve";

    /** Measured times, by the operation's clock; {@code endedAt}: refused or withdrawn. */
    public record Journey(
            @Nullable Instant movingAt, @Nullable Instant arrivedAt, @Nullable Instant returnedAt,
            @Nullable Instant endedAt) {
        static final Journey NONE = new Journey(null, null, null, null);

        Journey step(ReserveState to, Instant at) {
            return switch (to) {
                case REQUESTED, APPROVED -> this;
                case MOVING -> new Journey(at, arrivedAt, returnedAt, endedAt);
                case ARRIVED -> new Journey(movingAt, at, returnedAt, endedAt);
                case RETURNED -> new Journey(movingAt, arrivedAt, at, endedAt);
                case REFUSED, WITHDRAWN -> new Journey(movingAt, arrivedAt, returnedAt, at);
            };
        }

        @Nullable
        Instant last() {
            return arrivedAt != null ? arrivedAt : movingAt;
        }
    }

    public Reserve {
        forces = List.copyOf(forces);
        senders = List.copyOf(senders);
    }

    public static Key key(UUID request) {
        return new Key(KIND, request.toString());
    }

    static Reserve requested(ForceEvent.ReserveRequested e, Instant at) {
        return new Reserve(e.request(), e.unit(), e.people(), e.kind(), e.post(), e.reason(), ReserveState.REQUESTED,
                List.of(), List.of(), at, e.by(), null, null, Journey.NONE, null, null, 0);
    }

    @Override
    public Key key() {
        return key(request);
    }

    /** Who asked and who sends both follow it. */
    @Override
    public Audience audience() {
        return new Audience(unit, Set.copyOf(senders), false, Clearance.GENERAL, UnitKind.HQ);
    }

    Reserve movedBecause(@Nullable String why) {
        return new Reserve(request, unit, people, forceKind, post, reason, state, forces, senders, requestedAt,
                requestedBy, approvedAt, approvedBy, journey, movedBy, why, moveEntry);
    }

    Reserve because(String why) {
        return new Reserve(request, unit, people, forceKind, post, why, state, forces, senders, requestedAt,
                requestedBy, approvedAt, approvedBy, journey, movedBy, moveReason, moveEntry);
    }

    /** Whether it is over, and its forces are free again. */
    boolean ended() {
        return switch (state) {
            case REFUSED, RETURNED, WITHDRAWN -> true;
            case REQUESTED, APPROVED, MOVING, ARRIVED -> false;
        };
    }

    Reserve approved(List<UUID> sent, List<UnitCode> units, Instant at, Person by) {
        return new Reserve(request, unit, people, forceKind, post, reason, ReserveState.APPROVED, sent, units,
                requestedAt, requestedBy, at, by, journey, movedBy, moveReason, moveEntry);
    }

    Reserve moved(ReserveState to, Instant at, Person by, @Nullable String why, long entry) {
        return new Reserve(request, unit, people, forceKind, post, reason, to, forces, senders, requestedAt,
                requestedBy, approvedAt, approvedBy, journey.step(to, at), by, why, entry);
    }
}
