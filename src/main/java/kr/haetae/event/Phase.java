package kr.haetae.event;

/** What is going on in an operation; duties and silence thresholds follow it. Source: domain notes, "Phases of an operation" (H). */
public enum Phase {
    /** 선거운동: rooms open around the clock, rallies and candidates to protect. */
    CAMPAIGN,
    /** 사전투표: two days. */
    EARLY_VOTING,
    /** 사전투표함 보관: days of storage watch. */
    STORAGE_WATCH,
    /** 투표 준비: polling day from 05:00. */
    PREPARATION,
    /** 투표 진행: from 06:00 to the close. */
    VOTING,
    /** 투표함 회송: sealing and escorted transport. */
    TRANSPORT,
    /** 개표. */
    COUNTING,
    /** 해산. */
    STAND_DOWN
}
