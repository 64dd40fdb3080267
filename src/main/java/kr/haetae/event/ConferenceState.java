package kr.haetae.event;

/** Where a command conference (지휘부 화상회의) stands. */
public enum ConferenceState {
    CONVENED,
    RUNNING,
    ENDED,
    CANCELLED;

    public boolean over() {
        return this == ENDED || this == CANCELLED;
    }
}
