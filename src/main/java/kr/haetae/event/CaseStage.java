package kr.haetae.event;

import java.util.Set;

/** How far a case has come, and where it may go from there. Source: domain notes, "Incidents" (H). */
public enum CaseStage {
    /** 입건전조사. */
    PRE_INVESTIGATION,
    /** 입건전종결. */
    CLOSED_BEFORE,
    /** 수사중. */
    INVESTIGATION,
    /** 송치. */
    SENT,
    /** 불송치. */
    NOT_SENT;

    /** Whether somebody still works on it, and the limitation runs out meanwhile. */
    public boolean open() {
        return this == PRE_INVESTIGATION || this == INVESTIGATION;
    }

    /** The stages that may follow, in the enum's order when sorted. A case that was not sent may be taken up again. */
    public Set<CaseStage> next() {
        return switch (this) {
            case PRE_INVESTIGATION -> Set.of(INVESTIGATION, CLOSED_BEFORE);
            case INVESTIGATION -> Set.of(SENT, NOT_SENT);
            case NOT_SENT -> Set.of(INVESTIGATION);
            case SENT, CLOSED_BEFORE -> Set.of();
        };
    }
}
