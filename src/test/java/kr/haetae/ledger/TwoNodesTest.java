package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.haetae.event.Entry;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private final Node one = Node.open(postgres.options(), id);
    private final Node two = Node.open(postgres.options(), id);

    @AfterEach
    void close() {
        one.close();
        two.close();
        postgres.close();
    }

    @Test
    void racingNodesMakeOneOrder() {
        List<Entry> seenByOne = record(one);
        List<Entry> seenByTwo = record(two);
        List<UUID> commands = IntStream.range(0, 1_500).mapToObj(i -> UUID.randomUUID()).toList();

        List<Future<?>> all = new ArrayList<>();
        all.add(workers(one, commands.subList(0, 900)));
        all.add(workers(two, commands.subList(600, 1_500)));
        await(Future.all(all));

        assertOneOrder(1_500);
        assertThat(seenByOne).isEqualTo(seenByTwo);
        assertThat(seenByOne).extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_500).boxed().toList());
        assertThat(seenByOne).extracting(Entry::command).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(one.meter("haetae.ledger.appends.contended") + two.meter("haetae.ledger.appends.contended"))
                .isPositive();
    }

    /** PostgreSQL's pg_dump holds a repeatable-read snapshot; the binaries that the tests run on have no pg_dump, so this does it. */
    @Test
    void aLongSnapshotLeavesNoDeadRowsBehindTheHead() throws SQLException {
        try (Connection dump = postgres.connect(); Statement statement = dump.createStatement()) {
            dump.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SELECT count(*) FROM entry");
            List<UUID> commands = IntStream.range(0, 1_000).mapToObj(i -> UUID.randomUUID()).toList();

            await(Future.all(workers(one, commands.subList(0, 500)), workers(two, commands.subList(500, 1_000))));

            assertOneOrder(1_000);
            statement.execute("SELECT count(*) FROM entry");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> postgres
                        .number("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'body'") >= 1_000);
        assertThat(postgres.number("SELECT sum(n_tup_upd + n_tup_del) FROM pg_stat_user_tables")).isZero();
        assertThat(postgres.number("SELECT pg_relation_size('ledger')")).isLessThanOrEqualTo(8_192);
    }

    @Test
    void timesNeverGoBack() {
        List<Entry> seen = record(one);
        List<UUID> commands = IntStream.range(0, 200).mapToObj(i -> UUID.randomUUID()).toList();

        await(Future.all(workers(one, commands.subList(0, 100)), workers(two, commands.subList(100, 200))));

        assertOneOrder(200);
        assertThat(seen).extracting(Entry::at).isSorted();
        assertThat(seen).extracting(Entry::realAt).isSorted();
    }

    private static List<Entry> record(Node node) {
        List<Entry> seen = Collections.synchronizedList(new ArrayList<>());
        node.ledger.listen(commit -> seen.addAll(commit.entries()));
        return seen;
    }

    /** 16 workers, each sending its next command when the last is answered. */
    private Future<?> workers(Node node, List<UUID> commands) {
        AtomicLong next = new AtomicLong();
        return Future.all(IntStream.range(0, 16).mapToObj(worker -> work(node, commands, next)).toList());
    }

    private Future<Void> work(Node node, List<UUID> commands, AtomicLong next) {
        int at = (int) next.getAndIncrement();
        return at >= commands.size()
                ? Future.succeededFuture()
                : node.comment(commands.get(at), incident, "w").compose(answer -> {
                    assertThat(answer).isInstanceOf(Answer.Done.class);
                    return work(node, commands, next);
                });
    }

    private void assertOneOrder(long entries) {
        Head<Counting.Picture> head = one.ledger.head().seq() > two.ledger.head().seq() ? one.ledger.head()
                : two.ledger.head();
        Duration atMost = Duration.ofSeconds(10);
        assertThat(await(one.ledger.reached(head.cursor(), atMost)))
                .isEqualTo(await(two.ledger.reached(head.cursor(), atMost)));
        Verification.Report report = await(Verification.run(one.database.pool(), id));
        assertThat(report.fault()).isEmpty();
        assertThat(report.entries()).isEqualTo(entries);
        assertThat(report.head()).isEqualTo(head.cursor());
    }
}
