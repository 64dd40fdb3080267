package kr.haetae.event;

/** What a post says of itself. Source: domain notes, "Reports from posts" (H). */
public enum PostReportKind {
    /** 상황보고. */
    SITUATION,
    /** 특이사항 없음: nothing to report is a record too. */
    NIL,
    /** 근무 종료. */
    SIGN_OFF
}
