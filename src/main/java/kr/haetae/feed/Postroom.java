package kr.haetae.feed;

import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The bags of all event loops. Safe for all threads. */
final class Postroom {
    private final Map<EventExecutor, Postbag> bags = new ConcurrentHashMap<>();

    /** What this event loop is to write. */
    Postbag bag(EventExecutor loop) {
        return bags.computeIfAbsent(loop, Postbag::new);
    }

    /** How long the busiest event loop took of late to write all that it had. */
    long roundNanos() {
        long longest = 0;
        for (Postbag bag : bags.values()) {
            longest = Math.max(longest, bag.roundNanos());
        }
        return longest;
    }

    /** Calls, on any thread, once every event loop has written what this thread posted before. */
    void whenWritten(Runnable then) {
        List<Postbag> all = List.copyOf(bags.values());
        if (all.isEmpty()) {
            then.run();
            return;
        }
        AtomicInteger left = new AtomicInteger(all.size());
        all.forEach(bag -> bag.mark(() -> {
            if (left.decrementAndGet() == 0) {
                then.run();
            }
        }));
    }
}
