package kr.haetae.event;

import java.util.Locale;

/**
 * What an alarm is about. A cause that worsens to another kind is another alarm: a note of the first is none of the second.
 *
 * <p>Source: domain notes, "Incidents", "Reports from posts", "Custody of ballots", "Command and directives".
 */
public enum AlarmKind {
    /** Nobody has acknowledged an incident of code 0, or of code 1. */
    INCIDENT_CODE_0("incident"),
    INCIDENT_CODE_1("incident"),
    /** An incident waited too long, and the unit above was told; urgent: it has code 0 or 1. */
    INCIDENT_ESCALATED("incident"),
    INCIDENT_ESCALATED_URGENT("incident"),
    /** A report to the room (1보·2보·최종보) that it has not received. */
    UPWARD_REPORT("upward-report"),
    /** An order of a level that the room has not received. */
    LEVEL_ORDER("muster"),
    /** A directive to be followed at once that the room has not acknowledged. */
    DIRECTIVE("directive"),
    /** Posts that are out of contact, or never reported. */
    LOST_CONTACT("silence"),
    OUTAGE("silence"),
    ROUTE_OVERDUE("overdue"),
    ROUTE_STOPPED("route"),
    DISCREPANCY("discrepancy"),
    STORAGE_GAP("storage-gap"),
    SEAL_DIFFERS("storage-gap");

    private final String subject;

    AlarmKind(String subject) {
        this.subject = subject;
    }

    /** The kind of entity that such an alarm is about, when it is not about many at once. */
    public String subject() {
        return subject;
    }

    /** In a key: {@code incident-code-0}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
