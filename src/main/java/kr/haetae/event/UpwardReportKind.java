package kr.haetae.event;

/** Which report up the tree: 1보, 2보, 최종보. */
public enum UpwardReportKind {
    FIRST,
    SECOND,
    FINAL
}
