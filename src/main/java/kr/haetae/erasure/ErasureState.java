package kr.haetae.erasure;

/** How far an erasure is. */
public enum ErasureState {
    REQUESTED,
    REFUSED,
    /** The words are gone. */
    ERASED
}
