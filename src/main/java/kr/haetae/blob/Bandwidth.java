package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets bytes through at a rate, whoever sends them, in the order in which they ask: so that a hundred films never crowd out reports. */
final class Bandwidth {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long bytesPerSecond;
    private final LongSupplier nanoTime;
    private long free;

    Bandwidth(long bytesPerSecond, LongSupplier nanoTime) {
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
        this.free = nanoTime.getAsLong();
    }

    /** How many milliseconds these bytes wait before it is their turn. */
    synchronized long reserve(int bytes) {
        long now = nanoTime.getAsLong();
        long turn = free - now > 0 ? free : now;
        free = turn + bytes * NANOS_PER_SECOND / bytesPerSecond;
        return TimeUnit.NANOSECONDS.toMillis(turn - now);
    }

    Future<?> turn(Vertx vertx, int bytes) {
        long wait = reserve(bytes);
        return wait == 0 ? Future.succeededFuture() : vertx.timer(wait, TimeUnit.MILLISECONDS);
    }
}
