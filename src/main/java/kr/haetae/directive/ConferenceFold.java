package kr.haetae.directive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.haetae.event.ConferenceEvent;
import kr.haetae.event.ConferenceState;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Held;
import org.jspecify.annotations.Nullable;

/** Folds what was decided about conferences. */
public final class ConferenceFold implements Evolution {
    @Override
    public void apply(Draft draft, Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case ConferenceEvent.ConferenceConvened e -> {
                draft.count(Conferences.counter(e.unit()));
                draft.put(Conference.convened(e, at));
                e.rooms().forEach(unit -> draft.put(ConferenceRoom.invited(e.conference(), unit)));
            }
            case ConferenceEvent.ConferenceChanged e ->
                change(draft, e.conference(), before -> changed(draft, before, before.changed(e)));
            case ConferenceEvent.ConferenceStarted e -> change(draft, e.conference(), it -> it.started(at));
            case ConferenceEvent.ConferenceJoined e ->
                attend(draft, e.conference(), e.unit(), room -> room.joined(at, e.by().name()));
            case ConferenceEvent.ConferenceLeft e ->
                attend(draft, e.conference(), e.unit(), room -> room.left(at, e.by().name()));
            case ConferenceEvent.ConferenceAbsent e -> attend(draft, e.conference(), e.unit(),
                    room -> room.absent(e.reason(), e.by().name(), entry.seq()));
            case ConferenceEvent.ConferenceItemAdded e -> change(draft, e.conference(), it -> it.with(e.item()));
            case ConferenceEvent.ConferenceItemNoted e -> record(draft, e.conference(), it -> new ConferenceNote(
                    e.note(), e.conference(), it.unit(), e.item(), e.text(), at, e.by(), it.invited(),
                    !it.state().over()));
            case ConferenceEvent.ConferenceDecided e -> record(draft, e.conference(), it -> new ConferenceDecision(
                    e.decision(), e.conference(), it.unit(), e.item(), e.text(), at, e.by(), null, it.invited(),
                    !it.state().over()));
            case ConferenceEvent.ConferenceEnded e ->
                end(draft, e.conference(), at, new End(ConferenceState.ENDED, e.by(), null));
            case ConferenceEvent.ConferenceCancelled e ->
                end(draft, e.conference(), at, new End(ConferenceState.CANCELLED, e.by(), e.reason()));
            case DirectiveEvent.DirectiveIssued e when e.decision() != null ->
                draft.find(ConferenceDecision.key(e.decision()), ConferenceDecision.class).ifPresent(it -> {
                    draft.put(it.bore(e.directive()));
                    draft.concern(Conference.key(it.conference()));
                });
            case ErasureEvent.EntryErased e -> erase(draft, e);
            default -> {}
        }
    }

    private record End(ConferenceState how, Person by, @Nullable String reason) {}

    private interface Born {
        Entity of(Conference conference);
    }

    private static void change(Draft draft, UUID id, UnaryOperator<Conference> step) {
        draft.find(Conference.key(id), Conference.class).filter(it -> !it.state().over())
                .ifPresent(it -> draft.put(step.apply(it)));
    }

    private static void record(Draft draft, UUID id, Born line) {
        draft.find(Conference.key(id), Conference.class).ifPresent(conference -> {
            draft.put(line.of(conference));
            draft.concern(conference.key());
        });
    }

    private static void attend(Draft draft, UUID id, UnitCode unit, UnaryOperator<ConferenceRoom> step) {
        draft.find(ConferenceRoom.key(id, unit), ConferenceRoom.class).ifPresent(room -> {
            draft.put(step.apply(room));
            draft.concern(Conference.key(id));
        });
    }

    private static Conference changed(Draft draft, Conference before, Conference now) {
        for (UnitCode unit : now.invited()) {
            if (!before.invited().contains(unit)) {
                draft.put(ConferenceRoom.invited(now.conference(), unit));
            }
        }
        for (UnitCode unit : before.invited()) {
            if (!now.invited().contains(unit)) {
                draft.drop(ConferenceRoom.key(now.conference(), unit));
            }
        }
        if (!before.invited().equals(now.invited())) {
            follow(draft, now);
        }
        return now;
    }

    private static void end(Draft draft, UUID id, Instant at, End end) {
        change(draft, id, before -> {
            Conference over = before.over(end.how(), at, end.by(), end.reason());
            for (UnitCode unit : over.invited()) {
                draft.find(ConferenceRoom.key(id, unit), ConferenceRoom.class)
                        .ifPresent(room -> draft.put(room.over(at)));
            }
            follow(draft, over);
            return over;
        });
    }

    /** Whoever sees the conference sees what was said in it. */
    private static void follow(Draft draft, Conference conference) {
        List<Entity> lines = new ArrayList<>();
        for (Held held : draft.all(ConferenceNote.KIND)) {
            ConferenceNote note = (ConferenceNote) held.entity();
            if (note.conference().equals(conference.conference())) {
                lines.add(note.of(conference));
            }
        }
        for (Held held : draft.all(ConferenceDecision.KIND)) {
            ConferenceDecision decision = (ConferenceDecision) held.entity();
            if (decision.conference().equals(conference.conference())) {
                lines.add(decision.of(conference));
            }
        }
        lines.forEach(draft::put);
    }

    private static void erase(Draft draft, ErasureEvent.EntryErased erased) {
        switch (erased.redacted()) {
            case ConferenceEvent.ConferenceAbsent left -> draft
                    .find(ConferenceRoom.key(left.conference(), left.unit()), ConferenceRoom.class)
                    .filter(room -> room.absentEntry() == erased.seq())
                    .ifPresent(room -> draft.put(room.because(left.reason())));
            case ConferenceEvent.ConferenceItemNoted left ->
                draft.find(ConferenceNote.key(left.note()), ConferenceNote.class)
                        .ifPresent(it -> draft.put(it.worded(left.text())));
            case ConferenceEvent.ConferenceDecided left ->
                draft.find(ConferenceDecision.key(left.decision()), ConferenceDecision.class)
                        .ifPresent(it -> draft.put(it.worded(left.text())));
            case ConferenceEvent.ConferenceCancelled left ->
                draft.find(Conference.key(left.conference()), Conference.class)
                        .ifPresent(it -> draft.put(it.because(left.reason())));
            default -> {}
        }
    }
}
