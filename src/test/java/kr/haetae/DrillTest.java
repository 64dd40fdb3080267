package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kr.haetae.drill.ClosingReport;
import kr.haetae.drill.Credential;
import kr.haetae.drill.Drill;
import kr.haetae.drill.DrillDay;
import kr.haetae.drill.LedgerRows;
import kr.haetae.drill.Scenario;
import kr.haetae.drill.Terms;
import kr.haetae.drill.Venue;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Small drills of one agency, held for real, ten hours a minute; all at once, as a drill mostly waits for its operation's clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillTest {
    private static final UnitCode SEJONG = UnitCode.of("sejong");

    private final RunningNode node = RunningNode.shared();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scenario withAnIncident = withAnIncident();
    private final Scenario early = day(0, Duration.ofHours(5), Duration.ofMinutes(340));
    private final Scenario boxes = day(0.2, Duration.ofHours(20), Duration.ofHours(24));
    private final Scenario conference = day(0, Duration.ofMinutes(530), Duration.ofMinutes(680));
    private final Scenario count = day(0, Duration.ofHours(25), Duration.ofHours(29));

    private final Future<Held> once = begin(() -> hold(terms(withAnIncident, 600, null, "once")));
    private final Future<Held> again = begin(() -> hold(terms(withAnIncident, 600, null, "again")));
    private final Future<Stopped> stopped = begin(this::stopAndGoOn);
    private final Future<Held> ofBoxes = begin(() -> hold(terms(boxes, 600, null, "boxes")));
    private final Future<Held> ofConference = begin(() -> hold(terms(conference, 600, null, "conference")));
    private final Future<Held> ofCount = begin(() -> hold(terms(count, 600, null, "count")));

    /** A drill that is over, and the commands of its plan as they were sent. */
    private record Held(ClosingReport report, List<String> journal) {}

    /** A drill that was stopped, and went on to its end. */
    private record Stopped(ClosingReport half, List<String> sent, Held whole) {}

    @AfterAll
    void close() {
        threads.shutdownNow();
    }

    @Test
    void receiptsRowsAndTalliesAgreeAndTheSameSeedSendsTheSame() throws Exception {
        Held first = once.get();
        Held second = again.get();

        agrees(first.report());
        agrees(second.report());
        assertThat(byClient(second.journal())).isEqualTo(byClient(first.journal()));
        assertThat(first.journal())
                .containsExactlyInAnyOrderElementsOf(DrillDay.of(withAnIncident).lines().toList());
        assertThat(line(first.report(), "incidents reported")).satisfies(line -> {
            assertThat(line.acknowledged()).isPositive();
            assertThat(line.rows()).isEqualTo(line.acknowledged());
            assertThat(line.tally()).isEqualTo(line.acknowledged());
        });
        assertThat(line(first.report(), "post reports").acknowledged()).isGreaterThan(100);
        assertThat(first.report().lines()).allSatisfy(line -> assertThat(line.refused()).as(line.what()).isZero());
    }

    @Test
    void aDrillThatIsStoppedReportsAndGoesOnLater() throws Exception {
        Stopped drill = stopped.get();

        agrees(drill.half());
        agrees(drill.whole().report());
        assertThat(drill.sent()).hasSizeGreaterThan(20);
        assertThat(drill.whole().journal()).containsAll(drill.sent());
        assertThat(line(drill.whole().report(), "check-ins").rows())
                .isEqualTo(DrillDay.of(early).lines().filter(line -> line.contains(" /check-ins ")).count());
    }

    /** The second half's accounts are those of the first, whose passwords nobody kept. */
    private Stopped stopAndGoOn() {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        Vertx vertx = Vertx.vertx();
        Drill drill = new Drill(vertx, terms(early, 20, null, "stopped"), rows(), line -> {}, sent::add);
        ClosingReport half;
        try {
            var held = drill.hold();
            await().atMost(Duration.ofMinutes(2)).until(() -> sent.size() > 20);
            half = Backroom.await(drill.stop());
            assertThat(Backroom.await(held)).isEqualTo(half);
        } finally {
            Backroom.await(vertx.close());
        }
        return new Stopped(half, List.copyOf(sent),
                hold(terms(early, 600, Backroom.await(drill.ready()), "stopped")));
    }

    @Test
    void allBoxesReachTheCountAndTheBoardShowsWhatDoesNotFit() throws Exception {
        int routes = DrillDay.of(boxes).routes().size();

        ClosingReport report = ofBoxes.get().report();

        assertThat(routes).isGreaterThan(20);
        agrees(report);
        assertThat(report.lines()).as(String.join("\n", report.text())).allMatch(line -> line.refused() == 0);
        assertThat(line(report, "departures")).satisfies(line -> {
            assertThat(line.rows()).isEqualTo(routes);
            assertThat(line.tally()).isEqualTo(routes);
        });
        assertThat(line(report, "hand-overs").rows()).as(String.join("\n", report.text())).isEqualTo(2L * routes);
        assertThat(report.remarks()).filteredOn(remark -> remark.startsWith("Discrepancies")).singleElement().asString()
                .contains(": 2 (", "ONE_OFFICER", "SEAL_CHANGED", "ACCEPTED");
    }

    @Test
    void aConferenceMeetsAndWhatItDecidesIsFollowed() throws Exception {
        ClosingReport report = ofConference.get().report();

        agrees(report);
        for (String once : List.of("conferences convened", "conferences started", "conferences' decisions",
                "conferences ended", "directives issued")) {
            assertThat(line(report, once).rows()).as(once).isEqualTo(1);
        }
        for (String each : List.of("conferences joined", "conferences missed", "directives noted", "directives done")) {
            assertThat(line(report, each).refused()).as(each).isZero();
        }
        assertThat(line(report, "conferences joined").acknowledged()).isPositive();
        assertThat(line(report, "directives noted").rows()).isPositive();
    }

    @Test
    void theCommissionSaysWhenTheCountIsOver() throws Exception {
        ClosingReport report = ofCount.get().report();

        agrees(report);
        assertThat(line(report, "ends of counts told")).satisfies(line -> {
            assertThat(line.rows()).isPositive();
            assertThat(line.refused()).isZero();
        });
    }

    private <T> Future<T> begin(Callable<T> drill) {
        return threads.submit(drill);
    }

    private Held hold(Terms terms) {
        List<String> journal = Collections.synchronizedList(new ArrayList<>());
        Vertx vertx = Vertx.vertx();
        try {
            ClosingReport report = Backroom
                    .await(new Drill(vertx, terms, rows(), line -> {}, journal::add).hold());
            return new Held(report, journal);
        } finally {
            Backroom.await(vertx.close());
        }
    }

    private static void agrees(ClosingReport report) {
        assertThat(report.agrees()).as(String.join("\n", report.text())).isTrue();
    }

    private static Scenario day(double scale, Duration from, Duration until) {
        return Scenario.whole(1, scale).within(SEJONG).between(from, until);
    }

    /** {@code accounts}: drills at the same time need different ones. */
    private Terms terms(Scenario scenario, int speed, @Nullable UUID operation, String accounts) {
        return new Terms(new Venue("127.0.0.1", node.port(), false, new Venue.Trust.Usual()),
                new Credential.Password("admin", node.password("admin")), scenario, speed, operation, accounts,
                Backroom.newId(), "세종 훈련", Duration.ofSeconds(10));
    }

    private LedgerRows rows() {
        return new LedgerRows(node.pool());
    }

    /** The first seed whose part of the day has an incident that is worked to its end. */
    private static Scenario withAnIncident() {
        return LongStream.iterate(1, seed -> seed + 1)
                .mapToObj(seed -> Scenario.whole(seed, 0.1).within(SEJONG)
                        .between(Duration.ofMinutes(330), Duration.ofMinutes(390)))
                .filter(scenario -> DrillDay.of(scenario).lines().anyMatch(line -> line.contains("/closure ")))
                .findFirst().orElseThrow();
    }

    private static Map<String, List<String>> byClient(List<String> lines) {
        return lines.stream().collect(Collectors.groupingBy(line -> line.split(" ", 2)[0]));
    }

    private static ClosingReport.Line line(ClosingReport report, String what) {
        return report.lines().stream().filter(line -> line.what().equals(what)).findFirst().orElseThrow();
    }
}
