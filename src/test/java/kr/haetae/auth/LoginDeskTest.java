package kr.haetae.auth;

import static kr.haetae.auth.Installation.DESK;
import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.done;
import static kr.haetae.auth.Installation.get;
import static kr.haetae.auth.Installation.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import kr.haetae.auth.Installation.Node;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Commit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginDeskTest {
    private static final String PASSWORD = "correct horse 강남";
    private static final String OTHER = "another battery 종로";

    private final Installation installation = Installation.ready();
    private final Node node = installation.node();

    @AfterEach
    void close() {
        installation.close();
    }

    private String logIn(String login, String password) {
        return code(get(node.logins().logIn(login, password, DESK)));
    }

    private String authenticate(Node at, Grant grant) {
        return code(get(at.gate().authenticate(grant.access().text())));
    }

    private Grant officer() {
        return installation.person("officer", Role.OFFICER, "seoul-gangnam", PASSWORD);
    }

    private static UUID command() {
        return UUID.randomUUID();
    }

    @Test
    void activationIsNeededOnceAndThenThePasswordCounts() {
        AccountDesk.Issued issued = get(node.accounts().create(Actor.SYSTEM, command(),
                new NewAccount("officer", "근무자", Role.OFFICER, UnitCode.of("seoul-gangnam"), null)));
        String code = code(issued);
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("credentials-wrong");
        assertThat(logIn("officer", code)).isEqualTo("activation-needed");
        assertThat(code(get(node.logins().activate("officer", code, "short", DESK)))).isEqualTo("password-too-short");
        assertThat(code(get(node.logins().activate("officer", "0000-0000-0000", PASSWORD, DESK))))
                .isEqualTo("activation-code-wrong");
        assertThat(code(get(node.logins().activate("nobody", code, PASSWORD, DESK))))
                .isEqualTo("activation-code-wrong");
        String sloppy = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ").replace('0', 'o');
        Grant grant = granted(get(node.logins().activate("Officer ", sloppy, PASSWORD, DESK)));
        assertThat(grant.actor().name()).isEqualTo("근무자");
        assertThat(authenticate(node, grant)).isEqualTo("granted");
        assertThat(code(get(node.logins().activate("officer", code, OTHER, DESK)))).isEqualTo("activation-code-wrong");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("granted");
        assertThat(logIn("OFFICER", java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD)))
                .isEqualTo("granted");
        assertThat(logIn("officer", OTHER)).isEqualTo("credentials-wrong");
        assertThat(logIn("nobody", PASSWORD)).isEqualTo("credentials-wrong");
        assertThat(logIn("officer", "x".repeat(1_000_000))).isEqualTo("credentials-wrong");
    }

    @Test
    void activationCodesExpire() {
        AccountDesk.Issued issued = get(node.accounts().create(Actor.SYSTEM, command(),
                new NewAccount("officer", "근무자", Role.OFFICER, UnitCode.of("seoul-gangnam"), null)));
        installation.later(AuthSettings.defaults().activationLife());
        assertThat(code(get(node.logins().activate("officer", code(issued), PASSWORD, DESK))))
                .isEqualTo("activation-code-expired");
    }

    @Test
    void twoWhoActivateAtOnceEndWithOnePassword() {
        AccountDesk.Issued issued = get(node.accounts().create(Actor.SYSTEM, command(),
                new NewAccount("officer", "근무자", Role.OFFICER, UnitCode.of("seoul-gangnam"), null)));
        Node second = installation.node(AuthSettings.defaults());
        Future<Verdict<Grant>> one = node.logins().activate("officer", code(issued), PASSWORD, DESK);
        Future<Verdict<Grant>> other = second.logins().activate("officer", code(issued), OTHER, DESK);
        assertThat(List.of(code(get(one)), code(get(other)))).containsExactlyInAnyOrder("granted",
                "activation-code-wrong");
        assertThat(List.of(logIn("officer", PASSWORD), logIn("officer", OTHER)))
                .containsExactlyInAnyOrder("granted", "credentials-wrong");
    }

    @Test
    void aDisabledAccountIsRefusedInTheVeryPictureThatDisablesIt() {
        Grant grant = officer();
        AtomicReference<String> seen = new AtomicReference<>("nothing");
        node.ledger().listen((Commit<House> commit) -> seen.set(code(node.gate().admit(grant.session()))));
        done(get(node.accounts().disable(Actor.SYSTEM, command(), grant.actor().account(), "left the force")));
        await().untilAtomic(seen, org.hamcrest.Matchers.is("account-disabled"));
        assertThat(authenticate(node, grant)).isEqualTo("account-disabled");
        assertThat(code(get(node.logins().refresh(grant.refreshToken())))).isEqualTo("account-disabled");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("account-disabled");
        assertThat(logIn("officer", OTHER)).isEqualTo("credentials-wrong");
        done(get(node.accounts().enable(Actor.SYSTEM, command(), grant.actor().account())));
        assertThat(authenticate(node, grant)).isEqualTo("session-ended");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("granted");
    }

    @Test
    void anotherNodeRefusesAtMostASecondLater() {
        Node second = installation.node(AuthSettings.defaults());
        Grant grant = officer();
        assertThat(authenticate(second, grant)).isEqualTo("granted");
        done(get(node.accounts().disable(Actor.SYSTEM, command(), grant.actor().account(), "left")));
        await().atMost(Duration.ofSeconds(1)).until(() -> authenticate(second, grant).equals("account-disabled"));
    }

    @Test
    void anotherNodeWaitsForTheEntryThatATokenSpeaksOf() {
        Node second = installation.node(AuthSettings.defaults());
        for (int i = 0; i < 20; i++) {
            Grant grant = installation.person("officer" + i, Role.OFFICER, "seoul-gangnam", PASSWORD);
            assertThat(authenticate(second, grant)).isEqualTo("granted");
        }
    }

    @Test
    void logOutEndsTheSessionEverywhere() {
        Grant grant = officer();
        Grant elsewhere = granted(get(node.logins().logIn("officer", PASSWORD, DESK)));
        Gate.Admission admission = new Gate.Admission(grant.session(), grant.actor());
        get(node.logins().logOut(admission));
        get(node.logins().logOut(admission));
        assertThat(authenticate(node, grant)).isEqualTo("session-ended");
        assertThat(code(get(node.logins().refresh(grant.refreshToken())))).isEqualTo("session-ended");
        assertThat(authenticate(node, elsewhere)).isEqualTo("granted");
    }

    @Test
    void aChangedPasswordEndsAllOtherSessions() {
        Grant grant = officer();
        Grant stolen = granted(get(node.logins().logIn("officer", PASSWORD, DESK)));
        Actor actor = grant.actor();
        assertThat(code(get(node.logins().changePassword(actor, OTHER, OTHER, DESK)))).isEqualTo("credentials-wrong");
        assertThat(code(get(node.logins().changePassword(actor, PASSWORD, PASSWORD, DESK))))
                .isEqualTo("password-unchanged");
        assertThat(code(get(node.logins().changePassword(actor, PASSWORD, "officer", DESK))))
                .isEqualTo("password-too-short");
        Grant next = granted(get(node.logins().changePassword(actor, PASSWORD, OTHER, DESK)));
        assertThat(authenticate(node, next)).isEqualTo("granted");
        assertThat(authenticate(node, grant)).isEqualTo("session-ended");
        assertThat(authenticate(node, stolen)).isEqualTo("session-ended");
        assertThat(code(get(node.logins().refresh(stolen.refreshToken())))).isEqualTo("session-ended");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("credentials-wrong");
        assertThat(logIn("officer", OTHER)).isEqualTo("granted");
    }

    @Test
    void aResetTakesThePasswordAwayAndForgivesFailures() {
        Grant grant = officer();
        for (int i = 0; i < 11; i++) {
            logIn("officer", OTHER);
        }
        assertThat(logIn("officer", PASSWORD)).isEqualTo("log-in-throttled");
        UUID command = command();
        AccountDesk.Issued reset = get(node.accounts().reset(Actor.SYSTEM, command, grant.actor().account()));
        assertThat(authenticate(node, grant)).isEqualTo("session-ended");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("credentials-wrong");
        AccountDesk.Issued again = get(node.accounts().reset(Actor.SYSTEM, command, grant.actor().account()));
        assertThat(code(again)).isEqualTo(code(reset));
        granted(get(node.logins().activate("officer", code(reset), OTHER, DESK)));
        AccountDesk.Issued late = get(node.accounts().reset(Actor.SYSTEM, command, grant.actor().account()));
        assertThat(late.code()).isNull();
        assertThat(logIn("officer", OTHER)).isEqualTo("granted");
    }

    @Test
    void guessingIsSlowedOnAllNodesTogetherAndForUnknownLoginsAlike() {
        officer();
        Node second = installation.node(AuthSettings.defaults());
        for (String login : List.of("officer", "nobody")) {
            for (int i = 0; i < 10; i++) {
                Node at = i % 2 == 0 ? node : second;
                assertThat(code(get(at.logins().logIn(login, "wrong " + i, DESK)))).isEqualTo("credentials-wrong");
            }
            Verdict<Grant> denied = get(second.logins().logIn(login, PASSWORD, DESK));
            assertThat(code(denied)).isEqualTo("log-in-throttled");
            assertThat(((Verdict.Denied<Grant>) denied).denial().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        }
        for (int wait = 1; wait <= 512; wait *= 2) {
            installation.later(Duration.ofSeconds(wait));
            assertThat(logIn("officer", "wrong")).isEqualTo("credentials-wrong");
            assertThat(logIn("officer", PASSWORD)).isEqualTo("log-in-throttled");
        }
        installation.later(Duration.ofMinutes(15));
        assertThat(logIn("officer", PASSWORD)).isEqualTo("granted");
        assertThat(logIn("officer", "wrong")).isEqualTo("credentials-wrong");
        assertThat(logIn("officer", PASSWORD)).isEqualTo("granted");
    }

    @Test
    void aHundredGuessesAtOnceAreAHundredGuesses() {
        officer();
        Node second = installation.node(AuthSettings.defaults());
        List<Future<Verdict<Grant>>> guesses = IntStream.range(0, 100)
                .mapToObj(i -> (i % 2 == 0 ? node : second).logins().logIn("officer", "wrong " + i, DESK))
                .toList();
        assertThat(guesses.stream().filter(guess -> code(get(guess)).equals("credentials-wrong"))).hasSize(10);
    }

    @Test
    void anAttemptIsNotRefusedBecauseAnotherNodesClockIsAhead() {
        officer();
        installation.later(Duration.ofSeconds(3));
        assertThat(logIn("officer", OTHER)).isEqualTo("credentials-wrong");
        installation.later(Duration.ofSeconds(-3));
        assertThat(logIn("officer", PASSWORD)).isEqualTo("granted");
    }

    @Test
    void oneAddressCanNotSpendEverybodysTime() {
        officer();
        Node strict = installation
                .node(new AuthSettings(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1),
                        Duration.ofDays(1), AuthSettings.defaults().throttle(), 5, 1, null));
        for (int i = 0; i < 5; i++) {
            assertThat(code(get(strict.logins().logIn("guess" + i, "wrong", DESK)))).isEqualTo("credentials-wrong");
        }
        assertThat(code(get(strict.logins().logIn("officer", PASSWORD, DESK)))).isEqualTo("log-in-throttled");
        assertThat(code(get(strict.logins().logIn("officer", PASSWORD, new Device("10.0.0.2", "test")))))
                .isEqualTo("granted");
    }

    private Device with(DevicePass pass) {
        return new Device(DESK.address(), "test", pass.text());
    }

    /** Beyond the free failures nobody is checked while the lane rests but for the one before and those in its places. */
    private Runnable floodedAddress() {
        for (int i = 0; i <= Conduct.FREE_FAILURES; i++) {
            assertThat(logIn("guess" + i, "wrong")).isEqualTo("credentials-wrong");
        }
        assertThat(installation.suspected("slowed")).isZero();
        Runnable rested = installation.restingLane();
        assertThat(logIn("last", "wrong")).isEqualTo("credentials-wrong");
        assertThat(installation.suspected("slowed")).isEqualTo(1);
        for (int i = 0; i < SlowLane.PLACES; i++) {
            node.logins().logIn("waiting" + i, "wrong", DESK);
        }
        await().until(() -> installation.suspected("slowed") == 1 + SlowLane.PLACES);
        return rested;
    }

    @Test
    void behindAFloodedAddressAKnownDeviceIsLetInAndAStrangersTriesCostNothing() {
        DevicePass pass = officer().devicePass();
        Grant colleague = installation.person("colleague", Role.OFFICER, "seoul-gangnam", PASSWORD);
        long before = installation.count("login_failure");
        Runnable rested = floodedAddress();
        long charged = installation.count("login_failure");
        assertThat(charged).isGreaterThan(before);

        Verdict<Grant> stranger = get(node.logins().logIn("officer", PASSWORD, DESK));
        assertThat(code(stranger)).isEqualTo("log-in-throttled");
        assertThat(((Verdict.Denied<Grant>) stranger).denial().retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(logIn("nobody", PASSWORD)).isEqualTo("log-in-throttled");
        assertThat(installation.count("login_failure")).isEqualTo(charged);
        assertThat(installation.suspected("refused")).isEqualTo(2);

        assertThat(code(get(node.logins().logIn("officer", PASSWORD, with(pass))))).isEqualTo("granted");
        assertThat(code(get(node.logins().logIn("colleague", PASSWORD, with(pass))))).as("a shared computer")
                .isEqualTo("granted");
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, new Device("10.0.0.2", "test")))))
                .as("another address").isEqualTo("granted");
        assertThat(code(get(node.logins().changePassword(colleague.actor(), PASSWORD, OTHER, DESK)))).as("who is in")
                .isEqualTo("granted");
        rested.run();
        await().until(() -> logIn("officer", PASSWORD).equals("granted"));
    }

    @Test
    void aPassIsGoodForItsLifeOnEveryNodeAndWhileItsAccountIs() {
        Grant grant = officer();
        DevicePass pass = grant.devicePass();
        Node second = installation.node(AuthSettings.defaults());
        String text = pass.text();
        floodedAddress();
        String forged = (text.charAt(0) == 'A' ? "B" : "A") + text.substring(1);
        for (String wrong : List.of(forged, text.substring(1), "", "no pass!", "A".repeat(10_000))) {
            assertThat(code(get(node.logins().logIn("officer", PASSWORD, new Device(DESK.address(), "test", wrong)))))
                    .as(wrong).isEqualTo("log-in-throttled");
        }
        assertThat(code(get(second.logins().logIn("officer", PASSWORD, with(pass))))).isEqualTo("granted");
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, with(pass))))).isEqualTo("granted");
        Grant refreshed = granted(get(node.logins().refresh(grant.refreshToken())));
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, with(refreshed.devicePass())))))
                .isEqualTo("granted");
        done(get(node.accounts().disable(Actor.SYSTEM, command(), grant.actor().account(), "left the force")));
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, with(pass))))).isEqualTo("log-in-throttled");
    }

    @Test
    void aPassEnds() {
        DevicePass pass = officer().devicePass();
        assertThat(pass.text()).hasSize(75);
        installation.later(DevicePasses.LIFE);
        floodedAddress();
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, with(pass))))).isEqualTo("log-in-throttled");
    }

    /** However many passes an account collects, its guesses are one account's. */
    @Test
    void whoGuessesOnAKnownDeviceComesUnderSuspicionHimself() {
        DevicePass pass = officer().devicePass();
        DevicePass another = granted(get(node.logins().logIn("officer", PASSWORD, DESK))).devicePass();
        for (int i = 0; i < 30; i++) {
            assertThat(code(get(node.logins().logIn("guess" + i, "wrong", with(i % 2 == 0 ? pass : another)))))
                    .isEqualTo("credentials-wrong");
        }
        assertThat(installation.suspected("slowed")).isEqualTo(9);
        assertThat(logIn("stranger", "wrong")).isEqualTo("credentials-wrong");
        assertThat(installation.suspected("slowed")).as("the address is not to blame").isEqualTo(9);
    }

    @Test
    void whatExpiredIsSwept() {
        Grant grant = officer();
        logIn("nobody", PASSWORD);
        installation.later(AuthSettings.defaults().refreshLife());
        assertThat(code(get(node.logins().refresh(grant.refreshToken())))).isEqualTo("refresh-refused");
        get(node.house().sweep());
        assertThat(installation.count("refresh_token")).isZero();
        assertThat(installation.count("login_failure")).isZero();
        assertThat(installation.count("login_session")).isEqualTo(1);
        installation.later(AuthSettings.defaults().sessionLife());
        get(node.house().sweep());
        assertThat(installation.count("login_session")).isZero();
    }
}
