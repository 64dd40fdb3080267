package kr.haetae.event;

/** How an incident ended; closing needs one. */
public enum IncidentOutcome {
    HANDLED_ON_SITE,
    WARNED,
    ARRESTED,
    REFERRED_TO_INVESTIGATION,
    HANDED_TO_NEC,
    HANDED_TO_OTHER_AGENCY,
    NO_ACTION_NEEDED,
    UNFOUNDED
}
