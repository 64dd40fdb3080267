package kr.haetae.picture;

/** What one must be cleared for to see an entity. Restriction is by whole entity, never by field. */
public enum Clearance {
    /** Everybody within the audience. */
    GENERAL,
    /** Candidate protection (후보자 신변보호) details. */
    PROTECTION,
    /** Election-crime cases (선거사범): investigators and those who command them. */
    CASES
}
