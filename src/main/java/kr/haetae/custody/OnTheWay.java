package kr.haetae.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.TransportState;
import org.jspecify.annotations.Nullable;

/**
 * Folds what is reported of a route on its day. Whoever reports a box last has it; a report that comes late, of something that happened
 * before what is known, moves nothing back.
 */
final class OnTheWay {
    private OnTheWay() {}

    static void apply(Boards boards, Route route, CustodyEvent.OnRoute event, long seq) {
        switch (event) {
            case CustodyEvent.TransportDeparted e -> depart(boards, route, e);
            case CustodyEvent.TransportCheckpointPassed e -> {
                Route heard = route.passed(new Route.Passage(e.place(), e.at(), e.position()))
                        .heardOf(Set.of(OverdueKind.DEPARTURE, OverdueKind.CHECKPOINT));
                go(boards, route.state() == TransportState.PLANNED || route.state().underWay()
                        ? heard.in(TransportState.MOVING).stopped(null)
                        : heard, e.at());
            }
            case CustodyEvent.TransportStopped e -> {
                Route heard = route.heardOf(Set.of(OverdueKind.DEPARTURE, OverdueKind.CHECKPOINT));
                go(boards, route.state() == TransportState.PLANNED || route.state().underWay()
                        ? heard.in(TransportState.STOPPED).stopped(new Route.Stop(e.at(), e.reason(), seq))
                        : heard, e.at());
            }
            case CustodyEvent.TransportResumed e -> boards.put(route.state() == TransportState.STOPPED
                    ? route.in(TransportState.MOVING).stopped(null)
                            .passed(new Route.Passage(route.last() == null ? route.fromName() : route.last().place(),
                                    e.at(), null))
                    : route);
            case CustodyEvent.TransportArrived e -> {
                if (route.arrival() == null && route.state() != TransportState.CANCELLED) {
                    arrive(boards, route, new Route.Arrival(e.at(), e.post(), e.place(), e.unit()), e.boxes());
                }
            }
            case CustodyEvent.TransportHandedOver e -> handOver(boards, route, e);
        }
        concern(boards, event.route());
    }

    private static void depart(Boards boards, Route before, CustodyEvent.TransportDeparted e) {
        if (before.departure() != null || before.state() == TransportState.CANCELLED) {
            return;
        }
        List<String> numbers = e.boxes().stream().map(BoxSeen::box).toList();
        Route route = before.departed(new Route.Departure(e.at(), e.officers(), e.commissionStaff(), e.vehicle()))
                .loaded(numbers).heardOf(Set.of(OverdueKind.DEPARTURE));
        boards.put(before.planned() ? route.in(TransportState.MOVING) : route);
        Map<UUID, String> left = byId(before.boxes());
        for (BoxSeen seen : e.boxes()) {
            left.remove(CustodyId.box(seen.box()));
            sight(boards, route, seen, Box.Holder.onRoute(e.route(), null), e.at());
        }
        left.keySet().forEach(id -> boards.box(id).ifPresent(box -> boards.put(box.holder().with(e.route())
                ? box.off(e.route()).held(Box.Holder.atPost(before.from()), e.at(), before.unit(), List.of())
                : box.off(e.route()))));
    }

    /** Under way: if nobody reported its departure, with the boxes that were planned. */
    private static Route go(Boards boards, Route route, Instant at) {
        if (route.loaded() != null) {
            boards.put(route);
            return route;
        }
        Route loaded = route.loaded(route.plan().boxes());
        boards.put(loaded);
        loaded.boxes().forEach(number -> sight(boards, loaded, new BoxSeen(number, null, false),
                Box.Holder.onRoute(route.plan().route(), null), at));
        return loaded;
    }

    private static Route arrive(Boards boards, Route before, Route.Arrival arrival, @Nullable List<BoxSeen> boxes) {
        Route route = go(boards, before.arrived(arrival).in(TransportState.ARRIVED).late(null), arrival.at());
        if (arrival.post() != null) {
            boards.centre(arrival.post(), arrival.unit() == null ? route.unit() : arrival.unit(), arrival.place());
        }
        return look(boards, route, boxes, arrival.at());
    }

