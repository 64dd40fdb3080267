package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to files that belong to something of the record; the bytes themselves lie outside it, under their hash. */
public sealed interface AttachmentEvent extends Event.Operational {
    /**
     * @param subject what it belongs to: kind and id, such as {@code incident/0192f0c4-…}
     * @param sha256 of the original, 64 hex digits
     * @param type media type, by its bytes
     * @param name of the file, as its sender calls it
     * @param width in pixels, as one looks at it
     * @param thumbnail hash of the small copy
     * @param view hash of the copy to look at; copies carry none of the original's metadata
     * @param takenAt as the sender's device says
     */
    record AttachmentAdded(
            UUID attachment,
            String subject,
            String sha256,
            long bytes,
            String type,
            @Nullable String name,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String thumbnail,
            @Nullable String view,
            @Nullable Instant takenAt,
            Person by)
            implements
                AttachmentEvent {}

    /** It was added by mistake: nobody is shown it any more, but it stays in the record. */
    record AttachmentWithdrawn(UUID attachment, String subject, String reason, Person by) implements AttachmentEvent {}
}
