package kr.haetae.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WatchPropertyTest {
    private static final List<UnitCode> UNITS = List.of(PollingDay.GANGNAM, PollingDay.JONGNO, PollingDay.SAHA);

    /** One post's report: of which post, what, how many minutes after five, how many minutes later it came. */
    record Sent(int post, PostReportKind kind, int minute, int delay) {}

    @Provide
    Arbitrary<List<Sent>> reports() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(PostReportKind.class),
                Arbitraries.integers().between(0, 200), Arbitraries.integers().between(0, 150)).as(Sent::new).list()
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void anyOrderOfTheSameReportsEndsTheSame(@ForAll("reports") List<Sent> reports, @ForAll long seed) {
        List<Sent> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(watches(atOnce(shuffled))).isEqualTo(watches(atOnce(reports)));
    }

    @Property(tries = 100)
    void theStateIsThatOfTheNewestReportThePlanAndTheTime(@ForAll("reports") List<Sent> reports) {
        PollingDay day = day();
        for (int minute = 0; minute <= 350; minute++) {
            for (Sent sent : reports) {
                if (sent.minute() + sent.delay() == minute) {
                    tell(day, sent);
                }
            }
            day.pass(1);
            if (minute % 7 == 0) {
                day.sweep();
            }
        }
        day.sweep();
        ReportPlan plan = SilenceSweep.plan(day.now()).orElseThrow();

        assertThat(watches(day).values()).allSatisfy(
                watch -> assertThat(watch.state()).isEqualTo(plan.state(watch, day.time())));
        assertThat(watches(day)).isEqualTo(watches(atOnce(reports, 351)));
        requireRollsAreARecount(day, plan);
    }

    private static void requireRollsAreARecount(PollingDay day, ReportPlan plan) {
        Map<UnitCode, Roll> counted = new HashMap<>();
        watches(day).values().forEach(watch -> counted.merge(watch.unit(),
                Roll.empty(watch.unit()).plus(watch, plan, 1), (sofar, one) -> sofar.plus(watch, plan, 1)));
        counted.values().removeIf(Roll::isEmpty);
        Map<UnitCode, Roll> kept = new HashMap<>();
        day.now().all(Roll.KIND).forEach(held -> kept.put(((Roll) held.entity()).unit(), (Roll) held.entity()));
        assertThat(kept).isEqualTo(counted);
        UNITS.forEach(unit -> assertThat(day.now().find(Silence.key(unit), Silence.class)
                .map(alarm -> alarm.neverReported() + alarm.late() + alarm.lostContact()).orElse(0))
                .isEqualTo(counted.getOrDefault(unit, Roll.empty(unit)).silent()));
    }

    private static PollingDay atOnce(List<Sent> reports) {
        return atOnce(reports, 400);
    }

    /** All reports at the end, out of outboxes, then one sweep. */
    private static PollingDay atOnce(List<Sent> reports, int minutes) {
        PollingDay day = day();
        day.pass(minutes);
        reports.forEach(sent -> tell(day, sent));
        day.sweep();
        return day;
    }

    private static PollingDay day() {
        PollingDay day = PollingDay.small();
        UNITS.forEach(unit -> day.place(unit, 2));
        day.enter(Phase.VOTING);
        return day;
    }

    private static void tell(PollingDay day, Sent sent) {
        day.report(day.post(sent.post()), sent.kind(), PollingDay.FIVE.plus(Duration.ofMinutes(sent.minute())));
    }

    private static Map<UUID, Watch> watches(PollingDay day) {
        Map<UUID, Watch> watches = new HashMap<>();
        for (Held held : day.now().all(Watch.KIND)) {
            Watch watch = (Watch) held.entity();
            watches.put(watch.post(), watch);
        }
        return watches;
    }
}
