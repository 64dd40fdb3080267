package kr.haetae.post;

import kr.haetae.event.PostReportKind;

/** How a post was heard of. The order breaks ties between two of the same time: the later stands. */
public enum SignOfLife {
    /** 도착. */
    CHECK_IN,
    /** 특이사항 없음. */
    NIL,
    /** 상황보고. */
    SITUATION,
    /** 근무 종료. */
    SIGN_OFF;

    static SignOfLife of(PostReportKind kind) {
        return switch (kind) {
            case NIL -> NIL;
            case SITUATION -> SITUATION;
            case SIGN_OFF -> SIGN_OFF;
        };
    }
}
