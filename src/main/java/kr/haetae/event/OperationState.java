package kr.haetae.event;

/** How far an operation has come; it only ever goes forward. */
public enum OperationState {
    /** Being prepared: posts, people and plans are entered, nothing is reported and nothing happens by itself. */
    PREPARED,
    OPEN,
    /** Over: readable, incidents and cases are still worked to their end. */
    CLOSED,
    /** Put away: read from the ledger when somebody asks. */
    ARCHIVED
}
