package kr.haetae.event;

/** What becomes of leave under an emergency level. Source: domain notes, "Emergency duty levels" (H). */
public enum LeaveRule {
    /** 정상. */
    NORMAL,
    /** 연가 억제. */
    RESTRAINED,
    /** 연가 중지. */
    SUSPENDED
}
