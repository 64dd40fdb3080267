package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/** That an incident is tied to a counting centre; restricted ones are not. */
public record CountingIncident(
        @JsonIgnore UUID incident, UUID post, UnitCode unit, IncidentKind incidentKind, boolean open)
        implements
            Entity {
    public static final String KIND = "counting-incident";

    public static Key key(String incident) {
        return new Key(KIND, incident);
    }

    @Override
    public Key key() {
        return key(incident.toString());
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    CountingIncident of(UnitCode now) {
        return new CountingIncident(incident, post, now, incidentKind, open);
    }
}
