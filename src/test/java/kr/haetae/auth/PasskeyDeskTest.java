package kr.haetae.auth;

import static kr.haetae.auth.Installation.DESK;
import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.done;
import static kr.haetae.auth.Installation.get;
import static kr.haetae.auth.Installation.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.auth.Installation.Node;
import kr.haetae.event.Reason;
import kr.haetae.event.Role;
import kr.haetae.ledger.Answer;
import kr.haetae.testing.SoftPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasskeyDeskTest {
    private static final String PASSWORD = "correct horse 강남";
    private static final String ORIGIN = "https://room.test:8443";
    private static final String DOMAIN = "room.test";

    private final Installation installation = Installation.ready();
    private final Node node = installation.node();
    private final PasskeyDesk desk = node.house().passkeys();
    private final Grant officer = installation.person("officer", Role.OFFICER, "seoul-gangnam", PASSWORD);
    private final SoftPhone phone = new SoftPhone(ORIGIN, DOMAIN);

    @AfterEach
    void close() {
        installation.close();
    }

    private static <T> T value(Verdict<T> verdict) {
        if (verdict instanceof Verdict.Granted<T>(T value)) {
            return value;
        }
        throw new AssertionError(verdict.toString());
    }

    private Gate.Admission in(Grant grant) {
        return value(get(node.gate().authenticate(grant.access().text())));
    }

    private PasskeyDesk.Addition asked(Grant grant) {
        return value(get(desk.challenge(in(grant), ORIGIN, PASSWORD)));
    }

    private Passkey added(SoftPhone of, String name) {
        PasskeyDesk.Addition asked = asked(officer);
        PasskeyDesk.Added added = value(get(
                desk.add(in(officer), ORIGIN, name, of.make(asked.challenge(), asked.handle()))));
        done(added.answer());
        return Objects.requireNonNull(added.passkey());
    }

    private byte[] challenge() {
        return value(desk.challenge(ORIGIN)).challenge();
    }

    private String logIn(PasskeyResponse.Assertion given) {
        return code(get(desk.logIn(ORIGIN, given, DESK)));
    }

    private String logIn() {
        return logIn(phone.sign(challenge()));
    }

    private List<String> names() {
        return get(desk.list(officer.actor().account())).stream().map(Passkey::name).toList();
    }

    @Test
    void aPasskeyIsAddedNamedUsedAndRemoved() {
        Passkey added = added(phone, "휴대전화");
        assertThat(added.domain()).isEqualTo(DOMAIN);
        assertThat(added.lastUsedAt()).isNull();

        Grant grant = granted(get(desk.logIn(ORIGIN, phone.sign(challenge()), DESK)));
        assertThat(grant.actor().name()).isEqualTo(officer.actor().name());
        assertThat(in(grant).session()).isNotEqualTo(officer.session());
        assertThat(code(get(node.logins().refresh(grant.refreshToken())))).isEqualTo("granted");
        assertThat(get(desk.list(added.id()))).isEmpty();
        assertThat(get(desk.list(officer.actor().account())).getFirst().lastUsedAt()).isNotNull();

        assertThat(get(desk.rename(officer.actor().account(), added.id(), "내 전화"))).isTrue();
        assertThat(get(desk.rename(UUID.randomUUID(), added.id(), "남의 전화"))).isFalse();
        assertThat(names()).containsExactly("내 전화");

        done(get(desk.remove(in(officer), added.id())));
        assertThat(names()).isEmpty();
        assertThat(installation.count("passkey")).isZero();
        assertThat(logIn()).isEqualTo("passkey-unknown");
        assertThat(get(desk.remove(in(officer), added.id()))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.UNKNOWN_PASSKEY));
    }

    @Test
    void theDeviceLearnsNothingOfThePersonButWhatHeReads() {
        PasskeyDesk.Addition asked = asked(officer);
        UUID account = officer.actor().account();
        assertThat(asked.handle()).hasSize(32);
        assertThat(HexFormat.of().formatHex(asked.handle()))
                .doesNotContain(account.toString().replace("-", ""))
                .doesNotContain(HexFormat.of().formatHex("officer".getBytes(StandardCharsets.UTF_8)));
        added(phone, "하나");
        PasskeyDesk.Addition again = asked(officer);
        assertThat(again.handle()).isEqualTo(asked.handle());
        assertThat(again.challenge()).isNotEqualTo(asked.challenge());
        assertThat(again.known()).containsExactly(phone.credential());
    }

    @Test
    void whatIsNotExactlyRightIsRefusedByItsName() {
        added(phone, "휴대전화");
        PasskeyResponse.Assertion good = phone.sign(challenge());
        byte[] tampered = good.signature().clone();
        tampered[tampered.length - 1] ^= 1;
        assertThat(logIn(new PasskeyResponse.Assertion(good.credential(), good.clientData(), good.authenticatorData(),
                tampered, good.userHandle()))).isEqualTo("passkey-wrong");
        assertThat(logIn(good)).as("its challenge was presented").isEqualTo("passkey-challenge-used");

        PasskeyResponse.Assertion once = phone.sign(challenge());
        assertThat(logIn(once)).isEqualTo("granted");
        assertThat(logIn(once)).isEqualTo("passkey-challenge-used");

        byte[] late = challenge();
        installation.later(PasskeyChallenges.LIFE);
        assertThat(logIn(phone.sign(late))).isEqualTo("passkey-challenge-expired");
        assertThat(logIn(phone.sign(asked(officer).challenge()))).isEqualTo("passkey-challenge-wrong");
        assertThat(logIn(phone.sign(new byte[56]))).isEqualTo("passkey-challenge-wrong");
        assertThat(logIn(phone.sign(new byte[1]))).isEqualTo("passkey-challenge-wrong");

        assertThat(logIn(phone.at("https://room.test.evil.example").sign(challenge())))
                .isEqualTo("passkey-origin-foreign");
        assertThat(logIn(phone.at("https://room.test").sign(challenge()))).isEqualTo("passkey-origin-foreign");
        phone.at(ORIGIN);
        assertThat(logIn(phone.unlocked(false).sign(challenge()))).isEqualTo("passkey-unverified");
        phone.unlocked(true);
        assertThat(logIn(new SoftPhone(ORIGIN, DOMAIN).handle(asked(officer).handle()).sign(challenge())))
                .isEqualTo("passkey-unknown");
        assertThat(logIn(phone.handle(new byte[]{1, 2, 3}).sign(challenge()))).isEqualTo("passkey-wrong");
        phone.handle(asked(officer).handle());
        assertThat(logIn(new PasskeyResponse.Assertion(phone.credential(), new byte[]{'{'}, new byte[3], new byte[1],
                null))).isEqualTo("passkey-malformed");
        assertThat(logIn()).isEqualTo("granted");
    }

    @Test
    void aKeyOfAnotherPhoneUnderThatCredentialIsNoKey() {
        added(phone, "휴대전화");
        SoftPhone other = new SoftPhone(ORIGIN, DOMAIN).handle(asked(officer).handle());
        PasskeyResponse.Assertion signed = other.sign(challenge());
        assertThat(logIn(new PasskeyResponse.Assertion(phone.credential(), signed.clientData(),
                signed.authenticatorData(), signed.signature(), signed.userHandle()))).isEqualTo("passkey-wrong");
        SoftPhone elsewhere = new SoftPhone(ORIGIN, "elsewhere.test");
        PasskeyDesk.Addition asked = asked(officer);
        assertThat(code(get(desk.add(in(officer), ORIGIN, "x", elsewhere.make(asked.challenge(), asked.handle())))))
                .isEqualTo("passkey-origin-foreign");
    }

    @Test
    void whoAddsOneMustBeTheOneWhoAsked() {
        assertThat(code(get(desk.challenge(in(officer), ORIGIN, "wrong")))).isEqualTo("credentials-wrong");
        Grant other = installation.person("another", Role.OFFICER, "seoul-gangnam", PASSWORD);
        PasskeyDesk.Addition asked = asked(other);
        assertThat(code(get(desk.add(in(officer), ORIGIN, "x", phone.make(asked.challenge(), asked.handle())))))
                .isEqualTo("passkey-challenge-wrong");
        PasskeyDesk.Addition own = asked(officer);
        PasskeyResponse.Attestation made = phone.make(own.challenge(), own.handle());
        assertThat(code(get(desk.add(in(officer), ORIGIN, "x", made)))).isEqualTo("granted");
        assertThat(code(get(desk.add(in(officer), ORIGIN, "x", made)))).isEqualTo("passkey-challenge-used");
        PasskeyDesk.Addition again = asked(other);
        assertThat(code(get(desk.add(in(other), ORIGIN, "x", phone.make(again.challenge(), again.handle())))))
                .isEqualTo("passkey-known");
        assertThat(code(get(desk.add(in(other), ORIGIN, "x",
                new SoftPhone(ORIGIN, DOMAIN).unlocked(false).make(asked(other).challenge(), again.handle())))))
                .isEqualTo("passkey-unverified");
        assertThat(names()).hasSize(1);
    }

    @Test
    void aCounterThatGoesBackEndsThePasskeyAndWhatItOpened() {
        phone.counting(10);
        added(phone, "보안 키");
        Grant opened = granted(get(desk.logIn(ORIGIN, phone.sign(challenge()), DESK)));
        assertThat(logIn(phone.counting(5).sign(challenge()))).isEqualTo("passkey-copied");
        assertThat(logIn(phone.counting(100).sign(challenge()))).isEqualTo("passkey-unknown");
        assertThat(code(get(node.gate().authenticate(opened.access().text())))).isEqualTo("session-ended");
        assertThat(code(get(node.gate().authenticate(officer.access().text())))).isEqualTo("granted");
        assertThat(names()).isEmpty();
    }

    @Test
    void removingOneEndsWhatItOpenedButNotWhoAsks() {
        Passkey passkey = added(phone, "휴대전화");
        Grant opened = granted(get(desk.logIn(ORIGIN, phone.sign(challenge()), DESK)));
        Grant asking = granted(get(desk.logIn(ORIGIN, phone.sign(challenge()), DESK)));
        done(get(desk.remove(in(asking), passkey.id())));
        assertThat(code(get(node.gate().authenticate(opened.access().text())))).isEqualTo("session-ended");
        assertThat(code(get(node.logins().refresh(opened.refreshToken())))).isEqualTo("session-ended");
        assertThat(code(get(node.gate().authenticate(asking.access().text())))).isEqualTo("granted");
        assertThat(code(get(node.gate().authenticate(officer.access().text())))).isEqualTo("granted");
    }

    @Test
    void disablementAndResetEndPasskeysForGood() {
        UUID account = officer.actor().account();
        added(phone, "휴대전화");
        done(get(node.accounts().disable(Actor.SYSTEM, UUID.randomUUID(), account, "left")));
        assertThat(logIn()).isEqualTo("account-disabled");
        done(get(node.accounts().enable(Actor.SYSTEM, UUID.randomUUID(), account)));
        assertThat(installation.count("passkey")).isZero();
        assertThat(logIn()).isEqualTo("passkey-unknown");
        Grant back = granted(get(node.logins().logIn("officer", PASSWORD, DESK)));

        PasskeyDesk.Addition asked = asked(back);
        value(get(desk.add(in(back), ORIGIN, "다시", phone.make(asked.challenge(), asked.handle()))));
        assertThat(logIn()).isEqualTo("granted");
        get(node.accounts().reset(Actor.SYSTEM, UUID.randomUUID(), account));
        assertThat(logIn()).isEqualTo("passkey-unknown");
        assertThat(installation.count("passkey")).isZero();
    }

    @Test
    void anAdministratorRemovesAllAfterALossAndThePasswordStays() {
        added(phone, "휴대전화");
        added(new SoftPhone(ORIGIN, DOMAIN), "태블릿");
        Grant opened = granted(get(desk.logIn(ORIGIN, phone.sign(challenge()), DESK)));
        Grant colleague = installation.person("colleague", Role.OFFICER, "seoul-gangnam", PASSWORD);
        UUID account = officer.actor().account();
        assertThat(get(desk.removeAll(colleague.actor(), UUID.randomUUID(), account, "x")))
                .isInstanceOf(Answer.Refused.class);

        UUID command = UUID.randomUUID();
        Answer.Done done = done(get(desk.removeAll(Actor.SYSTEM, command, account, "분실")));
        assertThat(done(get(desk.removeAll(Actor.SYSTEM, command, account, "분실"))).entries())
                .isEqualTo(done.entries());
        assertThat(names()).isEmpty();
        assertThat(logIn()).isEqualTo("passkey-unknown");
        for (Grant grant : List.of(opened, officer)) {
            assertThat(code(get(node.gate().authenticate(grant.access().text())))).isEqualTo("session-ended");
        }
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, DESK)))).isEqualTo("granted");
    }

    @Test
    void anyNodeTakesWhatAnotherAsked() {
        added(phone, "휴대전화");
        PasskeyDesk second = installation.node(AuthSettings.defaults()).house().passkeys();
        assertThat(code(get(second.logIn(ORIGIN, phone.sign(challenge()), DESK)))).isEqualTo("granted");
        byte[] challenge = value(second.challenge(ORIGIN)).challenge();
        List<Future<Verdict<Grant>>> both = Stream.of(desk, second)
                .map(one -> one.logIn(ORIGIN, phone.sign(challenge), DESK)).toList();
        assertThat(both.stream().map(one -> code(get(one)))).containsExactlyInAnyOrder("granted",
                "passkey-challenge-used");
    }

    @Test
    void anAddressThatFailsTooOftenWaitsAndThePasswordsGuessesKeepNobodyOut() {
        added(phone, "휴대전화");
        for (int i = 0; i < 20; i++) {
            get(node.logins().logIn("officer", "wrong", DESK));
        }
        assertThat(code(get(node.logins().logIn("officer", PASSWORD, DESK)))).isEqualTo("log-in-throttled");
        assertThat(logIn()).isEqualTo("granted");
        PasskeyDesk strict = installation.node(new AuthSettings(Duration.ofMinutes(10), Duration.ofHours(1),
                Duration.ofDays(1), Duration.ofDays(1), AuthSettings.defaults().throttle(), 5, 1, null)).house()
                .passkeys();
        PasskeyResponse.Assertion used = phone.sign(challenge());
        assertThat(code(get(strict.logIn(ORIGIN, used, DESK)))).isEqualTo("granted");
        for (int i = 0; i < 5; i++) {
            assertThat(code(get(strict.logIn(ORIGIN, used, DESK)))).isEqualTo("passkey-challenge-used");
        }
        assertThat(code(get(strict.logIn(ORIGIN, phone.sign(challenge()), DESK)))).isEqualTo("log-in-throttled");
        assertThat(code(get(strict.logIn(ORIGIN, phone.sign(challenge()), new Device("10.0.0.2", "test")))))
                .isEqualTo("granted");
    }

    @Test
    void anAccountHasNoEndlessPasskeys() {
        for (int i = 0; i < Account.MAX_PASSKEYS; i++) {
            added(new SoftPhone(ORIGIN, DOMAIN), "기기 " + i);
        }
        PasskeyDesk.Addition asked = asked(officer);
        PasskeyDesk.Added more = value(
                get(desk.add(in(officer), ORIGIN, "x", phone.make(asked.challenge(), asked.handle()))));
        assertThat(more.answer()).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.TOO_MANY_PASSKEYS));
        assertThat(installation.count("passkey")).isEqualTo(Account.MAX_PASSKEYS);
    }

    @Test
    void onlyNamesHavePasskeys() {
        for (String origin : List.of("http://room.test", "https://10.0.0.5", "https://[::1]:8443",
                "http://127.0.0.1")) {
            assertThat(code(desk.challenge(origin))).as(origin).isEqualTo("passkeys-need-a-domain");
            assertThat(code(get(desk.challenge(in(officer), origin, PASSWORD)))).as(origin)
                    .isEqualTo("passkeys-need-a-domain");
        }
        assertThat(value(desk.challenge("http://localhost:8080")).domain()).isEqualTo("localhost");
        assertThat(RelyingParty.of("https://room.example.kr", "example.kr").orElseThrow().domain())
                .isEqualTo("example.kr");
        assertThat(RelyingParty.of("https://example.kr", "example.kr")).isPresent();
        assertThat(RelyingParty.of("https://anexample.kr", "example.kr")).isEmpty();
    }

    @Test
    void challengesThatEndedAreSwept() {
        added(phone, "휴대전화");
        assertThat(logIn()).isEqualTo("granted");
        assertThat(installation.count("passkey_challenge")).isEqualTo(2);
        installation.later(PasskeyChallenges.LIFE.plusSeconds(1));
        get(node.house().sweep());
        assertThat(installation.count("passkey_challenge")).isZero();
        challenge();
        assertThat(installation.count("passkey_challenge")).isZero();
    }
}
