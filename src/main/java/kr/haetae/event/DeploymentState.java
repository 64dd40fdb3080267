package kr.haetae.event;

/** Where a deployment stands. */
public enum DeploymentState {
    PLANNED,
    EN_ROUTE,
    ON_POST,
    RELIEVED,
    CANCELLED
}
