package kr.haetae.event;

/** Where a declared level stands. */
public enum LevelState {
    /** Waits for a second commander's confirmation or the superior's approval. */
    PROPOSED,
    /** Settled, and takes effect later. */
    PLANNED,
    IN_FORCE,
    /** Ended by hand. */
    LIFTED,
    /** Ended by its span. */
    EXPIRED,
    REFUSED;

    /** Whether something may still become of it, or is. */
    public boolean live() {
        return this == PROPOSED || this == PLANNED || this == IN_FORCE;
    }
}
