package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gap in the watch over a storage, as it was found.
 *
 * @param camera of a camera's gap only
 * @param since when the round was due, or the camera was seen to be down
 */
public record StorageGapFound(UUID gap, UUID post, StorageGapKind kind, @Nullable String camera, Instant since) {}
