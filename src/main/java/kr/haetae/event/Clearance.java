package kr.haetae.event;

/** What one must be cleared for to see an entity. Restriction is by whole entity, never by field. */
public enum Clearance {
    /** Everybody within the audience. */
    GENERAL,
    /** Candidate protection (후보자 신변보호) details. */
    PROTECTION,
    /** What an investigation would suffer from if it were known (수사보안). */
    RESTRICTED
}
