package kr.haetae.custody;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.PlannedRoute;
import kr.haetae.event.TransportState;
import kr.haetae.event.UnitCode;

/** Folds what is planned. */
final class PlanFold {
    private PlanFold() {}

    /** How many routes were planned for a unit: numbers go on from there. */
    static String counter(UnitCode unit) {
        return "routes/" + unit;
    }

    static void plan(Boards boards, PlannedRoute plan) {
        Optional<Route> before = boards.route(plan.route());
        if (before.filter(it -> !it.planned()).isPresent()) {
            return;
        }
        if (before.isEmpty()) {
            boards.draft().count(counter(plan.unit()));
        }
        Set<UUID> kept = new HashSet<>();
        plan.boxes().forEach(number -> kept.add(CustodyId.box(number)));
        before.ifPresent(old -> old.plan().boxes().stream().map(CustodyId::box).filter(it -> !kept.contains(it))
                .forEach(box -> leave(boards, box, plan.route())));
        boards.put(before.map(old -> old.as(plan).heardOf(Set.of(OverdueKind.DEPARTURE)))
                .orElseGet(() -> Route.planned(plan)));
        for (String number : plan.boxes()) {
            Box box = boards.box(CustodyId.box(number)).orElseGet(() -> Box.labelled(number, plan));
            Box there = !box.everSeen() && box.off(plan.route()).routes().isEmpty()
                    ? box.held(Box.Holder.atPost(plan.from()), box.since(), plan.unit(), box.others())
                    : box;
            boards.put(there.on(plan.route(), false));
            boards.draft().concern(box.key());
        }
        boards.draft().concern(Route.key(plan.route()));
    }

    static void cancel(Boards boards, UUID id) {
        boards.route(id).filter(Route::planned).ifPresent(route -> {
            boards.put(route.in(TransportState.CANCELLED).late(null));
            route.plan().boxes().forEach(number -> leave(boards, CustodyId.box(number), id));
        });
        boards.draft().concern(Route.key(id));
    }

    /** A box that only a plan knew is gone with the plan. */
    private static void leave(Boards boards, UUID id, UUID route) {
        boards.box(id).ifPresent(box -> {
            Box left = box.off(route);
            if (left.routes().isEmpty() && !left.everSeen()) {
                boards.drop(box);
            } else {
                boards.put(left);
                boards.draft().concern(box.key());
            }
        });
    }
}
