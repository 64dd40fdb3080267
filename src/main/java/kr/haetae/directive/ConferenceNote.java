package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a matter of a conference.
 *
 * @param item absent: of no matter in particular
 * @param invited the conference's rooms
 */
public record ConferenceNote(@JsonIgnore UUID note, UUID conference, UnitCode unit, @Nullable UUID item, String text,
        Instant at, Person by, @JsonIgnore List<UnitCode> invited, @JsonIgnore boolean live)
        implements
            Entity {
    public static final String KIND = "conference-note";

    public ConferenceNote {
        invited = List.copyOf(invited);
    }

    public static Key key(UUID note) {
        return new Key(KIND, note.toString());
    }

    @Override
    public Key key() {
        return key(note);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).with(invited).live(live);
    }

    ConferenceNote of(Conference of) {
        return new ConferenceNote(note, conference, unit, item, text, at, by, of.invited(), !of.state().over());
    }

    ConferenceNote worded(String words) {
        return new ConferenceNote(note, conference, unit, item, words, at, by, invited, live);
    }
}
