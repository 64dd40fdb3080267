package kr.haetae.event;

/** What one must be cleared for to see an entity. Restriction is by whole entity, never by field. */
public enum Clearance {
    /** Everybody within the audience. */
    GENERAL,
    /** Candidate protection (후보자 신변보호) details. */
    PROTECTION,
    /** What an investigation would suffer from if it were known (수사보안). */
    RESTRICTED,
    /** Election-crime cases (선거사범): investigators and those who command them. */
    CASES;

    /** Whether an incident can have it, and an account be given it beyond everybody's; the other comes with the role. */
    public boolean ofIncidents() {
        return this != CASES;
    }
}
