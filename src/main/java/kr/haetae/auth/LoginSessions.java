package kr.haetae.auth;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/** The tables of log-in sessions and of their refresh tokens. */
final class LoginSessions {
    private static final int MAX_USER_AGENT = 200;

    private final Pool pool;
    private final RefreshChain chain;
    private final Duration refreshLife;
    private final Duration sessionLife;

    LoginSessions(Pool pool, RefreshChain chain, Duration refreshLife, Duration sessionLife) {
        this.pool = pool;
        this.chain = chain;
        this.refreshLife = refreshLife;
        this.sessionLife = sessionLife;
    }

    /** A refresh token and when it ends. */
    record Refresh(String token, Instant expiresAt) {}

    /**
     * By what a session is opened.
     *
     * @param transaction in which it is written; null: in none
     * @param passkey null: a password
     */
    record Means(@Nullable SqlClient transaction, @Nullable UUID passkey) {}

    static final Means PASSWORD = new Means(null, null);

    /** What presenting a refresh token comes to. */
    sealed interface Turn {
        /** The next token; the same one again if this one's reply was lost. */
        record Next(LoginSession session, Refresh refresh) implements Turn {}

        /** Unknown or expired. */
        record Unknown() implements Turn {}

        /** The session was ended in this table, now ({@code reused}) or before. */
        record Over(LoginSession session, boolean reused) implements Turn {}

        /** The session does not stand by the house picture. */
        record Refused(LoginSession session) implements Turn {}
    }

    private record Stored(LoginSession session, Instant sessionExpiresAt, boolean ended) {}

    private record Token(Instant expiresAt, boolean used) {}

    /** Opens a session with its first refresh token. */
    Future<Refresh> open(LoginSession session, String userAgent, Means means, Instant now) {
        Instant sessionEnd = now.plus(sessionLife);
        Refresh refresh = new Refresh(chain.first(), earlier(now.plus(refreshLife), sessionEnd));
        String device = userAgent.replace("\0", "");
        SqlClient client = means.transaction() == null ? pool : means.transaction();
        return client
                .preparedQuery(
                        """
                WITH opened AS (
                    INSERT INTO login_session (session, account, since, created_at, expires_at, last_seen_at, user_agent,
                            passkey)
                    VALUES ($1, $2, $3, $4, $5, $4, $6, $9) RETURNING session)
                INSERT INTO refresh_token (hash, session, issued_at, expires_at) SELECT $7, session, $4, $8 FROM opened""")
                .execute(Tuple.of(session.id(), session.account(), session.since(), now.atOffset(UTC),
                        sessionEnd.atOffset(UTC), device.substring(0, Math.min(device.length(), MAX_USER_AGENT)),
                        bytes(refresh.token()), refresh.expiresAt().atOffset(UTC), means.passkey()))
                .map(done -> refresh);
    }

    /**
     * Presents a refresh token. One turn at a time for each session: its row is locked before the tokens are read, in a statement of
     * its own, which under READ COMMITTED sees what the turn before committed.
     */
    Future<Turn> turn(String token, Instant now, Function<LoginSession, Future<Boolean>> stands) {
        return pool.withTransaction(transaction -> locked(transaction, token).compose(stored -> {
            if (stored == null || !now.isBefore(stored.sessionExpiresAt())) {
                return Future.succeededFuture(new Turn.Unknown());
            }
            if (stored.ended()) {
                return Future.succeededFuture(new Turn.Over(stored.session(), false));
            }
            return stands.apply(stored.session())
                    .compose(standing -> standing
                            ? turn(transaction, token, stored, now)
                            : Future.succeededFuture(new Turn.Refused(stored.session())));
        }));
    }

