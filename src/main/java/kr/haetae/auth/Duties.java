package kr.haetae.auth;

import static kr.haetae.auth.Action.*;
import static kr.haetae.auth.Action.DISCREPANCY_ACCEPT;
import static kr.haetae.auth.Action.OVERDUE_ACKNOWLEDGE;
import static kr.haetae.auth.Action.TRANSPORT_PLAN;
import static kr.haetae.auth.Action.TRANSPORT_REPORT;
import static kr.haetae.auth.Action.TRANSPORT_REPORT_FOR_OTHERS;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.event.Role;
import kr.haetae.event.UnitKind;

/**
 * The one table of what each role may do; what it does not name is denied. It says what, {@link House#covers} says where: every
 * duty ends at the actor's own subtree of the command tree.
 *
 * <p>Source: "Roles" in the product's design and the chain of a situation room in the domain notes. Commanders and the 상황관리관
 * who acts for them do everything with incidents; a room creates, acknowledges, dispatches, comments, closes and works off posts of
 * unknown jurisdiction; an officer reports for his post; an auditor reads the record and touches nothing; an administrator has the
 * roster and the accounts and never sees an incident, so that nobody who can make accounts can also alter or read reports under
 * his own name; a machine (a 112 gateway, a camera system) hands reports in and reads nothing but what it needs to place them; an
 * election commission's liaison reports and sees the incidents that were shared with it, nothing else.
 */
public final class Duties {
    private static final Set<Action> ROOM = EnumSet.of(
            INCIDENT_REPORT,
            INCIDENT_ENTER_FOR_OTHERS,
            QUEUE_IMPORT,
            INCIDENT_ACKNOWLEDGE,
            INCIDENT_COMMENT,
            INCIDENT_DISPATCH,
            INCIDENT_TRANSFER,
            INCIDENT_TRIAGE,
            INCIDENT_RESOLVE,
            INCIDENT_CLOSE,
            INCIDENT_RESTRICT,
            INCIDENT_SHARE,
            INCIDENT_REPORT_UP,
            SHIFT_HAND_OVER,
            CASE_OPEN,
            ATTACHMENT_ADD,
            ATTACHMENT_ORIGINAL,
            ATTACHMENT_WITHDRAW,
            LEVEL_ANSWER,
            DIRECTIVE_CHASE,
            DIRECTIVE_ANSWER,
            DIRECTIVE_NOTE,
            CONFERENCE_RECORD,
            CONFERENCE_ATTEND,
            FORCE_PLAN,
            FORCE_MOVE,
            CHECK_IN,
            CHECK_IN_FOR_OTHERS,
            RESERVE_REQUEST,
            POST_REPORT,
            POST_REPORT_FOR_OTHERS,
            VISIT_RECORD,
            SILENCE_ACKNOWLEDGE,
            ALARM_ACKNOWLEDGE,
            TRANSPORT_PLAN,
            TRANSPORT_REPORT,
            TRANSPORT_REPORT_FOR_OTHERS,
            OVERDUE_ACKNOWLEDGE,
            SHARED_SEE,
            STORAGE_RECORD,
            STORAGE_EXPLAIN,
            COUNTING_RECORD,
            COUNTING_ARRANGE,
            PICTURE_SEE,
            POST_SEE,
            POST_ASSIGN,
            OPERATION_SEE);

    private static final Set<Action> COMMAND = with(ROOM, INCIDENT_APPROVE_CLOSURE, CASE_SEE, CASE_WORK, LEVEL_DECLARE,
            LEVEL_APPROVE,
            LEVEL_PLAN, DIRECTIVE_ISSUE, CONFERENCE_CONVENE, RESERVE_APPROVE, DISCREPANCY_ACCEPT,
            ACCOUNT_SEE);

