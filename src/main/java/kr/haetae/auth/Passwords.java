package kr.haetae.auth;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kr.haetae.metrics.LoginMeters;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords on threads of their own, a few at a time, with a short queue: whoever would wait longer than a person
 * waits is told so at once ({@code log-in-overloaded}) and the rest of the product keeps the processor. What comes from somebody under
 * suspicion of guessing waits on a {@link SlowLane} beside them, and is told so when that is full ({@code log-in-throttled}).
 */
public final class Passwords implements AutoCloseable {
    /** A check takes some 70 ms of a core here, so a full queue is emptied within four seconds. */
    private static final int QUEUE_PER_THREAD = 50;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** As long as a full slow lane takes. */
    private static final Duration SLOW_RETRY_AFTER = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final SecureRandom random;
    private final Argon2id argon2id;
    private final ThreadPoolExecutor threads;
    private final SlowLane slow;
    private final LoginMeters meters;
    private final String nobodys;

    /**
     * How it hashes.
     *
     * @param threadCount checks at the same time, beside the slow lane's; at most the processor's cores make sense
     */
    record Effort(Argon2id argon2id, int threadCount, SlowLane slow) {}

    Passwords(Vertx vertx, SecureRandom random, Effort effort, LoginMeters meters) {
        this.vertx = vertx;
        this.random = random;
        this.argon2id = effort.argon2id();
        this.slow = effort.slow();
        this.meters = meters;
        this.nobodys = argon2id.nobodys(random);
        int threadCount = effort.threadCount();
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(threadCount, threadCount, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threadCount * QUEUE_PER_THREAD),
                task -> new Thread(task, "haetae-passwords-" + number.getAndIncrement()));
    }

    /** The password's PHC string; denied when overloaded. */
    Future<Verdict<String>> hash(String password) {
        return run(Passwords::trusted, () -> argon2id.hash(password, salt()));
    }

    /**
     * Whether the password is right; denied when overloaded. Without a hash it takes as long and says no, so that nobody can
     * measure whether an account exists.
     *
     * @param suspected asked now and again when a thread is free: in a flood the first guesses fail while the next ones wait; no
     *     account may have a say in it
     */
    Future<Verdict<Boolean>> check(@Nullable String phc, String password, BooleanSupplier suspected) {
        return run(suspected, () -> Argon2id.matches(phc == null ? nobodys : phc, password) && phc != null);
    }

    /** Why nothing can be checked now; asked before a log-in costs anything else. */
    Optional<Denial> overloaded(BooleanSupplier suspected) {
        if (suspected.getAsBoolean() && slow.full()) {
            return Optional.of(turnedAway());
        }
        return threads.getQueue().remainingCapacity() == 0
                ? Optional.of(Denial.of(Denial.Code.LOG_IN_OVERLOADED, RETRY_AFTER))
                : Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdown();
        slow.close();
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> Future<Verdict<T>> run(BooleanSupplier suspected, Supplier<T> work) {
        Context caller = vertx.getOrCreateContext();
        Promise<Verdict<T>> promise = Promise.promise();
        Runnable answer = () -> {
            Future<Verdict<T>> done = Future.future(p -> p.complete(Verdict.granted(work.get())));
            caller.runOnContext(there -> promise.handle(done));
        };
        if (suspected.getAsBoolean()) {
            return slowed(answer) ? promise.future() : Future.succeededFuture(new Verdict.Denied<>(turnedAway()));
        }
        try {
            threads.execute(() -> {
                if (!suspected.getAsBoolean()) {
                    answer.run();
                } else if (!slowed(answer)) {
                    Verdict<T> refused = new Verdict.Denied<>(turnedAway());
                    caller.runOnContext(there -> promise.complete(refused));
                }
            });
        } catch (RejectedExecutionException e) {
            return Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_OVERLOADED, RETRY_AFTER));
        }
        return promise.future();
    }

    /** A hash is for who has proved who he is. */
    private static boolean trusted() {
        return false;
    }

    private boolean slowed(Runnable answer) {
        boolean taken = slow.enter(answer);
        if (taken) {
            meters.slowed();
        }
        return taken;
    }

    private Denial turnedAway() {
        meters.refused();
        return Denial.of(Denial.Code.LOG_IN_THROTTLED, SLOW_RETRY_AFTER);
    }
}
