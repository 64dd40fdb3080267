package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.Person;
import kr.haetae.event.Phase;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostState;
import kr.haetae.event.SilenceRule;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerSettings;
import kr.haetae.ledger.Submission;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import kr.haetae.post.SilenceSweep;
import kr.haetae.post.Watch;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.Test;

/** Two nodes find the same posts silent on a real ledger: one entry comes of it. */
class SweepOnTwoNodesTest {
    private static final Hash REQUEST = Hash.of("test".getBytes(StandardCharsets.UTF_8));
    private static final UnitCode STATION = UnitCode.of("seoul-mapo");
    private static final Person NOBODY = new Person(null, "시험", UnitCode.HEADQUARTERS);

    private final UUID operation = UUID.randomUUID();

    @Test
    void theSameFindingIsOneEntry() {
        Vertx vertx = Vertx.vertx();
        try (PostgresFixture.Database postgres = PostgresFixture.database()) {
            LedgerDatabase one = open(vertx, postgres);
            LedgerDatabase two = open(vertx, postgres);
            Ledger<Picture> here = ledger(one);
            Ledger<Picture> there = ledger(two);
            begin(here);
            Backroom.await(there.reached(here.cursor(), Duration.ofSeconds(10)));
            SilenceSweep sweep = new SilenceSweep();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> sweep.due(here.picture(), here.now()).size() == 1
                            && sweep.due(there.picture(), there.now()).size() == 1);

            List<Future<Answer>> answers = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                sweep.due(here.picture(), here.now()).forEach(due -> answers.add(submit(here, due)));
                sweep.due(there.picture(), there.now()).forEach(due -> answers.add(submit(there, due)));
            }
            answers.forEach(Backroom::await);

            List<Event> all = Backroom.await(here.entries(1, false, 1_000)).stream().map(Entry::event).toList();
            assertThat(all.stream().filter(PostEvent.PostsFellSilent.class::isInstance)).hasSize(1);
            assertThat(here.picture().all(Watch.KIND)).hasSize(2)
                    .allSatisfy(held -> assertThat(((Watch) held.entity()).state()).isEqualTo(
                            PostState.NEVER_REPORTED));
            Backroom.await(here.close());
            Backroom.await(there.close());
            Backroom.await(one.close());
            Backroom.await(two.close());
        } finally {
            Backroom.await(vertx.close());
        }
    }

    private static LedgerDatabase open(Vertx vertx, PostgresFixture.Database postgres) {
        return Backroom.await(LedgerDatabase.open(vertx, postgres.options(),
                new LedgerMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))));
    }

    private Ledger<Picture> ledger(LedgerDatabase database) {
        return Backroom.await(Ledger.open(database, operation, new OperationFold(OperationClock.real(Instant.EPOCH)),
                LedgerSettings.defaults()));
    }

    /** Open, in a phase in which a polling place reports every minute of a clock that runs sixty times as fast. */
    private void begin(Ledger<Picture> ledger) {
        OperationClock clock = new OperationClock(ledger.realNow(), ledger.realNow(), 60);
        tell(ledger, new Event.OperationDefined(operation, "시험", OperationKind.DRILL, clock, List.of(
                new PlacedUnit(UnitCode.HEADQUARTERS, UnitKind.HQ, null, "경찰청", "Headquarters", "본청"),
                new PlacedUnit(STATION, UnitKind.STATION, UnitCode.HEADQUARTERS, "서울마포경찰서", "Mapo", "서울마포"))));
        tell(ledger, new OperationEvent.SettingsChanged(new OperationSettings(false, 60, 120,
                List.of(new SilenceRule(PostKind.POLLING_PLACE, Phase.VOTING, 1, 1, 30)), 10, 30), NOBODY));
        tell(ledger, new Event.PostsPlaced("list", RunningNode.POSTS.stream()
                .filter(post -> !post.jurisdiction().unknown())
                .map(post -> new kr.haetae.event.PlacedPost(post.id(), post.kind(), post.name(), STATION,
                        post.jurisdiction(), List.of(), null, null, null, null, null, null, null))
                .toList()));
        tell(ledger, new OperationEvent.OperationOpened(NOBODY));
        tell(ledger, new OperationEvent.PhaseEntered(Phase.VOTING, null, NOBODY));
    }

    private static void tell(Ledger<Picture> ledger, Event event) {
        Backroom.await(ledger.submit(new Submission<>(UUID.randomUUID(), Entry.SYSTEM, UnitCode.HEADQUARTERS, REQUEST,
                (picture, at) -> Decision.accept(event))));
    }

    private static Future<Answer> submit(Ledger<Picture> ledger, Timed.Due due) {
        return ledger.submit(new Submission<>(due.command(), Entry.SYSTEM, due.unit(), REQUEST, due.decide()));
    }
}
