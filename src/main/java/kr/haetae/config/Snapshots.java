package kr.haetae.config;

/** What is done with snapshots of the operations' pictures. */
public enum Snapshots {
    /** Read and written; what a start skipped is verified, folded again and compared while it serves. */
    COMPARED,
    /** Read and written; what a start skipped is verified while it serves. */
    VERIFIED,
    /** Neither read nor written. */
    OFF
}
