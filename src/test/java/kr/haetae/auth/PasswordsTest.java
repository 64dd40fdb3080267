package kr.haetae.auth;

import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kr.haetae.metrics.LoginMeters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch rested = new CountDownLatch(1);
    private final Passwords passwords = new Passwords(vertx, new SecureRandom(),
            new Passwords.Effort(Argon2id.STANDARD, 1, new SlowLane(System::nanoTime, length -> rested.await())),
            new LoginMeters(meters));

    @AfterEach
    void close() {
        rested.countDown();
        passwords.close();
        get(vertx.close());
    }

    @Test
    void whoWouldWaitTooLongIsToldSoAtOnce() {
        List<Future<Verdict<String>>> all = IntStream.range(0, 80).mapToObj(i -> passwords.hash("correct horse"))
                .toList();
        assertThat(passwords.overloaded(() -> false)).isPresent();
        List<String> outcomes = all.stream().map(one -> code(get(one))).toList();
        assertThat(outcomes.subList(0, 51)).containsOnly("granted");
        assertThat(outcomes.subList(55, 80)).containsOnly("log-in-overloaded");
        assertThat(passwords.overloaded(() -> false)).isEmpty();
        Verdict<String> denied = get(all.getLast());
        assertThat(((Verdict.Denied<String>) denied).denial().retryAfter()).isPositive();
    }

    @Test
    void aFullSlowLaneTurnsAwayWhoIsUnderSuspicionAndNobodyElse() {
        assertThat(get(passwords.check(null, "guess", () -> true))).isEqualTo(Verdict.granted(false));
        List<Future<Verdict<Boolean>>> waiting = IntStream.range(0, SlowLane.PLACES)
                .mapToObj(i -> passwords.check(null, "guess", () -> true)).toList();
        assertThat(passwords.overloaded(() -> true).map(Denial::code)).contains(Denial.Code.LOG_IN_THROTTLED);
        Verdict<Boolean> refused = get(passwords.check(null, "guess", () -> true));
        assertThat(refused).isInstanceOfSatisfying(Verdict.Denied.class, denied -> assertThat(denied.denial())
                .isEqualTo(Denial.of(Denial.Code.LOG_IN_THROTTLED, Duration.ofSeconds(10))));
        assertThat(waiting).noneMatch(Future::isComplete);

        assertThat(passwords.overloaded(() -> false)).isEmpty();
        assertThat(get(passwords.check(null, "nobody's", () -> false))).isEqualTo(Verdict.granted(false));
        rested.countDown();
        assertThat(waiting).allSatisfy(one -> assertThat(get(one)).isEqualTo(Verdict.granted(false)));
        assertThat(suspected("slowed")).isEqualTo(21);
        assertThat(suspected("refused")).isEqualTo(2);
    }

    @Test
    void whoComesUnderSuspicionWhileItWaitsGoesOverToTheSlowLane() {
        List<Future<Verdict<Boolean>>> flood = IntStream.range(0, 40)
                .mapToObj(i -> passwords.check(null, "guess", PasswordsTest::onPasswordThread)).toList();
        // One thread in order: when this is answered, all of the flood have been looked at.
        assertThat(code(get(passwords.hash("correct horse")))).isEqualTo("granted");
        assertThat(suspected("slowed")).isEqualTo(1 + SlowLane.PLACES);
        assertThat(suspected("refused")).isEqualTo(40 - 1 - SlowLane.PLACES);
        rested.countDown();
        assertThat(flood.stream().map(one -> code(get(one)))).containsOnly("granted", "log-in-throttled");
    }

    private static boolean onPasswordThread() {
        return Thread.currentThread().getName().startsWith("haetae-passwords-");
    }

    private int suspected(String result) {
        return (int) meters.get("haetae.login.suspected").tag("result", result).counter().count();
    }

    @Test
    void withoutAHashTheAnswerIsNo() {
        Verdict<String> hashed = get(passwords.hash("correct horse"));
        String phc = ((Verdict.Granted<String>) hashed).value();
        assertThat(phc).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(get(passwords.check(phc, "correct horse", () -> false))).isEqualTo(Verdict.granted(true));
        assertThat(get(passwords.check(phc, "correct hors", () -> false))).isEqualTo(Verdict.granted(false));
        assertThat(get(passwords.check(null, "nobody's", () -> false))).isEqualTo(Verdict.granted(false));
    }
}
