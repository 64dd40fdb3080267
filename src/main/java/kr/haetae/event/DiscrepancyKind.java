package kr.haetae.event;

/** What does not fit about a transport (불일치): real life made it, so it is recorded, and somebody must explain it. */
public enum DiscrepancyKind {
    /** Fewer than the two officers in uniform that go with ballot boxes. Source: domain notes, "Custody of ballots" (H). */
    ONE_OFFICER,
    NO_COMMISSION_STAFF,
    ARRIVED_WITHOUT_DEPARTURE,
    SEAL_CHANGED,
    SEAL_BROKEN,
    BOX_MISSING,
    BOX_UNEXPECTED,
    BOX_ON_TWO_ROUTES,
    HANDED_OVER_TWICE,
    WRONG_PLACE,
    /** Off the way that was planned. */
    DEVIATION,
    OUT_OF_ORDER
}
