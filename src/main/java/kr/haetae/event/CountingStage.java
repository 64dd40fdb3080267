package kr.haetae.event;

/** How far a counting centre is: 준비, 개소, 투표함 접수, 개표, 개표 종료, 경비 해제. */
public enum CountingStage {
    PREPARED,
    OPENED,
    BOXES_IN,
    COUNTING,
    ENDED,
    STOOD_DOWN
}
