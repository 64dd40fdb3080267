package kr.haetae.custody;

import static kr.haetae.custody.CustodyDay.room;
import static kr.haetae.custody.CustodyDay.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.Author;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.CustodySide;
import kr.haetae.event.Decision;
import kr.haetae.event.DiscrepancyFound;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.DiscrepancyState;
import kr.haetae.event.Event;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportKind;
import kr.haetae.event.TransportState;
import kr.haetae.event.TransportSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From plan to hand-over, with all that real life does to it. */
class TransportsTest {
    private final CustodyDay day = new CustodyDay(1, 6, 3);
    private final UnitCode station = day.stations.getFirst();
    private final Author room = room(station);

    @Test
    void aBoxGoesFromHandToHandUntilBothSidesHaveConfirmed() {
        UUID route = day.plan(0, "가-1", "함1");
        assertThat(day.box("함1").holder().hand()).isEqualTo(Box.Hand.AT_POST);
        assertThat(day.board(station).boxes()).isEqualTo(new Centre.Boxes(1, 0, 0));

        assertThat(found(day.ask(room, day.depart(route, List.of(seen("함1", "S1", "S2")), "김", "이")))).isEmpty();
        assertThat(day.box("함1").holder()).isEqualTo(Box.Holder.onRoute(route, null));
        assertThat(day.board(station).moving()).isEqualTo(1);

        assertThat(found(day.ask(room, day.arrive(route, List.of(seen("함1", "S2", "S1")))))).isEmpty();
        day.ask(room, day.handOver(route, CustodySide.GIVING, "김", null));
        assertThat(day.route(route).state()).isEqualTo(TransportState.ARRIVED);
        assertThat(reason(day.ask(room, day.handOver(route, CustodySide.RECEIVING, "김", null))))
                .isEqualTo(Reason.ANOTHER_PERSON_NEEDED);
        day.ask(room, day.handOver(route, CustodySide.RECEIVING, "박", null));

        assertThat(day.route(route).state()).isEqualTo(TransportState.HANDED_OVER);
        assertThat(day.box("함1").holder()).isEqualTo(Box.Holder.atCentre(CustodyDay.centre(station), route));
        assertThat(day.board(station).boxes()).isEqualTo(new Centre.Boxes(0, 0, 1));
        assertThat(day.now().trace(Box.key(CustodyId.box("함1")))).hasSize(5);
    }

    @Test
    void whatRealLifeProducesIsRecordedAsDiscrepancy() {
        UUID one = day.plan(0, "가-1", "함1", "함2");
        UUID other = day.plan(1, "가-2", "함3");
        assertThat(found(day.ask(room, alone(day.depart(one, List.of(seen("함1", "S1"), seen("함3")), "김")))))
                .containsExactlyInAnyOrder(DiscrepancyKind.ONE_OFFICER, DiscrepancyKind.NO_COMMISSION_STAFF,
                        DiscrepancyKind.BOX_MISSING, DiscrepancyKind.BOX_ON_TWO_ROUTES);
        assertThat(found(day.ask(room, day.depart(other, List.of(seen("함3"), seen("함9")), "박", "최"))))
                .containsExactlyInAnyOrder(DiscrepancyKind.BOX_ON_TWO_ROUTES, DiscrepancyKind.BOX_UNEXPECTED);
        assertThat(day.box("함3").holder().route()).isEqualTo(other);

        assertThat(found(day.ask(room, new TransportCommand.Arrive(UUID.randomUUID(), one, day.time(),
                CustodyDay.storage(station),
                List.of(new BoxSeen("함1", List.of("S7"), true)), true))))
                .containsExactlyInAnyOrder(DiscrepancyKind.WRONG_PLACE, DiscrepancyKind.SEAL_CHANGED,
                        DiscrepancyKind.SEAL_BROKEN, DiscrepancyKind.BOX_MISSING);
        assertThat(found(day.ask(room, day.handOver(one, CustodySide.RECEIVING, "정", List.of(seen("함1", "S7"))))))
                .as("what is known is not found again")
                .containsExactly(DiscrepancyKind.BOX_MISSING);
        assertThat(found(day.ask(room, day.handOver(one, CustodySide.RECEIVING, "강", null))))
                .containsExactly(DiscrepancyKind.HANDED_OVER_TWICE);
        assertThat(reason(day.ask(room, day.handOver(one, CustodySide.RECEIVING, "정", null))))
                .isEqualTo(Reason.TRANSPORT_HANDED_OVER);
    }

