package kr.haetae.alarm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kr.haetae.event.AlarmKind;
import kr.haetae.event.Clearance;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * A room took note of an alarm. One for each room, kind and subject: the newest replaces the one before.
 *
 * @param subject key of what the alarm is about
 * @param since causes that began until then are taken note of
 * @param clearance its subject's
 * @param depth the unit's kind: a room's notes are its own, whoever stands above sees them when he looks into that room
 */
public record AlarmAcknowledgement(
        UnitCode unit,
        AlarmKind alarmKind,
        String subject,
        Instant since,
        Person by,
        Instant at,
        @JsonIgnore Clearance clearance,
        @JsonIgnore UnitKind depth)
        implements
            Entity {
    public static final String KIND = "alarm-acknowledgement";

    /** {@code seoul-gangnam:incident-code-0:incident:0192…} */
    public static Key key(UnitCode unit, AlarmKind kind, String subject) {
        return new Key(KIND, unit + ":" + kind.code() + ":" + subject.replace('/', ':'));
    }

    @Override
    public Key key() {
        return key(unit, alarmKind, subject);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).cleared(clearance).from(depth);
    }

    AlarmAcknowledgement cleared(Clearance now) {
        return new AlarmAcknowledgement(unit, alarmKind, subject, since, by, at, now, depth);
    }
}
