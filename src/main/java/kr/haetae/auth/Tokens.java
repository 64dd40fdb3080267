package kr.haetae.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens: JWT, HS512, signed with the newest key, verified with all. They say {@code sub} account, {@code sid} session,
 * {@code since} (see {@link LoginSession}), {@code iat}, {@code exp}, {@code iss}, {@code aud}, and nothing about the person. A token
 * alone lets nobody in: {@link Gate} asks the house picture too.
 */
public final class Tokens {
    /** How often the key file is looked at. */
    static final Duration RELOAD = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final String ISSUER = "haetae";
    private static final String AUDIENCE = "haetae-api";
    private static final String ALGORITHM = "HS512";

    /** Each request verifies its token; one of 400 characters and what it says take about 1 kB, so this is at most 50 MB. */
    private static final int CACHED = 50_000;

    /** An access token and when it ends. */
    public record AccessToken(String text, Instant expiresAt) {}

    private record Verified(LoginSession session, Instant expiresAt) {}

    /** A library instance signs with any of its keys, so the signing key has one of its own. */
    private record Signer(String kid, JWTAuth jwt) {}

    private final Vertx vertx;
    private final KeyFile file;
    private final InstantSource clock;
    private final Duration life;
    private final Cache<String, Verified> verified = Caffeine.newBuilder().maximumSize(CACHED).build();
    private volatile KeyRing ring;
    private volatile JWTAuth verifier;
    private volatile Signer signer;
    private long watching = -1;

    /**
     * Opens the key file, or makes it; blocks.
     *
     * @param clock what all nodes agree on: the database's time
     * @param life of each token
     */
    public Tokens(Vertx vertx, KeyFile file, InstantSource clock, Duration life) throws IOException {
        this.vertx = vertx;
        this.file = file;
        this.clock = clock;
        this.life = life;
        this.ring = file.open(clock.instant());
        this.verifier = library(ring.keys());
        this.signer = signer(ring.signing(clock.instant()));
    }

    /** Looks at the key file from now on, so that a rotation needs no restart. */
    public void watch() {
        watching = vertx.setPeriodic(RELOAD.toMillis(), timer -> vertx.executeBlocking(() -> {
            reload();
            return true;
        })
                .onFailure(e -> LOG.error("key file can't be read, the present keys stay in use", e)));
    }

    void close() {
        vertx.cancelTimer(watching);
    }

    /** Reads the key file; blocks. */
    void reload() throws IOException {
        KeyRing read = file.read();
        if (!read.equals(ring)) {
            verifier = library(read.keys());
            ring = read;
            verified.invalidateAll();
        }
    }

    /** A token for the session, from now on. */
    public AccessToken issue(LoginSession session) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(life);
        JsonObject claims = new JsonObject()
                .put("sub", session.account().toString())
                .put("sid", session.id().toString())
                .put("since", session.since())
                .put("iat", now.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        return new AccessToken(signer(now).jwt().generateToken(claims),
                Instant.ofEpochSecond(expiresAt.getEpochSecond()));
    }

    /** The session that a token names; empty when the token is forged, malformed, expired or meant for something else. */
    public Future<Optional<LoginSession>> verify(String token) {
        return current(token).map(valid -> valid.map(Verified::session));
    }

    /** When a valid token ends. */
    Future<Optional<Instant>> expiry(String token) {
        return current(token).map(valid -> valid.map(Verified::expiresAt));
    }

    KeyRing ring() {
        return ring;
    }

    private Future<Optional<Verified>> current(String token) {
        Verified known = verified.getIfPresent(token);
        Future<Optional<Verified>> any = known != null
                ? Future.succeededFuture(Optional.of(known))
                : verifier.authenticate(new TokenCredentials(token))
                        .map(user -> Optional.of(remember(token, user.attributes().getJsonObject("accessToken"))))
                        .otherwise(Optional.empty());
        return any.map(one -> one.filter(valid -> clock.instant().isBefore(valid.expiresAt())));
    }

    private Verified remember(String token, JsonObject claims) {
        Verified fresh = new Verified(
                new LoginSession(UUID.fromString(claims.getString("sid")), UUID.fromString(claims.getString("sub")),
                        claims.getLong("since")),
                Instant.ofEpochSecond(claims.getLong("exp")));
        verified.put(token, fresh);
        return fresh;
    }

    private Signer signer(Instant now) {
        KeyRing.Key key = ring.signing(now);
        Signer present = signer;
        if (present.kid().equals(key.kid())) {
            return present;
        }
        Signer next = signer(key);
        signer = next;
        return next;
    }

    private Signer signer(KeyRing.Key key) {
        return new Signer(key.kid(), library(List.of(key)));
    }

    private JWTAuth library(List<KeyRing.Key> keys) {
        JWTAuthOptions options = new JWTAuthOptions()
                .setJWTOptions(new JWTOptions()
                        .setAlgorithm(ALGORITHM)
                        .setIssuer(ISSUER)
                        .setAudience(List.of(AUDIENCE))
                        // The library compares with this machine's clock; current() does with the database's.
                        .setIgnoreExpiration(true));
        keys.forEach(key -> options.addJwk(new JsonObject()
                .put("kty", "oct")
                .put("alg", ALGORITHM)
                .put("kid", key.kid())
                .put("k", key.k())));
        return JWTAuth.create(vertx, options);
    }
}
