package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.EscalationRule.Waiting;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.MonitoringKind;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.event.Veracity;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Key;
import kr.haetae.picture.SiteMatter;
import org.jspecify.annotations.Nullable;

/**
 * One incident as every screen shows it; its history is read from the ledger.
 *
 * @param unit who owns it
 * @param handling which of its rooms has it in hand
 * @param clearance what one must be cleared for to see it
 * @param sharedWith further units that see it and may comment
 * @param code 112 urgency, 0 (most urgent) to 4
 * @param recordedAt when the ledger took it, by the operation's clock
 * @param waitingSince when its clocks began: when it was recorded, or last reopened
 * @param escalatedTo who above was told because it waited too long
 * @param duplicateOf the incident that it was merged into
 * @param remarks number of comments and dispatch notes
 * @param reopened how often work began anew
 * @param sourceLink where on the net it stands
 * @param monitoring what the watch over the net found
 * @param upwardReports the reports about it to units above, in their order
 * @param reportedLast the last of them said that none follows
 */
public record Incident(
        @JsonIgnore UUID incident,
        String number,
        UnitCode unit,
        Handling handling,
        Clearance clearance,
        List<UnitCode> sharedWith,
        @Nullable UUID post,
        @Nullable Position position,
        IncidentKind incidentKind,
        int code,
        String text,
        IncidentStatus status,
        Veracity veracity,
        Instant occurredAt,
        Instant recordedAt,
        Instant waitingSince,
        IncidentSource source,
        @Nullable String callNumber,
        Person reportedBy,
        Person enteredBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Person acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Nullable ClosureRequest closureRequest,
        @Nullable Instant closedAt,
        @Nullable IncidentOutcome outcome,
        @Nullable UnitCode escalatedTo,
        @Nullable Instant escalatedAt,
        List<SentTeam> teams,
        @Nullable UUID duplicateOf,
        List<UUID> duplicates,
        List<UUID> links,
        int remarks,
        int reopened,
        @Nullable String sourceLink,
        @Nullable MonitoringKind monitoring,
        List<UUID> upwardReports,
        @JsonIgnore boolean reportedLast)
        implements
            SiteMatter {
    public static final String KIND = "incident";

    public Incident {
        teams = List.copyOf(teams);
        duplicates = List.copyOf(duplicates);
        links = List.copyOf(links);
        sharedWith = List.copyOf(sharedWith);
        upwardReports = List.copyOf(upwardReports);
    }

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
        Set<UnitCode> with = sharedWith.isEmpty() ? Set.of() : Set.copyOf(sharedWith);
        return new Audience(unit, with, false, clearance, status.open() ? UnitKind.HQ : UnitKind.STATION);
    }

    @Override
    public Contribution contribution() {
        return standing().andUnsent("incidents.kind." + incidentKind);
    }

    private Contribution standing() {
        if (!status.open()) {
            return Contribution.of("incidents.total");
        }
        Map<String, Long> figures = new HashMap<>(
                Map.of("incidents.total", 1L, "incidents.open", 1L, "incidents.open.code" + code, 1L));
        if (handling != Handling.SITUATION) {
            figures.put("incidents.open." + handling.name().toLowerCase(Locale.ROOT), 1L);
        }
        if (escalatedTo != null) {
            figures.put("incidents.escalated", 1L);
        }
        if (status == IncidentStatus.CLOSURE_REQUESTED) {
            figures.put("incidents.closureRequested", 1L);
        }
        if (status != IncidentStatus.REPORTED) {
            return Contribution.of(figures);
        }
        figures.put("incidents.unacknowledged", 1L);
        return Contribution.of(figures).unacknowledged(waitingSince);
    }

    @Override
    public boolean chronicled() {
        return true;
    }

    @Override
    public boolean open() {
        return status.open();
    }

    @Override
    public boolean leavesPolice() {
        return true;
    }

    /** What it waits for, if for anything. */
    @Nullable
    Waiting waiting() {
        if (!status.open()) {
            return null;
        }
        if (status == IncidentStatus.REPORTED) {
            return Waiting.ACKNOWLEDGEMENT;
        }
        return veracity == Veracity.UNVERIFIED ? Waiting.VERIFICATION : null;
    }

    /** When the clock of its next escalation began. */
    Instant clock() {
        return escalatedAt == null ? waitingSince : escalatedAt;
    }

    /** The highest unit that knows of it. */
    UnitCode told() {
        return escalatedTo == null ? unit : escalatedTo;
    }

    /** There is nobody above headquarters to tell. */
    @Override
    public @Nullable Instant timedFrom() {
        return waiting() == null || told().equals(UnitCode.HEADQUARTERS) ? null : clock();
    }

    IncidentChange change() {
        return new IncidentChange(this);
    }
}
