package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import kr.haetae.event.Cursor;

/** Reads that wait until a cursor is folded. Used on the ledger's context. */
final class Waiters<P> {
    private record Waiter<P>(Cursor cursor, long sinceNanos, Promise<Head<P>> promise) {}

    private final PriorityQueue<Waiter<P>> waiting = new PriorityQueue<>(
            Comparator.comparingLong(w -> w.cursor().seq()));

    Future<Head<P>> add(Vertx vertx, Cursor cursor, Duration atMost) {
        Waiter<P> waiter = new Waiter<>(cursor, System.nanoTime(), Promise.promise());
        waiting.add(waiter);
        long timer = vertx.setTimer(Math.max(1, atMost.toMillis()), late -> {
            waiting.remove(waiter);
            waiter.promise().tryFail(new NotReached(cursor));
        });
        return waiter.promise().future().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** There is a new head. */
    void published(Head<P> head) {
        while (!waiting.isEmpty() && waiting.peek().cursor().seq() <= head.seq()) {
            waiting.remove().promise().tryComplete(head);
        }
    }

    /** The head was the newest at that time: who asked before waits for an entry that does not exist. */
    void confirmed(Head<P> head, long asOfNanos) {
        waiting.removeIf(waiter -> {
            boolean disproved = waiter.sinceNanos() - asOfNanos <= 0;
            if (disproved) {
                waiter.promise().tryComplete(head);
            }
            return disproved;
        });
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
