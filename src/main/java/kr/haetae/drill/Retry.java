package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends again, with back-off and jitter, until the outcome is known: an answer that the same request will get again. Nothing came,
 * 429 and 5xx are none.
 */
final class Retry {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final Vertx vertx;
    private final Runnable again;
    /** When people try again is no part of the plan. */
    private final Random jitter = new Random();
    private boolean given;

    /** {@code again}: called for each request that is sent once more. */
    Retry(Vertx vertx, Runnable again) {
        this.vertx = vertx;
        this.again = again;
    }

    /** From now on nothing is sent again: what has no outcome fails. */
    void giveUp() {
        given = true;
    }

    Future<Wire.Answer> until(Supplier<Future<Wire.Answer>> send) {
        Promise<Wire.Answer> known = Promise.promise();
        attempt(send, known, 0);
        return known.future();
    }

    private void attempt(Supplier<Future<Wire.Answer>> send, Promise<Wire.Answer> known, int failures) {
        send.get().onComplete(result -> {
            Wire.Answer answer = result.succeeded() ? result.result() : null;
            if (answer != null && answer.status() != TOO_MANY_REQUESTS && answer.status() < 500) {
                known.complete(answer);
            } else if (given) {
                known.fail(answer == null ? result.cause() : new DrillRefused("no outcome: " + answer.code()));
            } else {
                again.run();
                vertx.setTimer(pause(failures, answer).toMillis(), t -> attempt(send, known, failures + 1));
            }
        });
    }

    private Duration pause(int failures, Wire.@Nullable Answer answer) {
        long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
        long pause = most / 2 + jitter.nextLong(most / 2 + 1);
        Duration asked = answer == null ? null : answer.retryAfter();
        return Duration.ofMillis(asked == null ? pause : Math.max(pause, asked.toMillis() + jitter.nextLong(250)));
    }
}
