package kr.haetae.event;

/** Where a request for reserves (경력 지원) stands. */
public enum ReserveState {
    REQUESTED,
    APPROVED,
    REFUSED,
    MOVING,
    ARRIVED,
    RETURNED,
    WITHDRAWN
}
