package kr.haetae.event;

/** Whose word a declared level still lacks. Source: domain notes, "Emergency duty levels" (approval L; confirmation a setting). */
public enum LevelNeed {
    /** A second commander of the declaring unit or above: levels A and B, where the operation's settings want it. */
    CONFIRMATION,
    /** A commander of a unit above: what an agency or a station declares for itself. */
    APPROVAL
}
