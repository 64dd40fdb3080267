package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.ConferenceEvent;
import kr.haetae.event.ConferenceState;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One command conference (지휘부 화상회의); who attends stands in its {@link ConferenceRoom}s, what was said in its
 * {@link ConferenceNote}s and {@link ConferenceDecision}s.
 *
 * @param unit who convened it
 * @param invited rooms, in the tree's order
 * @param minutes how long it is meant to take
 * @param link to the force's own video system; https
 * @param reason why it was cancelled
 */
public record Conference(
        @JsonIgnore UUID conference,
        String number,
        UnitCode unit,
        List<UnitCode> to,
        boolean below,
        @JsonIgnore List<UnitCode> invited,
        String title,
        Instant startsAt,
        @Nullable Integer minutes,
        List<AgendaItem> agenda,
        String link,
        ConferenceState state,
        Instant convenedAt,
        Person by,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Person endedBy,
        @Nullable String reason)
        implements
            Entity {
    public static final String KIND = "conference";

    public Conference {
        to = List.copyOf(to);
        invited = List.copyOf(invited);
        agenda = List.copyOf(agenda);
    }

    public static Key key(UUID conference) {
        return new Key(KIND, conference.toString());
    }

    static Conference convened(ConferenceEvent.ConferenceConvened e, Instant at) {
        return new Conference(e.conference(), e.number(), e.unit(), e.to(), e.below(), e.rooms(), e.title(),
                e.startsAt(), e.minutes(), e.agenda(), e.link(), ConferenceState.CONVENED, at, e.by(), null, null,
                null, null);
    }

    @Override
    public Key key() {
        return key(conference);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).with(invited).live(!state.over());
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    /** How many rooms are invited. */
    @JsonProperty
    public int rooms() {
        return invited.size();
    }

    boolean holds(@Nullable UUID item) {
        return item == null || agenda.stream().anyMatch(it -> it.item().equals(item));
    }

    /** {@code rooms}: who is invited now. */
    Conference changed(ConferenceEvent.ConferenceChanged e) {
        return new Conference(conference, number, unit, e.to(), e.below(), e.rooms(), e.title(), e.startsAt(),
                e.minutes(), e.agenda(), e.link(), state, convenedAt, by, startedAt, endedAt, endedBy, reason);
    }

    Conference with(AgendaItem item) {
        return new Conference(conference, number, unit, to, below, invited, title, startsAt, minutes,
                Stream.concat(agenda.stream(), Stream.of(item)).toList(), link, state, convenedAt, by, startedAt,
                endedAt, endedBy, reason);
    }

    Conference started(Instant at) {
        return new Conference(conference, number, unit, to, below, invited, title, startsAt, minutes, agenda, link,
                ConferenceState.RUNNING, convenedAt, by, at, null, null, null);
    }

    Conference over(ConferenceState how, Instant at, Person who, @Nullable String why) {
        return new Conference(conference, number, unit, to, below, invited, title, startsAt, minutes, agenda, link,
                how, convenedAt, by, startedAt, at, who, why);
    }

    Conference because(String why) {
        return new Conference(conference, number, unit, to, below, invited, title, startsAt, minutes, agenda, link,
                state, convenedAt, by, startedAt, endedAt, endedBy, why);
    }
}
