package kr.haetae.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Failed attempts that one guarantor answers for within a minute, on this node only: the outermost bound, of forged passkeys and
 * guessed activation codes too, which cost no password check and so know no {@link SlowLane}. Successes cost nothing, so a gateway
 * with a thousand officers behind it never meets it.
 */
final class FailureBudget {
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int GUARANTORS = 100_000;

    private final int failures;
    private final Cache<Guarantor, AtomicInteger> spent = Caffeine.newBuilder().expireAfterWrite(WINDOW)
            .maximumSize(GUARANTORS).build();

    FailureBudget(int failures) {
        this.failures = failures;
    }

    boolean exhausted(Guarantor guarantor) {
        AtomicInteger count = spent.getIfPresent(guarantor);
        return count != null && count.get() >= failures;
    }

    void failed(Guarantor guarantor) {
        spent.get(guarantor, fresh -> new AtomicInteger()).incrementAndGet();
    }
}
