package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kr.haetae.event.Author;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.event.Decision;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerSettings;
import kr.haetae.ledger.Submission;
import kr.haetae.level.LevelCommand;
import kr.haetae.level.LevelTimes;
import kr.haetae.level.Levels;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database that see the time of a plan's step come at once. */
class PlanOnTwoNodesTest {
    private static final UnitCode HQ = UnitCode.HEADQUARTERS;
    private static final Person SOMEBODY = new Person(new UUID(1, 1), "지휘관", HQ);
    private static final Hash REQUEST = Hash.of("timed".getBytes(StandardCharsets.UTF_8));

    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final Vertx vertx = Vertx.vertx();
    private final UUID operation = UUID.randomUUID();
    private final LedgerDatabase firstDatabase = database();
    private final LedgerDatabase secondDatabase = database();
    private final Ledger<Picture> first = open(firstDatabase);
    private final Ledger<Picture> second = open(secondDatabase);

    @AfterEach
    void close() {
        Backroom.await(Future.join(first.close(), second.close()));
        Backroom.await(Future.join(firstDatabase.close(), secondDatabase.close()));
        Backroom.await(vertx.close());
        postgres.close();
    }

    @Test
    void makeOneEntryOfIt() {
        Instant now = Instant.now();
        tell(new Event.OperationDefined(operation, "훈련", OperationKind.DRILL, OperationClock.real(now),
                List.of(new PlacedUnit(HQ, UnitKind.HQ, null, "경찰청", "National Police Agency", "본청"))));
        tell(new OperationEvent.OperationOpened(SOMEBODY));
        PlannedLevel step = new PlannedLevel(UUID.randomUUID(), HQ, EmergencyLevel.A, now.minusSeconds(60),
                now.plusSeconds(3_600), "투표");
        Answer planned = submit(first, UUID.randomUUID(), (picture, at) -> Levels.decide(picture, at,
                new Author(new UUID(1, 1), "지휘관", HQ, null), new LevelCommand.SetPlan(List.of(step))));
        assertThat(planned).isInstanceOf(Answer.Done.class);
        Backroom.await(second.reached(first.cursor(), Duration.ofSeconds(10)));

        Timed.Due one = due(first);
        Timed.Due other = due(second);
        assertThat(one.command()).isEqualTo(other.command());
        List<Future<Answer>> answers = Stream.of(first, second, first, second)
                .map(ledger -> ledger.submit(submission(ledger == first ? one : other))).toList();
        Backroom.await(Future.join(answers));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.result()).isInstanceOf(Answer.Done.class));
        Backroom.await(second.reached(first.cursor(), Duration.ofSeconds(10)));
        assertThat(Backroom.await(second.entries(1, false, 100)).stream().map(Entry::event)
                .filter(LevelEvent.LevelDeclared.class::isInstance)).hasSize(1);
        assertThat(Levels.effective(second.picture(), HQ)).isEqualTo(EmergencyLevel.A);
        assertThat(new LevelTimes().due(first.picture(), first.now())).isEmpty();
    }

    private static Timed.Due due(Ledger<Picture> ledger) {
        List<Timed.Due> due = new LevelTimes().due(ledger.picture(), ledger.now());
        assertThat(due).hasSize(1);
        return due.getFirst();
    }

    private void tell(Event event) {
        assertThat(submit(first, UUID.randomUUID(), (picture, at) -> Decision.accept(event)))
                .isInstanceOf(Answer.Done.class);
    }

    private static Answer submit(Ledger<Picture> ledger, UUID command,
            BiFunction<Picture, Instant, Decision> decide) {
        return Backroom.await(ledger.submit(new Submission<>(command, Entry.SYSTEM, HQ, REQUEST, decide)));
    }

    private static Submission<Picture> submission(Timed.Due due) {
        return new Submission<>(due.command(), Entry.SYSTEM, due.unit(), REQUEST, due.decide());
    }

    private LedgerDatabase database() {
        return Backroom.await(LedgerDatabase.open(vertx, postgres.options(),
                new LedgerMeters(new SimpleMeterRegistry())));
    }

    private Ledger<Picture> open(LedgerDatabase database) {
        return Backroom.await(Ledger.open(database, operation, new OperationFold(OperationClock.real(Instant.EPOCH)),
                LedgerSettings.defaults()));
    }
}
