package kr.haetae.auth;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kr.haetae.event.Hash;

/**
 * Slows down guessing, per login and for all nodes together; a login that does not exist is slowed alike. An attempt is charged
 * before the password is looked at, so that a hundred attempts at once are a hundred attempts, on however many nodes. What blocks
 * nobody says {@code epoch}, not now: another node's now may lie a moment before.
 */
final class Throttle {
    private final SqlClient client;
    private final AuthSettings.Throttling settings;

    Throttle(SqlClient client, AuthSettings.Throttling settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Charges an attempt as failed. @return how long to wait, when this login may not be tried now; then nothing was charged */
    Future<Optional<Duration>> charge(String login, Instant now) {
        return client.preparedQuery("""
                INSERT INTO login_failure AS f (login_key, failures, last_at, blocked_until) VALUES ($1, 1, $2, 'epoch')
                ON CONFLICT (login_key) DO UPDATE
                SET failures = CASE WHEN f.last_at < $3 THEN 1 ELSE f.failures + 1 END,
                    last_at = $2,
                    blocked_until = CASE WHEN f.last_at < $3 OR f.failures + 1 < $4 THEN 'epoch'
                        ELSE $2 + least($5::float8, power(2, least(f.failures + 1 - $4, 30))) * interval '1 second' END
                WHERE f.blocked_until <= $2 OR f.last_at < $3
                RETURNING failures""")
                .execute(Tuple.of(key(login), now.atOffset(UTC), now.minus(settings.forgottenAfter()).atOffset(UTC),
                        settings.freeFailures(), (double) settings.longestWait().toSeconds()))
                .compose(rows -> rows.size() == 1
                        ? Future.succeededFuture(Optional.<Duration>empty())
                        : blocked(login, now).map(Optional::of));
    }

    /** The attempt was right: all failures are forgotten. */
    Future<Void> clear(String login) {
        return client.preparedQuery("DELETE FROM login_failure WHERE login_key = $1")
                .execute(Tuple.of(key(login)))
                .mapEmpty();
    }

    /** The attempt was not looked at. */
    Future<Void> refund(String login) {
        return client.preparedQuery("""
                UPDATE login_failure SET failures = greatest(failures - 1, 0), blocked_until = 'epoch'
                WHERE login_key = $1""")
                .execute(Tuple.of(key(login)))
                .mapEmpty();
    }

    Future<Void> sweep(Instant now) {
        return client.preparedQuery("DELETE FROM login_failure WHERE last_at < $1")
                .execute(Tuple.of(now.minus(settings.forgottenAfter()).atOffset(UTC)))
                .mapEmpty();
    }

    private Future<Duration> blocked(String login, Instant now) {
        return client.preparedQuery("SELECT blocked_until FROM login_failure WHERE login_key = $1")
                .execute(Tuple.of(key(login)))
                .map(rows -> {
                    for (Row row : rows) {
                        Duration wait = Duration.between(now, row.getOffsetDateTime(0).toInstant());
                        return wait.isPositive() ? wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS)
                                : Duration.ofSeconds(1);
                    }
                    return Duration.ofSeconds(1);
                });
    }

    private static Buffer key(String login) {
        return Buffer.buffer(Hash.of(Logins.fold(login).getBytes(StandardCharsets.UTF_8)).bytes());
    }
}
