package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.Clearance;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One ballot box (투표함): in whose hand it is, which is always exactly one; its way is read from the ledger.
 *
 * @param unit the holder's
 * @param others who else it concerns
 * @param seals as last seen
 * @param broken {@code true} once a seal was seen damaged, else absent
 * @param since when the holder got it
 * @param routes that are planned to take it or have it, the next first
 * @param next where it is to go; absent when nowhere, or known in words only
 */
public record Box(
        @JsonIgnore UUID box,
        String number,
        UnitCode unit,
        @JsonIgnore List<UnitCode> others,
        Holder holder,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> seals,
        @Nullable Boolean broken,
        Instant since,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> routes,
        @Nullable UUID next)
        implements
            Entity {
    public static final String KIND = "box";

    /** Where it is. */
    public enum Hand {
        /** Where it was planned to start from, and has not left. */
        AT_POST,
        /** With those who go with it, until both sides have confirmed the hand-over. */
        ON_ROUTE,
        /** Handed over: at the counting centre, the storage, the post office. */
        AT_CENTRE
    }

    /**
     * @param post where it stands; on a route: where that has arrived; absent on the way, and where no post is known
     * @param route that has it, or brought it
     * @param missing {@code true} when it should be with its route and was not found there, else absent
     */
    public record Holder(Hand hand, @Nullable UUID post, @Nullable UUID route, @Nullable Boolean missing) {
        static Holder atPost(UUID post) {
            return new Holder(Hand.AT_POST, post, null, null);
        }

        /** {@code arrived}: where the route has arrived. */
        static Holder onRoute(UUID route, @Nullable UUID arrived) {
            return new Holder(Hand.ON_ROUTE, arrived, route, null);
        }

        static Holder lost(UUID route) {
            return new Holder(Hand.ON_ROUTE, null, route, true);
        }

        static Holder atCentre(@Nullable UUID post, UUID route) {
            return new Holder(Hand.AT_CENTRE, post, route, null);
        }

        boolean with(UUID of) {
            return hand == Hand.ON_ROUTE && of.equals(route);
        }
    }

    public Box {
        others = List.copyOf(others);
        seals = List.copyOf(seals);
        routes = List.copyOf(routes);
    }

    public static Key key(UUID box) {
        return new Key(KIND, box.toString());
    }

    @Override
    public Key key() {
        return key(box);
    }

    @Override
    public Audience audience() {
        return new Audience(unit, new HashSet<>(others), false, Clearance.GENERAL, UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        return Contribution.of(switch (holder.hand()) {
            case AT_POST -> "boxes.atPost";
            case ON_ROUTE -> "boxes.onRoute";
            case AT_CENTRE -> "boxes.atCentre";
        });
    }

    static Box labelled(String number, PlannedRoute plan) {
        return new Box(CustodyId.box(number), number, plan.unit(), List.of(), Holder.atPost(plan.from()), List.of(),
                null, Instant.EPOCH, List.of(), null);
    }

    /** Whether more is known of it than a plan. */
    boolean everSeen() {
        return !since.equals(Instant.EPOCH);
    }

    /** In that hand from then on, of a unit and with whom else it concerns. */
    Box held(Holder by, Instant from, UnitCode of, Collection<UnitCode> with) {
        return new Box(box, number, of, List.copyOf(with), by, seals, broken, from, routes, next);
    }

    /** As somebody saw it. */
    Box seen(BoxSeen as) {
        return new Box(box, number, unit, others, holder, as.seals() == null ? seals : as.seals(),
                as.broken() ? Boolean.TRUE : broken, since, routes, next);
    }

    /** Planned or taken by that route too, as the next of its routes or after those it has. */
    Box on(UUID route, boolean first) {
        List<UUID> now = new ArrayList<>(routes);
        now.remove(route);
        now.add(first ? 0 : now.size(), route);
        return new Box(box, number, unit, others, holder, seals, broken, since, now, next);
    }

    Box off(UUID route) {
        List<UUID> now = new ArrayList<>(routes);
        now.remove(route);
        return new Box(box, number, unit, others, holder, seals, broken, since, now, next);
    }

    Box bound(@Nullable UUID to) {
        return new Box(box, number, unit, others, holder, seals, broken, since, routes, to);
    }
}