    @Test
    void anArrivalWithoutDepartureIsTakenAndTheDepartureMayComeLate() {
        UUID route = day.plan(0, "가-1", "함1");
        day.pass(20);
        TransportCommand.Depart left = day.depart(route, List.of(seen("함1")), "김", "이");
        day.pass(10);
        assertThat(found(day.ask(room, day.arrive(route, null))))
                .containsExactly(DiscrepancyKind.ARRIVED_WITHOUT_DEPARTURE);
        assertThat(reason(day.ask(room, day.arrive(route, null)))).isEqualTo(Reason.TRANSPORT_ARRIVED);

        assertThat(found(day.ask(room, left))).isEmpty();
        assertThat(day.route(route).state()).isEqualTo(TransportState.ARRIVED);
        assertThat(day.box("함1").holder()).isEqualTo(Box.Holder.onRoute(route, CustodyDay.centre(station)));
        assertThat(reason(day.ask(room, left))).isEqualTo(Reason.TRANSPORT_DEPARTED);
    }

    @Test
    void plansAreCheckedBeforeTheyHappen() {
        day.plan(0, "가-1", "함1");
        assertThat(reason(plan(day.wanted(1, "가-1")))).isEqualTo(Reason.ROUTE_NUMBER_TAKEN);
        assertThat(reason(plan(day.wanted(1, "가-2", "함1")))).isEqualTo(Reason.BOX_ON_OTHER_ROUTE);
        assertThat(reason(plan(day.wanted(1, "가-2", "함2", "함 2")))).isEqualTo(Reason.BOX_TWICE);
        assertThat(reason(plan(day.wanted(3, "가-2")))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(reason(plan(to(CustodyDay.storage(station))))).isEqualTo(Reason.ROUTE_MALFORMED);
        assertThat(reason(plan(to(null)))).isEqualTo(Reason.ROUTE_MALFORMED);

        assertThat(plan(day.wanted(1, null))).isInstanceOf(Decision.Accepted.class);
        assertThat(day.now().held(Route.key(CustodyId.route("서0·0-회송 2")))).isPresent();
        TransportCommand.Plan again = new TransportCommand.Plan("list", List.of(day.wanted(0, "가-1", "함1")), false);
        assertThat(reason(day.ask(room, again))).isEqualTo(Reason.NOTHING_CHANGED);
    }

    @Test
    void aBoxMayGoOnFromTheStorage() {
        plan(new TransportCommand.Wanted("사전", TransportKind.TO_STORAGE, day.places.getFirst(),
                CustodyDay.storage(station), null, CustodyDay.CLOSE, CustodyDay.CLOSE.plusSeconds(900), List.of(),
                List.of("함1")));
        plan(new TransportCommand.Wanted("본", TransportKind.TO_COUNTING, CustodyDay.storage(station),
                CustodyDay.centre(station), null, CustodyDay.CLOSE.plusSeconds(9_000),
                CustodyDay.CLOSE.plusSeconds(9_900), List.of(), List.of("함1")));
        UUID first = CustodyId.route("사전");
        day.ask(room, day.depart(first, List.of(seen("함1")), "김", "이"));
        day.ask(room, day.arrive(first, null));
        day.ask(room, day.handOver(first, CustodySide.GIVING, "김", null));
        day.ask(room, day.handOver(first, CustodySide.RECEIVING, "박", null));

        assertThat(day.box("함1").next()).isEqualTo(CustodyDay.centre(station));
        assertThat(day.board(station).boxes().expected()).isEqualTo(1);
        assertThat(found(day.ask(room, day.depart(CustodyId.route("본"), List.of(seen("함1")), "김", "이")))).isEmpty();
        assertThat(day.board(station).boxes()).isEqualTo(new Centre.Boxes(0, 1, 0));
    }

    @Test
    void anOfficerReportsForHisPostOrHisRouteAndReceivesAtHisOwnCentre() {
        UUID route = day.plan(0, "가-1");
        Author posted = CustodyDay.officer(station, day.places.getFirst(), "김");
        Author other = CustodyDay.officer(station, day.places.get(1), "이");
        Author receiving = CustodyDay.officer(station, CustodyDay.centre(station), "박");

        assertThat(reason(day.ask(other, own(day.depart(route, List.of(seen("함1")), "김", "이")))))
                .isEqualTo(Reason.NOT_YOUR_ROUTE);
        day.ask(posted, new TransportCommand.Depart(UUID.randomUUID(), route, day.time(), List.of(seen("함1")),
                List.of(posted.person(), other.person()), 1, null, false));
        assertThat(day.ask(other, new TransportCommand.Stop(UUID.randomUUID(), route, day.time(), "신호", false)))
                .as("he goes with it").isInstanceOf(Decision.Accepted.class);
        assertThat(day.ask(receiving, new TransportCommand.Arrive(UUID.randomUUID(), route, day.time(), null, null,
                false))).isInstanceOf(Decision.Accepted.class);
        assertThat(reason(day.ask(posted, new TransportCommand.HandOver(UUID.randomUUID(), route, day.time(),
                CustodySide.RECEIVING, null, null, false)))).isEqualTo(Reason.NOT_YOUR_SIDE);
        assertThat(reason(day.ask(room(day.stations.get(1)), day.arrive(route, null))))
                .isEqualTo(Reason.UNKNOWN_ROUTE);
    }

    @Test
    void aDiscrepancyIsExplainedByOneAndAcceptedByAnother() {
        UUID route = day.plan(0, "가-1", "함1");
        day.ask(room, day.depart(route, List.of(seen("함1")), "김"));
        Discrepancy it = discrepancies().findFirst().orElseThrow();
        Author commander = new Author(new UUID(8, 8), "서장", station, null);

        assertThat(reason(day.ask(commander, new TransportCommand.Accept(it.discrepancy()))))
                .isEqualTo(Reason.NOT_EXPLAINED);
        day.ask(room, new TransportCommand.Explain(it.discrepancy(), "뒤차에 동승", true));
        assertThat(reason(day.ask(room, new TransportCommand.Accept(it.discrepancy()))))
                .isEqualTo(Reason.ANOTHER_PERSON_NEEDED);
        assertThat(day.board(station).discrepancies()).isEqualTo(1);
        day.ask(commander, new TransportCommand.Accept(it.discrepancy()));

        assertThat(discrepancies().findFirst().orElseThrow().state()).isEqualTo(DiscrepancyState.ACCEPTED);
        assertThat(day.board(station).discrepancies()).isZero();
        assertThat(day.route(route).discrepancies()).isZero();
    }

    @Test
    void offTheWayAndOutOfOrder() {
        plan(new TransportCommand.Wanted("가-1", TransportKind.TO_COUNTING, day.places.getFirst(),
                CustodyDay.centre(station), null, CustodyDay.CLOSE, CustodyDay.CLOSE.plusSeconds(900),
                List.of("다리", "시장"), List.of()));
        UUID route = CustodyId.route("가-1");
        assertThat(found(pass(route, "시장"))).containsExactly(DiscrepancyKind.OUT_OF_ORDER);
        day.pass(1);
        assertThat(found(pass(route, "다리"))).containsExactly(DiscrepancyKind.OUT_OF_ORDER);
        assertThat(found(pass(route, "항구"))).containsExactly(DiscrepancyKind.DEVIATION);
    }

    @Test
    void theClockTellsWhatIsOverdueOnceAndManyAlarmsAreOne() {
        for (int place = 0; place < 18; place += 3) {
            day.plan(place, "가-" + place);
        }
        assertThat(day.sweep()).isEmpty();
        day.pass(25);
        assertThat(day.sweep()).hasSize(6);
        assertThat(day.sweep()).isEmpty();
        UnitCode agency = new UnitCode("agency0");
        assertThat(day.now().find(Overdue.key(agency), Overdue.class).orElseThrow().below()).isNotNull();
        assertThat(day.ask(room, new TransportCommand.Acknowledge(station, null)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(alarm(station).acknowledgedAt()).isNotNull();
        assertThat(day.board(station).overdue()).isEqualTo(1);

        UUID route = CustodyId.route("가-0");
        day.ask(room, day.depart(route, List.of(seen("함1")), "김", "이"));
        assertThat(day.now().held(Overdue.key(station))).isEmpty();
        day.pass(31);
        day.sweep();
        assertThat(day.route(route).overdue()).isNotNull().satisfies(
                late -> assertThat(late.what()).isEqualTo(OverdueKind.ARRIVAL));
        assertThat(alarm(station).acknowledgedAt()).isNull();
        day.ask(room, day.arrive(route, null));
        assertThat(day.route(route).overdue()).isNull();
        for (int place = 3; place < 18; place += 3) {
            day.ask(room(day.stationOf(place)), day.depart(CustodyId.route("가-" + place), List.of(seen("함" + place)),
                    "김", "이"));
        }
        assertThat(day.now().held(Overdue.key(agency))).isEmpty();
    }

    @Test
    void theOperationSaysHowLateIsLate() {
        day.plan(0, "가-0");
        TransportSettings patient = new TransportSettings(40, 30, 10, 30);
        day.tell(new CustodyEvent.TransportSettingsChanged(patient, room.person()));
        assertThat(TransportSettingsEntity.decide(day.now(), room, patient))
                .isInstanceOfSatisfying(Decision.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOTHING_CHANGED));
        day.pass(25);
        assertThat(day.sweep()).isEmpty();

        day.tell(new CustodyEvent.TransportSettingsChanged(new TransportSettings(5, 30, 10, 30), room.person()));

        assertThat(day.sweep()).hasSize(1);
    }

    private Overdue alarm(UnitCode unit) {
        return day.now().find(Overdue.key(unit), Overdue.class).orElseThrow();
    }

    private Decision plan(TransportCommand.Wanted wanted) {
        return day.ask(room, new TransportCommand.Plan("", List.of(wanted), true));
    }

    private Decision pass(UUID route, String place) {
        return day.ask(room, new TransportCommand.Pass(UUID.randomUUID(), route, day.time(), place, null, true));
    }

    private TransportCommand.Wanted to(@Nullable UUID post) {
        return new TransportCommand.Wanted("가-9", TransportKind.TO_COUNTING, day.places.get(1), post, "어딘가",
                CustodyDay.CLOSE, CustodyDay.CLOSE.plusSeconds(60), List.of(), List.of());
    }

    private static TransportCommand.Depart own(TransportCommand.Depart c) {
        return new TransportCommand.Depart(c.command(), c.route(), c.at(), c.boxes(), c.officers(), 1, null, false);
    }

    private static TransportCommand.Depart alone(TransportCommand.Depart c) {
        return new TransportCommand.Depart(c.command(), c.route(), c.at(), c.boxes(), c.officers(), 0, null, true);
    }

    private Stream<Discrepancy> discrepancies() {
        Stream.Builder<Discrepancy> all = Stream.builder();
        for (Held held : day.now().all(Discrepancy.KIND)) {
            all.add((Discrepancy) held.entity());
        }
        return all.build();
    }

    private static List<DiscrepancyKind> found(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Event event = ((Decision.Accepted) decision).events().getFirst();
        return ((CustodyEvent.OnRoute) event).discrepancies().stream().map(DiscrepancyFound::kind).toList();
    }

    private static Reason reason(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).reason();
    }
}
