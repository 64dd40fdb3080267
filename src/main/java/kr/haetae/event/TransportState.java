package kr.haetae.event;

/** How far a route is. */
public enum TransportState {
    PLANNED,
    MOVING,
    STOPPED,
    ARRIVED,
    /** Both sides confirmed. */
    HANDED_OVER,
    CANCELLED;

    /** Whether nothing more is expected of it. */
    public boolean over() {
        return this == HANDED_OVER || this == CANCELLED;
    }

    /** Whether it is under way. */
    public boolean underWay() {
        return this == MOVING || this == STOPPED;
    }
}
