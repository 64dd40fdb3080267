package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A ledger's own connection to the primary. Used on the ledger's context, one statement at a time. */
final class Line {
    private final LedgerDatabase database;
    private final Context context;
    private final Duration timeout;
    private @Nullable PgConnection connection;
    private boolean closed;

    Line(LedgerDatabase database, Context context, Duration timeout) {
        this.database = database;
        this.context = context;
        this.timeout = timeout;
    }

    @Nullable
    PgConnection connection() {
        return connection;
    }

    /** Connects; fails when the database does not answer or, unless it is followed as a replica, is a standby: an old head, no append. */
    Future<PgConnection> connect() {
        Future<PgConnection> connecting = PgConnection.connect(database.vertx(), database.options());
        return within(connecting)
                .onFailure(late -> connecting.onSuccess(PgConnection::close))
                .compose(this::requirePrimary)
                .map(this::keep);
    }

    /** Gives the connection up: what was sent on it may still happen. */
    void discard() {
        PgConnection lost = connection;
        connection = null;
        if (lost != null) {
            lost.closeHandler(null);
            lost.close();
            database.meters().reconnected();
        }
    }

    /** Discards the connection and keeps none that is still being made. */
    void close() {
        closed = true;
        discard();
    }

    /** Fails a statement that has no reply in time. */
    <T> Future<T> within(Future<T> reply) {
        return reply.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<PgConnection> requirePrimary(PgConnection fresh) {
        return within(fresh.query("SELECT pg_is_in_recovery()").execute())
                .map(rows -> {
                    if (!database.replica() && rows.iterator().next().getBoolean(0)) {
                        throw new IllegalStateException("the database is a standby");
                    }
                    return fresh;
                })
                .onFailure(failure -> fresh.close());
    }

    private PgConnection keep(PgConnection fresh) {
        if (closed) {
            fresh.close();
            throw new IllegalStateException("the ledger is closed");
        }
        connection = fresh;
        fresh.closeHandler(closed -> context.runOnContext(later -> forget(fresh)));
        return fresh;
    }

    private void forget(PgConnection lost) {
        if (connection == lost) {
            connection = null;
            database.meters().reconnected();
        }
    }
}
