package kr.haetae.crime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/** Warns of open cases whose limitation (공소시효) runs out in 30, 14, 7, 3 and 1 days, also once the operation is closed. */
public final class LimitationAlarm implements Timed {
    @Override
    public boolean outlivesOperation() {
        return true;
    }

    @Override
    public List<Due> due(Picture picture, Instant now) {
        List<Due> due = new ArrayList<>();
        for (Held held : picture.timedUntil(Case.KIND, now)) {
            Case open = (Case) held.entity();
            news(open, now).ifPresent(near -> due.add(due(picture, open, near)));
        }
        return due;
    }

    private static Due due(Picture picture, Case open, CaseEvent.CaseLimitationNear near) {
        UUID space = picture.operation().map(OperationEntity::operation).orElseThrow();
        // A correction may bring the same mark of another day, or by way of a third day of the same one, again.
        String name = "case-limitation/" + near.caseId() + "/" + near.limitationOn() + "/" + near.daysLeft() + "/"
                + picture.trace(open.key()).size();
        return new Due(NamedId.of(space, name), open.unit(), (later, at) -> later
                .find(Case.key(near.caseId()), Case.class)
                .flatMap(it -> news(it, at))
                .filter(near::equals)
                .<Decision>map(Decision::accept)
                .orElseGet(() -> Decision.refuse(Reason.NOTHING_CHANGED, "Its limitation is not so near any more.")));
    }

    /** The mark that is reached and was not raised, if there is one. */
    private static Optional<CaseEvent.CaseLimitationNear> news(Case it, Instant now) {
        Integer raised = it.limitationAlarm();
        return it.stage().open()
                ? Limitation.reached(it.limitationOn(), Limitation.day(now))
                        .filter(mark -> raised == null || mark < raised)
                        .map(mark -> new CaseEvent.CaseLimitationNear(it.caseId(), it.limitationOn(), mark))
                : Optional.empty();
    }
}
