package kr.haetae.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.OperationState;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;

/**
 * Decides a new phased plan. One plans for units below one's own, and headquarters for the whole country: what an agency or station
 * plans for itself would escape its superior's approval. Steps of others must stand in the new plan as they stood.
 */
final class LevelPlanning {
    private static final Comparator<PlannedLevel> ORDER = Comparator.comparing(PlannedLevel::from)
            .thenComparing(PlannedLevel::unit).thenComparing(PlannedLevel::id);

    private LevelPlanning() {}

    static Decision decide(Picture picture, Instant at, Author author, LevelCommand.SetPlan command) {
        Optional<OperationState> state = picture.operation().map(OperationEntity::state);
        if (state.isEmpty() || state.get() == OperationState.CLOSED || state.get() == OperationState.ARCHIVED) {
            return picture.notOpen().orElseThrow();
        }
        List<PlannedLevel> before = LevelPlan.of(picture).map(LevelPlan::steps).orElse(List.of());
        List<PlannedLevel> steps = command.steps().stream().sorted(ORDER).toList();
        if (steps.equals(before)) {
            return Decision.refuse(Reason.NOTHING_CHANGED, "This is the plan already.");
        }
        return malformed(command.steps())
                .or(() -> wrong(new Planner(picture, at, author), command.steps(), Set.copyOf(before)))
                .or(() -> overlapping(command.steps()))
                .or(() -> taken(picture, author, before, Set.copyOf(steps)))
                .orElseGet(() -> Decision.accept(new LevelEvent.LevelPlanSet(steps, author.person())));
    }

    private static Optional<Decision> malformed(List<PlannedLevel> steps) {
        if (steps.size() > LevelCommand.SetPlan.STEPS) {
            return Optional.of(Decision.refuse(Reason.PLAN_MALFORMED,
                    "A plan has at most " + LevelCommand.SetPlan.STEPS + " steps, not " + steps.size() + ".",
                    "/steps"));
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            if (!ids.add(steps.get(i).id())) {
                return Optional.of(Decision.refuse(Reason.PLAN_MALFORMED,
                        "Step " + (i + 1) + " has the id of another step.", "/steps/" + i + "/id"));
            }
        }
        return Optional.empty();
    }

    private record Planner(Picture picture, Instant at, Author author) {}

    private static Optional<Decision> wrong(Planner planner, List<PlannedLevel> steps, Set<PlannedLevel> before) {
        for (int i = 0; i < steps.size(); i++) {
            PlannedLevel step = steps.get(i);
            String pointer = "/steps/" + i;
            if (!before.contains(step)) {
                Optional<Decision> refusal = wrong(planner.picture(), planner.author(), step, pointer)
                        .or(() -> Levels.notDeclarable(step.level(), pointer + "/level"))
                        .or(() -> new Span(step.from(), step.until(), pointer).refusal(planner.at()));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> wrong(Picture picture, Author author, PlannedLevel step, String pointer) {
        if (!picture.tree().contains(step.unit())) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + step.unit() + ".",
                    pointer + "/unit"));
        }
        return LevelRights.above(picture.tree(), author.unit(), step.unit()) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                        "A level of " + step.unit() + " is planned above it, not at " + author.unit() + ".",
                        pointer + "/unit"));
    }

    private static Optional<Decision> overlapping(List<PlannedLevel> steps) {
        List<Integer> byTime = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            byTime.add(i);
        }
        byTime.sort(Comparator.comparing(i -> steps.get(i).from()));
        Map<UnitCode, PlannedLevel> last = new HashMap<>();
        for (int i : byTime) {
            PlannedLevel step = steps.get(i);
            PlannedLevel earlier = last.put(step.unit(), step);
            if (earlier != null && step.from().isBefore(earlier.until())) {
                return Optional.of(Decision.refuse(Reason.PLAN_OVERLAPS,
                        step.level() + " of " + step.unit() + " begins at " + step.from() + ", before "
                                + earlier.level() + " ends at " + earlier.until() + ".",
                        "/steps/" + i));
            }
        }
        return Optional.empty();
    }

    /** What is not there any more, or otherwise. */
    private static Optional<Decision> taken(Picture picture, Author author, List<PlannedLevel> before,
            Set<PlannedLevel> after) {
        return before.stream().filter(step -> !after.contains(step))
                .filter(step -> !LevelRights.above(picture.tree(), author.unit(), step.unit()))
                .findFirst()
                .map(step -> Decision.refuse(Reason.OUTSIDE_JURISDICTION, "The step of " + step.unit() + " at "
                        + step.from() + " is not yours to change at " + author.unit() + "; leave it as it is.",
                        "/steps"));
    }
}
