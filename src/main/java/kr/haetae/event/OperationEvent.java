package kr.haetae.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an operation as a whole. */
public sealed interface OperationEvent extends Event.Operational {
    record OperationOpened(Person by) implements OperationEvent {}

    /** Ends posts, levels and deployments; incidents stay. */
    record OperationClosed(String reason, Person by) implements OperationEvent {}

    /** A drill's clock runs at another rate from now on; what it shows does not jump. */
    record ClockSet(OperationClock clock, String reason, Person by) implements OperationEvent {}

    /** Replaces the timetable before. At most 100 lines. */
    record TimetableSet(List<PlannedPhase> phases, Person by) implements OperationEvent {
        public TimetableSet {
            phases = List.copyOf(phases);
        }
    }

    /**
     * @param planned the timetable's line whose time came; absent when somebody chose it
     * @param by absent when the timetable brought it about
     */
    record PhaseEntered(Phase phase, @Nullable UUID planned, @Nullable Person by) implements OperationEvent {}

    record SettingsChanged(OperationSettings settings, Person by) implements OperationEvent {}
}
