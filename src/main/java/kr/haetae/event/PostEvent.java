package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What posts report, and what their silence brings about. */
public sealed interface PostEvent extends Event.Operational {
    /**
     * @param phase whose form was filled in; absent before the first phase
     * @param fields the form's answers by the field's code; which there are follows the post's kind and the phase
     * @param who whose report it is; differs from {@code enteredBy} when a room entered it for him
     */
    record PostReported(
            UUID post,
            PostReportKind kind,
            @Nullable Phase phase,
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

    /**
     * Reports could be taken all the while, though none came: told once a minute of quiet, so that a quiet country and an absent
     * server are two different things in the record.
     */
    record WatchKept(Instant since) implements PostEvent {}

    /** Somebody took note of a unit's silent posts; they stay on screen for as long as they are silent. */
    record SilenceAcknowledged(UnitCode unit, @Nullable String note, Person by) implements PostEvent {}
}
