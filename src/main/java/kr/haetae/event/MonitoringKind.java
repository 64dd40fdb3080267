package kr.haetae.event;

/** What somebody who watches the net (온라인 모니터링) found. */
public enum MonitoringKind {
    /** Made or altered by a machine: deepfakes and the like (AI 생성물). */
    AI_CONTENT,
    ILLEGAL_POLL,
    FALSE_POST,
    OTHER
}
