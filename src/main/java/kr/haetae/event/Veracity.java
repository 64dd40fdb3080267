package kr.haetae.event;

/** Whether what was reported is true; a matter of its own beside the status. */
public enum Veracity {
    UNVERIFIED,
    CONFIRMED,
    UNFOUNDED
}
