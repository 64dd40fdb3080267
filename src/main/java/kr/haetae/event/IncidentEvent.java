package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an incident after its first report, beside the plain steps in {@link Event}. */
public sealed interface IncidentEvent extends Event.Operational {
    record IncidentSettingsChanged(IncidentSettings settings, Person by) implements IncidentEvent {}

    record VeracityJudged(UUID incident, Veracity veracity, String reason, Person by) implements IncidentEvent {}

    /** The kind or the 112 code was wrong; absent stays. */
    record IncidentCorrected(
            UUID incident, @Nullable IncidentKind kind, @Nullable Integer code, String reason, Person by)
            implements
                IncidentEvent {}

    /** A room asks a commander to close it. */
    record ClosureRequested(UUID incident, IncidentOutcome outcome, @Nullable String note, Person by)
            implements
                IncidentEvent {}

    /** The commander did not close it. */
    record ClosureReturned(UUID incident, String reason, Person by) implements IncidentEvent {}

    record FalseReportFound(UUID incident, String reason, Person by) implements IncidentEvent {}

    /** It tells of the same as {@code into}, which goes on; both reports stay. */
    record IncidentMerged(UUID incident, UUID into, Person by) implements IncidentEvent {}

    /** The other side of {@link IncidentMerged}. */
    record DuplicateAdded(UUID incident, UUID duplicate, Person by) implements IncidentEvent {}

    /** What was merged into it was reopened. */
    record DuplicateRemoved(UUID incident, UUID duplicate, Person by) implements IncidentEvent {}

    /** It has to do with {@code other}; told of each of the two. */
    record IncidentLinked(UUID incident, UUID other, Person by) implements IncidentEvent {}

    /** One of the two is restricted now and the other is not: neither names the other any more. Told of each of the two. */
    record IncidentUnlinked(UUID incident, UUID other, Person by) implements IncidentEvent {}

    /** Its kind belongs to another room, and perhaps to another unit. */
    record IncidentRouted(UUID incident, Handling handling, UnitCode unit, Person by) implements IncidentEvent {}

    /** Only who is cleared sees it from now on; {@code GENERAL} lifts a restriction. */
    record IncidentRestricted(UUID incident, Clearance clearance, String reason, Person by) implements IncidentEvent {}

    /** The unit sees it too, and may comment. */
    record IncidentShared(UUID incident, UnitCode unit, String reason, Person by) implements IncidentEvent {}

    record IncidentUnshared(UUID incident, UnitCode unit, String reason, Person by) implements IncidentEvent {}

    /** Work begins anew; its clocks start again. */
    record IncidentReopened(UUID incident, String reason, Person by) implements IncidentEvent {}

    /** At most 500; replaces teams of the same id. */
    record TeamsSet(List<PlacedTeam> teams, Person by) implements IncidentEvent {
        public TeamsSet {
            teams = List.copyOf(teams);
        }
    }

    record TeamSent(UUID incident, UUID team, @Nullable String note, Person by) implements IncidentEvent {}

    record TeamMoved(UUID incident, UUID team, TeamState to, Person by) implements IncidentEvent {}

    /**
     * It waited too long, and the unit above is told.
     *
     * @param to who is told now
     * @param due when the limit was reached
     */
    record IncidentEscalated(UUID incident, UnitCode to, EscalationRule.Waiting waiting, Instant due)
            implements
                IncidentEvent {}
}
