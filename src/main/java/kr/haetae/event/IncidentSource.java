package kr.haetae.event;

/** How a report reached the police: from the officer's own phone, or entered by a room from a 112 call, radio, telephone, the NEC. */
public enum IncidentSource {
    OFFICER,
    CALL_112,
    RADIO,
    PHONE,
    NEC,
    OTHER
}
