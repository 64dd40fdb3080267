package kr.haetae.event;

import java.util.Locale;

/** Why a command was refused: a stable code ({@code unknown-post}) and the class that decides the answer's status. */
public enum Reason {
    UNKNOWN_OPERATION(Kind.ABSENT),
    OPERATION_NOT_OPEN(Kind.CONFLICT),
    TIMETABLE_MALFORMED(Kind.INVALID),
    TIMETABLE_OUT_OF_RANGE(Kind.INVALID),
    SETTINGS_MALFORMED(Kind.INVALID),
    OPERATION_NOT_CLOSED(Kind.CONFLICT),
    UNKNOWN_LEVEL(Kind.ABSENT),
    UNKNOWN_MUSTER(Kind.ABSENT),
    NORMAL_IS_NOT_DECLARED(Kind.INVALID),
    SPAN_ENDS_BEFORE_START(Kind.INVALID),
    SPAN_IN_PAST(Kind.INVALID),
    SPAN_OUT_OF_RANGE(Kind.INVALID),
    SECOND_COMMANDER_NEEDED(Kind.FORBIDDEN),
    SUPERIOR_NEEDED(Kind.FORBIDDEN),
    PLAN_MALFORMED(Kind.INVALID),
    PLAN_OVERLAPS(Kind.INVALID),
    UNKNOWN_UNIT(Kind.INVALID),
    UNKNOWN_POST(Kind.INVALID),
    UNKNOWN_INCIDENT(Kind.ABSENT),
    UNKNOWN_ACCOUNT(Kind.ABSENT),
    POST_NOT_FOUND(Kind.ABSENT),
    NOT_YOUR_POST(Kind.FORBIDDEN),
    WHO_MISSING(Kind.INVALID),
    FORM_MALFORMED(Kind.INVALID),
    NOTHING_SILENT(Kind.ABSENT),
    UNKNOWN_VISIT(Kind.ABSENT),
    NOT_A_POLLING_PLACE(Kind.INVALID),
    OUTSIDE_JURISDICTION(Kind.FORBIDDEN),
    NOT_A_STATION(Kind.INVALID),
    PLACE_MISSING(Kind.INVALID),
    POST_OF_OTHER_UNIT(Kind.INVALID),
    OCCURRED_IN_FUTURE(Kind.INVALID),
    OCCURRED_TOO_LONG_AGO(Kind.INVALID),
    OCCURRED_OUT_OF_ORDER(Kind.INVALID),
    STRENGTH_MALFORMED(Kind.INVALID),
    UNKNOWN_FORCE(Kind.INVALID),
    FORCE_NOT_FOUND(Kind.ABSENT),
    FORCE_OF_OTHER_UNIT(Kind.INVALID),
    FORCE_COMMITTED(Kind.CONFLICT),
    NOT_A_RESERVE(Kind.INVALID),
    SHIFT_MALFORMED(Kind.INVALID),
    CIRCUIT_MALFORMED(Kind.INVALID),
    UNKNOWN_DEPLOYMENT(Kind.ABSENT),
    UNKNOWN_RESERVE(Kind.ABSENT),
    NOT_THERE(Kind.CONFLICT),
    ILLEGAL_TRANSITION(Kind.CONFLICT),
    UNKNOWN_TEAM(Kind.INVALID),
    TEAM_BUSY(Kind.CONFLICT),
    TEAM_NOT_SENT(Kind.CONFLICT),
    CLOSURE_NEEDS_APPROVAL(Kind.CONFLICT),
    SAME_INCIDENT(Kind.INVALID),
    CLEARANCES_DIFFER(Kind.CONFLICT),
    NOT_CLEARED(Kind.FORBIDDEN),
    ONLY_SHARED(Kind.FORBIDDEN),
    NOT_HANDLED_BY_YOU(Kind.FORBIDDEN),
    NOT_SHARED(Kind.CONFLICT),
    TOO_MANY_SHARES(Kind.CONFLICT),
    UNKNOWN_UPWARD_REPORT(Kind.ABSENT),
    NOT_SUPERIOR(Kind.INVALID),
    NOT_ADDRESSED(Kind.FORBIDDEN),
    LAST_REPORT_SENT(Kind.CONFLICT),
    UNKNOWN_HANDOVER(Kind.ABSENT),
    HANDOVER_OPEN(Kind.CONFLICT),
    OWN_HANDOVER(Kind.FORBIDDEN),
    OTHER_INCIDENT_CLOSED(Kind.CONFLICT),
    UNKNOWN_CASE(Kind.ABSENT),
    ELECTION_DAY_MISSING(Kind.INVALID),
    INCIDENT_NEEDED(Kind.FORBIDDEN),
    CASES_OPEN(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.STALE),
    NOT_FOR_ALL(Kind.CONFLICT),
    ALREADY_THERE(Kind.CONFLICT),
    LOGIN_TAKEN(Kind.CONFLICT),
    ACCOUNT_IS_DISABLED(Kind.CONFLICT),
    ACCOUNT_IS_ENABLED(Kind.CONFLICT),
    LAST_ADMINISTRATOR(Kind.CONFLICT),
    ROLE_NOT_GRANTABLE(Kind.FORBIDDEN),
    CLEARANCE_NOT_GRANTABLE(Kind.INVALID),
    ELECTION_ON_EMBEDDED_DATABASE(Kind.CONFLICT),
    NOTHING_CHANGED(Kind.CONFLICT),
    NOT_PERMITTED(Kind.FORBIDDEN),
    LOGIN_MALFORMED(Kind.INVALID),
    NAME_MALFORMED(Kind.INVALID),
    ROLE_NOT_OF_UNIT(Kind.INVALID),
    ORGANISATION_MALFORMED(Kind.INVALID),
    CLOCK_NOT_OF_KIND(Kind.INVALID);

    /** What the caller can do about it. */
    public enum Kind {
        /** The thing addressed is not there, or not for this caller. */
        ABSENT,
        /** A value in the request is wrong. */
        INVALID,
        /** Not this caller's to do. */
        FORBIDDEN,
        /** The state of things does not allow it now. */
        CONFLICT,
        /** The caller looked at an older state. */
        STALE
    }

    private final Kind kind;

    Reason(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The code on the wire, such as {@code unknown-post}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
