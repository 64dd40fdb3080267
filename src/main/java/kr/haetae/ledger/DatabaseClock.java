package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Real time by the database: this machine's monotonic clock plus an offset measured against {@code clock_timestamp()}, so that all
 * nodes stamp alike, whatever their wall clocks show.
 */
public final class DatabaseClock {
    /** design.md, Time: a node that disagrees by more stops its timed commands and alarms. */
    public static final Duration TOLERANCE = Duration.ofSeconds(5);

    private record Measure(Instant database, long nanos) {
        Instant at(long now) {
            return database.plusNanos(now - nanos);
        }
    }

    private final LongSupplier monotonic;
    private final Clock wall;
    private volatile Measure measure;

    DatabaseClock(LongSupplier monotonic, Clock wall) {
        this.monotonic = monotonic;
        this.wall = wall;
        this.measure = new Measure(wall.instant(), monotonic.getAsLong());
    }

    /** Real time, in microseconds. */
    public Instant now() {
        return measure.at(monotonic.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    /** The database's clock minus this node's wall clock. */
    public Duration offset() {
        return Duration.between(wall.instant(), now());
    }

    /** Whether this node's wall clock is off by more than {@link #TOLERANCE}: it must issue no timed commands. */
    public boolean disagrees() {
        return offset().abs().compareTo(TOLERANCE) > 0;
    }

    /** Measures so often and keeps the measure with the shortest round trip: its error is at most half of that. */
    Future<Void> synchronise(SqlClient client, int rounds) {
        return measure(client, rounds, Long.MAX_VALUE, measure).onSuccess(best -> measure = best).mapEmpty();
    }

    private Future<Measure> measure(SqlClient client, int rounds, long shortest, Measure best) {
        if (rounds == 0) {
            return Future.succeededFuture(best);
        }
        long sent = monotonic.getAsLong();
        return client.query("SELECT clock_timestamp()").execute().compose(rows -> {
            long trip = monotonic.getAsLong() - sent;
            OffsetDateTime shown = rows.iterator().next().getOffsetDateTime(0);
            return trip < shortest
                    ? measure(client, rounds - 1, trip, new Measure(shown.toInstant(), sent + trip / 2))
                    : measure(client, rounds - 1, shortest, best);
        });
    }
}
