package kr.haetae.event;

/** Emergency duty level (비상근무), the lowest first. Source: domain notes, "Emergency duty levels" (H). */
public enum EmergencyLevel {
    /** 평시. */
    NORMAL(0),
    /** 작전준비태세. */
    READY(0),
    /** 경계강화. */
    ALERT(0),
    /** 병호. */
    C(30),
    /** 을호. */
    B(50),
    /** 갑호. */
    A(100);

    private final int ceilingPercent;

    EmergencyLevel(int ceilingPercent) {
        this.ceilingPercent = ceilingPercent;
    }

    /** The share of the available personnel (가용경력) that may be ordered, in percent; 0: none is ordered. A ceiling, not a target. */
    public int ceilingPercent() {
        return ceilingPercent;
    }
}
