package kr.haetae.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How the attempts went lately that each guarantor answers for, on this node only; who is under suspicion is checked on the
 * {@link SlowLane}. What was counts less and less, so that a steady rate stands here as so many a minute.
 *
 * <p>The number of failures alone says nothing. On the morning of the day 28,590 officers log in within half an hour through a few
 * gateways: 16 a second, perhaps at one address, of whom one in twenty to one in ten mistypes, are 48 to 106 failures a minute beside
 * 950 successes. Who guesses has failures and hardly a success. So an address is under suspicion with more than {@link #FREE_FAILURES}
 * a minute, and more than one for every two successes: a third of all attempts, where an honest morning has a tenth. Whoever guesses
 * behind a busy gateway can hide among its successes up to that third; one attempt in four that fails is still honest.
 */
final class Conduct {
    /** After this much time an attempt counts 1/e, after ten times as much it is as good as forgotten. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    /** Without any success: an office of twenty where everybody mistypes once within a minute. */
    static final int FREE_FAILURES = 20;

    private static final double FAILURES_PER_SUCCESS = 0.5;
    private static final int GUARANTORS = 100_000;

    private final InstantSource clock;
    private final Cache<Guarantor, Tally> tallies = Caffeine.newBuilder().expireAfterAccess(MEMORY.multipliedBy(10))
            .maximumSize(GUARANTORS).build();

    Conduct(InstantSource clock) {
        this.clock = clock;
    }

    boolean suspects(Guarantor guarantor) {
        Tally tally = tallies.getIfPresent(guarantor);
        return tally != null && tally.suspicious(clock.instant());
    }

    void failed(Guarantor guarantor) {
        tally(guarantor).add(1, 0, clock.instant());
    }

    void succeeded(Guarantor guarantor) {
        tally(guarantor).add(0, 1, clock.instant());
    }

    private Tally tally(Guarantor guarantor) {
        return tallies.get(guarantor, fresh -> new Tally(clock.instant()));
    }

    private static final class Tally {
        private double failures;
        private double successes;
        private Instant at;

        Tally(Instant at) {
            this.at = at;
        }

        synchronized void add(int failed, int succeeded, Instant now) {
            fade(now);
            failures += failed;
            successes += succeeded;
        }

        synchronized boolean suspicious(Instant now) {
            fade(now);
            return failures > FREE_FAILURES && failures > FAILURES_PER_SUCCESS * successes;
        }

        /** A clock that was set back makes nothing count more. */
        private void fade(Instant now) {
            double left = Math.exp(-Math.max(0, Duration.between(at, now).toMillis()) / (double) MEMORY.toMillis());
            failures *= left;
            successes *= left;
            at = now;
        }
    }
}
