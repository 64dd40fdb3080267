package kr.haetae.post;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.VisitAsker;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning police inside a polling place. */
public sealed interface VisitCommand {
    UUID visit();

    /** Whether the author may write for any post of his jurisdiction, not only for his own. */
    boolean anyPost();

    /** @param officers 1 to {@link #MOST_OFFICERS} */
    record Enter(
            UUID visit,
            UUID post,
            VisitAsker askedBy,
            Instant askedAt,
            Instant enteredAt,
            int officers,
            boolean inUniform,
            String reason,
            @Nullable UUID incident,
            boolean anyPost)
            implements
                VisitCommand {}

    record End(UUID visit, Instant leftAt, boolean anyPost) implements VisitCommand {}

    /** Absent stays. */
    record Correct(
            UUID visit,
            @Nullable VisitAsker askedBy,
            @Nullable Instant askedAt,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Integer officers,
            @Nullable Boolean inUniform,
            String reason,
            boolean anyPost)
            implements
                VisitCommand {}

    /** Who goes in with more goes in twice. Ours. */
    int MOST_OFFICERS = 50;
}
