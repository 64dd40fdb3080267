package kr.haetae.event;

/** What of a route is overdue (지연). */
public enum OverdueKind {
    DEPARTURE,
    /** Nothing was heard on the way. */
    CHECKPOINT,
    ARRIVAL,
    HANDOVER
}
