package kr.haetae.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.ledger.Ledger;
import kr.haetae.metrics.LoginMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The package's one door: everything that decides who is let in, put together. */
public final class Guardhouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guardhouse.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final Place place;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Throttle throttle;
    private final LoginSessions sessions;
    private final Orders orders;
    private final Gate gate;
    private final LoginDesk logins;
    private final PasskeyChallenges challenges;
    private final PasskeyDesk passkeys;
    private final AccountDesk accounts;
    private final Sealing sealing;
    private final SecureRandom random;
    private final long sweeps;

    /**
     * Where it stands.
     *
     * @param pool for the tables of credentials and sessions
     * @param ledger the house ledger, {@link House#LEDGER}
     * @param clock what all nodes agree on: the database's time
     * @param keyFile the same on all nodes of an installation
     */
    public record Place(Vertx vertx, Pool pool, Ledger<House> ledger, InstantSource clock, Path keyFile,
            LoginMeters meters) {}

    private Guardhouse(Place place, AuthSettings settings, SecureRandom random, Tokens tokens, Passwords passwords) {
        this.place = place;
        this.random = random;
        this.tokens = tokens;
        this.passwords = passwords;
        throttle = new Throttle(place.pool(), settings.throttle());
        sessions = new LoginSessions(place.pool(), new RefreshChain(tokens::ring, random), settings.refreshLife(),
                settings.sessionLife());
        sealing = new Sealing(tokens::ring);
        orders = new Orders(place.ledger());
        gate = new Gate(tokens, place.ledger());
        Attempts attempts = new Attempts(throttle, new FailureBudget(settings.addressFailures()), place.clock());
        DevicePasses passes = new DevicePasses(tokens::ring, orders::house, place.clock());
        LoginDesk.Store store = new LoginDesk.Store(new Credentials(place.pool()), sessions,
                new ActivationCodes(tokens::ring), new Passkeys(place.pool()), passes);
        Grants grants = new Grants(sessions, tokens, passes, place.clock(), UUID::randomUUID);
        logins = new LoginDesk(orders, gate, grants, passwords, store, attempts, place.clock(), UUID::randomUUID);
        challenges = new PasskeyChallenges(place.pool(), tokens::ring, random);
        passkeys = new PasskeyDesk(orders, gate, logins,
                new PasskeyDesk.Tools(place.vertx(), place.pool(), store.passkeys(),
                        challenges, sessions, grants, attempts, passes, tokens::ring),
                place.clock(), settings.passkeyDomain());
        accounts = new AccountDesk(orders, store, attempts, place.clock(), UUID::randomUUID, settings.activationLife());
        tokens.watch();
        sweeps = place.vertx().setPeriodic(SWEEP.toMillis(), timer -> sweep()
                .onFailure(e -> LOG.warn("expired sessions were not swept; tried again later", e)));
    }

    /**
     * Opens the key file, or makes it, and starts to look after it.
     *
     * @return fails with {@link IllegalStateException} when the key file is not safe or not one; the message says what to do
     */
    public static Future<Guardhouse> open(Place place, AuthSettings settings) {
        return open(place, settings, Argon2id.STANDARD, new SlowLane(System::nanoTime, null));
    }

    static Future<Guardhouse> open(Place place, AuthSettings settings, Argon2id argon2id, SlowLane slow) {
        SecureRandom random = new SecureRandom();
        return place.vertx().<Guardhouse>executeBlocking(() -> {
            Tokens tokens = new Tokens(place.vertx(), new KeyFile(place.keyFile(), random), place.clock(),
                    settings.accessLife());
            Passwords passwords = new Passwords(place.vertx(), random,
                    new Passwords.Effort(argon2id, settings.hashThreads(), slow), place.meters());
            return new Guardhouse(place, settings, random, tokens, passwords);
        }).map(Objects::requireNonNull);
    }

    /** Who is let in with an access token. */
    public Gate gate() {
        return gate;
    }

    public LoginDesk logins() {
        return logins;
    }

    public PasskeyDesk passkeys() {
        return passkeys;
    }

    public AccountDesk accounts() {
        return accounts;
    }

    /** Opens what phones seal for the rooms. */
    public Sealing sealing() {
        return sealing;
    }

    /** For operations and the organisation; accounts and sessions have desks of their own. */
    public Orders orders() {
        return orders;
    }

    /** @param file where their passwords stand until they are changed */
    public FirstAccounts firstAccounts(Path file) {
        return new FirstAccounts(place, passwords, random, file);
    }

    /** Removes what has expired; done by itself every ten minutes. */
    Future<Void> sweep() {
        Instant now = place.clock().instant();
        return sessions.sweep(now).compose(swept -> throttle.sweep(now)).compose(swept -> challenges.sweep(now));
    }

    @Override
    public void close() {
        place.vertx().cancelTimer(sweeps);
        tokens.close();
        passwords.close();
    }
}
