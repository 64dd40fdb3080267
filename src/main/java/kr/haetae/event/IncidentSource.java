package kr.haetae.event;

/**
 * How a report reached the police: from the officer's own phone, entered by a room from a 112 call, radio, telephone, the NEC, or found
 * on the net; or it lay unsent on the phone of an account that was disabled, and a room took it in from the sealed file.
 */
public enum IncidentSource {
    OFFICER,
    CALL_112,
    RADIO,
    PHONE,
    NEC,
    MONITORING,
    SEALED_QUEUE,
    OTHER
}
