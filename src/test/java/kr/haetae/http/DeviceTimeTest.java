package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationClock;
import org.junit.jupiter.api.Test;

class DeviceTimeTest {
    private static final Instant NOW = Instant.parse("2026-06-02T20:00:00Z");
    private static final OperationClock REAL = OperationClock.real(NOW);
    private static final OperationClock FAST = new OperationClock(NOW, Instant.parse("2026-06-03T01:00:00Z"), 60);

    @Test
    void aClockTwoHoursAheadIsTakenBack() {
        Instant arrived = NOW.minus(Duration.ofMinutes(10));
        Occurrence occurrence = of(Duration.ofHours(2), REAL, arrived.plus(Duration.ofHours(2)));

        assertThat(occurrence.at()).isEqualTo(arrived);
        assertThat(occurrence.stated()).isEqualTo(arrived.plus(Duration.ofHours(2)));
        assertThat(occurrence.deviceOffSeconds()).isEqualTo(7_200);
        assertThat(occurrence.clockWrong()).isTrue();
    }

    @Test
    void aClockBehindIsTakenForward() {
        Occurrence occurrence = of(Duration.ofHours(-2), REAL, NOW.minus(Duration.ofHours(2)));

        assertThat(occurrence.at()).isEqualTo(NOW);
        assertThat(occurrence.deviceOffSeconds()).isEqualTo(-7_200);
    }

    @Test
    void inAFastDrillAnOffsetCountsByTheRate() {
        Occurrence occurrence = of(Duration.ofSeconds(10), FAST, FAST.start().plusSeconds(600));

        assertThat(occurrence.at()).isEqualTo(FAST.start());
        assertThat(occurrence.deviceOffSeconds()).isEqualTo(10);
    }

    @Test
    void nothingHappenedInTheFuture() {
        assertThat(of(Duration.ZERO, REAL, NOW.plusSeconds(240)).at()).isEqualTo(NOW.plusSeconds(5));
        Occurrence unsaid = DeviceTime.of(Optional.empty(), REAL, NOW.plus(Duration.ofHours(3)), NOW);
        assertThat(unsaid.at()).isEqualTo(NOW);
        assertThat(unsaid.deviceOffSeconds()).isEqualTo(10_800);
    }

    @Test
    void withoutTheHeaderAPastTimeIsBelieved() {
        Instant arrived = NOW.minus(Duration.ofHours(7));

        assertThat(DeviceTime.of(Optional.empty(), REAL, arrived, NOW)).isEqualTo(Occurrence.exact(arrived));
    }

    @Test
    void theEndsOfTimeAreNoReasonToFail() {
        for (Instant stated : new Instant[]{Instant.MIN, Instant.MAX}) {
            assertThat(of(Duration.ofDays(-20_000), FAST, stated).at()).isBeforeOrEqualTo(FAST.start().plusSeconds(5));
            assertThat(DeviceTime.of(Optional.empty(), REAL, stated, NOW).at()).isBeforeOrEqualTo(NOW.plusSeconds(5));
        }
    }

    private static Occurrence of(Duration off, OperationClock clock, Instant stated) {
        return DeviceTime.of(Optional.of(NOW.plus(off)), clock, stated, NOW);
    }
}
