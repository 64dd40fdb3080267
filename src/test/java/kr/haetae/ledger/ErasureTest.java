package kr.haetae.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.haetae.event.Decision;
import kr.haetae.event.ErasureBasis;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Redaction;
import kr.haetae.event.UnitCode;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final int NEVER = 1_000_000;
    private static final String SECRET = "주민 홍길순 010-1234-5678";

    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final Vertx vertx = Vertx.vertx();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final LedgerDatabase database = Node.await(LedgerDatabase.open(vertx, postgres.options(),
            new LedgerMeters(registry)));
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private final List<Ledger<?>> open = new ArrayList<>();
    private final List<Vertx> others = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(ledger -> ledger.close().otherwiseEmpty().await());
        Node.await(database.close());
        Node.await(vertx.close());
        others.forEach(other -> Node.await(other.close()));
        postgres.close();
    }

    @Test
    void theWordsAreGoneAndTheChainHolds() {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        comment(ledger, "가");
        comment(ledger, SECRET);
        comment(ledger, "나");
        assertThat(count()).isEqualTo(1);

        erase(ledger, 2);

        assertThat(count()).isZero();
        assertThat(ledger.picture()).containsEntry(2L, Redaction.ERASED);
        Verification.Report report = verify();
        assertThat(report.fault()).isEmpty();
        assertThat(report.entries()).isEqualTo(4);
        assertThat(report.bodies()).isEqualTo(3);
        assertThat(report.erased()).isEqualTo(Map.of(2L, 4L));
        assertThat(Node.await(ledger.entries(List.of(2L))).getFirst().event())
                .isEqualTo(new Event.IncidentCommented(incident, Redaction.ERASED, Node.PERSON));
    }

    @Test
    void aReplayIsTheLivePicture() {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        for (int i = 0; i < 30; i++) {
            comment(ledger, "말 " + i);
        }
        for (long seq : new long[]{3, 30, 17}) {
            erase(ledger, seq);
        }

        var other = elsewhere(NEVER, NEVER, Duration.ZERO);

        assertThat(other.head()).isEqualTo(ledger.head());
    }

    /** Both append all the while, so that the appends are those under the lock too. */
    @Test
    void anotherNodeForgetsThemToo() {
        var one = open(NEVER, NEVER, Duration.ZERO);
        var two = elsewhere(NEVER, NEVER, Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            comment(one, SECRET + i);
            comment(two, "다른 말");
        }
        erase(two, one.head().seq() - 2);
        erase(one, 1);
        var head = one.head();

        assertThat(Node.await(two.reached(head.cursor(), Duration.ofSeconds(10)))).isEqualTo(head);
        assertThat(two.picture().get(1L)).isEqualTo(Redaction.ERASED);
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void snapshotsWithTheWordsAreDestroyedAndNoneIsWrittenLate() {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        comment(ledger, SECRET);
        var early = ledger.head();
        var snapshots = new Snapshots<>(vertx.getOrCreateContext(), database.pool(), id,
                new Telling().snapshots().orElseThrow());
        assertThat(Node.await(snapshots.save(early, ids()))).isTrue();
        assertThat(count()).isEqualTo(2);

        erase(ledger, 1);

        assertThat(count()).isZero();
        assertThat(postgres.number("SELECT count(*) FROM snapshot")).isZero();
        assertThat(Node.await(snapshots.save(early, ids()))).isFalse();
        assertThat(Node.await(snapshots.save(ledger.head(), ids()))).isTrue();
    }

    /** What it was writing when the words went is waited for, and goes with them. */
    @Test
    void aSnapshotThatIsBeingWrittenGoesToo() throws SQLException {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        comment(ledger, SECRET);
        try (var session = postgres.connect(); var writing = session.createStatement()) {
            writing.execute("BEGIN; SELECT pg_advisory_xact_lock_shared(" + (id.getMostSignificantBits()
                    ^ id.getLeastSignificantBits()) + ")");
            var erased = ledger.submit(erasing(1));
            await().during(Duration.ofMillis(300)).until(() -> !erased.isComplete());
            writing.execute("COMMIT");
            assertThat(Node.await(erased)).isInstanceOf(Answer.Done.class);
        }
        assertThat(count()).isZero();
    }

    /** The node began with a snapshot from before; what it skipped is compared with what it holds now. */
    @Test
    void anErasureWhileASnapshotIsVerifiedIsNoDifference() {
        var first = open(NEVER, 1, Duration.ZERO);
        for (int i = 0; i < 20; i++) {
            comment(first, SECRET + i);
        }
        Node.await(first.close());
        open.remove(first);
        assertThat(postgres.number("SELECT count(*) FROM snapshot")).isEqualTo(1);
        var ledger = open(NEVER, NEVER, Duration.ofSeconds(2));
        AtomicInteger resets = new AtomicInteger();
        ledger.listen(commit -> resets.addAndGet(commit.reset() ? 1 : 0));
        assertThat(registry.get("haetae.ledger.verified.seq").gauge().value()).isZero();

        erase(ledger, 5);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> registry.get("haetae.ledger.verified.seq").gauge().value() >= 21);
        assertThat(ledger.state()).isInstanceOf(LedgerState.Running.class);
        assertThat(resets).hasValue(0);
    }

    @Test
    void whoIsNotFirstDestroysNothing() {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        comment(ledger, SECRET);
        var stale = ledger.head();
        comment(ledger, "먼저");
        var batch = new Batch<>(id, new Telling(), stale, new Salts());
        batch.decide(new Pending<>(erasing(1), 0), database.clock().now());

        assertThat(Node.await(AppendStatement.execute(database.pool(), id, stale.seq(), stale.hash(), batch.links())))
                .isFalse();

        assertThat(count()).isEqualTo(1);
        assertThat(postgres.number("SELECT count(*) FROM erasure")).isZero();
    }

    @Test
    void aBodyThatNoEntryErasedStopsEveryReader() {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        comment(ledger, "가");
        comment(ledger, "나");
        comment(ledger, "다");
        erase(ledger, 1);
        Node.await(ledger.close());
        open.remove(ledger);
        for (String forgery : List.of(
                "DELETE FROM body WHERE seq = 2",
                "DELETE FROM body WHERE seq = 2; INSERT INTO erasure SELECT ledger, 2, 3 FROM erasure",
                "DELETE FROM body WHERE seq = 2; INSERT INTO erasure SELECT ledger, 2, 4 FROM erasure",
                "DELETE FROM erasure")) {
            postgres.execute("CREATE TABLE body_copy AS TABLE body; CREATE TABLE erasure_copy AS TABLE erasure");
            postgres.execute(forgery);

            assertThat(verify().fault()).as(forgery).isPresent();
            assertThatThrownBy(() -> open(NEVER, NEVER, Duration.ZERO)).as(forgery)
                    .isInstanceOf(LedgerStopped.class);
            postgres.execute("TRUNCATE body, erasure; INSERT INTO body TABLE body_copy;"
                    + " INSERT INTO erasure TABLE erasure_copy; DROP TABLE body_copy, erasure_copy");
        }
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void wordsThatCameBackAreFound() {
        var ledger = open(NEVER, NEVER, Duration.ZERO);
        comment(ledger, SECRET);
        postgres.execute("CREATE TABLE body_copy AS TABLE body");
        erase(ledger, 1);

        postgres.execute("INSERT INTO body TABLE body_copy");

        assertThat(verify().fault()).hasValueSatisfying(fault -> assertThat(fault.seq()).isEqualTo(2));
    }

    private Ledger<SortedMap<Long, String>> open(int every, int onClose, Duration delay) {
        return open(database, every, onClose, delay);
    }

    private Ledger<SortedMap<Long, String>> elsewhere(int every, int onClose, Duration delay) {
        Vertx other = Vertx.vertx();
        others.add(other);
        return open(Node.await(LedgerDatabase.open(other, postgres.options(), new LedgerMeters(
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)))), every, onClose, delay);
    }

    private Ledger<SortedMap<Long, String>> open(LedgerDatabase at, int every, int onClose, Duration delay) {
        LedgerSettings d = LedgerSettings.defaults();
        var ledger = Node.await(Ledger.open(at, id, new Telling(), new LedgerSettings(d.queueCapacity(),
                d.batchCommands(), d.batchBytes(), Duration.ofMillis(100), d.patience(), d.statementTimeout(),
                d.contendedFor(), 10, new SnapshotSettings(true, every, onClose, true, delay))));
        open.add(ledger);
        return ledger;
    }

    private void comment(Ledger<SortedMap<Long, String>> ledger, String text) {
        assertThat(Node.await(ledger.submit(submission(new Event.IncidentCommented(incident, text, Node.PERSON)))))
                .isInstanceOf(Answer.Done.class);
    }

    private void erase(Ledger<SortedMap<Long, String>> ledger, long seq) {
        assertThat(Node.await(ledger.submit(erasing(seq)))).isInstanceOf(Answer.Done.class);
    }

    private Submission<SortedMap<Long, String>> erasing(long seq) {
        return submission(new ErasureEvent.EntryErased(seq, "incident/" + incident,
                new Event.IncidentCommented(incident, Redaction.ERASED, Node.PERSON), "요구", ErasureBasis.DATA_SUBJECT,
                Node.PERSON, Node.PERSON));
    }

    private static Submission<SortedMap<Long, String>> submission(Event event) {
        UUID command = UUID.randomUUID();
        return new Submission<>(command, Node.ACCOUNT, UnitCode.HEADQUARTERS, Hash.of(new byte[]{1}),
                (picture, at) -> Decision.accept(event));
    }

    private static Ids.Fixed ids() {
        return new Ids().fixed();
    }

    private Verification.Report verify() {
        return Node.await(Verification.run(database.pool(), id));
    }

    /** In how many rows of all tables the secret stands. */
    private long count() {
        String secret = "convert_to('" + SECRET + "', 'UTF8')";
        return postgres.number("SELECT (SELECT count(*) FROM body WHERE position(" + secret + " IN bytes) > 0)"
                + " + (SELECT count(*) FROM snapshot_part WHERE position(" + secret + " IN bytes) > 0)"
                + " + (SELECT count(*) FROM entry WHERE position(" + secret + " IN envelope) > 0)");
    }
}
