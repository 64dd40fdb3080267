package kr.haetae.event;

/** How far a discrepancy is settled. */
public enum DiscrepancyState {
    OPEN,
    EXPLAINED,
    ACCEPTED
}
