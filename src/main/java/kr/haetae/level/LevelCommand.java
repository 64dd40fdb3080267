package kr.haetae.level;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning emergency levels. */
public sealed interface LevelCommand {
    /**
     * @param from absent, or past: at once
     * @param until absent: until it is lifted
     * @param urgent in force before the superior approves; a second commander's confirmation is waited for all the same
     */
    record Declare(
            UUID declaration, UnitCode unit, EmergencyLevel level, @Nullable Instant from, @Nullable Instant until,
            String reason, boolean urgent)
            implements
                LevelCommand {}

    /** Replaces the phased plan. */
    record SetPlan(List<PlannedLevel> steps) implements LevelCommand {
        /** Steps of a plan at most: 280 rooms, once and again. */
        public static final int STEPS = 500;

        public SetPlan {
            steps = List.copyOf(steps);
        }
    }

    /** What concerns a declaration that is there. */
    sealed interface OfDeclared extends LevelCommand {
        UUID declaration();
    }

    record Confirm(UUID declaration) implements OfDeclared {}

    record Approve(UUID declaration) implements OfDeclared {}

    record Refuse(UUID declaration, String reason) implements OfDeclared {}

    /** @param until later or earlier than before */
    record Extend(UUID declaration, Instant until, String reason) implements OfDeclared {}

    record Lift(UUID declaration, String reason) implements OfDeclared {}

    /** The author's own room took note of the order. */
    record Receive(UUID declaration) implements OfDeclared {}

    /** @param ordered absent: as it stood */
    record ReportMuster(
            UUID declaration, UnitCode unit, @Nullable Integer ordered, int mustered, @Nullable String note)
            implements
                OfDeclared {}
}
