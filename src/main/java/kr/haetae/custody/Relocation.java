package kr.haetae.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Held;

/** Routes, boxes and boards belong to whom their posts belong. Posts change hands by lists and seldom, so this one looks at all. */
final class Relocation {
    private Relocation() {}

    static void follow(Draft draft, Instant at, Map<UUID, UnitCode> units) {
        List<Route> moved = new ArrayList<>();
        for (Held held : draft.all(Route.KIND)) {
            Route route = (Route) held.entity();
            if (!now(route.plan(), units).equals(route.plan())) {
                moved.add(route);
            }
        }
        if (moved.isEmpty()) {
            return;
        }
        Boards boards = new Boards(draft, at);
        for (Route route : moved) {
            Route now = route.as(now(route.plan(), units));
            boards.put(now);
            now.boxes().forEach(number -> boards.box(CustodyId.box(number))
                    .filter(box -> box.holder().hand() != Box.Hand.AT_CENTRE)
                    .ifPresent(box -> boards.put(box.held(box.holder(), box.since(), now.unit(), now.others()))));
        }
        boards.finish();
        units.forEach((post, unit) -> draft.find(Centre.key(post), Centre.class)
                .filter(centre -> !centre.unit().equals(unit))
                .ifPresent(centre -> draft.put(centre.of(unit))));
        discrepancies(draft, moved);
    }

    private static void discrepancies(Draft draft, List<Route> moved) {
        List<UUID> routes = moved.stream().map(it -> it.plan().route()).toList();
        List<Discrepancy> concerned = new ArrayList<>();
        for (Held held : draft.all(Discrepancy.KIND)) {
            Discrepancy it = (Discrepancy) held.entity();
            if (routes.contains(it.route())) {
                concerned.add(it);
            }
        }
        concerned.forEach(it -> draft.find(Route.key(it.route()), Route.class)
                .ifPresent(route -> draft.put(it.of(route.unit(), List.copyOf(route.others())))));
    }

    private static PlannedRoute now(PlannedRoute plan, Map<UUID, UnitCode> units) {
        UnitCode toUnit = plan.to() == null ? plan.toUnit() : units.getOrDefault(plan.to(), plan.toUnit());
        return new PlannedRoute(plan.route(), plan.number(), plan.transportKind(),
                units.getOrDefault(plan.from(), plan.unit()), plan.from(), plan.fromName(), plan.to(), plan.toName(),
                toUnit, plan.departsAt(), plan.arrivesAt(), plan.checkpoints(), plan.boxes());
    }
}
