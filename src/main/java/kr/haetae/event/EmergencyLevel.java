package kr.haetae.event;

/** Emergency duty level (비상근무), the lowest first. Source: domain notes, "Emergency duty levels" (H). */
public enum EmergencyLevel {
    /** 평시. */
    NORMAL(0, LeaveRule.NORMAL),
    /** 작전준비태세. */
    READY(0, LeaveRule.NORMAL),
    /** 경계강화. */
    ALERT(0, LeaveRule.NORMAL),
    /** 병호. */
    C(30, LeaveRule.RESTRAINED),
    /** 을호. */
    B(50, LeaveRule.SUSPENDED),
    /** 갑호. */
    A(100, LeaveRule.SUSPENDED);

    private final int ceilingPercent;
    private final LeaveRule leave;

    EmergencyLevel(int ceilingPercent, LeaveRule leave) {
        this.ceilingPercent = ceilingPercent;
        this.leave = leave;
    }

    /** The share of the available personnel (가용경력) that may be ordered, in percent; 0: none is ordered. A ceiling, not a target. */
    public int ceilingPercent() {
        return ceilingPercent;
    }

    /** How many of so many available people may be ordered at most; 0 where the level orders none. */
    public int ceiling(long available) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, available) * ceilingPercent / 100);
    }

    public LeaveRule leave() {
        return leave;
    }
}
