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
import org.junit.jupiter.api.Test;

/** A small drill, held for real: an agency's first hour, ten hours a minute. */
class DrillTest {
    private static final UnitCode SEJONG = UnitCode.of("sejong");

    private final RunningNode node = RunningNode.shared();

    @Test
    void receiptsRowsAndTalliesAgreeAndTheSameSeedSendsTheSame() {
        Scenario scenario = withAnIncident();
        List<String> first = Collections.synchronizedList(new ArrayList<>());
        List<String> second = Collections.synchronizedList(new ArrayList<>());

        ClosingReport report = hold(scenario, null, first);
        ClosingReport again = hold(scenario, null, second);

        assertThat(report.agrees()).as(String.join("\n", report.text())).isTrue();
        assertThat(again.agrees()).as(String.join("\n", again.text())).isTrue();
        assertThat(byClient(second)).isEqualTo(byClient(first));
        assertThat(first).containsExactlyInAnyOrderElementsOf(DrillDay.of(scenario).lines().toList());
        assertThat(line(report, "incidents reported")).satisfies(line -> {
            assertThat(line.acknowledged()).isPositive();
            assertThat(line.rows()).isEqualTo(line.acknowledged());
            assertThat(line.tally()).isEqualTo(line.acknowledged());
        });
        assertThat(line(report, "post reports").acknowledged()).isGreaterThan(100);
        assertThat(report.lines()).allSatisfy(line -> assertThat(line.refused()).as(line.what()).isZero());
    }

    @Test
    void aDrillThatIsStoppedReportsAndGoesOnLater() {
        Scenario scenario = Scenario.whole(1, 0).within(SEJONG).between(Duration.ofHours(5), Duration.ofMinutes(340));
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        List<String> more = Collections.synchronizedList(new ArrayList<>());
        Vertx vertx = Vertx.vertx();
        Drill drill = new Drill(vertx, terms(scenario, 20, null), rows(), line -> {}, sent::add);
        var held = drill.hold();
        await().atMost(Duration.ofSeconds(60)).until(() -> sent.size() > 20);

        ClosingReport stopped = Backroom.await(drill.stop());

        assertThat(Backroom.await(held)).isEqualTo(stopped);
        assertThat(stopped.agrees()).as(String.join("\n", stopped.text())).isTrue();
        Backroom.await(vertx.close());
        ClosingReport whole = hold(scenario, Backroom.await(drill.ready()), more);
        assertThat(whole.agrees()).as(String.join("\n", whole.text())).isTrue();
        assertThat(more).containsAll(sent);
        assertThat(line(whole, "check-ins").rows())
                .isEqualTo(DrillDay.of(scenario).lines().filter(line -> line.contains(" /check-ins ")).count());
    }

    @Test
    void allBoxesReachTheCountAndTheBoardShowsWhatDoesNotFit() {
        Scenario scenario = Scenario.whole(1, 0.2).within(SEJONG).between(Duration.ofHours(20), Duration.ofHours(24));
        int routes = DrillDay.of(scenario).routes().size();

        ClosingReport report = hold(terms(scenario, 600, null, "boxes"), new ArrayList<>());

        assertThat(routes).isGreaterThan(20);
        assertThat(report.agrees()).as(String.join("\n", report.text())).isTrue();
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
    void aConferenceMeetsAndWhatItDecidesIsFollowed() {
        Scenario scenario = Scenario.whole(1, 0).within(SEJONG).between(Duration.ofMinutes(530),
                Duration.ofMinutes(680));

        ClosingReport report = hold(terms(scenario, 600, null, "conference"), new ArrayList<>());

        assertThat(report.agrees()).as(String.join("\n", report.text())).isTrue();
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
    void theCommissionSaysWhenTheCountIsOver() {
        Scenario scenario = Scenario.whole(1, 0).within(SEJONG).between(Duration.ofHours(25), Duration.ofHours(29));

        ClosingReport report = hold(terms(scenario, 600, null, "count"), new ArrayList<>());

        assertThat(report.agrees()).as(String.join("\n", report.text())).isTrue();
        assertThat(line(report, "ends of counts told")).satisfies(line -> {
            assertThat(line.rows()).isPositive();
            assertThat(line.refused()).isZero();
        });
    }

    private ClosingReport hold(Scenario scenario, @Nullable UUID operation, List<String> journal) {
        return hold(terms(scenario, 600, operation), journal);
    }

    private ClosingReport hold(Terms terms, List<String> journal) {
        Vertx vertx = Vertx.vertx();
        try {
            return Backroom.await(new Drill(vertx, terms, rows(), line -> {}, journal::add).hold());
        } finally {
            Backroom.await(vertx.close());
        }
    }

    private Terms terms(Scenario scenario, int speed, @Nullable UUID operation) {
        return terms(scenario, speed, operation, "drill");
    }

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
