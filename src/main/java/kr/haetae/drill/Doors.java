package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets a few log in at a time: checking a password is meant to be dear, and all who wait at once would only be sent away and come
 * again. For one context.
 */
final class Doors {
    private static final int AT_ONCE = 4;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    <T> Future<T> through(Supplier<Future<T>> logIn) {
        Promise<T> done = Promise.promise();
        waiting.addLast(() -> logIn.get().onComplete(result -> {
            inside--;
            done.handle(result);
            next();
        }));
        next();
        return done.future();
    }

    private void next() {
        if (inside < AT_ONCE && !waiting.isEmpty()) {
            inside++;
            waiting.removeFirst().run();
        }
    }
}
