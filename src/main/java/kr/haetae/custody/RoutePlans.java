package kr.haetae.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationState;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;

/** Decides what routes are planned, changed and cancelled. */
final class RoutePlans {
    private RoutePlans() {}

    static Decision decide(Picture picture, Author author, TransportCommand.Plan c, Gazetteer sites) {
        if (c.routes().size() > TransportCommand.ROWS) {
            throw new IllegalArgumentException("at most " + TransportCommand.ROWS + " routes an entry");
        }
        Optional<Decision> over = over(picture);
        if (over.isPresent()) {
            return over.get();
        }
        RouteDraft drafts = new RouteDraft(picture, author, sites);
        List<PlannedRoute> changed = new ArrayList<>();
        for (TransportCommand.Wanted wanted : c.routes()) {
            switch (drafts.of(wanted)) {
                case RouteDraft.Wrong(Decision.Refused why) -> {
                    return why;
                }
                case RouteDraft.Good(PlannedRoute plan) -> {
                    Optional<Route> standing = picture.find(Route.key(plan.route()), Route.class);
                    if (standing.isPresent() && c.anew()) {
                        return Decision.refuse(Reason.ROUTE_NUMBER_TAKEN,
                                "There is a route " + plan.number() + " already.", "/number");
                    }
                    if (standing.filter(it -> it.plan().equals(plan)).isEmpty()) {
                        changed.add(plan);
                    }
                }
            }
        }
        return changed.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "All these routes stand already just so.")
                : Decision.accept(new CustodyEvent.RoutesPlanned(c.source(), changed, author.person()));
    }

    static Decision decide(Picture picture, Author author, TransportCommand.Change c, Gazetteer sites) {
        Optional<Decision> over = over(picture);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Route> found = Standing.route(picture, author, c.route());
        if (found.isEmpty()) {
            return Standing.unknown(c.route());
        }
        Route route = found.get();
        String number = c.wanted().number();
        if (number != null && !CustodyId.route(number).equals(c.route())) {
            return Decision.refuse(Reason.ROUTE_MALFORMED,
                    "A route keeps its number " + route.number() + "; cancel it and plan another.", "/route/number");
        }
        TransportCommand.Wanted named = new TransportCommand.Wanted(route.number(), c.wanted().kind(),
                c.wanted().from(), c.wanted().to(), c.wanted().toName(), c.wanted().departsAt(),
                c.wanted().arrivesAt(), c.wanted().checkpoints(), c.wanted().boxes());
        return switch (new RouteDraft(picture, author, sites).of(named)) {
            case RouteDraft.Wrong(Decision.Refused why) -> why;
            case RouteDraft.Good(PlannedRoute plan) -> plan.equals(route.plan())
                    ? Decision.refuse(Reason.NOTHING_CHANGED, "The route is planned just so.")
                    : Decision.accept(new CustodyEvent.RouteChanged(plan, c.reason(), author.person()));
        };
    }

    static Decision decide(Picture picture, Author author, TransportCommand.Cancel c) {
        Optional<Decision> over = over(picture);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Route> found = Standing.route(picture, author, c.route())
                .filter(it -> picture.tree().covers(author.unit(), it.unit()));
        if (found.isEmpty()) {
            return Standing.unknown(c.route());
        }
        Route route = found.get();
        if (route.state() == TransportState.CANCELLED) {
            return Decision.refuse(Reason.ROUTE_CANCELLED, route.number() + " is cancelled already.");
        }
        return route.planned()
                ? Decision.accept(new CustodyEvent.RouteCancelled(c.route(), c.reason(), author.person()))
                : Decision.refuse(Reason.ILLEGAL_TRANSITION,
                        route.number() + " is " + route.state() + "; what has left can't be cancelled.");
    }

    /** Why nothing may be planned now: the operation is over. */
    private static Optional<Decision> over(Picture picture) {
        return picture.operation()
                .filter(it -> it.state() == OperationState.PREPARED || it.state() == OperationState.OPEN)
                .isPresent() ? Optional.empty() : picture.notOpen();
    }

    /** Numbers for routes that come without, one after the other within one entry. */
    static final class Numbers {
        private final Picture picture;
        private final Map<UnitCode, Long> used = new HashMap<>();

        Numbers(Picture picture) {
            this.picture = picture;
        }

        /** Such as 서울마포-회송 12: the first that is free after those that the unit has used. */
        String next(UnitCode unit) {
            String label = picture.tree().unit(unit).map(it -> it.label()).orElse(unit.value());
            long last = used.getOrDefault(unit, picture.counter(PlanFold.counter(unit)));
            String number;
            UUID id;
            do {
                last++;
                number = label + "-회송 " + last;
                id = CustodyId.route(number);
            } while (picture.held(Route.key(id)).isPresent());
            used.put(unit, last);
            return number;
        }
    }
}
