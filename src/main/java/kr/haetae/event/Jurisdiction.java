package kr.haetae.event;

/**
 * How a post's police station is known: from the table, one of several, not at all (관할 미지정 for these two), or assigned by a
 * room by hand, which no later list overrides.
 */
public enum Jurisdiction {
    MAPPED,
    AMBIGUOUS,
    UNMAPPED,
    ASSIGNED;

    /** Whether a room still has to say which station it is. */
    public boolean unknown() {
        return this == AMBIGUOUS || this == UNMAPPED;
    }
}