    private static final Map<Role, Set<Action>> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(Role.NATIONAL_COMMANDER, with(COMMAND, OPERATION_MANAGE, PHASE_ENTER, RECORD_ERASE)),
            Map.entry(Role.AGENCY_COMMANDER, COMMAND),
            Map.entry(Role.STATION_COMMANDER, COMMAND),
            Map.entry(Role.DUTY_OFFICER, with(COMMAND, RECORD_ERASE)),
            Map.entry(Role.ROOM_OPERATOR, ROOM),
            Map.entry(Role.OFFICER,
                    EnumSet.of(INCIDENT_REPORT, INCIDENT_COMMENT, ATTACHMENT_ADD, CHECK_IN, POST_REPORT, VISIT_RECORD,
                            TRANSPORT_REPORT,
                            DIRECTIVE_NOTE,
                            STORAGE_RECORD, COUNTING_RECORD, SHARED_SEE,
                            PICTURE_SEE,
                            POST_SEE,
                            OPERATION_SEE)),
            // The investigation room is not the situation room: it works on what is its own, on cases, and sends nobody.
            Map.entry(
                    Role.INVESTIGATOR,
                    EnumSet.of(INCIDENT_REPORT, INCIDENT_COMMENT, INCIDENT_ACKNOWLEDGE, INCIDENT_TRIAGE,
                            INCIDENT_RESOLVE, INCIDENT_CLOSE, INCIDENT_REPORT_UP, ATTACHMENT_ADD, ATTACHMENT_ORIGINAL,
                            CASE_SEE, CASE_OPEN, CASE_WORK,
                            SHARED_SEE, PICTURE_SEE, POST_SEE, OPERATION_SEE)),
            Map.entry(Role.AUDITOR,
                    EnumSet.of(LEDGER_READ, CASE_SEE, SHARED_SEE, PICTURE_SEE, POST_SEE, ACCOUNT_SEE,
                            OPERATION_SEE)),
            Map.entry(
                    Role.ADMINISTRATOR,
                    EnumSet.of(
                            POST_SEE,
                            POST_IMPORT,
                            POST_ASSIGN,
                            ACCOUNT_SEE,
                            ACCOUNT_MANAGE,
                            OPERATION_SEE,
                            OPERATION_MANAGE,
                            FORCE_PLAN,
                            TRANSPORT_PLAN,
                            ORGANISATION_MANAGE)),
            Map.entry(Role.VIEWER, EnumSet.of(SHARED_SEE, PICTURE_SEE, POST_SEE, OPERATION_SEE)),
            Map.entry(Role.MACHINE, EnumSet.of(INCIDENT_ENTER_FOR_OTHERS, CAMERA_BEAT, POST_SEE, OPERATION_SEE)),
            Map.entry(Role.NEC_LIAISON, EnumSet.of(SHARED_SEE, LIAISON_REPORT))));

    /** Actions that concern the whole country: outside headquarters nobody has them, whatever his role. */
    private static final Set<Action> NATIONAL = EnumSet.of(OPERATION_MANAGE, PHASE_ENTER, ORGANISATION_MANAGE,
            POST_IMPORT, RECORD_ERASE);

    private Duties() {}

    /** Whether the role's duties include the action. */
    public static boolean include(Role role, Action action) {
        return TABLE.getOrDefault(role, Set.of()).contains(action);
    }

    /** Whether the action is headquarters' alone. */
    public static boolean national(Action action) {
        return NATIONAL.contains(action);
    }

    /** All that the role may do, in the enum's order. */
    public static Set<Action> of(Role role) {
        return Set.copyOf(TABLE.getOrDefault(role, Set.of()));
    }

    /**
     * What the role is cleared for beyond what an account is given: who commands, and the 상황관리관 for him, must see what nobody
     * else in the room may, or a report about a candidate's protection would be seen by nobody. Investigators see what investigations
     * keep to themselves; cases come with the duty to look them up.
     */
    public static Set<Clearance> clearances(Role role) {
        Set<Clearance> clearances = EnumSet.of(Clearance.GENERAL);
        switch (role) {
            case NATIONAL_COMMANDER, AGENCY_COMMANDER, STATION_COMMANDER, DUTY_OFFICER ->
                clearances.addAll(Set.of(Clearance.PROTECTION, Clearance.RESTRICTED));
            case INVESTIGATOR -> clearances.add(Clearance.RESTRICTED);
            case ROOM_OPERATOR, OFFICER, AUDITOR, ADMINISTRATOR, VIEWER, MACHINE, NEC_LIAISON -> {}
        }
        if (include(role, CASE_SEE)) {
            clearances.add(Clearance.CASES);
        }
        return clearances;
    }

    /**
     * Which rooms' incidents the role works on, beyond commenting. The situation room of the owning unit answers for all of them,
     * whichever room has them in hand; the investigation room touches nothing that was not routed to investigation.
     */
    public static Set<Handling> works(Role role) {
        return role == Role.INVESTIGATOR ? EnumSet.of(Handling.INVESTIGATION, Handling.CYBER)
                : EnumSet.allOf(Handling.class);
    }

    /**
     * Whether a holder of {@code granter} at a unit of kind {@code from} may give somebody the role. Administrators only; auditors
     * and machines only by headquarters, because an auditor must not depend on those whom he audits, and a machine reports for
     * everybody.
     */
    public static boolean grantable(Role granter, UnitKind from, Role role) {
        if (granter != Role.ADMINISTRATOR) {
            return false;
        }
        return switch (role) {
            case NATIONAL_COMMANDER, AUDITOR, MACHINE, NEC_LIAISON -> from == UnitKind.HQ;
            case AGENCY_COMMANDER, STATION_COMMANDER, DUTY_OFFICER, ROOM_OPERATOR, OFFICER, INVESTIGATOR -> true;
            case ADMINISTRATOR, VIEWER -> true;
        };
    }

    /** Whether a role can be held at a unit of the kind: a commander commands his own level, everything else is everywhere. */
    public static boolean fits(Role role, UnitKind kind) {
        return switch (role) {
            case NATIONAL_COMMANDER -> kind == UnitKind.HQ;
            case AGENCY_COMMANDER -> kind == UnitKind.AGENCY;
            case STATION_COMMANDER -> kind == UnitKind.STATION;
            case DUTY_OFFICER, ROOM_OPERATOR, OFFICER, INVESTIGATOR, AUDITOR, ADMINISTRATOR, VIEWER, MACHINE ->
                kind != UnitKind.COMMISSION;
            case NEC_LIAISON -> kind == UnitKind.COMMISSION;
        };
    }

    private static Set<Action> with(Set<Action> base, Action... more) {
        Set<Action> all = EnumSet.copyOf(base);
        all.addAll(Set.of(more));
        return all;
    }
}
