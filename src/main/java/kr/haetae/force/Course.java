package kr.haetae.force;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a deployment took its steps, by the operation's clock. */
public record Course(
        @Nullable Instant enRouteAt, @Nullable Instant onPostAt, @Nullable Instant relievedAt,
        @Nullable Instant cancelledAt) {
    static final Course PLANNED = new Course(null, null, null, null);

    /** The latest step; null before the first. */
    @Nullable
    Instant last() {
        return relievedAt != null ? relievedAt : onPostAt != null ? onPostAt : enRouteAt;
    }
}
