package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import kr.haetae.event.Cursor;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestoreTest {
    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private final Node node = Node.open(postgres.options(), id);
    private final List<Commit<Counting.Picture>> resets = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        node.close();
        postgres.close();
    }

    @Test
    void aNodeBeyondARestoredCopyStartsAnew() {
        write(50);
        Cursor lost = node.ledger.cursor();
        UUID forgotten = UUID.randomUUID();
        node.commented(forgotten, incident, "f");
        listen();

        cut(30);

        await().atMost(Duration.ofSeconds(5)).until(() -> !resets.isEmpty());
        assertThat(node.ledger.cursor().seq()).isEqualTo(30);
        assertThat(node.picture().entries()).isEqualTo(30);
        assertThat(await(node.ledger.reached(lost, Duration.ofSeconds(5))).seq()).isEqualTo(30);
        assertThat(node.commented(forgotten, incident, "f")).isInstanceOfSatisfying(Answer.Done.class,
                done -> assertThat(done.repeated()).isFalse());
        assertThat(node.picture().entries()).isEqualTo(31);
        assertHolds();
    }

    @Test
    void anotherContinuationIsNotMistakenForOurs() {
        write(50);
        listen();
        node.ledger.close().await();
        cut(30);
        try (Node other = Node.open(postgres.options(), id)) {
            IntStream.range(0, 40).forEach(i -> other.commented(UUID.randomUUID(), incident, "other"));
            try (Node late = Node.open(postgres.options(), id)) {
                Cursor ours = late.ledger.cursor();
                assertThat(ours.seq()).isEqualTo(70);
                postgres.execute("DELETE FROM entry WHERE seq > 60; DELETE FROM body WHERE seq > 60");
                await().atMost(Duration.ofSeconds(5)).until(() -> late.ledger.cursor().seq() == 60);
                await().atMost(Duration.ofSeconds(5)).until(() -> other.ledger.cursor().seq() == 60);
                IntStream.range(0, 20).forEach(i -> other.commented(UUID.randomUUID(), incident, "third"));
                await().atMost(Duration.ofSeconds(5)).until(() -> late.ledger.cursor().equals(other.ledger.cursor()));
                assertThat(late.ledger.cursor()).isNotEqualTo(ours);
                assertThat(late.picture()).isEqualTo(other.picture());
            }
        }
    }

    @Test
    void anAppendOnALostHeadFindsOutItself() {
        write(20);
        listen();
        cut(10);

        Answer answer = node.commented(UUID.randomUUID(), incident, "after");

        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(resets).isNotEmpty();
        assertThat(node.picture().entries()).isEqualTo(11);
        assertHolds();
    }

    @Test
    void aLedgerThatIsGoneAltogetherStartsAnew() {
        write(5);
        listen();
        postgres.execute("TRUNCATE ledger, entry, body");

        assertThat(node.commented(UUID.randomUUID(), incident, "first")).isInstanceOf(Answer.Done.class);

        assertThat(node.ledger.cursor().seq()).isEqualTo(1);
        assertHolds();
    }

    private void write(int count) {
        await(Future.all(
                IntStream.range(0, count).mapToObj(i -> node.comment(UUID.randomUUID(), incident, "w" + i)).toList()));
    }

    private void listen() {
        node.ledger.listen(commit -> {
            if (commit.reset()) {
                resets.add(commit);
            }
        });
    }

    private void cut(long after) {
        postgres.execute("DELETE FROM entry WHERE seq > " + after + "; DELETE FROM body WHERE seq > " + after);
    }

    private void assertHolds() {
        Verification.Report report = await(Verification.run(node.database.pool(), id));
        assertThat(report.fault()).isEmpty();
        assertThat(report.head()).isEqualTo(node.ledger.cursor());
    }
}
