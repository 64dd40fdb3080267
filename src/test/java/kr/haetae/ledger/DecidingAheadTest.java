package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import kr.haetae.event.Decision;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command that comes while an append is under way is decided on what that one will have made, and sees nothing of it if it fails. */
class DecidingAheadTest {
    private static final String APPENDING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock' AND query LIKE 'WITH head%'";

    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private final Node node = Node.open(postgres.options(), id);
    /** How many entries the second command saw, each time that it was decided. */
    private final Queue<Long> seen = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        node.close();
        postgres.close();
    }

    @Test
    void itIsDecidedBeforeTheAppendIsDoneAndGoesWithTheNext() throws SQLException {
        Future<Answer> first;
        Future<Answer> second;
        try (Connection lock = locked()) {
            first = comment();
            second = observed();
            await().until(() -> !seen.isEmpty());
            assertThat(first.isComplete()).isFalse();
            assertThat(node.picture().entries()).isZero();
            lock.rollback();
        }

        assertThat(List.of(seq(first), seq(second))).containsExactly(1L, 2L);
        assertThat(seen).containsExactly(1L);
        assertHolds(2);
    }

    @Test
    void whenTheAppendIsLostItIsDecidedAnewInItsOrder() throws SQLException {
        Future<Answer> first;
        Future<Answer> second;
        try (Connection lock = locked()) {
            first = comment();
            second = observed();
            await().until(() -> !seen.isEmpty());
            postgres.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'WITH head%' AND pid <> pg_backend_pid()");
            lock.rollback();
        }

        assertThat(List.of(seq(first), seq(second))).containsExactly(1L, 2L);
        assertThat(seen).hasSizeGreaterThan(1).containsOnly(1L);
        assertHolds(2);
    }

    @Test
    void whenAnotherNodeWasFirstItIsDecidedOnWhatThatOneDid() throws SQLException {
        Future<Answer> first;
        Future<Answer> second;
        try (Node other = Node.open(postgres.options(), id)) {
            Future<Answer> foreign;
            try (Connection lock = locked()) {
                foreign = other.comment(UUID.randomUUID(), incident, "foreign");
                await().until(() -> postgres.number(APPENDING) == 1);
                first = comment();
                second = observed();
                await().until(() -> !seen.isEmpty());
                lock.rollback();
            }
            assertThat(List.of(seq(foreign), seq(first), seq(second))).containsExactlyInAnyOrder(1L, 2L, 3L);
        }

        assertThat(seq(second)).isGreaterThan(seq(first));
        assertThat(seen).last().isEqualTo(seq(second) - 1);
        assertHolds(3);
    }

    /** Nobody appends until it is rolled back. Returns once it holds. */
    private Connection locked() throws SQLException {
        Connection connection = postgres.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE entry IN EXCLUSIVE MODE");
        }
        return connection;
    }

    private Future<Answer> comment() {
        long waiting = postgres.number(APPENDING);
        Future<Answer> answer = node.comment(UUID.randomUUID(), incident, "first");
        await().until(() -> postgres.number(APPENDING) == waiting + 1);
        return answer;
    }

    private Future<Answer> observed() {
        return node.ledger.submit(Node.submission(UUID.randomUUID(), "second", (picture, at) -> {
            seen.add(picture.entries());
            return Decision.accept(Node.event(incident, "second"));
        }));
    }

    private static long seq(Future<Answer> answer) {
        return ((Answer.Done) await(answer)).entries().getFirst().seq();
    }

    private void assertHolds(long entries) {
        Verification.Report report = await(Verification.run(node.database.pool(), id));
        assertThat(report.fault()).isEmpty();
        assertThat(report.entries()).isEqualTo(entries);
        assertThat(report.head()).isEqualTo(node.ledger.cursor());
    }
}
