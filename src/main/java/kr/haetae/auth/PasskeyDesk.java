package kr.haetae.auth;

import com.webauthn4j.data.AuthenticationData;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.haetae.event.Hash;
import kr.haetae.event.NamedId;
import kr.haetae.ledger.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people log in by a passkey (패스키), and add, name and remove theirs. Expected refusals are {@link Verdict.Denied}; a future
 * fails only when the database or the ledger does. What is denied everywhere here with {@code passkeys-need-a-domain} is an origin
 * that can have no passkeys.
 */
public final class PasskeyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDesk.class);
    private static final String LOG_IN = "log-in";
    private static final String ADDITION = "addition";
    private static final String REMOVED = "passkey removed";
    private static final String COPIED = "passkey copied: its counter went back";

    private final Orders orders;
    private final Gate gate;
    private final LoginDesk logins;
    private final Tools tools;
    private final InstantSource clock;
    private final @Nullable String domain;
    private final PasskeyCeremony ceremony = new PasskeyCeremony();

    PasskeyDesk(Orders orders, Gate gate, LoginDesk logins, Tools tools, InstantSource clock,
            @Nullable String domain) {
        this.orders = orders;
        this.gate = gate;
        this.logins = logins;
        this.tools = tools;
        this.clock = clock;
        this.domain = domain;
    }

    /** What the desk works with. */
    record Tools(Vertx vertx, Pool pool, Passkeys passkeys, PasskeyChallenges challenges, LoginSessions sessions,
            Grants grants,
            Attempts attempts, DevicePasses passes, Supplier<KeyRing> ring) {}

    /** What a device is asked to log in: to sign the challenge with a passkey for that domain that it has. */
    public record LogIn(byte[] challenge, String domain, Duration life) {}

    /**
     * What a device is asked to make.
     *
     * @param handle names the account to the device and, but for us, to nobody: 32 bytes
     * @param algorithms COSE numbers, the most wanted first
     * @param known credentials of the account; a device that has one of them makes no other
     */
    public record Addition(byte[] challenge, String domain, Duration life, byte[] handle, String login, String name,
            List<Integer> algorithms, List<byte[]> known) {}

    /** An answer of the house, and the passkey when it was added. */
    public record Added(Answer answer, @Nullable Passkey passkey) {}

    /** @param origin the address that the browser shows */
    public Verdict<LogIn> challenge(String origin) {
        return party(origin).then(party -> Verdict.granted(new LogIn(
                tools.challenges().give(bound(LOG_IN, party, ""), clock.instant()), party.domain(),
                PasskeyChallenges.LIFE)));
    }

    /**
     * Opens a session, as a password does.
     *
     * @return denied with {@code passkey-…} or {@code passkeys-need-a-domain}, {@code account-disabled} (only to who holds the
     *     passkey) or {@code log-in-throttled}
     */
    public Future<Verdict<Grant>> logIn(String origin, PasskeyResponse.Assertion given, Device device) {
        return tools.attempts().from(tools.passes().guarantor(device), () -> Verdicts.then(party(origin),
                party -> aside(() -> ceremony.open(given, party), opened -> tools.challenges()
                        .take(opened.challenge(), bound(LOG_IN, party, ""), clock.instant())
                        .compose(refused -> refused.isPresent() ? Verdicts.denied(refused.get())
                                : present(given, opened, party, device)))));
    }

    /**
     * Asks a logged-in person's device to make a passkey, once he has given his password again: a telephone that lies about must
     * not get another key to the house.
     *
     * @return denied also with {@code credentials-wrong}, {@code log-in-throttled} or {@code log-in-overloaded}
     */
    public Future<Verdict<Addition>> challenge(Gate.Admission admission, String origin, String password) {
        return Verdicts.then(party(origin), party -> logins.prove(admission.actor(), password)
                .compose(proved -> Verdicts.then(proved, account -> tools.passkeys().of(account.id())
                        .map(known -> Verdict.granted(addition(admission, account, party, known))))));
    }

    /**
     * Adds the passkey that the device made.
     *
     * @param name the owner's, for his list
     * @return denied with {@code passkey-…}; the house refuses with {@code too-many-passkeys}
     */
    public Future<Verdict<Added>> add(Gate.Admission admission, String origin, String name,
            PasskeyResponse.Attestation given) {
        return Verdicts.then(party(origin), party -> aside(() -> ceremony.open(given, party), opened -> tools
                .challenges().take(opened.challenge(), bound(ADDITION, party, holder(admission)), clock.instant())
                .compose(refused -> refused.isPresent() ? Verdicts.denied(refused.get())
                        : aside(() -> ceremony.verify(opened, party),
                                key -> added(admission.actor(), party, name, key)))));
    }

    /** The account's, oldest first. */
    public Future<List<Passkey>> list(UUID account) {
        return tools.passkeys().of(account).map(rows -> rows.stream()
                .map(Passkeys.Stored::passkey)
                .filter(passkey -> counts(account, passkey.id()))
                .toList());
    }

    /** @return whether the account has such a one */
    public Future<Boolean> rename(UUID account, UUID passkey, String name) {
        return counts(account, passkey) ? tools.passkeys().rename(account, passkey, name)
                : Future.succeededFuture(false);
    }

    /** Removes one of one's own, and ends the sessions that it opened, but for the one that asks. */
    public Future<Answer> remove(Gate.Admission admission, UUID passkey) {
        UUID account = admission.actor().account();
        return end(admission.actor(), new HouseCommand.RemovePasskey(account, passkey, "removed by its owner"),
                Optional.of(admission.session().id()));
    }

    /** An administrator removes all of an account, as after a lost phone; ends its sessions. Its password stays. */
    public Future<Answer> removeAll(Actor actor, UUID command, UUID account, String reason) {
        return orders.give(actor, command, new HouseCommand.RemovePasskeys(account, reason))
                .compose(answer -> answer instanceof Answer.Done done
                        ? tools.passkeys().keep(account, List.of(), done.entries().getFirst().seq()).map(answer)
                        : Future.succeededFuture(answer));
    }

    /** On a thread that may wait: the library takes a third of a second for its first answer. */
    private <T> Future<Verdict<T>> aside(Supplier<Verdict<T>> ceremony) {
        return tools.vertx().<Verdict<T>>executeBlocking(ceremony::get, false).map(Objects::requireNonNull);
    }

    private <T, R> Future<Verdict<R>> aside(Supplier<Verdict<T>> ceremony, Function<T, Future<Verdict<R>>> next) {
        return aside(ceremony).compose(verdict -> Verdicts.then(verdict, next));
    }

    private Verdict<RelyingParty> party(String origin) {
        return RelyingParty.of(origin, domain).map(Verdict::granted)
                .orElseGet(() -> Verdict.denied(Denial.Code.PASSKEYS_NEED_A_DOMAIN));
    }

    private Future<Verdict<Grant>> present(PasskeyResponse.Assertion given,
            PasskeyCeremony.Opened<AuthenticationData> opened, RelyingParty party, Device device) {
        return tools.passkeys().byCredential(given.credential()).compose(known -> {
            if (known.isEmpty()) {
                return Verdicts.denied(Denial.Code.PASSKEY_UNKNOWN);
            }
            Passkeys.Stored stored = known.get();
            if (!MessageDigest.isEqual(stored.userHandle(), given.userHandle())) {
                return Verdicts.denied(Denial.Code.PASSKEY_WRONG);
            }
            return aside(() -> ceremony.verify(opened, party, stored.key()))
                    .compose(verified -> verified instanceof Verdict.Denied<Long>(Denial denial)
                            && denial.code() == Denial.Code.PASSKEY_COPIED
                                    ? copied(stored)
                                    : Verdicts.then(verified, count -> enter(stored, count, device)));
        });
    }

    /** Two devices hold this key, and nobody can say which is the owner's. */
    private Future<Verdict<Grant>> copied(Passkeys.Stored stored) {
        LOG.atWarn().addKeyValue("passkey", stored.passkey().id()).log("a passkey's counter went back; it is removed");
        return end(Actor.SYSTEM, new HouseCommand.RemovePasskey(stored.account(), stored.passkey().id(), COPIED),
                Optional.empty()).compose(answer -> Verdicts.denied(Denial.Code.PASSKEY_COPIED));
    }

    private Future<Verdict<Grant>> enter(Passkeys.Stored stored, long count, Device device) {
        return gate.reached(stored.seq()).compose(reached -> {
            Optional<Account> owner = orders.house().account(stored.account());
            if (owner.isPresent() && !owner.get().enabled()) {
                return Verdicts.denied(Denial.Code.ACCOUNT_DISABLED);
            }
            UUID passkey = stored.passkey().id();
            if (owner.isEmpty() || !owner.get().passkeys().contains(passkey)) {
                return tools.passkeys().delete(passkey)
                        .compose(deleted -> Verdicts.denied(Denial.Code.PASSKEY_UNKNOWN));
            }
            // The row stays locked until the session is written: who removes the passkey finds either no row or the session.
            return tools.pool().withTransaction(transaction -> Passkeys
                    .use(transaction, passkey, count, clock.instant())
                    .compose(used -> used
                            ? tools.grants().open(owner.get(), owner.get().sessionsFrom(), device,
                                    new LoginSessions.Means(transaction, passkey)).map(Verdict::granted)
                            : Verdicts.denied(Denial.Code.PASSKEY_UNKNOWN)));
        });
    }

    private Addition addition(Gate.Admission admission, Account account, RelyingParty party,
            List<Passkeys.Stored> known) {
        byte[] challenge = tools.challenges().give(bound(ADDITION, party, holder(admission)), clock.instant());
        return new Addition(challenge, party.domain(), PasskeyChallenges.LIFE, handle(account.id()), account.login(),
                account.name(), PasskeyCeremony.ALGORITHMS,
                known.stream().filter(one -> account.passkeys().contains(one.passkey().id()))
                        .map(one -> one.key().credential()).toList());
    }

    private Future<Verdict<Added>> added(Actor actor, RelyingParty party, String name, Passkeys.Key key) {
        return tools.passkeys().byCredential(key.credential()).compose(known -> {
            if (known.isPresent()) {
                return Verdicts.denied(Denial.Code.PASSKEY_KNOWN);
            }
            Passkey passkey = new Passkey(NamedId.of(actor.account(), "passkey " + Hash.of(
                    key.credential())), name, party.domain(), clock.instant(), null);
            return orders.give(actor, UUID.randomUUID(), new HouseCommand.AddPasskey(actor.account(), passkey.id()))
                    .compose(answer -> answer instanceof Answer.Done done
                            ? written(actor, new Passkeys.Stored(passkey, actor.account(),
                                    done.entries().getFirst().seq(), key, handle(actor.account())), answer)
                            : Future.succeededFuture(Verdict.granted(new Added(answer, null))));
        });
    }

    private Future<Verdict<Added>> written(Actor actor, Passkeys.Stored stored, Answer answer) {
        return tools.passkeys().add(stored).compose(written -> written
                ? Future.succeededFuture(Verdict.granted(new Added(answer, stored.passkey())))
                : end(actor, new HouseCommand.RemovePasskey(actor.account(), stored.passkey().id(), "added elsewhere"),
                        Optional.empty()).compose(taken -> Verdicts.denied(Denial.Code.PASSKEY_KNOWN)));
    }

    private Future<Answer> end(Actor actor, HouseCommand.RemovePasskey order, Optional<UUID> but) {
        return orders.give(actor, UUID.randomUUID(), order).compose(answer -> tools.passkeys().delete(order.passkey())
                .compose(deleted -> tools.sessions().openedBy(order.passkey()))
                .compose(opened -> Future.join(opened.stream()
                        .filter(session -> !but.equals(Optional.of(session.id())))
                        .map(session -> logins.end(actor, session, REMOVED))
                        .toList()))
                .map(answer));
    }

    private boolean counts(UUID account, UUID passkey) {
        return orders.house().account(account).filter(known -> known.passkeys().contains(passkey)).isPresent();
    }

    /** Keyed by the installation's secret: the same for all passkeys of an account, and no way back to it. */
    private byte[] handle(UUID account) {
        return tools.ring().get().derive("passkey-handle", account.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String holder(Gate.Admission admission) {
        return admission.actor().account() + " " + admission.session().id();
    }

    private static String bound(String purpose, RelyingParty party, String holder) {
        return String.join("\n", purpose, party.origin(), party.domain(), holder);
    }
}
