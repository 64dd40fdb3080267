package kr.haetae.event;

/** What a case began with. Source: domain notes, "Incidents" (H). */
public enum CaseOrigin {
    /** 고소·고발. */
    COMPLAINT,
    /** 신고. */
    REPORT,
    /** 첩보. */
    INTELLIGENCE
}