    private static void handOver(Boards boards, Route before, CustodyEvent.TransportHandedOver e) {
        if (before.state() == TransportState.CANCELLED) {
            return;
        }
        Route there = before.arrival() == null
                ? arrive(boards, before, new Route.Arrival(e.at(), before.to(), before.toName(), before.toUnit()),
                        e.boxes())
                : look(boards, before, e.boxes(), e.at());
        Route confirmed = there.confirmed(e.side(), new Route.Confirmation(e.at(), e.confirming()));
        if (confirmed.giving() == null || confirmed.receiving() == null) {
            boards.put(confirmed);
            return;
        }
        boards.put(confirmed.in(TransportState.HANDED_OVER).late(null));
        confirmed.boxes().stream().map(CustodyId::box).flatMap(id -> boards.box(id).stream())
                .filter(box -> box.holder().with(e.route()) && box.holder().missing() == null)
                .forEach(box -> boards.put(delivered(box, confirmed, e.at())));
    }

    private static Box delivered(Box box, Route route, Instant at) {
        Route.Arrival arrival = route.arrival();
        return box.off(route.plan().route())
                .held(Box.Holder.atCentre(route.place(), route.plan().route()), at,
                        arrival == null || arrival.unit() == null ? route.unit() : arrival.unit(),
                        List.of(route.unit()));
    }

    /** Somebody looked at the boxes where the route arrived; without a list they are all there. */
    private static Route look(Boards boards, Route route, @Nullable List<BoxSeen> seen, Instant at) {
        UUID id = route.plan().route();
        Box.Holder here = Box.Holder.onRoute(id, route.place());
        if (seen == null) {
            for (String number : route.boxes()) {
                boards.box(CustodyId.box(number)).filter(box -> box.holder().with(id) && box.holder().missing() == null)
                        .ifPresent(box -> boards.put(box.held(here, box.since(), route.unit(), route.others())));
            }
            return route;
        }
        Map<UUID, String> missing = byId(route.boxes());
        List<String> numbers = new ArrayList<>(route.boxes());
        for (BoxSeen one : seen) {
            if (missing.remove(CustodyId.box(one.box())) == null && numbers.stream()
                    .noneMatch(it -> CustodyId.key(it).equals(CustodyId.key(one.box())))) {
                numbers.add(one.box());
            }
            sight(boards, route, one, here, at);
        }
        missing.keySet().forEach(lost -> boards.box(lost).filter(box -> box.holder().with(id))
                .ifPresent(box -> boards.put(box.held(Box.Holder.lost(id), at, route.unit(), route.others()))));
        Route all = route.loaded(numbers);
        boards.put(all);
        return all;
    }

    /** The box is with that route, unless something newer is known of it. */
    private static void sight(Boards boards, Route route, BoxSeen seen, Box.Holder holder, Instant at) {
        Box known = boards.box(CustodyId.box(seen.box())).orElseGet(() -> Box.labelled(seen.box(), route.plan()));
        if (known.since().isAfter(at)) {
            boards.put(known);
            return;
        }
        Box box = known.seen(seen).on(route.plan().route(), true)
                .held(holder, at, route.unit(), route.others());
        boards.put(route.state() == TransportState.HANDED_OVER ? delivered(box, route, at) : box);
    }

    private static Map<UUID, String> byId(List<String> numbers) {
        Map<UUID, String> byId = new LinkedHashMap<>();
        numbers.forEach(number -> byId.put(CustodyId.box(number), number));
        return byId;
    }

    /** The entry stands in the history of the route, and of every box it has. */
    private static void concern(Boards boards, UUID id) {
        boards.draft().concern(Route.key(id));
        boards.route(id).ifPresent(route -> route.boxes()
                .forEach(number -> boards.draft().concern(Box.key(CustodyId.box(number)))));
    }
}
