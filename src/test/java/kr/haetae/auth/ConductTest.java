package kr.haetae.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductTest {
    private static final Guarantor GATEWAY = Guarantor.address("10.0.0.1");
    private static final Guarantor ELSEWHERE = Guarantor.address("10.0.0.2");
    private static final int OFFICERS = 28_590;
    private static final Duration MORNING = Duration.ofMinutes(30);

    private Instant now = Instant.parse("2026-06-02T20:00:00Z");
    private final Conduct conduct = new Conduct(() -> now);

    private void failures(Guarantor guarantor, int count) {
        for (int i = 0; i < count; i++) {
            conduct.failed(guarantor);
        }
    }

    /** Everybody within half an hour, each trying until he is in; the first of them come to a gateway that nobody knows yet. */
    @ParameterizedTest
    @CsvSource({"1, 0.05", "1, 0.10", "1, 0.20", "4, 0.10", "18, 0.10"})
    void theMorningOfTheDayIsNeverUnderSuspicion(int gateways, double mistyped) {
        Random random = new Random(20260603);
        Duration between = MORNING.dividedBy(OFFICERS / gateways);
        int failed = 0;
        for (int officer = 0; officer < OFFICERS / gateways; officer++) {
            while (random.nextDouble() < mistyped) {
                conduct.failed(GATEWAY);
                failed++;
                assertThat(conduct.suspects(GATEWAY)).as("officer %d, failure %d", officer, failed).isFalse();
            }
            conduct.succeeded(GATEWAY);
            now = now.plus(between);
        }
        assertThat(failed).isGreaterThan((int) (0.9 * mistyped * OFFICERS / gateways));
    }

    @Test
    void whoOnlyFailsIsSoonUnderSuspicionAndNobodyElseIs() {
        failures(GATEWAY, Conduct.FREE_FAILURES);
        assertThat(conduct.suspects(GATEWAY)).isFalse();
        failures(GATEWAY, 1);
        assertThat(conduct.suspects(GATEWAY)).isTrue();
        assertThat(conduct.suspects(ELSEWHERE)).isFalse();
    }

    @Test
    void whoGuessesBehindABusyGatewayBringsItUnderSuspicionWithAThirdOfAllAttempts() {
        for (int second = 0; second < 300; second++) {
            for (int i = 0; i < 16; i++) {
                conduct.succeeded(GATEWAY);
            }
            failures(GATEWAY, 7);
            now = now.plusSeconds(1);
        }
        assertThat(conduct.suspects(GATEWAY)).isFalse();
        failures(GATEWAY, 200);
        assertThat(conduct.suspects(GATEWAY)).isTrue();
    }

    /** What the slow lane lets through, two a second, keeps who guesses on it; who stops is as good as new in two minutes. */
    @Test
    void suspicionLastsAsLongAsTheGuessingAndNotMuchLonger() {
        for (int half = 0; half < 600; half++) {
            failures(GATEWAY, 1);
            assertThat(conduct.suspects(GATEWAY)).isEqualTo(half >= 21);
            now = now.plusMillis(500);
        }
        now = now.plus(Duration.ofMinutes(1));
        assertThat(conduct.suspects(GATEWAY)).isTrue();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(conduct.suspects(GATEWAY)).isFalse();
    }

    @Test
    void aClockThatIsSetBackForgetsNothingAndAddsNothing() {
        failures(GATEWAY, Conduct.FREE_FAILURES);
        now = now.minusSeconds(3_600);
        assertThat(conduct.suspects(GATEWAY)).isFalse();
        failures(GATEWAY, 1);
        assertThat(conduct.suspects(GATEWAY)).isTrue();
    }
}
