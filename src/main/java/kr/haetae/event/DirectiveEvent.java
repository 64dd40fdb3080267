package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to directives (지시). */
public sealed interface DirectiveEvent extends Event.Operational {
    /**
     * @param number what is said over the radio, such as 서울청 지시 12; unique in the operation
     * @param unit whose directive it is
     * @param to as it was addressed
     * @param below whether to all rooms under those, too
     * @param rooms whom it asks, in the tree's order: what {@code to} and {@code below} meant when it was issued
     * @param posts also for the officers at posts of these kinds under the rooms; empty: for rooms only
     * @param due by when it is to be done
     * @param supersedes the one that it replaces
     * @param decision of a conference that it comes from
     */
    record DirectiveIssued(
            UUID directive,
            String number,
            UnitCode unit,
            List<UnitCode> to,
            boolean below,
            List<UnitCode> rooms,
            List<PostKind> posts,
            DirectiveUrgency urgency,
            String title,
            String text,
            @Nullable Instant due,
            @Nullable UUID supersedes,
            @Nullable UUID decision,
            Person by)
            implements
                DirectiveEvent {
        public DirectiveIssued {
            to = List.copyOf(to);
            rooms = List.copyOf(rooms);
            posts = List.copyOf(posts);
        }
    }

    record DirectiveRead(UUID directive, UnitCode unit, Person by) implements DirectiveEvent {}

    /** {@code by} is of a unit above when that one entered it for the room. */
    record DirectiveAcknowledged(UUID directive, UnitCode unit, Person by) implements DirectiveEvent {}

    record DirectiveDone(UUID directive, UnitCode unit, @Nullable String note, Person by) implements DirectiveEvent {}

    /** The issuer is not satisfied: the room has it to do again. */
    record DirectiveReopened(UUID directive, UnitCode unit, String reason, Person by) implements DirectiveEvent {}

    /**
     * The late ones were told again.
     *
     * @param step counts the times
     * @param by absent when time alone did
     */
    record DirectivesChased(UUID directive, List<UnitCode> rooms, int step, @Nullable Person by)
            implements
                DirectiveEvent {
        public DirectivesChased {
            rooms = List.copyOf(rooms);
        }
    }

    record DirectiveWithdrawn(UUID directive, String reason, Person by) implements DirectiveEvent {}

    /** Everybody has done it, and it leaves the screens. */
    record DirectiveConcluded(UUID directive) implements DirectiveEvent {}

    /**
     * The officers at a post took note.
     *
     * @param unit the post's
     */
    record DirectivePostAcknowledged(UUID directive, UUID post, UnitCode unit, Person by) implements DirectiveEvent {}

    record DirectiveSettingsChanged(DirectiveSettings settings, Person by) implements DirectiveEvent {}
}
