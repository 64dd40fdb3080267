package kr.haetae.custody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.DiscrepancyFound;
import kr.haetae.event.DiscrepancyState;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;

/** Folds what happens to ballot boxes. Looks at the routes and boxes that an entry names, never at all of them. */
final class TransportFold {
    private TransportFold() {}

    static void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case CustodyEvent event -> {
                Boards boards = new Boards(draft, entry.at());
                apply(boards, event, entry);
                boards.finish();
            }
            case ErasureEvent.EntryErased e -> forget(draft, e);
            case Event.PostAssigned e -> Relocation.follow(draft, entry.at(), Map.of(e.post(), e.unit()));
            case Event.PostsPlaced e -> {
                Map<UUID, UnitCode> units = new HashMap<>();
                e.posts().forEach(post -> units.put(post.id(), post.unit()));
                Relocation.follow(draft, entry.at(), units);
            }
            default -> {}
        }
    }

    private static void apply(Boards boards, CustodyEvent event, Entry entry) {
        Draft draft = boards.draft();
        switch (event) {
            case CustodyEvent.RoutesPlanned e -> e.routes().forEach(plan -> PlanFold.plan(boards, plan));
            case CustodyEvent.RouteChanged e -> PlanFold.plan(boards, e.plan());
            case CustodyEvent.RouteCancelled e -> PlanFold.cancel(boards, e.route());
            case CustodyEvent.OnRoute e -> {
                boards.route(e.route()).ifPresent(route -> {
                    OnTheWay.apply(boards, route, e, entry.seq());
                    discrepancies(boards, e);
                });
            }
            case CustodyEvent.RoutesOverdue e -> e.routes().forEach(id -> boards.route(id).ifPresent(route -> {
                boards.put(route.late(Deadlines.next(route, TransportSettingsEntity.of(draft))
                        .filter(next -> next.kind() == e.kind())
                        .map(next -> new Route.Late(e.kind(), next.due()))
                        .orElseGet(() -> new Route.Late(e.kind(), entry.at()))));
                draft.concern(Route.key(id));
            }));
            case CustodyEvent.TransportSettingsChanged e -> draft.operation().ifPresent(operation -> draft
                    .put(new TransportSettingsEntity(operation.operation(), operation.root(), e.settings())));
            case CustodyEvent.OverdueAcknowledged e -> draft.find(Overdue.key(e.unit()), Overdue.class)
                    .ifPresent(alarm -> draft.put(alarm.acknowledged(entry.at(), e.by())));
            case CustodyEvent.DiscrepancyExplained e -> {
                draft.find(Discrepancy.key(e.discrepancy()), Discrepancy.class).ifPresent(it -> draft.put(
                        it.explained(new Discrepancy.Answer(e.text(), entry.at(), e.by(), entry.seq()))));
                draft.concern(Route.key(e.route()));
            }
            case CustodyEvent.DiscrepancyAccepted e -> {
                draft.find(Discrepancy.key(e.discrepancy()), Discrepancy.class)
                        .filter(it -> it.state() != DiscrepancyState.ACCEPTED).ifPresent(it -> {
                            draft.put(it.accepted(new Discrepancy.Settled(entry.at(), e.by())));
                            boards.route(it.route()).ifPresent(route -> boards.put(route.discrepant(-1)));
                        });
                draft.concern(Route.key(e.route()));
            }
        }
    }

    private static void discrepancies(Boards boards, CustodyEvent.OnRoute event) {
        if (event.discrepancies().isEmpty()) {
            return;
        }
        boards.route(event.route()).ifPresent(route -> {
            boards.put(route.discrepant(event.discrepancies().size()));
            for (DiscrepancyFound found : event.discrepancies()) {
                boards.draft().put(new Discrepancy(found.discrepancy(), event.route(), route.number(), route.unit(),
                        List.copyOf(route.others()), route.to(), found.kind(), found.box(), found.expected(),
                        found.found(), event.at(), DiscrepancyState.OPEN, null, null));
            }
        });
    }

    /** Words that stand in the picture go with those of the record. */
    private static void forget(Draft draft, ErasureEvent.EntryErased erased) {
        switch (erased.redacted()) {
            case CustodyEvent.TransportStopped left -> draft.find(Route.key(left.route()), Route.class)
                    .filter(route -> route.stop() != null && route.stop().seq() == erased.seq())
                    .ifPresent(
                            route -> draft.put(route.stopped(new Route.Stop(left.at(), left.reason(), erased.seq()))));
            case CustodyEvent.DiscrepancyExplained left ->
                draft.find(Discrepancy.key(left.discrepancy()), Discrepancy.class)
                        .ifPresent(it -> draft.put(it.reworded(erased.seq(), left.text())));
            default -> {}
        }
    }
}
