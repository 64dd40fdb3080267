package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a ledger does, one thing at a time: connect, rebuild, read what is new, append. That one thing at a time is what keeps the
 * head simple: nobody else moves it while a statement is under way. Used on the ledger's context.
 */
final class Turns<P> {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(50);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(1);

    private final Context context;
    private final UUID ledger;
    private final LedgerDatabase database;
    private final Line line;
    private final Tail<P> tail;
    private final Book<P> book;
    private final Appends<P> appends;

    private boolean busy;
    private boolean readDue;
    private boolean rebuildDue;
    private Duration backoff = SHORTEST_BACKOFF;

    Turns(Context context, UUID ledger, LedgerDatabase database, Line line, Tail<P> tail, Book<P> book,
            Appends<P> appends) {
        this.context = context;
        this.ledger = ledger;
        this.database = database;
        this.line = line;
        this.tail = tail;
        this.book = book;
        this.appends = appends;
    }

    /** Reads what is new before anything else. */
    void read() {
        readDue = true;
        run();
    }

    /** Throws the picture away and reads everything from entry 1 before anything else. */
    void rebuild() {
        rebuildDue = true;
        run();
    }

    /** Stays where it is for good: an entry can't be read, or is not what it was. */
    void stop(long seq, String why) {
        book.stop(new LedgerState.Stopped(seq, why));
        line.discard();
    }

    /** Goes on with whatever is due. */
    void run() {
        if (!book.running()) {
            return;
        }
        if (busy) {
            appends.decideAhead();
            return;
        }
        Supplier<Future<Void>> turn = next();
        if (turn == null) {
            return;
        }
        busy = true;
        attempt(turn).recover(this::afterFailure).onComplete(done -> {
            busy = false;
            context.runOnContext(next -> run());
        });
    }

    private @Nullable Supplier<Future<Void>> next() {
        PgConnection connection = line.connection();
        if (connection == null) {
            return this::connect;
        }
        if (rebuildDue) {
            return () -> rebuild(connection);
        }
        if (readDue) {
            return () -> readAll(connection);
        }
        return appends.due() ? () -> appends.append(connection).map(this::noteOutcome) : null;
    }

    private Future<Void> connect() {
        return line.connect().map(connected -> {
            backoff = SHORTEST_BACKOFF;
            readDue = true;
            return null;
        });
    }

    private Future<Void> readAll(PgConnection connection) {
        readDue = false;
        return behind(connection).compose(behind -> book.catchUp(connection, behind)).mapEmpty();
    }

    /** Asked before the reading that it is said of. */
    private Future<Duration> behind(PgConnection connection) {
        if (!database.replica()) {
            return Future.succeededFuture(Duration.ZERO);
        }
        long asked = System.nanoTime();
        return line.within(Replica.age(connection)).map(age -> age.plusNanos(System.nanoTime() - asked));
    }

    private Future<Void> rebuild(PgConnection connection) {
        long asked = System.nanoTime();
        return headRow(database, connection, ledger)
                .compose(created -> behind(connection))
                .compose(behind -> tail.whole(connection).map(whole -> {
                    rebuildDue = false;
                    book.replace(whole, asked - behind.toNanos());
                    return null;
                }));
    }

    /** The head row, which appends lock; without it the ledger takes none. */
    static Future<Void> headRow(LedgerDatabase database, PgConnection connection, UUID ledger) {
        return database.replica() ? Future.succeededFuture()
                : connection
                        .preparedQuery("INSERT INTO ledger (id, genesis) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                        .execute(Tuple.of(ledger, Buffer.buffer(Chain.genesis(ledger).bytes())))
                        .mapEmpty();
    }

    private @Nullable Void noteOutcome(Appends.Outcome outcome) {
        readDue |= outcome == Appends.Outcome.BEHIND;
        return null;
    }

    private static Future<Void> attempt(Supplier<Future<Void>> turn) {
        try {
            return turn.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> afterFailure(Throwable failure) {
        if (failure instanceof Unreadable unreadable) {
            stop(unreadable.seq(), unreadable.why());
            return Future.succeededFuture();
        }
        // Whatever was under way on it may still happen; on a new connection the truth is read first.
        line.discard();
        readDue = true;
        if (failure instanceof Displaced) {
            LOG.error("the database holds another chain, rebuilding: ledger={} cause={}", ledger, failure.getMessage());
            rebuildDue = true;
            return Future.succeededFuture();
        }
        LOG.warn("the database failed, trying again: ledger={} in={} cause={}", ledger, backoff, failure.toString());
        Future<Void> pause = database.vertx().timer(backoff.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
        backoff = backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff.multipliedBy(2);
        return pause;
    }
}
