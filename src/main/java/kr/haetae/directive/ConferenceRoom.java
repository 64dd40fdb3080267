package kr.haetae.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One room's attendance at a conference.
 *
 * @param joinedAt the first time
 * @param leftAt the last time; absent while it is there
 * @param absent why it does not come
 * @param who entered the last of this
 * @param absentEntry which entry the reason came with; 0 for none
 */
public record ConferenceRoom(UUID conference, UnitCode unit, @Nullable Instant joinedAt, @Nullable Instant leftAt,
        @Nullable String absent, @Nullable String who, @JsonIgnore long absentEntry, @JsonIgnore boolean live)
        implements
            Entity {
    public static final String KIND = "conference-room";

    public static Key key(UUID conference, UnitCode unit) {
        return new Key(KIND, conference + ":" + unit);
    }

    static ConferenceRoom invited(UUID conference, UnitCode unit) {
        return new ConferenceRoom(conference, unit, null, null, null, null, 0, true);
    }

    @Override
    public Key key() {
        return key(conference, unit);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).live(live);
    }

    boolean present() {
        return joinedAt != null && leftAt == null;
    }

    ConferenceRoom joined(Instant at, @Nullable String name) {
        return new ConferenceRoom(conference, unit, joinedAt == null ? at : joinedAt, null, null, name, 0, live);
    }

    ConferenceRoom left(Instant at, @Nullable String name) {
        return new ConferenceRoom(conference, unit, joinedAt, at, absent, name, absentEntry, live);
    }

    ConferenceRoom absent(String why, @Nullable String name, long entry) {
        return new ConferenceRoom(conference, unit, joinedAt, leftAt, why, name, entry, live);
    }

    ConferenceRoom because(String why) {
        return new ConferenceRoom(conference, unit, joinedAt, leftAt, why, who, absentEntry, live);
    }

    /** The conference is over: whoever was there has left with its end. */
    ConferenceRoom over(Instant at) {
        return new ConferenceRoom(conference, unit, joinedAt, present() ? at : leftAt, absent, who, absentEntry,
                false);
    }
}
