package kr.haetae.force;

/** Where a reserve stands on the live board; arrived ones are committed until they return. */
public enum Readiness {
    AVAILABLE,
    COMMITTED,
    MOVING
}
