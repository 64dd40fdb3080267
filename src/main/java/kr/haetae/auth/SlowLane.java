package kr.haetae.auth;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the passwords are checked that come from somebody under suspicion: all of this node one after the other on a thread of its
 * own, which rests nine times as long as it worked. So guessing takes a tenth of one processor, however many guess.
 */
final class SlowLane implements AutoCloseable {
    static final int RESTS = 9;

    /** A check takes some 50 ms and so a place half a second: the last in the queue waits ten seconds. */
    static final int PLACES = 20;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final LongSupplier nanos;
    private final Rest rest;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(PLACES), task -> new Thread(task, "haetae-passwords-slow"));

    /** How the lane's thread lets time pass. */
    interface Rest {
        void of(long nanos) throws InterruptedException;
    }

    /** @param rest null: by the clock, until the lane is closed */
    SlowLane(LongSupplier nanos, @Nullable Rest rest) {
        this.nanos = nanos;
        this.rest = rest == null ? this::untilClosed : rest;
    }

    /** @return whether there was a place; without one the work is not done */
    boolean enter(Runnable work) {
        try {
            thread.execute(() -> paced(work));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    boolean full() {
        return thread.getQueue().remainingCapacity() == 0;
    }

    /** Who waits is still served, without rests. */
    @Override
    public void close() {
        closed.countDown();
        thread.shutdown();
    }

    private void paced(Runnable work) {
        long began = nanos.getAsLong();
        try {
            work.run();
        } finally {
            rest(RESTS * (nanos.getAsLong() - began));
        }
    }

    private void rest(long length) {
        try {
            rest.of(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilClosed(long length) throws InterruptedException {
        closed.await(length, TimeUnit.NANOSECONDS);
    }
}
