package kr.haetae.auth;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kr.haetae.event.NamedId;
import kr.haetae.auth.Credentials.Credential;
import kr.haetae.auth.LoginSessions.Turn;
import kr.haetae.ledger.Answer;

/**
 * Where people log in, set their passwords, refresh and log out. Expected refusals are {@link Verdict.Denied}; a future fails only
 * when the database or the ledger does.
 */
public final class LoginDesk {
    private static final UUID NO_SESSION = new UUID(0, 0);

    /** Longer input is no password; it is answered like a wrong one. */
    private static final int MAX_INPUT = 4 * PasswordRule.MAX_CHARACTERS;

    private final Orders orders;
    private final Gate gate;
    private final Grants grants;
    private final Passwords passwords;
    private final Credentials credentials;
    private final LoginSessions sessions;
    private final ActivationCodes codes;
    private final DevicePasses passes;
    private final Attempts attempts;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    LoginDesk(Orders orders, Gate gate, Grants grants, Passwords passwords, Store store, Attempts attempts,
            InstantSource clock, Supplier<UUID> ids) {
        this.orders = orders;
        this.gate = gate;
        this.grants = grants;
        this.passwords = passwords;
        this.credentials = store.credentials();
        this.sessions = store.sessions();
        this.codes = store.codes();
        this.passes = store.passes();
        this.attempts = attempts;
        this.clock = clock;
        this.ids = ids;
    }

    /** What the desk keeps in tables, how it names codes, and what devices keep. */
    record Store(Credentials credentials, LoginSessions sessions, ActivationCodes codes, Passkeys passkeys,
            DevicePasses passes) {}

    /**
     * Opens a session.
     *
     * @return denied with {@code credentials-wrong} (unknown login too), {@code activation-needed} (the password given is the
     *     account's activation code), {@code account-disabled} (only to who knows the password), {@code log-in-throttled} or
     *     {@code log-in-overloaded}
     */
    public Future<Verdict<Grant>> logIn(String login, String password, Device device) {
        Guarantor guarantor = passes.guarantor(device);
        BooleanSupplier suspected = attempts.suspected(guarantor);
        Optional<Denial> overloaded = passwords.overloaded(suspected);
        if (overloaded.isPresent()) {
            return Future.succeededFuture(new Verdict.Denied<>(overloaded.get()));
        }
        return attempts.of(login, guarantor, () -> {
            Optional<Account> account = orders.house().byLogin(login);
            return shown(account).compose(credential -> proved(account, credential, password, suspected))
                    .compose(proved -> Verdicts.then(proved, known -> open(known, known.sessionsFrom(), device)));
        });
    }

    /**
     * Sets the first password, or the one after a reset, and opens a session.
     *
     * @return denied with {@code activation-code-wrong}, {@code activation-code-expired}, {@code account-disabled}, a
     *     {@code password-…} code, {@code log-in-throttled} or {@code log-in-overloaded}
     */
    public Future<Verdict<Grant>> activate(String login, String code, String password, Device device) {
        Optional<Denial.Code> refused = PasswordRule.refuses(login, password);
        if (refused.isPresent()) {
            return Verdicts.denied(refused.get());
        }
        return attempts.of(login, passes.guarantor(device), () -> {
            Optional<Account> account = orders.house().byLogin(login);
            return shown(account).compose(credential -> account.isPresent() && credential.isPresent()
                    ? activate(account.get(), credential.get(), code, password, device)
                    : Verdicts.denied(Denial.Code.ACTIVATION_CODE_WRONG));
        });
    }

    /**
     * Replaces one's own password; ends all sessions of the account and opens a new one.
     *
     * @return denied with {@code credentials-wrong}, a {@code password-…} code, {@code log-in-throttled} or
     *     {@code log-in-overloaded}
     */
    public Future<Verdict<Grant>> changePassword(Actor actor, String current, String next, Device device) {
        Optional<Account> account = orders.house().account(actor.account());
        if (account.isEmpty()) {
            return Verdicts.denied(Denial.Code.SESSION_ENDED);
        }
        Optional<Denial.Code> refused = PasswordRule.refuses(account.get().login(), next);
        if (refused.isPresent()) {
            return Verdicts.denied(refused.get());
        }
        Guarantor guarantor = Guarantor.account(actor.account());
        return attempts.of(account.get().login(), guarantor, () -> shown(account)
                .compose(credential -> proved(account, credential, current, attempts.suspected(guarantor))
                        .compose(proved -> Verdicts.then(proved,
                                known -> PasswordRule.normalised(current).equals(PasswordRule.normalised(next))
                                        ? Verdicts.denied(Denial.Code.PASSWORD_UNCHANGED)
                                        : replace(known, credential.orElseThrow(), ids.get(), next, device)))));
    }

