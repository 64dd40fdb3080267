package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to command conferences (지휘부 화상회의). The picture and the sound are the force's own video system's. */
public sealed interface ConferenceEvent extends Event.Operational {
    /**
     * @param number what is said over the radio, such as 본청 회의 3; unique in the operation
     * @param unit who convenes
     * @param to as it was addressed
     * @param below whether to all rooms under those, too
     * @param minutes how long it is meant to take
     * @param link to the video system; https
     * @param rooms who is invited, in the tree's order
     */
    record ConferenceConvened(
            UUID conference,
            String number,
            UnitCode unit,
            List<UnitCode> to,
            boolean below,
            String title,
            Instant startsAt,
            @Nullable Integer minutes,
            List<AgendaItem> agenda,
            String link,
            List<UnitCode> rooms,
            Person by)
            implements
                ConferenceEvent {
        public ConferenceConvened {
            to = List.copyOf(to);
            agenda = List.copyOf(agenda);
            rooms = List.copyOf(rooms);
        }
    }

    /** Replaces all that it names. */
    record ConferenceChanged(
            UUID conference,
            List<UnitCode> to,
            boolean below,
            String title,
            Instant startsAt,
            @Nullable Integer minutes,
            List<AgendaItem> agenda,
            String link,
            List<UnitCode> rooms,
            Person by)
            implements
                ConferenceEvent {
        public ConferenceChanged {
            to = List.copyOf(to);
            agenda = List.copyOf(agenda);
            rooms = List.copyOf(rooms);
        }
    }

    record ConferenceStarted(UUID conference, Person by) implements ConferenceEvent {}

    /** {@code by} is of a unit above when that one entered it for the room; so with the next two. */
    record ConferenceJoined(UUID conference, UnitCode unit, Person by) implements ConferenceEvent {}

    record ConferenceLeft(UUID conference, UnitCode unit, Person by) implements ConferenceEvent {}

    record ConferenceAbsent(UUID conference, UnitCode unit, String reason, Person by) implements ConferenceEvent {}

    record ConferenceItemAdded(UUID conference, AgendaItem item, Person by) implements ConferenceEvent {}

    /**
     * What was said of a matter.
     *
     * @param item absent: of no matter in particular
     */
    record ConferenceItemNoted(UUID conference, UUID note, @Nullable UUID item, String text, Person by)
            implements
                ConferenceEvent {}

    /** {@code item} as with a note. */
    record ConferenceDecided(UUID conference, UUID decision, @Nullable UUID item, String text, Person by)
            implements
                ConferenceEvent {}

    record ConferenceEnded(UUID conference, Person by) implements ConferenceEvent {}

    record ConferenceCancelled(UUID conference, String reason, Person by) implements ConferenceEvent {}
}
