package kr.haetae.auth;

import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(vertx, new SecureRandom(), 1);

    @AfterEach
    void close() {
        passwords.close();
        get(vertx.close());
    }

    @Test
    void whoWouldWaitTooLongIsToldSoAtOnce() {
        List<Future<Verdict<String>>> all = IntStream.range(0, 80).mapToObj(i -> passwords.hash("correct horse"))
                .toList();
        assertThat(passwords.overloaded()).isPresent();
        List<String> outcomes = all.stream().map(one -> code(get(one))).toList();
        assertThat(outcomes.subList(0, 51)).containsOnly("granted");
        assertThat(outcomes.subList(55, 80)).containsOnly("log-in-overloaded");
        assertThat(passwords.overloaded()).isEmpty();
        Verdict<String> denied = get(all.getLast());
        assertThat(((Verdict.Denied<String>) denied).denial().retryAfter()).isPositive();
    }

    @Test
    void withoutAHashTheAnswerIsNo() {
        Verdict<String> hashed = get(passwords.hash("correct horse"));
        String phc = ((Verdict.Granted<String>) hashed).value();
        assertThat(phc).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(get(passwords.check(phc, "correct horse"))).isEqualTo(Verdict.granted(true));
        assertThat(get(passwords.check(phc, "correct hors"))).isEqualTo(Verdict.granted(false));
        assertThat(get(passwords.check(null, "nobody's"))).isEqualTo(Verdict.granted(false));
    }
}
