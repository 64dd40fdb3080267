package kr.haetae.event;

/** Why words may be destroyed. */
public enum ErasureBasis {
    /** Somebody concerned asked for it (개인정보 보호법 제36조). */
    DATA_SUBJECT,
    /** The time for which it is kept is over (제21조). */
    RETENTION_ENDED,
    /** It should never have been written down: another's data, more than needed. */
    ENTERED_WRONGLY,
    /** A court or a supervising authority ordered it. */
    ORDER
}
