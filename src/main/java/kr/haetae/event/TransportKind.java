package kr.haetae.event;

/** Where a route (회송 노선) takes ballot boxes; the Korean words stand beside the codes in {@code /api/v1/codes}. */
public enum TransportKind {
    TO_COUNTING,
    TO_STORAGE,
    /** To another district by post; its destination may be known in words only. */
    POSTAL
}
