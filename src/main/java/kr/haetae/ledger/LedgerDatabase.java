package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import kr.haetae.metrics.LedgerMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that the ledgers of a node live in: a small pool for reading, one connection that listens for all ledgers, and the
 * clock. Each ledger appends on a connection of its own.
 */
public final class LedgerDatabase {
    /** Payload: the ledger's id, a space, the seq of the newest entry. */
    static final String CHANNEL = "haetae";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerDatabase.class);
    private static final int READERS = 4;
    private static final Duration CLOCK_EVERY = Duration.ofSeconds(10);
    /** design.md, Ledger: guards against a lock holder that stands still. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final LedgerMeters meters;
    private final Pool pool;
    private final Listening listening;
    private final DatabaseClock clock;
    private final Handoff handoff = new Handoff();
    private final Map<UUID, LongConsumer> wakes = new ConcurrentHashMap<>();
    private final long clockTimer;

    private LedgerDatabase(Vertx vertx, PgConnectOptions options, LedgerMeters meters, Pool pool, DatabaseClock clock) {
        this.vertx = vertx;
        this.options = options;
        this.meters = meters;
        this.pool = pool;
        this.clock = clock;
        listening = new Listening(vertx, options, CHANNEL, this::notified);
        clockTimer = vertx.setPeriodic(CLOCK_EVERY.toMillis(), timer -> synchronise());
        meters.showClock(() -> clock.offset().toNanos() / 1e9);
    }

    /**
     * Connects, measures the clock and starts to listen. The tables must be there (Flyway).
     *
     * @return fails when the database can't be reached, or with {@link IllegalStateException} when it does not write commits to
     *     disk ({@code fsync}, {@code synchronous_commit} or {@code full_page_writes} is off)
     */
    public static Future<LedgerDatabase> open(Vertx vertx, PgConnectOptions options, LedgerMeters meters) {
        PgConnectOptions tuned = tuned(options);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(READERS).setName("haetae-ledger"))
                .connectingTo(tuned)
                .using(vertx)
                .build();
        DatabaseClock clock = new DatabaseClock(System::nanoTime, Clock.systemUTC());
        return requireDurable(pool)
                .compose(durable -> clock.synchronise(pool, 5))
                .map(measured -> new LedgerDatabase(vertx, tuned, meters, pool, clock))
                .onSuccess(opened -> opened.listening.begin())
                .onFailure(failure -> pool.close());
    }

    public DatabaseClock clock() {
        return clock;
    }

    /** For reading only; appends go through {@link Ledger#submit}. */
    public Pool pool() {
        return pool;
    }

    /** Close the ledgers first. */
    public Future<Void> close() {
        vertx.cancelTimer(clockTimer);
        return listening.close().compose(closed -> pool.close());
    }

    Vertx vertx() {
        return vertx;
    }

    /** How to connect to it. */
    public PgConnectOptions options() {
        return options;
    }

    Handoff handoff() {
        return handoff;
    }

    LedgerMeters meters() {
        return meters;
    }

    /** Calls with the newest seq whenever somebody appended to the ledger, on any thread; may miss, may repeat. */
    void wake(UUID ledger, LongConsumer wake) {
        if (wakes.putIfAbsent(ledger, wake) != null) {
            throw new IllegalStateException("ledger " + ledger + " is open on this node already");
        }
    }

    void forget(UUID ledger) {
        wakes.remove(ledger);
    }

    private static PgConnectOptions tuned(PgConnectOptions options) {
        return new PgConnectOptions(options)
                .setCachePreparedStatements(true)
                .addProperty("application_name", "haetae")
                .addProperty("default_transaction_isolation", "read committed")
                .addProperty("idle_in_transaction_session_timeout", String.valueOf(IDLE_IN_TRANSACTION.toMillis()));
    }

    private static Future<Void> requireDurable(Pool pool) {
        return pool.query(
                "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')")
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getString(0).equals("off") || row.getString(1).equals("off")
                            || row.getString(2).equals("off")) {
                        throw new IllegalStateException("the database would lose what it acknowledged: fsync is "
                                + row.getString(0) + ", synchronous_commit " + row.getString(1) + ", full_page_writes "
                                + row.getString(2) + "; all must be on");
                    }
                    return null;
                });
    }

    private void notified(String payload) {
        int space = payload.indexOf(' ');
        try {
            LongConsumer wake = wakes.get(UUID.fromString(payload.substring(0, space)));
            if (wake != null) {
                wake.accept(Long.parseLong(payload, space + 1, payload.length(), 10));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("a notification on channel {} was not ours", CHANNEL);
        }
    }

    private void synchronise() {
        clock.synchronise(pool, 3).onComplete(measured -> {
            if (measured.failed()) {
                LOG.warn("the database's clock was not measured: {}", measured.cause().toString());
            } else if (clock.disagrees()) {
                LOG.error("this node's clock is off: offset={}", clock.offset());
            }
        });
    }
}
