package kr.haetae.event;

/** Whether a storage holds boxes: not yet, now, not any more. */
public enum StorageState {
    IDLE,
    WATCHED,
    CLEARED
}
