package kr.haetae.event;

/** A real election, or a drill (훈련) that must never look like one. */
public enum OperationKind {
    ELECTION,
    DRILL
}
