package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How old a streaming replica is, and what the primary must do so that it can be known. The newest commit that was replayed carries
 * the primary's time: everything committed before it is there. Where nobody commits, nothing would tell a quiet primary from one
 * that is gone, so the nodes at the primary commit nothing, once a second.
 */
final class Replica {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
    /** A replica that has replayed nothing yet does not say how old it is. */
    static final Duration UNKNOWN = Duration.ofDays(1);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final String AGE = """
            SELECT CASE WHEN pg_is_in_recovery()
                THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8 ELSE 0 END""";
    /** A transaction number makes a commit of it; only while somebody streams. */
    private static final String COMMIT_NOTHING = "SELECT CASE WHEN EXISTS (SELECT FROM pg_stat_replication) THEN pg_current_xact_id()::text END";

    private Replica() {}

    /** By the clocks of both machines: the age of what the next statement on this connection reads, at most. */
    static Future<Duration> age(SqlClient client) {
        return client.query(AGE).execute().map(rows -> {
            Double seconds = rows.iterator().next().getDouble(0);
            return seconds == null ? UNKNOWN : Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
        });
    }

    /** Returns the timer. */
    static long beat(Vertx vertx, Pool primary) {
        boolean[] busy = {false};
        return vertx.setPeriodic(BEAT.toMillis(), timer -> {
            if (!busy[0]) {
                busy[0] = true;
                primary.query(COMMIT_NOTHING).execute().onComplete(done -> {
                    busy[0] = false;
                    if (done.failed()) {
                        LOG.debug("replicas were given no sign of life: {}", done.cause().toString());
                    }
                });
            }
        });
    }
}
