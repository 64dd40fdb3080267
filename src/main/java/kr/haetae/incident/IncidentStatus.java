package kr.haetae.incident;

import static kr.haetae.incident.IncidentStep.*;

import java.util.EnumSet;
import java.util.Set;

/** Where an incident stands, and what may be done then; the order is the order of work. Veracity is a matter of its own. */
public enum IncidentStatus {
    REPORTED(ACKNOWLEDGE, DISPATCH, ARRIVE, RESOLVE, REQUEST_CLOSURE, CLOSE, MERGE, FIND_FALSE, TRANSFER, CORRECT),
    ACKNOWLEDGED(DISPATCH, ARRIVE, RESOLVE, REQUEST_CLOSURE, CLOSE, MERGE, FIND_FALSE, TRANSFER, CORRECT),
    DISPATCHED(DISPATCH, ARRIVE, RESOLVE, REQUEST_CLOSURE, CLOSE, MERGE, FIND_FALSE, TRANSFER, CORRECT),
    ON_SCENE(DISPATCH, ARRIVE, RESOLVE, REQUEST_CLOSURE, CLOSE, MERGE, FIND_FALSE, TRANSFER, CORRECT),
    RESOLVED(REQUEST_CLOSURE, CLOSE, MERGE, FIND_FALSE, TRANSFER, CORRECT, REOPEN),
    /** A room has requested the closure, a commander decides. */
    CLOSURE_REQUESTED(CLOSE, RETURN_CLOSURE, TRANSFER, CORRECT),
    CLOSED(REOPEN),
    DUPLICATE(REOPEN),
    FALSE_REPORT(REOPEN);

    private final Set<IncidentStep> steps;

    IncidentStatus(IncidentStep... steps) {
        this.steps = EnumSet.of(COMMENT, steps);
        this.steps.add(JUDGE);
        this.steps.add(LINK);
    }

    /** Whether somebody still has to work on it: everything before {@code CLOSED}. */
    public boolean open() {
        return compareTo(CLOSED) < 0;
    }

    public boolean allows(IncidentStep step) {
        return steps.contains(step);
    }

    /** Everything that may be done now, in the order of the steps. */
    public Set<IncidentStep> steps() {
        return Set.copyOf(steps);
    }
}
