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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords on threads of their own, a few at a time, with a short queue: whoever would wait longer than a person
 * waits is told so at once ({@code log-in-overloaded}) and the rest of the product keeps the processor.
 */
public final class Passwords implements AutoCloseable {
    /** A check takes some 70 ms of a core here, so a full queue is emptied within four seconds. */
    private static final int QUEUE_PER_THREAD = 50;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final SecureRandom random;
    private final Argon2id argon2id;
    private final ThreadPoolExecutor threads;
    private final String nobodys;

    /** @param threadCount checks at the same time; at most the processor's cores make sense */
    public Passwords(Vertx vertx, SecureRandom random, int threadCount) {
        this(vertx, random, threadCount, Argon2id.STANDARD);
    }

    Passwords(Vertx vertx, SecureRandom random, int threadCount, Argon2id argon2id) {
        this.vertx = vertx;
        this.random = random;
        this.argon2id = argon2id;
        this.nobodys = argon2id.nobodys(random);
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(threadCount, threadCount, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threadCount * QUEUE_PER_THREAD),
                task -> new Thread(task, "haetae-passwords-" + number.getAndIncrement()));
    }

    /** The password's PHC string; denied when overloaded. */
    Future<Verdict<String>> hash(String password) {
        return run(() -> argon2id.hash(password, salt()));
    }

    /**
     * Whether the password is right; denied when overloaded. Without a hash it takes as long and says no, so that nobody can
     * measure whether an account exists.
     */
    Future<Verdict<Boolean>> check(@Nullable String phc, String password) {
        return run(() -> Argon2id.matches(phc == null ? nobodys : phc, password) && phc != null);
    }

    /** Why nothing can be checked now; asked before a log-in costs anything else. */
    Optional<Denial> overloaded() {
        return threads.getQueue().remainingCapacity() == 0
                ? Optional.of(Denial.of(Denial.Code.LOG_IN_OVERLOADED, RETRY_AFTER))
                : Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> Future<Verdict<T>> run(Supplier<T> work) {
        Context caller = vertx.getOrCreateContext();
        Promise<Verdict<T>> promise = Promise.promise();
        try {
            threads.execute(() -> {
                Future<Verdict<T>> done = Future.future(p -> p.complete(Verdict.granted(work.get())));
                caller.runOnContext(there -> promise.handle(done));
            });
        } catch (RejectedExecutionException e) {
            return Future.succeededFuture(Verdict.denied(Denial.Code.LOG_IN_OVERLOADED, RETRY_AFTER));
        }
        return promise.future();
    }
}
