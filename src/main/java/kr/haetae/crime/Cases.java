package kr.haetae.crime;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.Author;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseStage;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.OperationState;
import kr.haetae.event.Reason;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;

/** Decides commands about cases and folds what was decided. Pure. */
public final class Cases implements Evolution {
    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, CaseCommand command) {
        if (picture.operation().filter(it -> it.state() != OperationState.PREPARED).isEmpty()) {
            return Decision.refuse(Reason.OPERATION_NOT_OPEN, "The operation was not opened yet.");
        }
        if (command instanceof CaseCommand.Open open) {
            return CaseOpening.decide(picture, at, author, open);
        }
        return picture.visible(author, Case.key(command.caseId()), Case.class)
                .map(standing -> new CaseWork(picture, at, author, standing).decide(command))
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_CASE,
                        "There is no case " + command.caseId() + " in your jurisdiction."));
    }

    /** Those on which somebody still works, in no order. */
    public static Stream<Case> open(Picture picture) {
        return all(picture).filter(it -> it.stage().open());
    }

    static Stream<Case> all(Picture picture) {
        return StreamSupport.stream(picture.all(Case.KIND).spliterator(), false).map(held -> (Case) held.entity());
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        if (entry.event() instanceof CaseEvent event) {
            apply(draft, entry, event);
        } else if (entry.event() instanceof ErasureEvent.EntryErased erased
                && erased.redacted() instanceof CaseEvent left) {
            change(draft, left.caseId(), it -> it.erased(erased.seq()));
        }
    }

    private static void apply(Draft draft, Entry entry, CaseEvent event) {
        Instant at = entry.at();
        switch (event) {
            case CaseEvent.CaseOpened e -> {
                draft.count(CaseOpening.counter(e.unit()));
                draft.put(opened(e, at, entry.seq()));
            }
            case CaseEvent.CaseStageMoved e -> change(draft, e.caseId(), it -> it.moved(e.to(), at));
            case CaseEvent.CasePersonsCounted e -> change(draft, e.caseId(), it -> it.counted(e.persons()));
            case CaseEvent.CaseCorrected e ->
                change(draft, e.caseId(), it -> it.corrected(it.facts().corrected(e, entry.seq())));
            case CaseEvent.CaseTransferred e -> change(draft, e.caseId(), it -> it.owner(e.unit()));
            case CaseEvent.CaseNoted e -> change(draft, e.caseId(), Case::noted);
            case CaseEvent.CaseLinked e -> change(draft, e.caseId(), it -> it.linked(e.incident()));
            case CaseEvent.CaseLimitationNear e -> change(draft, e.caseId(), it -> it.warned(e.daysLeft()));
        }
    }

    private static Case opened(CaseEvent.CaseOpened e, Instant at, long seq) {
        UUID incident = e.incident();
        CaseFacts facts = new CaseFacts(e.kind(), e.origin(), e.electionDay(), e.actOn(), e.summary(), seq);
        return new Case(e.caseId(), e.number(), e.unit(), facts, CaseStage.PRE_INVESTIGATION, at, e.persons(),
                incident == null ? List.of() : List.of(incident), facts.limitationOn(), null, at, e.by(), 0);
    }

    private static void change(Draft draft, UUID id, UnaryOperator<Case> step) {
        draft.find(Case.key(id), Case.class).ifPresent(it -> draft.put(step.apply(it)));
    }
}
