package kr.haetae.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Veracity;
import org.jspecify.annotations.Nullable;

/** An incident while one entry changes it; thrown away when it is {@link #done}. */
final class IncidentChange {
    private final Incident from;
    private final List<SentTeam> teams;
    private final List<UUID> duplicates;
    private final List<UUID> links;
    private final List<UnitCode> sharedWith;
    private final List<UUID> upwardReports;
    private String text;
    private @Nullable String callNumber;
    private @Nullable String sourceLink;
    private @Nullable Position position;
    private Person reportedBy;
    private UnitCode unit;
    private Handling handling;
    private Clearance clearance;
    private IncidentKind kind;
    private int code;
    private IncidentStatus status;
    private Veracity veracity;
    private Instant waitingSince;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Person acknowledgedBy;
    private @Nullable Instant resolvedAt;
    private @Nullable ClosureRequest closureRequest;
    private @Nullable Instant closedAt;
    private @Nullable IncidentOutcome outcome;
    private @Nullable UnitCode escalatedTo;
    private @Nullable Instant escalatedAt;
    private @Nullable UUID duplicateOf;
    private int remarks;
    private int reopened;
    private boolean reportedLast;

    IncidentChange(Incident from) {
        this.from = from;
        teams = new ArrayList<>(from.teams());
        duplicates = new ArrayList<>(from.duplicates());
        links = new ArrayList<>(from.links());
        sharedWith = new ArrayList<>(from.sharedWith());
        upwardReports = new ArrayList<>(from.upwardReports());
        text = from.text();
        callNumber = from.callNumber();
        sourceLink = from.sourceLink();
        position = from.position();
        reportedBy = from.reportedBy();
        unit = from.unit();
        handling = from.handling();
        clearance = from.clearance();
        kind = from.incidentKind();
        code = from.code();
        status = from.status();
        veracity = from.veracity();
        waitingSince = from.waitingSince();
        acknowledgedAt = from.acknowledgedAt();
        acknowledgedBy = from.acknowledgedBy();
        resolvedAt = from.resolvedAt();
        closureRequest = from.closureRequest();
        closedAt = from.closedAt();
        outcome = from.outcome();
        escalatedTo = from.escalatedTo();
        escalatedAt = from.escalatedAt();
        duplicateOf = from.duplicateOf();
        remarks = from.remarks();
        reopened = from.reopened();
        reportedLast = from.reportedLast();
    }

    Incident done() {
        return new Incident(from.incident(), from.number(), unit, handling, clearance, sharedWith, from.post(),
                position, kind, code, text,
                status, veracity, from.occurredAt(), from.recordedAt(), waitingSince, from.source(), callNumber,
                reportedBy, from.enteredBy(), acknowledgedAt, acknowledgedBy, resolvedAt, closureRequest,
                closedAt, outcome, escalatedTo, escalatedAt, teams, duplicateOf, duplicates, links, remarks, reopened,
                sourceLink, from.monitoring(), upwardReports, reportedLast);
    }

    /** Whoever works on an incident has taken note of it. */
    IncidentChange worked(Instant at, Person by) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
            acknowledgedBy = by;
        }
        if (status == IncidentStatus.REPORTED) {
            status = IncidentStatus.ACKNOWLEDGED;
        }
        return this;
    }

    IncidentChange to(IncidentStatus next) {
        status = next;
        return this;
    }

    IncidentChange remarked() {
        remarks++;
        return this;
    }

    /** Its clocks go on; whom above it was escalated to is the old owner's line, so that begins anew. */
    IncidentChange owner(UnitCode next) {
        unit = next;
        sharedWith.remove(next);
        escalatedTo = null;
        escalatedAt = null;
        return this;
    }

    IncidentChange routed(Handling room, UnitCode next) {
        handling = room;
        return next.equals(unit) ? this : owner(next);
    }

    IncidentChange restricted(Clearance to) {
        clearance = to;
        return this;
    }

    IncidentChange shared(UnitCode with) {
        if (!sharedWith.contains(with)) {
            sharedWith.add(with);
        }
        return this;
    }

    IncidentChange unshared(UnitCode with) {
        sharedWith.remove(with);
        return this;
    }

    IncidentChange reportedUp(UUID report, boolean last) {
        upwardReports.add(report);
        reportedLast = last;
        return this;
    }

    IncidentChange judged(Veracity judgement) {
        veracity = judgement;
        return this;
    }

    IncidentChange corrected(@Nullable IncidentKind to, @Nullable Integer urgency) {
        kind = to == null ? kind : to;
        code = urgency == null ? code : urgency;
        return this;
    }

    IncidentChange resolved(Instant at) {
        status = IncidentStatus.RESOLVED;
        resolvedAt = at;
        return this;
    }

    IncidentChange closureRequested(ClosureRequest request) {
        status = IncidentStatus.CLOSURE_REQUESTED;
        closureRequest = request;
        return this;
    }

    /** The words of the report are gone; {@code left} is what stays of it. */
    IncidentChange reportErased(Event.IncidentReported left) {
        text = left.text();
        callNumber = left.callNumber();
        position = left.position();
        reportedBy = left.reportedBy();
        sourceLink = left.sourceLink();
        return this;
    }

    IncidentChange closureNoteErased(long entry, @Nullable String left) {
        closureRequest = closureRequest != null && closureRequest.entry() == entry ? closureRequest.noted(left)
                : closureRequest;
        return this;
    }

    IncidentChange closureReturned() {
        status = resolvedAt == null ? IncidentStatus.ACKNOWLEDGED : IncidentStatus.RESOLVED;
        closureRequest = null;
        return this;
    }

    IncidentChange ended(IncidentStatus how, Instant at, @Nullable IncidentOutcome with) {
        status = how;
        closedAt = at;
        outcome = with;
        return this;
    }

    IncidentChange mergedInto(UUID other) {
        duplicateOf = other;
        return this;
    }

    IncidentChange duplicate(UUID other) {
        if (!duplicates.contains(other)) {
            duplicates.add(other);
        }
        return this;
    }

    IncidentChange noDuplicate(UUID other) {
        duplicates.remove(other);
        return this;
    }

    IncidentChange linked(UUID other) {
        if (!links.contains(other)) {
            links.add(other);
        }
        return this;
    }

    IncidentChange unlinked(UUID other) {
        links.remove(other);
        return this;
    }

    IncidentChange escalated(UnitCode above, Instant at) {
        escalatedTo = above;
        escalatedAt = at;
        return this;
    }

    /** Cancels what had ended it, and starts its clocks again. */
    IncidentChange reopened(Instant at) {
        status = IncidentStatus.REPORTED;
        waitingSince = at;
        acknowledgedAt = null;
        acknowledgedBy = null;
        resolvedAt = null;
        closureRequest = null;
        closedAt = null;
        outcome = null;
        escalatedTo = null;
        escalatedAt = null;
        duplicateOf = null;
        reportedLast = false;
        reopened++;
        return this;
    }

    IncidentChange team(SentTeam sent) {
        teams.removeIf(team -> team.team().equals(sent.team()));
        if (sent.state() != TeamState.CLEARED) {
            teams.add(sent);
        }
        return this;
    }
}
