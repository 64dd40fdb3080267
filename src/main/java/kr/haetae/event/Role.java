package kr.haetae.event;

/** What an account is on duty as; what each may do stands in one table in {@code kr.haetae.auth}. */
public enum Role {
    NATIONAL_COMMANDER,
    AGENCY_COMMANDER,
    STATION_COMMANDER,
    DUTY_OFFICER,
    ROOM_OPERATOR,
    OFFICER,
    INVESTIGATOR,
    AUDITOR,
    ADMINISTRATOR,
    VIEWER,
    MACHINE,
    /** Of an election commission, beside the command tree. */
    NEC_LIAISON
}
