package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final int NEVER = 1_000_000;

    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final Vertx vertx = Vertx.vertx();
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private final Kept fold = Kept.honest();
    private final List<UUID> commands = new ArrayList<>();

    @AfterEach
    void close() {
        await(vertx.close());
        postgres.close();
    }

    @Test
    void aStartReadsWhatWasKeptAndWhatCameAfter() {
        try (Node node = open(fold, NEVER, 1)) {
            write(node, 30);
        }
        assertThat(seq()).isEqualTo(30);
        Head<Counting.Picture> head;
        try (Node without = Node.open(postgres.options(), id)) {
            write(without, 5);
            head = without.ledger.head();
        }
        assertThat(fold.read()).hasValue(0);

        try (Node node = open(fold, NEVER, NEVER)) {
            assertThat(fold.read()).hasValue(1);
            assertThat(node.ledger.head()).isEqualTo(head);
            assertThat(commands).allSatisfy(command -> assertThat(node.commented(command, incident, "a"))
                    .isInstanceOfSatisfying(Answer.Done.class, done -> assertThat(done.repeated()).isTrue()));
            awaitVerified(node, 35);
            write(node, 1);
            assertThat(node.ledger.state()).isInstanceOf(LedgerState.Running.class);
        }
    }

    @Test
    void aSnapshotIsKeptWhileTheLedgerRuns() {
        try (Node node = open(fold, 10, NEVER)) {
            write(node, 25);
            await().atMost(Duration.ofSeconds(10)).until(() -> seq() > 15);
            // On a slow machine it was kept while the entries were still written.
            long kept = seq();
            write(node, (int) (kept + 9 - node.ledger.head().seq()));
            await().during(Duration.ofMillis(1_500)).until(() -> seq() == kept);
            write(node, 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> seq() == kept + 10);
        }
    }

    @Test
    void anEntryChangedBeforeTheSnapshotStopsTheLedger() {
        keep(30);
        postgres.execute("UPDATE body SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '\"a\"', '\"b\"'), "
                + "'UTF8') WHERE seq = 3");

        try (Node node = open(fold, NEVER, NEVER)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> node.ledger.state() instanceof LedgerState.Stopped);
            assertThat(node.ledger.state()).isInstanceOfSatisfying(LedgerState.Stopped.class,
                    stopped -> assertThat(stopped.seq()).isEqualTo(3));
            assertThat(node.registry.get("haetae.ledger.stopped").gauge().value()).isEqualTo(1);
        }
    }

    @Test
    void anEntryTakenOutBeforeTheSnapshotStopsTheLedger() {
        keep(30);
        postgres.execute("DELETE FROM entry WHERE seq = 7");

        try (Node node = open(fold, NEVER, NEVER)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> node.ledger.state() instanceof LedgerState.Stopped);
        }
    }

    @Test
    void aFalseSnapshotIsFoundOutAndReplacedByTheTruth() {
        try (Node liar = open(fold.lying(), NEVER, 1)) {
            write(liar, 30);
        }

        try (Node node = open(fold, NEVER, NEVER)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> node.picture().entries() == 30);
            assertThat(node.ledger.state()).isInstanceOf(LedgerState.Running.class);
            await().atMost(Duration.ofSeconds(10)).until(() -> seq() == 0);
            write(node, 1);
            awaitVerified(node, 31);
        }
    }

    @Test
    void aDamagedOneIsDeletedAndTheWholeLedgerFolded() {
        for (String damage : List.of("UPDATE snapshot_part SET bytes = set_bit(bytes, 3, 1 - get_bit(bytes, 3)) "
                + "WHERE number = 1", "DELETE FROM snapshot_part WHERE number = 3",
                "UPDATE snapshot_part SET bytes = '' WHERE number = 0", "UPDATE snapshot SET digest = sha256('x')")) {
            keep(3);
            Head<Counting.Picture> head = whole();
            postgres.execute(damage);

            try (Node node = open(fold, NEVER, NEVER)) {
                assertThat(node.ledger.head()).isEqualTo(head);
            }
            assertThat(seq()).as(damage).isZero();
        }
    }

    @Test
    void oneOfAnotherChainGivesWay() {
        keep(30);
        postgres.execute("DELETE FROM entry WHERE seq > 20; DELETE FROM body WHERE seq > 20");
        Head<Counting.Picture> head = whole();

        try (Node node = open(fold, NEVER, 1)) {
            assertThat(node.ledger.head()).isEqualTo(head);
            write(node, 2);
        }

        assertThat(seq()).isEqualTo(22);
    }

    @Test
    void onlyTheGreaterSeqWinsAndOneOfAnotherChainNever() {
        try (Node node = open(fold, NEVER, NEVER)) {
            write(node, 5);
            Head<Counting.Picture> early = node.ledger.head();
            write(node, 5);
            Head<Counting.Picture> late = node.ledger.head();
            Snapshots<Counting.Picture> snapshots = snapshots(node, fold);

            assertThat(await(snapshots.save(late, ids()))).isTrue();
            assertThat(await(snapshots.save(early, ids()))).isFalse();
            assertThat(await(snapshots.save(late, ids()))).isFalse();
            assertThat(await(snapshots.newest())).isEqualTo(10);
            postgres.execute("DELETE FROM entry WHERE seq > 7; DELETE FROM body WHERE seq > 7");
            assertThat(await(snapshots.newest())).isZero();
            assertThat(await(snapshots.save(early, ids()))).isTrue();
        }
    }

    @Test
    void otherVersionsStayUntilNobodyCanNeedThem() {
        keep(10);
        Kept newer = fold.ofVersion("two");
        try (Node node = open(newer, NEVER, NEVER)) {
            assertThat(fold.read()).hasValue(0);
            Snapshots<Counting.Picture> snapshots = snapshots(node, newer);
            assertThat(await(snapshots.save(node.ledger.head(), ids()))).isTrue();
            assertThat(postgres.number("SELECT count(*) FROM snapshot")).isEqualTo(2);

            postgres.execute("UPDATE snapshot SET written_at = written_at - interval '8 days'");
            write(node, 1);
            assertThat(await(snapshots.save(node.ledger.head(), ids()))).isTrue();
        }
        assertThat(postgres.number("SELECT count(*) FROM snapshot")).isEqualTo(1);
        assertThat(postgres.number("SELECT count(DISTINCT fold) FROM snapshot_part")).isEqualTo(1);
    }

    @Test
    void whatASnapshotSkippedAndIsNotYetVerifiedIsNotKeptAgain() {
        keep(10);
        try (Node node = Node.open(postgres.options(), id, settings(NEVER, 1, Duration.ofMinutes(1)), fold)) {
            write(node, 5);
            assertThat(node.registry.get("haetae.ledger.verified.seq").gauge().value()).isZero();
        }
        assertThat(seq()).isEqualTo(10);
    }

    @Test
    void switchedOffNothingIsReadOrWritten() {
        keep(10);
        LedgerSettings d = LedgerSettings.defaults();
        try (Node node = Node.open(postgres.options(), id, settings(d, new SnapshotSettings(false, 1, 1, true,
                Duration.ZERO)), fold)) {
            write(node, 5);
        }
        assertThat(fold.read()).hasValue(0);
        assertThat(seq()).isEqualTo(10);
    }

    @Test
    void idsAreFixedWithoutACopyAndReadBack() {
        Ids ids = new Ids();
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            UUID command = new UUID(i, 7);
            added.add(command);
            assertThat(ids.add(command)).isTrue();
        }
        Ids.Fixed fixed = ids.fixed();
        assertThat(ids.add(added.getFirst())).isFalse();
        ids.add(UUID.randomUUID());

        Ids read = Ids.of(fixed.parts());

        assertThat(fixed.parts()).hasSize(2);
        assertThat(read.size()).isEqualTo(40_000);
        assertThat(added).allMatch(read::contains);
        assertThat(read.fixed().get(39_999)).isEqualTo(added.getLast());
    }

    private void keep(int entries) {
        try (Node node = open(fold, NEVER, 1)) {
            write(node, entries);
            awaitVerified(node, node.ledger.head().seq());
        }
        assertThat(seq()).isPositive();
        fold.read().set(0);
    }

    private Head<Counting.Picture> whole() {
        try (Node node = Node.open(postgres.options(), id)) {
            return node.ledger.head();
        }
    }

    private Node open(Kept kept, int every, int onClose) {
        return Node.open(postgres.options(), id, settings(every, onClose, Duration.ZERO), kept);
    }

    private static LedgerSettings settings(int every, int onClose, Duration delay) {
        return settings(LedgerSettings.defaults(), new SnapshotSettings(true, every, onClose, true, delay));
    }

    private static LedgerSettings settings(LedgerSettings d, SnapshotSettings snapshots) {
        return new LedgerSettings(d.queueCapacity(), d.batchCommands(), d.batchBytes(), Duration.ofMillis(100),
                d.patience(), d.statementTimeout(), d.contendedFor(), 10, snapshots);
    }

    private void write(Node node, int number) {
        for (int i = 0; i < number; i++) {
            UUID command = UUID.randomUUID();
            commands.add(command);
            assertThat(node.commented(command, incident, "a")).isInstanceOf(Answer.Done.class);
        }
    }

    /** Of the snapshot of the first version; 0 when there is none. */
    private long seq() {
        return postgres.number("SELECT coalesce(max(seq), 0) FROM snapshot WHERE fold = '\\x" + fold.hash() + "'");
    }

    private static void awaitVerified(Node node, long seq) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> node.registry.get("haetae.ledger.verified.seq").gauge().value() >= seq);
    }

    private Snapshots<Counting.Picture> snapshots(Node node, Kept kept) {
        return new Snapshots<>(vertx.getOrCreateContext(), node.database.pool(), id,
                kept.snapshots().orElseThrow());
    }

    private Ids.Fixed ids() {
        Ids ids = new Ids();
        commands.forEach(ids::add);
        return ids.fixed();
    }
}
