package kr.haetae.auth;

import java.util.Locale;

/** What somebody may be allowed to do; {@link Duties} says who. On the wire {@code incident.report}: the first word, a point, the rest. */
public enum Action {
    /** Report what one sees at one's own post or unit. */
    INCIDENT_REPORT,
    /** Enter a report for somebody else, with its source and call number. */
    INCIDENT_ENTER_FOR_OTHERS,
    /** Take in what lay unsent on the phone of a disabled account, from the file that the phone sealed. */
    QUEUE_IMPORT,
    INCIDENT_ACKNOWLEDGE,
    INCIDENT_COMMENT,
    INCIDENT_DISPATCH,
    INCIDENT_TRANSFER,
    INCIDENT_RESOLVE,
    /** Judge veracity, correct kind and code, merge and link. */
    INCIDENT_TRIAGE,
    INCIDENT_CLOSE,
    /** Restrict an incident to those who are cleared, or lift that. */
    INCIDENT_RESTRICT,
    /** Let another unit see and comment. */
    INCIDENT_SHARE,
    /** Report to a unit above (1보·2보·최종보), and take note of such a report. */
    INCIDENT_REPORT_UP,
    /** Close where the operation wants a commander to; return a requested closure. */
    INCIDENT_APPROVE_CLOSURE,
    /** Hand the room over at shift change (인계), and take it over (인수). */
    SHIFT_HAND_OVER,
    /** Look election-crime cases (선거사범) up. */
    CASE_SEE,
    /** Open a case from an incident of one's jurisdiction. */
    CASE_OPEN,
    /** Open cases, with or without an incident, and work on them. */
    CASE_WORK,
    /** Add photographs, films and recordings to what one sees. */
    ATTACHMENT_ADD,
    /** Look at an original: a photograph's holds where and when it was taken and by which device; films have no copy without. */
    ATTACHMENT_ORIGINAL,
    ATTACHMENT_WITHDRAW,
    /** See incidents that are one's own or shared with one, and follow the picture live as far as one sees it. */
    SHARED_SEE,
    /** Report for an election commission, and look up the places of its province. */
    LIAISON_REPORT,
    /** Follow the live picture of one's subtree, incidents included. */
    PICTURE_SEE,
    /** Look posts up, without incidents. */
    POST_SEE,
    POST_IMPORT,
    /** Work off the list of posts whose jurisdiction is unknown (관할 미지정). */
    POST_ASSIGN,
    ACCOUNT_SEE,
    /** Create, post, disable, enable and reset accounts. */
    ACCOUNT_MANAGE,
    OPERATION_SEE,
    /** Create, open, close and archive operations; timetable, settings, a drill's clock. */
    OPERATION_MANAGE,
    /** Enter a phase by hand. */
    PHASE_ENTER,
    /** Declare, extend and lift emergency levels in one's own subtree. */
    LEVEL_DECLARE,
    /** Confirm, approve or refuse what another commander declared. */
    LEVEL_APPROVE,
    LEVEL_PLAN,
    /** Take note of an order, and report the muster (응소). */
    LEVEL_ANSWER,
    /** Issue, supersede and withdraw directives (지시) to one's own subtree, and give them back to a room. */
    DIRECTIVE_ISSUE,
    /** Tell rooms below that are late again. */
    DIRECTIVE_CHASE,
    /** Read, acknowledge and do what one's own room is asked. */
    DIRECTIVE_ANSWER,
    /** Take note of a directive at one's own post. */
    DIRECTIVE_NOTE,
    /** Convene, change, start, end and cancel command conferences (지휘부 화상회의) of one's own subtree. */
    CONFERENCE_CONVENE,
    /** Keep the minutes: matters, what was said, decisions. */
    CONFERENCE_RECORD,
    /** Enter one's own room's attendance. */
    CONFERENCE_ATTEND,
    /** Strength, availability and deployments, one by one or by lists. */
    FORCE_PLAN,
    /** Move deployments and correct attendance. */
    FORCE_MOVE,
    /** Check oneself in at one's post. */
    CHECK_IN,
    /** Check others in, with a reason. */
    CHECK_IN_FOR_OTHERS,
    RESERVE_REQUEST,
    /** Decide what reserves go where. */
    RESERVE_APPROVE,
    /** Report for one's own post. */
    POST_REPORT,
    /** Enter a post's report for somebody else, with who. */
    POST_REPORT_FOR_OTHERS,
    /** Record police inside a polling place (투표소 출입) at one's own post. */
    VISIT_RECORD,
    SILENCE_ACKNOWLEDGE,
    /** Take note of an alarm for one's own room. */
    ALARM_ACKNOWLEDGE,
    /** Plan routes of ballot boxes (회송), one by one or by lists, change and cancel them. */
    TRANSPORT_PLAN,
    /** Report on the way for routes of one's own post or crew, and explain what does not fit. */
    TRANSPORT_REPORT,
    /** Report for any route of one's jurisdiction, for somebody else. */
    TRANSPORT_REPORT_FOR_OTHERS,
    /** Accept the explanation of a discrepancy (불일치). */
    DISCREPANCY_ACCEPT,
    OVERDUE_ACKNOWLEDGE,
    /** Report on a storage of early votes (보관소): opening, rounds, seals, cameras, who goes in. */
    STORAGE_RECORD,
    /** Explain a gap in the watch over a storage. */
    STORAGE_EXPLAIN,
    /** Say for a camera system which of its cameras see. */
    CAMERA_BEAT,
    /** Report how far a counting centre is, and who is in its cordons. */
    COUNTING_RECORD,
    /** Name a counting centre's commander, plan its cordons, put a wrong stage right. */
    COUNTING_ARRANGE,
    ORGANISATION_MANAGE,
    /** Ask for words of the record to be destroyed, and approve what another asked for. */
    RECORD_ERASE,
    /** Read a ledger entry by entry and verify its chain. */
    LEDGER_READ;

    private final String code = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');

    /** The code on the wire, such as {@code incident.enter-for-others}. */
    public String code() {
        return code;
    }
}
