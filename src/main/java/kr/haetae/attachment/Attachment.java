package kr.haetae.attachment;

import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.AttachmentEvent.AttachmentAdded;
import kr.haetae.event.Person;
import org.jspecify.annotations.Nullable;

/**
 * One file of a subject.
 *
 * @param type media type, by its bytes
 * @param thumbnail hash of the small copy; images only, and not of all
 * @param view hash of the copy to look at, likewise
 * @param takenAt as the sender's device says
 * @param erased whether its bytes and its name were destroyed
 */
public record Attachment(
        UUID attachment,
        String sha256,
        long bytes,
        String type,
        @Nullable String name,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbnail,
        @Nullable String view,
        @Nullable Instant takenAt,
        Instant at,
        Person by,
        @Nullable Withdrawal withdrawn,
        boolean erased) {
    /** Why it is shown to nobody any more. */
    public record Withdrawal(String reason, Person by, Instant at) {}

    static Attachment of(AttachmentAdded e, Instant at) {
        return new Attachment(e.attachment(), e.sha256(), e.bytes(), e.type(), e.name(), e.width(), e.height(),
                e.thumbnail(), e.view(), e.takenAt(), at, e.by(), null, false);
    }

    Attachment withdrawn(Withdrawal withdrawal) {
        return new Attachment(attachment, sha256, bytes, type, name, width, height, thumbnail, view, takenAt, at, by,
                withdrawal, erased);
    }

    /** Its bytes were destroyed. */
    Attachment destroyed() {
        return new Attachment(attachment, sha256, bytes, type, null, width, height, thumbnail, view, takenAt, at, by,
                withdrawn, true);
    }

    Attachment withdrawnBecause(String reason) {
        return withdrawn == null ? this : withdrawn(new Withdrawal(reason, withdrawn.by(), withdrawn.at()));
    }
}
