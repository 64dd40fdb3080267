package kr.haetae.incident;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.MonitoringKind;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Veracity;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning one incident. */
public sealed interface IncidentCommand {
    UUID incident();

    /**
     * @param unit where no post is known; with neither, the author's own post or unit is meant
     * @param reportedBy who saw it, when the author enters it for somebody else
     */
    record Report(
            UUID incident,
            IncidentKind kind,
            int code,
            String text,
            @Nullable UUID post,
            @Nullable UnitCode unit,
            @Nullable Position position,
            Instant occurredAt,
            IncidentSource source,
            @Nullable String callNumber,
            @Nullable Person reportedBy,
            Clearance clearance,
            @Nullable String sourceLink,
            @Nullable MonitoringKind monitoring)
            implements
                IncidentCommand {}

    record Acknowledge(UUID incident) implements IncidentCommand {}

    record Comment(UUID incident, String text) implements IncidentCommand {}

    record Dispatch(UUID incident, String note) implements IncidentCommand {}

    /** @param evenBusy take the team from where it is */
    record Send(UUID incident, UUID team, @Nullable String note, boolean evenBusy) implements IncidentCommand {}

    record MoveTeam(UUID incident, UUID team, TeamState to) implements IncidentCommand {}

    record Transfer(UUID incident, UnitCode unit, String reason) implements IncidentCommand {}

    record Judge(UUID incident, Veracity veracity, String reason) implements IncidentCommand {}

    /** Absent stays. */
    record Correct(UUID incident, @Nullable IncidentKind kind, @Nullable Integer code, String reason)
            implements
                IncidentCommand {}

    record Resolve(UUID incident, @Nullable String note) implements IncidentCommand {}

    record RequestClosure(UUID incident, IncidentOutcome outcome, @Nullable String note) implements IncidentCommand {}

    record ReturnClosure(UUID incident, String reason) implements IncidentCommand {}

    /** @param commander whether the author may close where a closure needs approval */
    record Close(UUID incident, IncidentOutcome outcome, @Nullable String note, boolean commander)
            implements
                IncidentCommand {}

    record FindFalse(UUID incident, String reason) implements IncidentCommand {}

    record Merge(UUID incident, UUID into) implements IncidentCommand {}

    record Link(UUID incident, UUID other) implements IncidentCommand {}

    /** Who may see it. */
    sealed interface Access extends IncidentCommand {}

    record Restrict(UUID incident, Clearance clearance, String reason) implements Access {}

    record Share(UUID incident, UnitCode unit, String reason) implements Access {}

    record Unshare(UUID incident, UnitCode unit, String reason) implements Access {}

    record Reopen(UUID incident, String reason) implements IncidentCommand {}
}
