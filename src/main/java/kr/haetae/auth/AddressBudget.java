package kr.haetae.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Failed attempts from one address within a minute, on this node only: keeps one address that tries unknown logins from taking the
 * password threads from everybody else. Successes cost nothing, so a gateway with a thousand officers behind it never meets it.
 */
final class AddressBudget {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;

    private final int failures;
    private final Cache<String, AtomicInteger> spent = Caffeine.newBuilder().expireAfterWrite(WINDOW)
            .maximumSize(ADDRESSES).build();

    AddressBudget(int failures) {
        this.failures = failures;
    }

    boolean exhausted(String address) {
        AtomicInteger count = spent.getIfPresent(address);
        return count != null && count.get() >= failures;
    }

    void failed(String address) {
        spent.get(address, fresh -> new AtomicInteger()).incrementAndGet();
    }

    Duration window() {
        return WINDOW;
    }
}
