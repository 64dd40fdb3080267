package kr.haetae.event;

/** The three levels of the command tree above the posts: 경찰청, 시·도경찰청, 경찰서; and what stands beside it ({@link Commission}). */
public enum UnitKind {
    HQ,
    AGENCY,
    STATION,
    COMMISSION
}
