package kr.haetae.ledger;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work handed from one event loop to another: what comes while the other has not looked yet is one task, not one for each, and wakes it once.
 * A batch of answers is thus one hand-over to each caller's loop. Work from one thread is done in its order.
 */
final class Handoff {
    private final Map<EventLoop, Desk> desks = new ConcurrentHashMap<>();

    private record Work(ContextInternal context, Runnable task) {}

    /** Does the work on the context, which must be one of an event loop, later; from any thread. */
    void to(Context context, Runnable task) {
        ContextInternal there = (ContextInternal) context;
        desks.computeIfAbsent(there.nettyEventLoop(), Desk::new).put(new Work(there, task));
    }

    /** The future, completed on the caller's context where it has one. */
    <T> Future<T> onCallers(Future<T> future) {
        Context caller = Vertx.currentContext();
        if (caller == null) {
            return future;
        }
        Promise<T> promise = Promise.promise();
        future.onComplete(result -> {
            if (caller.isEventLoopContext()) {
                to(caller, () -> promise.handle(result));
            } else {
                caller.runOnContext(there -> promise.handle(result));
            }
        });
        return promise.future();
    }

    /** What one event loop is to do. */
    private static final class Desk {
        private final EventLoop loop;
        private final Queue<Work> queue = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean called = new AtomicBoolean();

        Desk(EventLoop loop) {
            this.loop = loop;
        }

        void put(Work work) {
            queue.add(work);
            if (called.compareAndSet(false, true)) {
                loop.execute(this::work);
            }
        }

        private void work() {
            called.set(false);
            for (Work next = queue.poll(); next != null; next = queue.poll()) {
                // What throws is reported to its context, and holds up nobody.
                next.context().dispatch(next.task());
            }
        }
    }
}
