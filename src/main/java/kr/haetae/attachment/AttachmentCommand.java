package kr.haetae.attachment;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Person;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/** What one can ask for concerning one file. */
public sealed interface AttachmentCommand {
    UUID attachment();

    /**
     * @param file what is known of the stored bytes
     * @param by whose it is, where somebody else enters it
     */
    record Add(UUID attachment, Key subject, File file, @Nullable String name, @Nullable Instant takenAt,
            @Nullable Person by)
            implements
                AttachmentCommand {}

    /** {@code subject}: its id. */
    record Withdraw(UUID attachment, UUID subject, String reason) implements AttachmentCommand {}

    /** A stored file: hashes in hex, the size as one looks at it. */
    record File(
            String sha256,
            long bytes,
            String type,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String thumbnail,
            @Nullable String view) {}
}
