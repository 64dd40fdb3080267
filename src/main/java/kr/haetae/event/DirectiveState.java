package kr.haetae.event;

/** Where a directive (지시) stands as a whole. */
public enum DirectiveState {
    OPEN,
    /** Another one replaces it. */
    SUPERSEDED,
    WITHDRAWN,
    /** Everybody has done it, and had an hour to be told otherwise. */
    CONCLUDED
}
