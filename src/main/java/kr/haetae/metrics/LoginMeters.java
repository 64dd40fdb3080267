package kr.haetae.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How often somebody under suspicion of guessing tried a password, {@code haetae_login_suspected_total}, by result. */
public final class LoginMeters {
    private final Counter slowed;
    private final Counter refused;

    public LoginMeters(MeterRegistry registry) {
        slowed = suspected(registry, "slowed");
        refused = suspected(registry, "refused");
    }

    /** It was given a place in the slow lane. */
    public void slowed() {
        slowed.increment();
    }

    /** The slow lane was full. */
    public void refused() {
        refused.increment();
    }

    private static Counter suspected(MeterRegistry registry, String result) {
        return Counter.builder("haetae.login.suspected")
                .description("Passwords tried by somebody under suspicion of guessing, by what became of them")
                .tag("result", result)
                .register(registry);
    }
}
