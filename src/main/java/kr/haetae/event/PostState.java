package kr.haetae.event;

/** Whether a post is heard of. Source: domain notes, "Reports from posts" (H). */
public enum PostState {
    /** Nothing was reported, and nothing is missed yet. */
    IDLE,
    REPORTING,
    /** 미보고(최초): something was due and nothing ever came. */
    NEVER_REPORTED,
    /** 보고 지연. */
    LATE,
    /** 연락 두절. */
    LOST_CONTACT,
    /** 근무 종료. */
    SIGNED_OFF;

    /** Whether its silence raises an alarm. */
    public boolean silent() {
        return this == NEVER_REPORTED || this == LATE || this == LOST_CONTACT;
    }
}
