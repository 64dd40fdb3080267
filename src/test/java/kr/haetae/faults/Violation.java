package kr.haetae.faults;

/** A broken promise. */
record Violation(Kind kind, String what) {
    enum Kind {
        /** Acknowledged, and not in the record. */
        LOST,
        /** One report twice: in the record or on a screen. */
        DOUBLED,
        /** In the record, and nobody sent it. */
        INVENTED,
        /** The receipt names another place in the record than the report has. */
        MISNUMBERED,
        /** Not everywhere the same order. */
        DISORDERED,
        /** A frame or tick that does not fit what the screen holds. */
        BROKEN,
        /** A screen got ticks while it lacked what was acknowledged longer ago than the bound. */
        STALE,
        /** Acknowledged, recorded, and at the end not on a screen. */
        UNSHOWN,
        /** An answer that leaves the client without a next step. */
        UNCLEAR,
        /** The fault could not be played to its end, as when somebody never got well again. */
        UNPLAYED
    }
}
