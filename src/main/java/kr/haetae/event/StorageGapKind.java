package kr.haetae.event;

/** What is missing in the watch over a storage, or does not fit (불일치). */
public enum StorageGapKind {
    ROUND_MISSED,
    SEAL_CHECK_MISSED,
    CAMERA_DOWN,
    /** The system that told of the cameras is silent. */
    CAMERAS_LOST,
    SEAL_BROKEN,
    /** Other numbers than were put on. */
    SEAL_CHANGED;

    /** Whether nothing that happens ends it but somebody's explanation. */
    public boolean needsExplanation() {
        return switch (this) {
            case SEAL_BROKEN, SEAL_CHANGED -> true;
            case ROUND_MISSED, SEAL_CHECK_MISSED, CAMERA_DOWN, CAMERAS_LOST -> false;
        };
    }
}
