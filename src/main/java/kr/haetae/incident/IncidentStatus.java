package kr.haetae.incident;

/** Where an incident stands; the order is the order of work. Veracity is a matter of its own. */
public enum IncidentStatus {
    REPORTED,
    ACKNOWLEDGED,
    DISPATCHED,
    ON_SCENE,
    RESOLVED,
    CLOSED,
    DUPLICATE,
    FALSE_REPORT;

    /** Whether somebody still has to work on it: everything before {@code CLOSED}. */
    public boolean open() {
        return compareTo(CLOSED) < 0;
    }
}
