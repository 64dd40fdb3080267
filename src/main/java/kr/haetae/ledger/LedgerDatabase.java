package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    /** A question this small that has no answer for so long: the readers' connections lead nowhere, or all wait. */
    private static final Duration UNANSWERED = Duration.ofSeconds(8);
    /** design.md, Ledger: guards against a lock holder that stands still. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(2);
    /** For one of the readers' connections; then people are told to come again. */
    private static final int WAITING_SECONDS = 10;
    /** SQLSTATE: connection exceptions, insufficient resources (a full disk), shutting down or starting; not now, but later perhaps. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");
    /** SQLSTATE: read-only transaction. */
    private static final String READ_ONLY = "25006";

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final LedgerMeters meters;
    private final Readers pool;
    private final Listening listening;
    private final DatabaseClock clock;
    private final Map<UUID, LongConsumer> wakes = new ConcurrentHashMap<>();
    private final long clockTimer;
    private final long beatTimer;
    private final boolean replica;

    private LedgerDatabase(Vertx vertx, PgConnectOptions options, LedgerMeters meters, Readers pool,
            DatabaseClock clock,
            boolean replica) {
        this.vertx = vertx;
        this.options = options;
        this.meters = meters;
        this.pool = pool;
        this.clock = clock;
        this.replica = replica;
        listening = new Listening(vertx, options, CHANNEL, this::notified);
        clockTimer = vertx.setPeriodic(CLOCK_EVERY.toMillis(), timer -> synchronise());
        beatTimer = replica ? -1 : Replica.beat(vertx, pool);
        meters.showClock(() -> clock.offset().toNanos() / 1e9);
    }

    /**
     * Connects, measures the clock and starts to listen. The tables must be there (Flyway).
     *
     * @return fails when the database can't be reached, or with {@link IllegalStateException} when it does not write commits to
     *     disk ({@code fsync}, {@code synchronous_commit} or {@code full_page_writes} is off)
     */
    public static Future<LedgerDatabase> open(Vertx vertx, PgConnectOptions options, LedgerMeters meters) {
        return open(vertx, options, meters, false);
    }

    /**
     * The same of a streaming replica, whose ledgers only follow: they poll, for a standby refuses LISTEN, and what they show is as
     * old as the replica is behind the primary.
     */
    public static Future<LedgerDatabase> openReplica(Vertx vertx, PgConnectOptions options, LedgerMeters meters) {
        return open(vertx, options, meters, true);
    }

    private static Future<LedgerDatabase> open(Vertx vertx, PgConnectOptions options, LedgerMeters meters,
            boolean replica) {
        PgConnectOptions tuned = tuned(options);
        Readers pool = new Readers(() -> pool(vertx, tuned));
        DatabaseClock clock = new DatabaseClock(System::nanoTime, Clock.systemUTC());
        return (replica ? Future.<Void>succeededFuture() : requireDurable(pool))
                .compose(durable -> clock.synchronise(pool, 5))
                .map(measured -> new LedgerDatabase(vertx, tuned, meters, pool, clock, replica))
                .onSuccess(LedgerDatabase::begin)
                .onFailure(failure -> pool.close());
    }

    private void begin() {
        if (!replica) {
            listening.begin();
        }
    }

    /** Whether it is followed and never written. */
    boolean replica() {
        return replica;
    }

    /** Whether a failure says that the database is a replica. */
    public static boolean readOnly(Throwable failure) {
        return failure instanceof PgException said && said.getSqlState().equals(READ_ONLY);
    }

    /** Whether a failure says only that the database can't be reached, or takes nothing, at the moment. */
    public static boolean away(Throwable failure) {
        return switch (failure) {
            case PgException said -> AWAY.contains(said.getSqlState().substring(0, 2));
            case ClosedConnectionException closed -> true;
            case SocketException network -> true;
            case ClosedChannelException network -> true;
            case TimeoutException late -> true;
            default -> allWait(failure);
        };
    }

    private static Pool pool(Vertx vertx, PgConnectOptions options) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(READERS).setName("haetae-ledger")
                        .setConnectionTimeout(WAITING_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(options)
                .using(vertx)
                .build();
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
        vertx.cancelTimer(beatTimer);
        return listening.close().compose(closed -> pool.close());
    }

    Vertx vertx() {
        return vertx;
    }

    /** How to connect to it. */
    public PgConnectOptions options() {
        return options;
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

    private static boolean mute(Throwable failure) {
        return failure instanceof TimeoutException || allWait(failure);
    }

    /** All connections of a pool wait for an answer; the client has no class of its own for that. */
    private static boolean allWait(Throwable failure) {
        return failure instanceof VertxException && "Timeout waiting for connection".equals(failure.getMessage());
    }

    private void synchronise() {
        clock.synchronise(pool, 3).timeout(UNANSWERED.toMillis(), TimeUnit.MILLISECONDS).onComplete(measured -> {
            if (measured.failed()) {
                LOG.warn("the database's clock was not measured: {}", measured.cause().toString());
                if (mute(measured.cause())) {
                    pool.renew();
                }
            } else if (clock.disagrees()) {
                LOG.error("this node's clock is off: offset={}", clock.offset());
            }
        });
    }
}
