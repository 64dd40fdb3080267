package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    @Test
    void itShowsTheDatabasesTimeWhateverTheWallClockShows() {
        try (PostgresFixture.Database postgres = PostgresFixture.database();
                Node node = Node.open(postgres.options(), UUID.randomUUID())) {
            DatabaseClock late = new DatabaseClock(System::nanoTime,
                    Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-6)));
            assertThat(late.disagrees()).isFalse();

            await(late.synchronise(node.database.pool(), 5));

            assertThat(late.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
            assertThat(late.offset()).isCloseTo(Duration.ofSeconds(6), Duration.ofSeconds(1));
            assertThat(late.disagrees()).isTrue();
            assertThat(node.database.clock().disagrees()).isFalse();
        }
    }
}
