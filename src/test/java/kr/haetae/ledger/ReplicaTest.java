package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.UUID;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.testing.PostgresFixture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that only follows; that its age counts a real replica's delay in is seen by ops/faults feed-behind. */
class ReplicaTest {
    private final UUID id = UUID.randomUUID();
    private final Vertx vertx = Vertx.vertx();
    private PostgresFixture.Database postgres;
    private Node writing;

    @BeforeEach
    void open() {
        postgres = PostgresFixture.database();
        writing = Node.open(postgres.options(), id);
    }

    @AfterEach
    void close() {
        writing.close();
        await(vertx.close());
        postgres.close();
    }

    @Test
    void itFollowsWithoutBeingToldAndWritesNothing() {
        writing.commented(UUID.randomUUID(), UUID.randomUUID(), "before");
        LedgerDatabase database = await(LedgerDatabase.openReplica(vertx, postgres.options(),
                new LedgerMeters(new SimpleMeterRegistry())));
        Ledger<Counting.Picture> following = await(
                Ledger.open(database, id, new Counting(), LedgerSettings.defaults()));
        try {
            assertThat(following.cursor()).isEqualTo(writing.ledger.cursor());

            writing.commented(UUID.randomUUID(), UUID.randomUUID(), "after");

            Awaitility.await().until(() -> following.cursor().equals(writing.ledger.cursor()));
            Awaitility.await().until(() -> following.confirmedAge().compareTo(Duration.ofSeconds(2)) < 0);
            UUID refused = UUID.randomUUID();
            assertThatThrownBy(() -> await(following.submit(Node.commenting(refused, UUID.randomUUID(), "never"))))
                    .isInstanceOf(FeedOnly.class);
            assertThat(postgres.number("SELECT count(*) FROM entry WHERE command = '" + refused + "'")).isZero();
        } finally {
            await(following.close());
            await(database.close());
        }
    }

    /** What a standby and a database that is starting, full or gone say: come again, or go elsewhere; the rest is a defect of ours. */
    @Test
    void failuresOfTheDatabaseAreToldApart() {
        assertThat(LedgerDatabase.away(said("57P03"))).isTrue();
        assertThat(LedgerDatabase.away(said("53100"))).isTrue();
        assertThat(LedgerDatabase.away(new ConnectException("refused"))).isTrue();
        assertThat(LedgerDatabase.away(said("42703"))).isFalse();
        assertThat(LedgerDatabase.away(new IllegalStateException("ours"))).isFalse();
        assertThat(LedgerDatabase.readOnly(said("25006"))).isTrue();
        assertThat(LedgerDatabase.readOnly(said("57P03"))).isFalse();
    }

    private static PgException said(String state) {
        return new PgException("as the database says", "ERROR", state, "");
    }
}
