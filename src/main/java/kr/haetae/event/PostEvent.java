package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What posts report, and what their silence brings about. */
public sealed interface PostEvent extends Event.Operational {
    /**
     * @param fields the form's answers by the field's code; which there are follows the post's kind and the phase
     * @param who whose report it is; differs from {@code enteredBy} when a room entered it for him
     */
    record PostReported(
            UUID post,
            PostReportKind kind,
            Phase phase,
            Map<String, String> fields,
            @Nullable String text,
            Occurrence occurred,
            Person who,
            Person enteredBy)
            implements
                PostEvent {
        public PostReported {
            fields = Map.copyOf(fields);
        }
    }

    /** One unit's posts that were found silent at once; at most 500. */
    record PostsFellSilent(UnitCode unit, List<PostSilence> posts) implements PostEvent {
        public PostsFellSilent {
            posts = List.copyOf(posts);
        }
    }

    /** Many posts under one unit are silent at once: one alarm. */
    record OutageBegan(UnitCode unit, int silent, int posts, Instant since) implements PostEvent {}

    record OutageEnded(UnitCode unit) implements PostEvent {}

    /** Somebody took note of a unit's silent posts; they stay on screen for as long as they are silent. */
    record SilenceAcknowledged(UnitCode unit, @Nullable String note, Person by) implements PostEvent {}
}