    /** Those that a passkey opened and that did not end here. */
    Future<List<LoginSession>> openedBy(UUID passkey) {
        return pool
                .preparedQuery(
                        "SELECT session, account, since FROM login_session WHERE passkey = $1 AND ended_at IS NULL")
                .execute(Tuple.of(passkey))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new LoginSession(row.getUUID(0), row.getUUID(1), row.getLong(2)))
                        .toList());
    }

    /** Ends a session here; the house ledger ends it everywhere. */
    Future<Void> end(UUID session, Instant now) {
        return end(pool, session, now);
    }

    Future<Void> sweep(Instant now) {
        return pool.preparedQuery("DELETE FROM login_session WHERE expires_at < $1")
                .execute(Tuple.of(now.atOffset(UTC)))
                .compose(done -> pool.preparedQuery("DELETE FROM refresh_token WHERE expires_at < $1")
                        .execute(Tuple.of(now.atOffset(UTC))))
                .mapEmpty();
    }

    private static Future<@Nullable Stored> locked(SqlClient transaction, String token) {
        return transaction.preparedQuery("""
                SELECT s.session, s.account, s.since, s.expires_at, s.ended_at IS NOT NULL
                FROM login_session s JOIN refresh_token r USING (session) WHERE r.hash = $1 FOR UPDATE OF s""")
                .execute(Tuple.of(bytes(token)))
                .map(rows -> rows.size() == 0 ? null : stored(rows.iterator().next()));
    }

    private Future<Turn> turn(SqlClient transaction, String token, Stored stored, Instant now) {
        String successor = chain.successor(token);
        return tokens(transaction, token, successor).compose(known -> {
            Token present = known.get(RefreshChain.hash(token));
            Token next = known.get(RefreshChain.hash(successor));
            if (present == null || !now.isBefore(present.expiresAt())) {
                return Future.succeededFuture(new Turn.Unknown());
            }
            if (!present.used()) {
                return advance(transaction, token, successor, stored, now);
            }
            return next == null || next.used()
                    ? end(transaction, stored.session().id(), now).map(ended -> new Turn.Over(stored.session(), true))
                    : Future.succeededFuture(
                            new Turn.Next(stored.session(), new Refresh(successor, next.expiresAt())));
        });
    }

    private static Future<Map<Hash, Token>> tokens(SqlClient transaction, String token, String successor) {
        return transaction
                .preparedQuery("SELECT hash, expires_at, used_at IS NOT NULL FROM refresh_token WHERE hash IN ($1, $2)")
                .execute(Tuple.of(bytes(token), bytes(successor)))
                .map(rows -> {
                    Map<Hash, Token> known = new HashMap<>();
                    rows.forEach(row -> known.put(Hash.ofBytes(row.getBuffer(0).getBytes()),
                            new Token(row.getOffsetDateTime(1).toInstant(), row.getBoolean(2))));
                    return known;
                });
    }

    private Future<Turn> advance(SqlClient transaction, String token, String successor, Stored stored, Instant now) {
        Instant expiresAt = earlier(now.plus(refreshLife), stored.sessionExpiresAt());
        return transaction.preparedQuery("UPDATE refresh_token SET used_at = $2 WHERE hash = $1")
                .execute(Tuple.of(bytes(token), now.atOffset(UTC)))
                .compose(used -> transaction.preparedQuery("""
                        WITH seen AS (UPDATE login_session SET last_seen_at = $3 WHERE session = $2)
                        INSERT INTO refresh_token (hash, session, issued_at, expires_at) VALUES ($1, $2, $3, $4)""")
                        .execute(Tuple.of(bytes(successor), stored.session().id(), now.atOffset(UTC),
                                expiresAt.atOffset(UTC))))
                .map(done -> new Turn.Next(stored.session(), new Refresh(successor, expiresAt)));
    }

    private static Future<Void> end(SqlClient client, UUID session, Instant now) {
        return client.preparedQuery("UPDATE login_session SET ended_at = coalesce(ended_at, $2) WHERE session = $1")
                .execute(Tuple.of(session, now.atOffset(UTC)))
                .mapEmpty();
    }

    private static Stored stored(Row row) {
        return new Stored(new LoginSession(row.getUUID(0), row.getUUID(1), row.getLong(2)),
                row.getOffsetDateTime(3).toInstant(), row.getBoolean(4));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Buffer bytes(String token) {
        return Buffer.buffer(RefreshChain.hash(token).bytes());
    }
}
