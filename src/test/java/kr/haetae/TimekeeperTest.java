package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.NamedId;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.http.OpenOperations;
import kr.haetae.incident.Team;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerSettings;
import kr.haetae.ledger.Submission;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.Test;

class TimekeeperTest {
    private static final Hash REQUEST = Hash.of("test".getBytes(StandardCharsets.UTF_8));
    private static final Person NOBODY = new Person(null, "시험", UnitCode.HEADQUARTERS);
    private static final int DUE = 500;
    private static final int QUEUE = 64;

    private final UUID operation = UUID.randomUUID();

    @Test
    void whatIsDueAtOnceLeavesTheQueueToPeople() {
        Vertx vertx = Vertx.vertx();
        try (PostgresFixture.Database postgres = PostgresFixture.database()) {
            PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            LedgerDatabase database = Backroom
                    .await(LedgerDatabase.open(vertx, postgres.options(), new LedgerMeters(meters)));
            Ledger<Picture> ledger = Backroom.await(Ledger.open(database, operation,
                    new OperationFold(OperationClock.real(Instant.EPOCH)), shortQueue()));
            OpenOperations operations = new OpenOperations();
            operations.add(ledger);
            Timekeeper timekeeper = new Timekeeper(vertx, operations, List.of(TimekeeperTest::everyTeam), () -> false);
            open(ledger);

            timekeeper.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> everyTeam(ledger.picture(), ledger.now()).isEmpty());

            timekeeper.stop();
            assertThat(teams(ledger)).isEqualTo(DUE);
            assertThat(meters.get("haetae.ledger.commands").tag("result", "overloaded").counter().count()).isZero();
            Backroom.await(ledger.close());
            Backroom.await(database.close());
        } finally {
            Backroom.await(vertx.close());
        }
    }

    /** A rule that is as good as any other: what it finds due, it makes an entry of. */
    private static List<Timed.Due> everyTeam(Picture picture, Instant now) {
        return IntStream.range(0, DUE).mapToObj(number -> NamedId.of(new UUID(0, 7), "team " + number))
                .filter(team -> picture.held(Team.key(team)).isEmpty())
                .map(team -> new Timed.Due(team, UnitCode.HEADQUARTERS,
                        (standing, at) -> Decision.accept(new IncidentEvent.TeamsSet(
                                List.of(new PlacedTeam(team, UnitCode.HEADQUARTERS, team.toString())), NOBODY))))
                .toList();
    }

    private static long teams(Ledger<Picture> ledger) {
        return StreamSupport.stream(ledger.picture().all(Team.KIND).spliterator(), false).count();
    }

    private static LedgerSettings shortQueue() {
        LedgerSettings usual = LedgerSettings.defaults();
        return new LedgerSettings(QUEUE, usual.batchCommands(), usual.batchBytes(), usual.poll(), usual.patience(),
                usual.statementTimeout(), usual.contendedFor(), usual.pageEntries(), usual.snapshots());
    }

    private void open(Ledger<Picture> ledger) {
        tell(ledger, new Event.OperationDefined(operation, "시험", OperationKind.DRILL,
                OperationClock.real(ledger.realNow()), List.of(new PlacedUnit(UnitCode.HEADQUARTERS, UnitKind.HQ, null,
                        "경찰청", "Headquarters", "본청"))));
        tell(ledger, new OperationEvent.OperationOpened(NOBODY));
    }

    private static void tell(Ledger<Picture> ledger, Event event) {
        Backroom.await(ledger.submit(new Submission<>(UUID.randomUUID(), Entry.SYSTEM, UnitCode.HEADQUARTERS, REQUEST,
                (picture, at) -> Decision.accept(event))));
    }
}
