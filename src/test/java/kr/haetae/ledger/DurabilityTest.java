package kr.haetae.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.testing.PostgresFixture;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    private static final int COMMITS = 40;

    @Test
    void everyAppendIsFlushedToDisk() {
        try (PostgresFixture.Database postgres = PostgresFixture.database();
                Node node = Node.open(postgres.options(), UUID.randomUUID())) {
            assertFlushed(postgres, () -> IntStream.range(0, COMMITS)
                    .forEach(i -> node.commented(UUID.randomUUID(), UUID.randomUUID(), "durable")));
        }
    }

    @Test
    void theSameAssertionFailsAndANodeRefusesWithoutFsync() throws IOException {
        try (EmbeddedPostgres careless = PostgresFixture.start("off");
                PostgresFixture.Database postgres = PostgresFixture.database(careless)) {
            assertThatThrownBy(() -> assertFlushed(postgres, () -> IntStream.range(0, COMMITS)
                    .forEach(i -> postgres
                            .execute("INSERT INTO ledger (id, genesis) VALUES (gen_random_uuid(), sha256('x'))"))))
                    .isInstanceOf(ConditionTimeoutException.class);

            assertThatThrownBy(() -> Node.open(postgres.options(), UUID.randomUUID()))
                    .hasMessageContaining("fsync is off");
        }
    }

    /** Sequential commits can't share a flush, so there are at least as many. Backends publish their figures within seconds. */
    private static void assertFlushed(PostgresFixture.Database postgres, Runnable commits) {
        long before = flushes(postgres);
        commits.run();
        await().atMost(Duration.ofSeconds(8)).untilAsserted(
                () -> assertThat(flushes(postgres) - before).isGreaterThanOrEqualTo(COMMITS));
    }

    private static long flushes(PostgresFixture.Database postgres) {
        return postgres.number(
                "SELECT coalesce(sum(fsyncs), 0) FROM pg_stat_io WHERE object = 'wal' AND backend_type = 'client backend'");
    }
}
