package kr.haetae.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to emergency duty levels (비상근무). */
public sealed interface LevelEvent extends Event.Operational {
    /** The phased plan; replaces the one before. At most 500 steps. */
    record LevelPlanSet(List<PlannedLevel> steps, Person by) implements LevelEvent {
        public LevelPlanSet {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param until absent: until it is lifted
     * @param urgent in force at once, the superior's approval comes afterwards
     * @param step the step of the plan that it comes from
     * @param needs whose word it lacks
     * @param state where it begins: {@code PROPOSED}, {@code PLANNED} or {@code IN_FORCE}
     * @param by absent when the plan brought it about
     */
    record LevelDeclared(
            UUID declaration,
            UnitCode unit,
            EmergencyLevel level,
            Instant from,
            @Nullable Instant until,
            String reason,
            boolean urgent,
            @Nullable UUID step,
            List<LevelNeed> needs,
            LevelState state,
            @Nullable Person by)
            implements
                LevelEvent {
        public LevelDeclared {
            needs = List.copyOf(needs);
        }
    }

    /** A second commander confirmed a declaration of A or B. */
    record LevelConfirmed(UUID declaration, Person by) implements LevelEvent {}

    /** The superior approved, beforehand or, of an urgent one, afterwards. */
    record LevelApproved(UUID declaration, Person by) implements LevelEvent {}

    record LevelRefused(UUID declaration, String reason, Person by) implements LevelEvent {}

    /** Its span ends at another time now. */
    record LevelExtended(UUID declaration, Instant until, String reason, Person by) implements LevelEvent {}

    record LevelLifted(UUID declaration, String reason, Person by) implements LevelEvent {}

    /** Its time came. */
    record LevelTookEffect(UUID declaration) implements LevelEvent {}

    /** Its span is over. */
    record LevelExpired(UUID declaration) implements LevelEvent {}

    /** A room took note of the order. */
    record LevelReceived(UUID declaration, UnitCode unit, Person by) implements LevelEvent {}

    /** How many of those ordered have mustered (응소) at a unit so far; the newest counts. */
    record MusterReported(
            UUID declaration, UnitCode unit, int ordered, int mustered, @Nullable String note, Person by)
            implements
                LevelEvent {}
}
