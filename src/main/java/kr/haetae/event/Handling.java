package kr.haetae.event;

/** Which room of a unit has an incident in hand (담당); the situation room and the investigation room are never one. */
public enum Handling {
    /** The situation room (상황실). */
    SITUATION,
    /** The investigation room for election crimes (선거사범 수사상황실). */
    INVESTIGATION,
    /** Cyber investigation of the provincial agency (시·도청 사이버수사). */
    CYBER
}
