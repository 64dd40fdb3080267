package kr.haetae.auth;

import static kr.haetae.auth.Installation.DESK;
import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.get;
import static kr.haetae.auth.Installation.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.auth.Installation.Node;
import kr.haetae.event.Role;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class RefreshTest {
    private static final String PASSWORD = "correct horse 강남";

    private static @Nullable Installation shared;

    /** What befalls one refresh on its way. */
    enum Fate {
        ANSWERED,
        REPLY_LOST,
        SENT_TWICE_AT_ONCE,
        SENT_TO_BOTH_NODES,
        TIME_PASSES
    }

    @BeforeContainer
    static void open() {
        shared = Installation.ready();
        shared.node(AuthSettings.defaults());
        shared.person("officer", Role.OFFICER, "seoul-gangnam", PASSWORD);
    }

    @AfterContainer
    static void close() {
        installation().close();
    }

    private static Installation installation() {
        if (shared == null) {
            throw new IllegalStateException("not opened");
        }
        return shared;
    }

    private static Node one() {
        return installation().node();
    }

    private static Grant logIn() {
        return granted(get(one().logins().logIn("officer", PASSWORD, DESK)));
    }

    private static long heads(UUID session) {
        return installation()
                .number("SELECT count(*) FROM refresh_token WHERE used_at IS NULL AND session = '" + session + "'");
    }

    @Property(tries = 40)
    void lostAndRepeatedRepliesNeitherLockOutNorForkTheChain(@ForAll @Size(max = 25) List<Fate> fates) {
        Grant held = logIn();
        for (Fate fate : fates) {
            switch (fate) {
                case ANSWERED -> held = granted(get(one().logins().refresh(held.refreshToken())));
                case REPLY_LOST -> granted(get(one().logins().refresh(held.refreshToken())));
                case SENT_TWICE_AT_ONCE -> held = sentTwice(held, one());
                case SENT_TO_BOTH_NODES -> held = sentTwice(held, installation().node(1));
                case TIME_PASSES -> installation().later(Duration.ofMinutes(5));
            }
            assertThat(heads(held.session().id())).isEqualTo(1);
        }
        assertThat(code(get(
                one().gate().authenticate(granted(get(one().logins().refresh(held.refreshToken()))).access().text()))))
                .isEqualTo("granted");
    }

    private static Grant sentTwice(Grant held, Node other) {
        Future<Verdict<Grant>> first = one().logins().refresh(held.refreshToken());
        Future<Verdict<Grant>> second = other.logins().refresh(held.refreshToken());
        Grant next = granted(get(first));
        assertThat(granted(get(second)).refreshToken()).isEqualTo(next.refreshToken());
        return next;
    }

    @Property(tries = 10)
    void aTokenUsedAgainLaterEndsTheSession(@ForAll @net.jqwik.api.constraints.IntRange(min = 2, max = 6) int length,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 100) int pick) {
        Grant held = logIn();
        Grant elsewhere = logIn();
        List<String> used = new java.util.ArrayList<>();
        for (int i = 0; i < length; i++) {
            used.add(held.refreshToken());
            held = granted(get(one().logins().refresh(held.refreshToken())));
        }
        String copied = used.get(pick % (length - 1));
        assertThat(code(get(one().logins().refresh(copied)))).isEqualTo("session-ended");
        assertThat(code(get(one().logins().refresh(held.refreshToken())))).isEqualTo("session-ended");
        assertThat(code(get(one().gate().authenticate(held.access().text())))).isEqualTo("session-ended");
        assertThat(code(get(one().gate().authenticate(elsewhere.access().text())))).isEqualTo("granted");
        assertThat(one().ledger().picture().ended().containsKey(held.session().id())).isTrue();
    }

    @Property(tries = 3)
    void fiftyAtOnceGetTheSameSuccessor() {
        Grant held = logIn();
        Set<String> successors = new HashSet<>();
        List<Future<Verdict<Grant>>> all = IntStream.range(0, 50)
                .mapToObj(i -> installation().node(i % 2).logins().refresh(held.refreshToken()))
                .toList();
        all.forEach(each -> successors.add(granted(get(each)).refreshToken()));
        assertThat(successors).hasSize(1);
        assertThat(heads(held.session().id())).isEqualTo(1);
    }

    @Property(tries = 1)
    void unknownTokensAreRefused() {
        for (String token : List.of("", "x", "\0", "A".repeat(43), "가".repeat(100_000))) {
            assertThat(code(get(one().logins().refresh(token)))).isEqualTo("refresh-refused");
        }
    }
}
