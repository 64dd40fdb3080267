package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.CustodySide;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.Position;
import kr.haetae.event.TransportKind;
import kr.haetae.event.TransportState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One route of ballot boxes, as both of its sides see it; its history is read from the ledger.
 *
 * @param loaded numbers of the boxes that went; absent until departure
 * @param last the newest that was heard of it on the way
 * @param stop present while it stands still
 * @param discrepancies how many of it are not settled
 */
public record Route(
        @JsonIgnore PlannedRoute plan,
        TransportState state,
        @JsonIgnore @Nullable List<String> loaded,
        @Nullable Departure departure,
        @Nullable Passage last,
        @Nullable Stop stop,
        @Nullable Arrival arrival,
        @Nullable Confirmation giving,
        @Nullable Confirmation receiving,
        @Nullable Late overdue,
        int discrepancies)
        implements
            Entity {
    public static final String KIND = "route";

    public record Departure(Instant at, List<Person> officers, int commissionStaff, @Nullable String vehicle) {
        public Departure {
            officers = List.copyOf(officers);
        }
    }

    /** @param place one of the checkpoints, or where it was met otherwise */
    public record Passage(String place, Instant at, @Nullable Position position) {}

    /** @param seq of the entry in which the reason stands */
    public record Stop(Instant at, String reason, long seq) {}

    /** @param post absent when the destination is known in words only */
    public record Arrival(Instant at, @Nullable UUID post, String place, @Nullable UnitCode unit) {}

    public record Confirmation(Instant at, Person by) {}

    /** @param since when it was due */
    public record Late(OverdueKind what, Instant since) {}

    public Route {
        loaded = loaded == null ? null : List.copyOf(loaded);
    }

    public static Key key(UUID route) {
        return new Key(KIND, route.toString());
    }

    static Route planned(PlannedRoute plan) {
        return new Route(plan, TransportState.PLANNED, null, null, null, null, null, null, null, null, 0);
    }

    @Override
    public Key key() {
        return key(plan.route());
    }

    /** Both sides, and those above them; headquarters has the boards of the centres. */
    @Override
    public Audience audience() {
        return new Audience(plan.unit(), others(), false, Clearance.GENERAL, UnitKind.AGENCY);
    }

    /** The other units that it concerns: where it goes, and where it came instead. */
    Set<UnitCode> others() {
        Set<UnitCode> units = new HashSet<>();
        if (plan.toUnit() != null) {
            units.add(plan.toUnit());
        }
        if (arrival != null && arrival.unit() != null) {
            units.add(arrival.unit());
        }
        units.remove(plan.unit());
        return units;
    }

    @Override
    public Contribution contribution() {
        String standing = switch (state) {
            case PLANNED -> "routes.planned";
            case MOVING -> "routes.moving";
            case STOPPED -> "routes.stopped";
            case ARRIVED -> "routes.arrived";
            case HANDED_OVER -> "routes.handedOver";
            case CANCELLED -> "routes.cancelled";
        };
        return overdue == null ? Contribution.of(standing) : Contribution.of(standing, "routes.overdue");
    }

    @Override
    public @Nullable Instant timedFrom() {
        return Deadlines.earliest(this);
    }

    @JsonProperty
    public String number() {
        return plan.number();
    }

    @JsonProperty
    public TransportKind transportKind() {
        return plan.transportKind();
    }

    @JsonProperty
    public UnitCode unit() {
        return plan.unit();
    }

    @JsonProperty
    public UUID from() {
        return plan.from();
    }

    @JsonProperty
    public String fromName() {
        return plan.fromName();
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable UUID to() {
        return plan.to();
    }

    @JsonProperty
    public String toName() {
        return plan.toName();
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable UnitCode toUnit() {
        return plan.toUnit();
    }

    @JsonProperty
    public Instant departsAt() {
        return plan.departsAt();
    }

    /** When it is expected now: as planned, or later by as much as it left later. */
    @JsonProperty
    public Instant arrivesAt() {
        Instant planned = plan.arrivesAt();
        if (departure == null || !departure.at().isAfter(plan.departsAt())) {
            return planned;
        }
        return planned.plus(Duration.between(plan.departsAt(), departure.at()));
    }

    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<String> checkpoints() {
        return plan.checkpoints();
    }

    /** Numbers of the boxes that went, before departure of those that are to go. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<String> boxes() {
        return loaded == null ? plan.boxes() : loaded;
    }

    @JsonIgnore
    boolean planned() {
        return state == TransportState.PLANNED;
    }

    /** Where its boxes stand once it has arrived. */
    @Nullable
    UUID place() {
        return arrival == null ? null : arrival.post();
    }

    Route in(TransportState now) {
        return new Route(plan, now, loaded, departure, last, stop, arrival, giving, receiving, overdue, discrepancies);
    }

    Route loaded(List<String> with) {
        return new Route(plan, state, with, departure, last, stop, arrival, giving, receiving, overdue, discrepancies);
    }

    Route departed(Departure as) {
        return new Route(plan, state, loaded, as, last, stop, arrival, giving, receiving, overdue, discrepancies);
    }

    Route passed(Passage by) {
        return last != null && last.at().isAfter(by.at()) ? this
                : new Route(plan, state, loaded, departure, by, stop, arrival, giving, receiving, overdue,
                        discrepancies);
    }

    Route stopped(@Nullable Stop now) {
        return new Route(plan, state, loaded, departure, last, now, arrival, giving, receiving, overdue,
                discrepancies);
    }

    Route arrived(Arrival as) {
        return new Route(plan, state, loaded, departure, last, null, as, giving, receiving, overdue, discrepancies);
    }

    /** The first confirmation of a side stands. */
    Route confirmed(CustodySide side, Confirmation by) {
        boolean gives = side == CustodySide.GIVING;
        return new Route(plan, state, loaded, departure, last, stop, arrival, gives && giving == null ? by : giving,
                !gives && receiving == null ? by : receiving, overdue, discrepancies);
    }

    @Nullable
    Confirmation of(CustodySide side) {
        return side == CustodySide.GIVING ? giving : receiving;
    }

    Route late(@Nullable Late now) {
        return new Route(plan, state, loaded, departure, last, stop, arrival, giving, receiving, now, discrepancies);
    }

    /** Not overdue any more in what has happened now. */
    Route heardOf(Set<OverdueKind> kinds) {
        return overdue != null && kinds.contains(overdue.what()) ? late(null) : this;
    }

    Route discrepant(int more) {
        return more == 0 ? this
                : new Route(plan, state, loaded, departure, last, stop, arrival, giving, receiving,
                        overdue, discrepancies + more);
    }

    Route as(PlannedRoute now) {
        return new Route(now, state, loaded, departure, last, stop, arrival, giving, receiving, overdue,
                discrepancies);
    }
}
