package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.CustodySide;
import kr.haetae.event.NamedId;
import org.jspecify.annotations.Nullable;

/**
 * Ballot boxes on their way to the count: depart, checkpoint, arrive, two confirmations, some 72,000 reports in 90 minutes (domain
 * notes, "Reports from posts", M). A few leave or arrive late, a few have to stop; one is without its second officer, and one arrives
 * with another seal: their stations explain it, headquarters accepts that. How often is ours.
 */
final class Transports {
    private static final double LEAVES_LATE = 0.01;
    private static final double ARRIVES_LATE = 0.01;
    private static final double STOPS = 0.005;
    private static final int LONGEST_STOP_SECONDS = 600;

    private final Scenario scenario;
    private final Script script;
    private final Staff staff;

    Transports(Scenario scenario, Script script, Staff staff) {
        this.scenario = scenario;
        this.script = script;
        this.staff = staff;
    }

    void add(List<BallotRoute> routes) {
        if (routes.isEmpty()) {
            return;
        }
        Chance chance = scenario.chance(scenario.id("discrepancies"), "which");
        int alone = chance.from(0, routes.size() - 1);
        int changed = routes.size() == 1 ? -1 : (alone + chance.from(1, routes.size() - 1)) % routes.size();
        for (int i = 0; i < routes.size(); i++) {
            new Course(routes.get(i), i == alone, i == changed).add();
        }
    }

    /** What its people report of one route. */
    private final class Course {
        private final BallotRoute route;
        private final boolean alone;
        private final boolean changed;
        private final Chance chance;
        private final Client crew;

        Course(BallotRoute route, boolean alone, boolean changed) {
            this.route = route;
            this.alone = alone;
            this.changed = changed;
            chance = scenario.chance(route.id(), "transport");
            crew = staff.reporter(route.from(), 1);
        }

        void add() {
            Instant left = route.departs().plusSeconds(chance.early(0, 240));
            if (chance.often(LEAVES_LATE)) {
                left = left.plusSeconds(chance.from(900, 2_400));
            }
            Duration takes = Duration.between(route.departs(), route.arrives()).minusSeconds(chance.from(0, 120));
            Step departure = say(null, left,
                    new TransportAct.Depart(route.id(), seen(false), officers(), chance.from(1, 3)));
            if (alone) {
                explain(departure, left, chance.of(Words.ALONE));
            }
            Step former = say(departure, left.plus(takes.dividedBy(2)),
                    new TransportAct.Pass(route.id(), BallotRoute.CHECKPOINT));
            Instant there = left.plus(takes);
            if (chance.often(STOPS)) {
                int stands = chance.from(120, LONGEST_STOP_SECONDS);
                former = stop(former, left.plus(takes.dividedBy(2)).plusSeconds(60), stands);
                there = there.plusSeconds(stands);
            }
            if (chance.often(ARRIVES_LATE)) {
                there = there.plusSeconds(chance.from(1_200, 2_700));
            }
            former = say(former, there, new TransportAct.Arrive(route.id(), changed ? seen(true) : null));
            if (changed) {
                explain(former, there, chance.of(Words.SEAL_CHANGED));
            }
            Instant given = there.plusSeconds(chance.from(120, 900));
            former = say(former, given, new TransportAct.HandOver(route.id(), CustodySide.GIVING,
                    staff.named(route.from(), 1)));
            script.follow(former, given.plusSeconds(chance.from(20, 300)), route.to().unit(),
                    Client.radio(route.to().unit(), route.to().id()), name(),
                    new TransportAct.HandOver(route.id(), CustodySide.RECEIVING, staff.named(route.to(), 1)));
        }

        private @Nullable Step stop(@Nullable Step former, Instant at, int seconds) {
            Step stopped = say(former, at, new TransportAct.StopOnTheWay(route.id(), chance.of(Words.STOPS)));
            return say(stopped, at.plusSeconds(seconds), new TransportAct.GoOn(route.id()));
        }

        /** The station's room, and then headquarters; the board shows it open until then. */
        private void explain(@Nullable Step found, Instant at, String why) {
            if (found == null) {
                return;
            }
            UUID discrepancy = NamedId.of(found.id(), "discrepancy 0");
            Instant explained = at.plusSeconds(chance.from(2_400, 3_600));
            Step explanation = script.follow(found, explained, route.from().unit(), Client.room(route.from().unit()),
                    name(), new TransportAct.Explain(discrepancy, why));
            script.follow(explanation, explained.plusSeconds(chance.from(600, 1_800)), scenario.within(),
                    Client.commander(), name(), new TransportAct.Accept(discrepancy));
        }

        private @Nullable Step say(@Nullable Step former, Instant at, Act act) {
            return former == null && act instanceof TransportAct.Depart
                    ? script.add(at, route.from().unit(), crew, name(), act)
                    : script.follow(former, at, route.from().unit(), crew, name(), act);
        }

        private List<TransportAct.BoxSeen> seen(boolean other) {
            List<TransportAct.BoxSeen> boxes = new ArrayList<>();
            for (String box : route.boxes()) {
                List<String> seals = BallotRoute.seals(box);
                boolean replaced = other && boxes.isEmpty();
                boxes.add(new TransportAct.BoxSeen(box, replaced ? List.of(seals.getFirst(), box + "-다") : seals));
            }
            return boxes;
        }

        private List<String> officers() {
            List<String> names = new ArrayList<>(List.of(staff.officer(route.from(), 1)));
            if (!alone) {
                names.add(staff.officer(route.from(), 2));
            }
            return names;
        }

        private String name() {
            return route.number();
        }
    }
}
