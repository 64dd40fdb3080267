package kr.haetae.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.CustodySide;
import kr.haetae.event.Decision;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Tally;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is reported, in whatever order: every box is in exactly one hand, and the boards are what a recount says. */
class OneHandPropertyTest {
    private static final List<String> BOXES = List.of("함1", "함2", "함3", "함4", "함5");

    /** @param minutes before now */
    record Step(int what, int route, int boxes, int minutes) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 13), Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 31), Arbitraries.integers().between(0, 9)).as(Step::new).list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void aBoxIsInExactlyOneHandAndTheBoardsAreTheRecount(@ForAll("steps") List<Step> steps) {
        CustodyDay day = new CustodyDay(2, 1, 2);
        Set<UUID> labelled = new HashSet<>();
        for (Step step : steps) {
            day.pass(1);
            if (take(day, step) instanceof Decision.Accepted accepted) {
                accepted.events().forEach(event -> named(event).forEach(box -> labelled.add(CustodyId.box(box))));
            }
            recount(day.now(), labelled);
        }
    }

    /** The numbers that a report of boxes tells; plans may go, reports never. */
    private static List<String> named(Object event) {
        return switch (event) {
            case CustodyEvent.TransportDeparted e -> e.boxes().stream().map(BoxSeen::box).toList();
            case CustodyEvent.TransportArrived e when e.boxes() != null ->
                e.boxes().stream().map(BoxSeen::box).toList();
            case CustodyEvent.TransportHandedOver e when e.boxes() != null ->
                e.boxes().stream().map(BoxSeen::box).toList();
            default -> List.of();
        };
    }

    private static Decision take(CustodyDay day, Step step) {
        UUID route = CustodyId.route("가-" + step.route());
        UnitCode station = day.stationOf(step.route());
        Author room = CustodyDay.room(UnitCode.HEADQUARTERS);
        var at = day.time().minusSeconds(60L * step.minutes());
        List<BoxSeen> seen = seen(step.boxes());
        return switch (step.what()) {
            case 0, 1 -> day.ask(room, new TransportCommand.Plan("", List.of(wanted(day, step)), false));
            case 2, 3, 4 -> day.ask(room, new TransportCommand.Depart(UUID.randomUUID(), route, at,
                    seen, List.of(new Person(null, "김", station), new Person(null, "이", station)), 1, null, true));
            case 5 -> day.ask(room, new TransportCommand.Pass(UUID.randomUUID(), route, at, "다리", null, true));
            case 6 -> day.ask(room, new TransportCommand.Stop(UUID.randomUUID(), route, at, "신호", true));
            case 7 -> day.ask(room, new TransportCommand.Resume(UUID.randomUUID(), route, at, true));
            case 8, 9 -> day.ask(room, new TransportCommand.Arrive(UUID.randomUUID(), route, at,
                    step.minutes() > 7 ? CustodyDay.centre(day.stations.getLast()) : null,
                    optional(step, seen), true));
            case 10 -> day.ask(room, new TransportCommand.HandOver(UUID.randomUUID(), route, at, CustodySide.GIVING,
                    optional(step, seen), new Person(null, "김", station), true));
            case 11 -> day.ask(room, new TransportCommand.HandOver(UUID.randomUUID(), route, at,
                    CustodySide.RECEIVING, optional(step, seen), new Person(null, "박" + step.minutes(), station),
                    true));
            case 12 -> day.ask(room, new TransportCommand.Cancel(route, "통합"));
            default -> {
                day.sweep();
                yield Decision.refuse(Reason.NOTHING_CHANGED, "");
            }
        };
    }

    /** The last of the four goes on from where the first has brought its boxes. */
    private static TransportCommand.Wanted wanted(CustodyDay day, Step step) {
        boolean on = step.route() == 3;
        UnitCode station = day.stations.getFirst();
        boolean stored = step.route() == 0 && step.boxes() % 2 == 0;
        UUID to = stored ? CustodyDay.storage(station)
                : CustodyDay.centre(day.stations.get(step.minutes() % 2));
        return new TransportCommand.Wanted("가-" + step.route(),
                stored ? TransportKind.TO_STORAGE : TransportKind.TO_COUNTING,
                on ? CustodyDay.storage(station) : day.places.get(step.route()), to, null, day.time(),
                day.time().plusSeconds(300), List.of("다리"),
                seen(step.boxes()).stream().map(BoxSeen::box).toList());
    }

    private static List<BoxSeen> seen(int bits) {
        return BOXES.stream().filter(box -> ((bits >> BOXES.indexOf(box)) & 1) == 1)
                .map(box -> new BoxSeen(box, bits % 3 == 0 ? List.of("S" + bits) : null, bits == 31)).toList();
    }

    private static @Nullable List<BoxSeen> optional(Step step, List<BoxSeen> seen) {
        return step.boxes() % 4 == 0 ? null : seen;
    }

    private static void recount(Picture picture, Set<UUID> labelled) {
        Map<UUID, Centre> boards = new HashMap<>();
        Map<UUID, int[]> routes = new HashMap<>();
        Map<UUID, Centre.Boxes> boxes = new HashMap<>();
        for (Held held : picture.all(Centre.KIND)) {
            Centre centre = (Centre) held.entity();
            boards.put(centre.post(), centre);
        }
        for (Held held : picture.all(Route.KIND)) {
            Route route = (Route) held.entity();
            if (route.to() != null) {
                int[] counts = routes.computeIfAbsent(route.to(), to -> new int[7]);
                switch (route.state()) {
                    case PLANNED -> counts[0]++;
                    case MOVING -> counts[1]++;
                    case STOPPED -> counts[2]++;
                    case ARRIVED -> counts[3]++;
                    case HANDED_OVER -> counts[4]++;
                    case CANCELLED -> {}
                }
                counts[5] += route.overdue() == null ? 0 : 1;
                counts[6] += route.discrepancies();
            }
        }
        long standing = 0;
        Set<UUID> there = new HashSet<>();
        for (Held held : picture.all(Box.KIND)) {
            Box box = (Box) held.entity();
            standing++;
            there.add(box.box());
            inOneHand(picture, box);
            place(picture, box).forEach((post, count) -> boxes.merge(post, count, Centre.Boxes::plus));
        }
        assertThat(there).as("no box that was seen is lost").containsAll(labelled);
        boards.forEach((post, board) -> {
            int[] counted = routes.getOrDefault(post, new int[7]);
            assertThat(new int[]{board.expected(), board.moving(), board.stopped(), board.arrived(),
                board.handedOver(), board.overdue(), board.discrepancies()}).as(board.name()).containsExactly(counted);
            assertThat(board.boxes()).as(board.name()).isEqualTo(boxes.getOrDefault(post, Centre.Boxes.NONE));
        });
        boxes.forEach((post, count) -> assertThat(boards).containsKey(post));
        Tally all = picture.find(new Key("tally", "npa"), Tally.class).orElseThrow();
        assertThat(all.figure("boxes.atPost") + all.figure("boxes.onRoute") + all.figure("boxes.atCentre"))
                .isEqualTo(standing);
    }

    private static void inOneHand(Picture picture, Box box) {
        Box.Holder holder = box.holder();
        switch (holder.hand()) {
            case AT_POST -> assertThat(holder.post()).isNotNull();
            case ON_ROUTE -> {
                Route route = picture.find(Route.key(Objects.requireNonNull(holder.route())), Route.class)
                        .orElseThrow();
                assertThat(route.planned()).as("only what left has boxes").isFalse();
                assertThat(route.boxes().stream().map(CustodyId::box)).contains(box.box());
            }
            case AT_CENTRE -> assertThat(holder.route()).isNotNull();
        }
    }

    /** Where the box counts, worked out from the box and its routes alone. */
    private static Map<UUID, Centre.Boxes> place(Picture picture, Box box) {
        Box.Holder holder = box.holder();
        Map<UUID, Centre.Boxes> counts = new HashMap<>();
        if (holder.hand() == Box.Hand.ON_ROUTE) {
            UUID to = picture.find(Route.key(Objects.requireNonNull(holder.route())), Route.class)
                    .map(Route::to).orElse(null);
            if (holder.post() != null) {
                counts.put(holder.post(), new Centre.Boxes(0, 0, 1));
            } else if (to != null) {
                counts.put(to, new Centre.Boxes(0, 1, 0));
            }
            return counts;
        }
        if (holder.hand() == Box.Hand.AT_CENTRE && holder.post() != null) {
            counts.put(holder.post(), new Centre.Boxes(0, 0, 1));
        }
        box.routes().stream().flatMap(id -> picture.find(Route.key(id), Route.class).stream())
                .filter(it -> it.planned() && it.from().equals(holder.post())).findFirst().map(Route::to)
                .ifPresent(to -> counts.merge(to, new Centre.Boxes(1, 0, 0), Centre.Boxes::plus));
        return counts;
    }
}
