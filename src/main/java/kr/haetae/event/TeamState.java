package kr.haetae.event;

/** What a team is doing about an incident. */
public enum TeamState {
    EN_ROUTE,
    ON_SCENE,
    /** It is free again. */
    CLEARED
}
