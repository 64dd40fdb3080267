package kr.haetae.event;

/** How soon a directive wants to be taken note of; the words are unconfirmed. */
public enum DirectiveUrgency {
    /** 일반. */
    ROUTINE,
    /** 긴급. */
    URGENT,
    /** 즉시: stands over every page until it is acknowledged. */
    FLASH
}
