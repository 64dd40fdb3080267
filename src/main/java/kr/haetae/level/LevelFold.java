package kr.haetae.level;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.LevelEvent;
import kr.haetae.event.LevelState;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import org.jspecify.annotations.Nullable;

/** Folds what was decided about levels. A level that comes into force orders every room below to muster; one that ends, ends that. */
public final class LevelFold implements Evolution {
    @Override
    public void apply(Draft draft, Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case LevelEvent.LevelPlanSet e -> draft.operation().ifPresent(it -> draft.put(
                    new LevelPlan(it.operation(), it.root(), e.steps(), at, e.by())));
            case LevelEvent.LevelDeclared e -> put(draft, null, Level.declared(e, at), at);
            case LevelEvent.LevelConfirmed e -> change(draft, e.declaration(), at, it -> it.confirmed(at, e.by()));
            case LevelEvent.LevelApproved e -> change(draft, e.declaration(), at, it -> it.approved(at, e.by()));
            case LevelEvent.LevelRefused e ->
                change(draft, e.declaration(), at, it -> it.ended(LevelState.REFUSED, at, e.by(), e.reason()));
            case LevelEvent.LevelExtended e -> change(draft, e.declaration(), at, it -> it.extended(e.until()));
            case LevelEvent.LevelLifted e ->
                change(draft, e.declaration(), at, it -> it.ended(LevelState.LIFTED, at, e.by(), e.reason()));
            case LevelEvent.LevelTookEffect e -> change(draft, e.declaration(), at, it -> it.tookEffect(at));
            case LevelEvent.LevelExpired e ->
                change(draft, e.declaration(), at, it -> it.ended(LevelState.EXPIRED, at, null, null));
            case LevelEvent.LevelReceived e ->
                answer(draft, e.declaration(), e.unit(), it -> it.received(at, e.by()));
            case LevelEvent.MusterReported e -> answer(draft, e.declaration(), e.unit(), it -> it.reported(at,
                    new Muster.Strength(Availability.of(draft).of(e.unit()), e.ordered(), e.mustered()), e.note(),
                    entry.seq()));
            case OperationEvent.OperationClosed e -> live(draft).forEach(level -> change(draft, level, at,
                    it -> it.ended(LevelState.LIFTED, at, e.by(), e.reason())));
            case ErasureEvent.EntryErased e -> erase(draft, e, at);
            default -> {}
        }
    }

    /** A level ends once, so its end's words are those of the one entry that ended it. */
    private static void erase(Draft draft, ErasureEvent.EntryErased erased, Instant at) {
        switch (erased.redacted()) {
            case LevelEvent.LevelDeclared left ->
                change(draft, left.declaration(), at, it -> it.because(left.reason()));
            case LevelEvent.LevelExtended left -> change(draft, left.declaration(), at, it -> it);
            case LevelEvent.LevelRefused left ->
                change(draft, left.declaration(), at, it -> it.endedBecause(left.reason()));
            case LevelEvent.LevelLifted left ->
                change(draft, left.declaration(), at, it -> it.endedBecause(left.reason()));
            case LevelEvent.MusterReported left -> muster(draft, left.declaration(), left.unit())
                    .filter(it -> it.noteEntry() == erased.seq()).ifPresent(it -> draft.put(it.noted(left.note())));
            default -> {}
        }
    }

    private static void change(Draft draft, UUID declaration, Instant at, UnaryOperator<Level> step) {
        draft.find(Level.key(declaration), Level.class)
                .ifPresent(before -> put(draft, before, step.apply(before), at));
    }

    private static void put(Draft draft, @Nullable Level before, Level after, Instant at) {
        boolean was = before != null && before.inForce();
        draft.put(after);
        if (after.inForce() && !was) {
            order(draft, after, at);
        } else if (was && !after.inForce()) {
            release(draft, after, at);
        }
    }

    /** By default as many as the ceiling allows of whom the unit itself has; the room says otherwise if it is otherwise. */
    private static void order(Draft draft, Level level, Instant at) {
        if (level.level().ceilingPercent() == 0) {
            return;
        }
        OperationSettings settings = draft.operation().map(OperationEntity::settings)
                .orElse(OperationSettings.STANDARD);
        Instant essential = at.plus(Duration.ofMinutes(settings.musterEssentialMinutes()));
        Instant others = at.plus(Duration.ofMinutes(settings.musterOthersMinutes()));
        Availability available = Availability.of(draft);
        for (UnitCode room : rooms(draft, level)) {
            int people = available.of(room);
            draft.put(new Muster(level.declaration(), room, level.level(), at, people, level.level().ceiling(people),
                    0, essential, others, null, null, null, null, 0, null));
        }
    }

    private static void release(Draft draft, Level level, Instant at) {
        for (UnitCode room : rooms(draft, level)) {
            muster(draft, level.declaration(), room).ifPresent(muster -> draft.put(muster.ended(at)));
        }
    }

    private static void answer(Draft draft, UUID declaration, UnitCode room, UnaryOperator<Muster> step) {
        muster(draft, declaration, room).ifPresent(muster -> {
            draft.put(step.apply(muster));
            draft.concern(Level.key(declaration));
        });
    }

    private static Optional<Muster> muster(Draft draft, UUID declaration, UnitCode unit) {
        return draft.find(Muster.key(declaration, unit), Muster.class);
    }

    /** The unit's own room and that of each unit below. */
    private static List<UnitCode> rooms(Draft draft, Level level) {
        List<UnitCode> rooms = new ArrayList<>();
        for (PlacedUnit unit : draft.tree().units()) {
            if (draft.tree().covers(level.unit(), unit.code())) {
                rooms.add(unit.code());
            }
        }
        return rooms;
    }

    private static List<UUID> live(Draft draft) {
        List<UUID> live = new ArrayList<>();
        for (Held held : draft.all(Level.KIND)) {
            Level level = (Level) held.entity();
            if (level.state().live()) {
                live.add(level.declaration());
            }
        }
        live.sort(null);
        return live;
    }
}
