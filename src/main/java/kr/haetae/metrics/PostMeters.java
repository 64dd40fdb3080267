package kr.haetae.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How many posts are silent, {@code haetae_posts_silent}, by kind of operation and state. */
public final class PostMeters {
    /** The states of silence. */
    public enum State {
        NEVER_REPORTED,
        LATE,
        LOST_CONTACT
    }

    private final MeterRegistry registry;

    public PostMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the posts of all open operations of a kind, for as long as the registry lives. */
    public void show(String operationKind, ToDoubleFunction<State> posts) {
        for (State state : State.values()) {
            Gauge.builder("haetae.posts.silent", () -> posts.applyAsDouble(state))
                    .description("Posts that are silent")
                    .tag("operation_kind", operationKind)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
