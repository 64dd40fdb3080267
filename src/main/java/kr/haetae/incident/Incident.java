package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * One incident as every screen shows it; its history is read from the ledger.
 *
 * @param code 112 urgency, 0 (most urgent) to 4
 * @param recordedAt when the ledger took it, by the operation's clock
 * @param remarks number of comments and dispatch notes
 */
public record Incident(
        @JsonIgnore UUID incident,
        String number,
        UnitCode unit,
        @Nullable UUID post,
        @Nullable Position position,
        IncidentKind incidentKind,
        int code,
        String text,
        IncidentStatus status,
        Instant occurredAt,
        Instant recordedAt,
        IncidentSource source,
        @Nullable String callNumber,
        Person reportedBy,
        Person enteredBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Person acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable IncidentOutcome outcome,
        int remarks)
        implements
            Entity {
    public static final String KIND = "incident";

    public static Key key(UUID incident) {
        return new Key(KIND, incident.toString());
    }

    @Override
    public Key key() {
        return key(incident);
    }

    /** Open ones are seen from their unit and every one above; ended ones by stations only, the lists find them for all. */
    @Override
    public Audience audience() {
        Audience upwards = Audience.upwards(unit);
        return status.open() ? upwards : upwards.from(UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        if (!status.open()) {
            return Contribution.of("incidents.total");
        }
        String urgency = "incidents.open.code" + code;
        return status == IncidentStatus.REPORTED
                ? Contribution.of("incidents.total", "incidents.open", urgency, "incidents.unacknowledged")
                        .unacknowledged(recordedAt)
                : Contribution.of("incidents.total", "incidents.open", urgency);
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    Incident acknowledged(Instant at, Person by) {
        return work(at, by, IncidentStatus.ACKNOWLEDGED);
    }

    Incident dispatched(Instant at, Person by) {
        return work(at, by, IncidentStatus.DISPATCHED).remarked();
    }

    Incident remarked() {
        return new Incident(incident, number, unit, post, position, incidentKind, code, text, status, occurredAt,
                recordedAt, source, callNumber, reportedBy, enteredBy, acknowledgedAt, acknowledgedBy, resolvedAt,
                closedAt, outcome, remarks + 1);
    }

    Incident transferred(UnitCode to) {
        return new Incident(incident, number, to, post, position, incidentKind, code, text, status, occurredAt,
                recordedAt, source, callNumber, reportedBy, enteredBy, acknowledgedAt, acknowledgedBy, resolvedAt,
                closedAt, outcome, remarks);
    }

    Incident resolved(Instant at, Person by) {
        Incident worked = work(at, by, IncidentStatus.RESOLVED);
        return worked.ended(worked.status, at, null, null);
    }

    Incident closed(Instant at, Person by, IncidentOutcome how) {
        return work(at, by, IncidentStatus.CLOSED).ended(IncidentStatus.CLOSED, resolvedAt, at, how);
    }

    /** Whoever works on an incident has taken note of it. */
    private Incident work(Instant at, Person by, IncidentStatus next) {
        Instant noted = acknowledgedAt == null ? at : acknowledgedAt;
        Person who = acknowledgedBy == null ? by : acknowledgedBy;
        return new Incident(incident, number, unit, post, position, incidentKind, code, text, next, occurredAt,
                recordedAt, source, callNumber, reportedBy, enteredBy, noted, who, resolvedAt, closedAt, outcome,
                remarks);
    }

    private Incident ended(
            IncidentStatus next, @Nullable Instant resolved, @Nullable Instant closed, @Nullable IncidentOutcome how) {
        return new Incident(incident, number, unit, post, position, incidentKind, code, text, next, occurredAt,
                recordedAt, source, callNumber, reportedBy, enteredBy, acknowledgedAt, acknowledgedBy, resolved, closed,
                how, remarks);
    }
}
