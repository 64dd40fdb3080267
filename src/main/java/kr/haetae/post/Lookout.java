package kr.haetae.post;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostState;
import org.jspecify.annotations.Nullable;

/**
 * Passes over, with one comparison each, the posts that cannot be silent yet: a sweep looks at all of them twice a second, and
 * hardly any is. May say yes in vain, never no.
 */
final class Lookout {
    private final Map<PostKind, Instant> lateBefore = new EnumMap<>(PostKind.class);
    private final Map<PostKind, Instant> lostBefore = new EnumMap<>(PostKind.class);

    Lookout(ReportPlan plan, Instant now) {
        for (Expectation line : plan.expected()) {
            Duration every = Duration.ofMinutes(line.everyMinutes());
            Instant late = now.minus(Duration.ofMinutes(line.lateMinutes()));
            if (!line.accepting().isAfter(late) && !line.since().isAfter(late.minus(every))) {
                lateBefore.put(line.postKind(), late.minus(every));
                lostBefore.put(line.postKind(), now.minus(Duration.ofMinutes(line.lostMinutes())).minus(every));
            }
        }
    }

    boolean mayHaveWorsened(Watch watch) {
        Instant before = switch (watch.state()) {
            case IDLE, REPORTING, SIGNED_OFF -> lateBefore.get(watch.postKind());
            case LATE -> lostBefore.get(watch.postKind());
            case NEVER_REPORTED, LOST_CONTACT -> null;
        };
        return before != null && notAfter(watch.last() == null ? null : watch.last().at(), before)
                && notAfter(watch.since(), before);
    }

    private static boolean notAfter(@Nullable Instant at, Instant limit) {
        return at == null || !at.isAfter(limit);
    }
}
