package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection that listens, made again for ever. (The client's own subscriber gives up when its first attempt fails, and never
 * notices a peer that is gone without a word.)
 */
final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final String channel;
    private final Consumer<String> listener;
    private final Context context;
    private @Nullable PgConnection connection;
    private Duration backoff = SHORTEST_BACKOFF;
    private boolean closed;
    private long beatTimer = -1;

    Listening(Vertx vertx, PgConnectOptions options, String channel, Consumer<String> listener) {
        this.vertx = vertx;
        this.options = options;
        this.channel = channel;
        this.listener = listener;
        this.context = vertx.getOrCreateContext();
    }

    void begin() {
        context.runOnContext(here -> {
            beatTimer = vertx.setPeriodic(BEAT.toMillis(), timer -> beat());
            connect();
        });
    }

    Future<Void> close() {
        return Future.future(done -> context.runOnContext(here -> {
            closed = true;
            vertx.cancelTimer(beatTimer);
            PgConnection last = connection;
            connection = null;
            if (last == null) {
                done.complete();
            } else {
                last.close().otherwiseEmpty().onComplete(done);
            }
        }));
    }

    private void connect() {
        if (closed) {
            return;
        }
        Future<PgConnection> connecting = PgConnection.connect(vertx, options);
        within(connecting).onComplete(connected -> {
            if (connected.succeeded()) {
                listen(connected.result());
            } else {
                connecting.onSuccess(PgConnection::close);
                again(connected.cause());
            }
        });
    }

    private void listen(PgConnection fresh) {
        if (closed) {
            fresh.close();
            return;
        }
        connection = fresh;
        fresh.notificationHandler(notification -> listener.accept(notification.getPayload()));
        fresh.closeHandler(gone -> context.runOnContext(here -> lost(fresh, new IllegalStateException("closed"))));
        within(fresh.query("LISTEN " + channel).execute())
                .onSuccess(listening -> backoff = SHORTEST_BACKOFF)
                .onFailure(failure -> lost(fresh, failure));
    }

    private void beat() {
        PgConnection current = connection;
        if (current != null) {
            within(current.query("SELECT 1").execute()).onFailure(failure -> lost(current, failure));
        }
    }

    private void lost(PgConnection which, Throwable failure) {
        if (connection == which) {
            connection = null;
            which.close();
            again(failure);
        }
    }

    private void again(Throwable failure) {
        if (closed) {
            return;
        }
        LOG.warn("not listening, polling meanwhile: again in={} cause={}", backoff, failure.toString());
        vertx.setTimer(backoff.toMillis(), timer -> connect());
        Duration twice = backoff.multipliedBy(2);
        backoff = twice.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : twice;
    }

    private static <T> Future<T> within(Future<T> reply) {
        return reply.timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
