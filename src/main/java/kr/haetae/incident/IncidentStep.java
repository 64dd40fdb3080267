package kr.haetae.incident;

import java.util.Locale;

/** What can be done with an incident. */
public enum IncidentStep {
    COMMENT,
    JUDGE,
    LINK,
    CORRECT,
    ACKNOWLEDGE,
    DISPATCH,
    /** The first team is on scene. */
    ARRIVE,
    TRANSFER,
    RESOLVE,
    REQUEST_CLOSURE,
    RETURN_CLOSURE,
    CLOSE,
    MERGE,
    FIND_FALSE,
    REOPEN;

    /** As it is said in an answer, such as {@code request closure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
