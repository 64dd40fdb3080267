package kr.haetae.operation;

import java.util.List;
import java.util.UUID;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedPhase;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning an operation as a whole. */
public sealed interface OperationCommand {
    record Open() implements OperationCommand {}

    record Close(String reason) implements OperationCommand {}

    /** @param rate 1 to 600; a drill's only */
    record SetClock(int rate, String reason) implements OperationCommand {}

    record SetTimetable(List<PlannedPhase> phases) implements OperationCommand {
        /** Lines of a timetable at most. */
        public static final int LINES = 100;

        public SetTimetable {
            phases = List.copyOf(phases);
        }
    }

    /** @param planned the timetable's line whose time came; absent when somebody chooses the phase */
    record EnterPhase(Phase phase, @Nullable UUID planned) implements OperationCommand {}

    record ChangeSettings(OperationSettings settings) implements OperationCommand {}
}
