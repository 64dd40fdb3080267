package kr.haetae.event;

/** What a force is. Source: domain notes, "Personnel" (H). */
public enum ForceKind {
    STATION_OFFICERS,
    /** 지구대·파출소. */
    PRECINCT_PATROL,
    /** 기동대. */
    MOBILE_UNIT,
    /** 기동순찰대. */
    MOBILE_PATROL,
    /** 형사. */
    CRIMINAL_INVESTIGATION,
    /** 교통. */
    TRAFFIC,
    /** 타격대. */
    STRIKE_RESERVE,
    /** 사이버수사. */
    CYBER,
    /** 신변보호. */
    PROTECTION_DETAIL;

    /** Whether headquarters may send it to another agency (경력 지원). */
    public boolean reserve() {
        return this == MOBILE_UNIT || this == MOBILE_PATROL || this == STRIKE_RESERVE;
    }
}
