package kr.haetae.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kr.haetae.event.Decision;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelEvent.LevelExpired;
import kr.haetae.event.LevelEvent.LevelTookEffect;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.LevelState;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.Reason;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/**
 * Applies the steps of the plan, lets planned levels take effect and ended spans expire.
 *
 * <p>A step is applied once at its time, ever: the declaration that it becomes is named by the step and the time, and stays in the
 * picture. So who lifts it by hand has overridden the plan, and who moves the step orders anew. A step whose time passed while the
 * operation was not open is applied when it is, if its span still runs.
 */
public final class LevelTimes implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        List<Due> due = new ArrayList<>();
        picture.operation().ifPresent(operation -> {
            LevelPlan.of(picture).ifPresent(plan -> plan.steps().stream()
                    .filter(step -> runs(step, now) && !applied(picture, operation, step))
                    .forEach(step -> due.add(step(operation, step))));
            for (Held held : picture.all(Level.KIND)) {
                turn(operation, (Level) held.entity(), now).ifPresent(due::add);
            }
        });
        return due;
    }

    private static boolean runs(PlannedLevel step, Instant now) {
        return !step.from().isAfter(now) && step.until().isAfter(now);
    }

    private static boolean applied(Picture picture, OperationEntity operation, PlannedLevel step) {
        return picture.held(Level.key(LevelPlan.declaration(operation.operation(), step))).isPresent();
    }

    private static Due step(OperationEntity operation, PlannedLevel planned) {
        UUID declaration = LevelPlan.declaration(operation.operation(), planned);
        return new Due(declaration, planned.unit(), (picture, at) -> picture.notOpen().orElseGet(() -> LevelPlan
                .of(picture).stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> step.id().equals(planned.id()) && step.from().equals(planned.from()))
                .filter(step -> runs(step, at) && !applied(picture, operation, step))
                .findFirst()
                .map(step -> declare(picture, at, declaration, step))
                .orElseGet(() -> Decision.refuse(Reason.NOTHING_CHANGED, "The plan has no such step any more."))));
    }

    /** A plan that one commander set is no second commander's word, where the settings want that. */
    private static Decision declare(Picture picture, Instant at, UUID declaration, PlannedLevel step) {
        List<LevelNeed> needs = Levels.needsConfirmation(picture, step.level()) ? List.of(LevelNeed.CONFIRMATION)
                : List.of();
        return Decision.accept(new LevelEvent.LevelDeclared(declaration, step.unit(), step.level(), step.from(),
                step.until(), step.reason(), false, step.id(), needs, Level.first(needs, false, step.from(), at),
                null));
    }

    private static Optional<Due> turn(OperationEntity operation, Level level, Instant now) {
        UUID id = level.declaration();
        Instant until = level.until();
        if (until != null && over(level, now)) {
            return Optional.of(new Due(NamedId.of(operation.operation(), "level-expiry/" + id + "/" + until),
                    level.unit(), (picture, at) -> turned(picture, id, it -> over(it, at), new LevelExpired(id))));
        }
        return begins(level, now)
                ? Optional.of(new Due(NamedId.of(operation.operation(), "level-effect/" + id + "/" + level.from()),
                        level.unit(),
                        (picture, at) -> turned(picture, id, it -> begins(it, at), new LevelTookEffect(id))))
                : Optional.empty();
    }

    private static Decision turned(Picture picture, UUID id, Predicate<Level> still, LevelEvent event) {
        return picture.notOpen().orElseGet(() -> picture.find(Level.key(id), Level.class).filter(still)
                .map(level -> Decision.accept(event))
                .orElseGet(() -> Decision.refuse(Reason.NOTHING_CHANGED, "It is otherwise by now.")));
    }

    private static boolean over(Level level, Instant at) {
        Instant until = level.until();
        return level.state().live() && until != null && !until.isAfter(at);
    }

    private static boolean begins(Level level, Instant at) {
        return level.state() == LevelState.PLANNED && !level.from().isAfter(at) && !over(level, at);
    }
}
