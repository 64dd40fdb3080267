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
 * What a conference decided.
 *
 * @param item absent: of no matter in particular
 * @param directive that came from it
 * @param invited the conference's rooms
 */
public record ConferenceDecision(@JsonIgnore UUID decision, UUID conference, UnitCode unit, @Nullable UUID item,
        String text, Instant at, Person by, @Nullable UUID directive, @JsonIgnore List<UnitCode> invited,
        @JsonIgnore boolean live)
        implements
            Entity {
    public static final String KIND = "conference-decision";

    public ConferenceDecision {
        invited = List.copyOf(invited);
    }

    public static Key key(UUID decision) {
        return new Key(KIND, decision.toString());
    }

    @Override
    public Key key() {
        return key(decision);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).with(invited).live(live);
    }

    ConferenceDecision of(Conference of) {
        return new ConferenceDecision(decision, conference, unit, item, text, at, by, directive, of.invited(),
                !of.state().over());
    }

    ConferenceDecision worded(String words) {
        return new ConferenceDecision(decision, conference, unit, item, words, at, by, directive, invited, live);
    }

    ConferenceDecision bore(UUID born) {
        return new ConferenceDecision(decision, conference, unit, item, text, at, by, born, invited, live);
    }
}
