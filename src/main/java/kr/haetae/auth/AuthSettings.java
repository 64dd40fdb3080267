package kr.haetae.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of log-ins.
 *
 * @param accessLife of an access token
 * @param refreshLife how long a log-in survives unused
 * @param sessionLife how long it lives at most, up to {@link House#LONGEST_SESSION}
 * @param activationLife how long an activation code can be used
 * @param throttle per account, shared by all nodes
 * @param addressFailures failed attempts a minute from one address, or from the devices that one account vouches for, on this node; a
 *     generous bound: whole agencies stand behind one gateway
 * @param hashThreads passwords checked at the same time, beside the {@link SlowLane}
 * @param passkeyDomain what the passkeys of all addresses are for; null: each address has its own
 */
public record AuthSettings(Duration accessLife, Duration refreshLife, Duration sessionLife, Duration activationLife,
        Throttling throttle, int addressFailures, int hashThreads, @Nullable String passkeyDomain) {
    /**
     * @param freeFailures consecutive failures without a delay; the next ones double it from one second
     * @param longestWait at which the doubling ends
     * @param forgottenAfter without an attempt for so long an account has its free failures back
     */
    public record Throttling(int freeFailures, Duration longestWait, Duration forgottenAfter) {}

    /** @throws IllegalArgumentException when a session would live longer than endings are remembered */
    public AuthSettings {
        if (sessionLife.compareTo(House.LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException(
                    "sessionLife is at most " + House.LONGEST_SESSION + ", not " + sessionLife);
        }
    }

    /**
     * 10 minutes; 36 hours, a polling day's duty; 30 days; activation within 14 days of issue; 10 failures, then up to 15 minutes
     * (NIST SP 800-63B-4 §3.2.2 allows 100 consecutive failures); 600 failures a minute and address; half the
     * processors: whoever floods us with passwords leaves the other half to those who are in.
     */
    public static AuthSettings defaults() {
        return new AuthSettings(Duration.ofMinutes(10), Duration.ofHours(36), Duration.ofDays(30), Duration.ofDays(14),
                new Throttling(10, Duration.ofMinutes(15), Duration.ofDays(1)), 600,
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2), null);
    }
}