    /**
     * Goes on with a session. The same token again, before the one it was answered with was used, is answered with that same one;
     * a token used after that was copied, so its session ends everywhere.
     *
     * @return denied with {@code refresh-refused}, {@code session-ended} or {@code account-disabled}
     */
    public Future<Verdict<Grant>> refresh(String refreshToken) {
        return sessions.turn(refreshToken, clock.instant(), session -> gate.admitted(session).map(Gate::granted))
                .compose(turn -> switch (turn) {
                    case Turn.Next(LoginSession session, LoginSessions.Refresh refresh) ->
                        Future.succeededFuture(gate.admit(session)
                                .then(admission -> Verdict.granted(grants.of(session, admission.actor(), refresh))));
                    case Turn.Unknown() -> Verdicts.denied(Denial.Code.REFRESH_REFUSED);
                    case Turn.Refused(LoginSession session) -> Future.succeededFuture(gate.admit(session)
                            .then(admission -> Verdict.denied(Denial.Code.REFRESH_REFUSED)));
                    case Turn.Over(LoginSession session, boolean reused) ->
                        end(Actor.SYSTEM, session, "refresh token used twice")
                                .compose(ended -> Verdicts.denied(Denial.Code.SESSION_ENDED));
                });
    }

    /** Ends the session on every node; one that has ended already is no error. */
    public Future<Void> logOut(Gate.Admission admission) {
        return end(admission.actor(), admission.session(), "log-out");
    }

    /**
     * Whether somebody who is logged in knows his password.
     *
     * @return denied with {@code credentials-wrong}, {@code log-in-throttled}, {@code log-in-overloaded} or {@code session-ended}
     */
    Future<Verdict<Account>> prove(Actor actor, String password) {
        Optional<Account> account = orders.house().account(actor.account());
        Guarantor guarantor = Guarantor.account(actor.account());
        return account.isEmpty()
                ? Verdicts.denied(Denial.Code.SESSION_ENDED)
                : attempts.of(account.get().login(), guarantor, () -> shown(account)
                        .compose(credential -> proved(account, credential, password, attempts.suspected(guarantor))));
    }

    Future<Void> end(Actor actor, LoginSession session, String reason) {
        return orders.give(actor, NamedId.of(session.id(), reason),
                new HouseCommand.EndSession(session.id(), session.account(), reason))
                .compose(answer -> sessions.end(session.id(), clock.instant()));
    }

    private Future<Optional<Credential>> shown(Optional<Account> account) {
        // Also for an unknown login, which would else be answered sooner.
        return credentials.of(account.map(Account::id).orElse(NO_SESSION));
    }

    private Future<Verdict<Account>> proved(Optional<Account> account, Optional<Credential> credential,
            String password, BooleanSupplier suspected) {
        String phc = credential.map(Credential::phc).orElse(null);
        String input = password.length() > MAX_INPUT ? "" : password;
        return passwords.check(phc, input, suspected).map(checked -> checked.then(right -> {
            if (account.isPresent() && right) {
                return account.get().enabled() ? Verdict.granted(account.get())
                        : Verdict.denied(Denial.Code.ACCOUNT_DISABLED);
            }
            return account.isPresent() && credential.filter(shown -> isCode(shown, input)).isPresent()
                    ? Verdict.denied(Denial.Code.ACTIVATION_NEEDED)
                    : Verdict.denied(Denial.Code.CREDENTIALS_WRONG);
        }));
    }

    private boolean isCode(Credential credential, String input) {
        return credential.activation() != null
                && codes.hash(credential.account(), input).equals(credential.activation());
    }

    private Future<Verdict<Grant>> activate(Account account, Credential credential, String code, String password,
            Device device) {
        Instant expiresAt = credential.activationExpiresAt();
        if (code.length() > MAX_INPUT || expiresAt == null || !isCode(credential, code)) {
            return Verdicts.denied(Denial.Code.ACTIVATION_CODE_WRONG);
        }
        if (!clock.instant().isBefore(expiresAt)) {
            return Verdicts.denied(Denial.Code.ACTIVATION_CODE_EXPIRED);
        }
        // One code makes one entry, however often its request is repeated.
        UUID command = NamedId.of(account.id(), "activation " + credential.seq());
        return replace(account, credential, command, password, device);
    }

    private Future<Verdict<Grant>> replace(Account account, Credential shown, UUID command, String password,
            Device device) {
        return passwords.hash(password).compose(hashed -> Verdicts.then(hashed, phc -> orders
                .give(account.actor(NO_SESSION), command, new HouseCommand.ChangePassword(account.id()))
                .compose(answer -> switch (answer) {
                    case Answer.Done(var entries, boolean repeated) -> {
                        long seq = entries.getFirst().seq();
                        yield credentials.replace(shown, seq, phc, clock.instant()).compose(replaced -> replaced
                                ? open(account, seq, device)
                                : Verdicts.denied(shown.phc() == null ? Denial.Code.ACTIVATION_CODE_WRONG
                                        : Denial.Code.CREDENTIALS_WRONG));
                    }
                    case Answer.Refused refused -> Verdicts.denied(Denial.Code.ACCOUNT_DISABLED);
                    case Answer.Reused() -> Verdicts.denied(Denial.Code.ACTIVATION_CODE_WRONG);
                })));
    }

    private Future<Verdict<Grant>> open(Account account, long since, Device device) {
        return grants.open(account, since, device, LoginSessions.PASSWORD).map(Verdict::granted);
    }
}
