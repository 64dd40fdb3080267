package kr.haetae.event;

/** How surely a post's police station is known: from the table, one of several, or not at all (관할 미지정 for the last two). */
public enum Jurisdiction {
    MAPPED,
    AMBIGUOUS,
    UNMAPPED
}
