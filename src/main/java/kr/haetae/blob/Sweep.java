package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes uploads that nobody goes on with, and files that nothing names: no attachment in any ledger, no upload, no other file
 * whose copy they are. Every node does it now and then; one at a time.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private static final String UPLOADS = "DELETE FROM upload WHERE touched_at < clock_timestamp() - make_interval(secs => $1)";
    private static final String CHUNKS = """
            DELETE FROM blob_chunk c WHERE NOT EXISTS (SELECT 1 FROM upload u WHERE u.id = c.store)
               AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.store = c.store)""";
    /** The command that should have attached it has no entry: it was refused, or never came. */
    private static final String USES = """
            DELETE FROM blob_use u WHERE held_at < clock_timestamp() - make_interval(secs => $1)
               AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.ledger = u.operation AND e.command = u.attachment)""";
    private static final String BLOBS = """
            DELETE FROM blob b WHERE created_at < clock_timestamp() - make_interval(secs => $1)
               AND NOT EXISTS (SELECT 1 FROM blob_use u WHERE u.sha256 = b.sha256)
               AND NOT EXISTS (SELECT 1 FROM upload u WHERE u.sha256 = b.sha256)
               AND NOT EXISTS (SELECT 1 FROM blob o WHERE o.thumbnail = b.sha256 OR o.view = b.sha256)""";

    private final Vertx vertx;
    private final Pool pool;
    private final Duration lifetime;
    private long timer = -1;

    Sweep(Vertx vertx, Pool pool, Duration lifetime) {
        this.vertx = vertx;
        this.pool = pool;
        this.lifetime = lifetime;
    }

    public void start() {
        timer = vertx.setPeriodic(EVERY.toMillis(), t -> sweep(lifetime)
                .onFailure(e -> LOG.warn("files were not swept; the next round will", e)));
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** One round; answers how many files went. {@code untouched}: what is younger stays. Copies go in the same round. */
    public Future<Integer> sweep(Duration untouched) {
        Tuple age = Tuple.of((double) untouched.toMillis() / 1_000);
        return pool.withTransaction(connection -> FileStore.alone(connection)
                .compose(alone -> connection.preparedQuery(UPLOADS).execute(age))
                .compose(swept -> connection.preparedQuery(USES).execute(age))
                .compose(swept -> blobs(connection, age, 0))
                .compose(files -> connection.query(CHUNKS).execute().map(files))).map(Objects::requireNonNull);
    }

    /** Again while something went: what was the copy of a deleted file is named by nothing any more. */
    private static Future<Integer> blobs(SqlConnection connection, Tuple age, int sofar) {
        return connection.preparedQuery(BLOBS).execute(age)
                .compose(swept -> swept.rowCount() == 0 ? Future.succeededFuture(sofar)
                        : blobs(connection, age, sofar + swept.rowCount()));
    }

}
