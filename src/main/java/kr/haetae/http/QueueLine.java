package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one unsent report.
 *
 * @param number an incident's
 * @param task what was written, for whoever has to write it anew or to send it; absent when a room need not see it again
 * @param medium the photograph or film that a room has still to upload, or may keep where it can't be attached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueLine(UUID id, UUID operation, String what, String place, Outcome outcome, @Nullable String number,
        @Nullable String code, @Nullable String detail, @Nullable JsonNode task, @Nullable Medium medium) {
    /** What became of it. */
    enum Outcome {
        ACCEPTED,
        /** It stands in the record already: it had arrived, or came with an earlier file. */
        KNOWN,
        REFUSED,
        /** Its file is to be uploaded; then the sealed file is taken in once more. */
        AWAITED,
        /** Only opened, by its author: his phone sends it. */
        UNSENT
    }

    /**
     * How to read it, and where to.
     *
     * @param upload under which id it is uploaded
     * @param from where it begins, in bytes behind the first line feed of the file
     */
    record Medium(UUID upload, String type, long bytes, String sha256, String key, long from) {
        static Medium of(SealedQueue.Medium medium, UUID upload) {
            return new Medium(upload, medium.type(), medium.bytes(), medium.sha256().hex(), medium.key(),
                    medium.from());
        }
    }

    static QueueLine of(SealedQueue.Item item, Outcome outcome, @Nullable String number) {
        return new QueueLine(item.id(), item.operation(), item.what(), item.place(), outcome, number, null, null, null,
                null);
    }

    static QueueLine refused(SealedQueue.Item item, String code, String detail) {
        return new QueueLine(item.id(), item.operation(), item.what(), item.place(), Outcome.REFUSED, null, code,
                detail, item.task(), null);
    }

    QueueLine with(SealedQueue.Item item) {
        return new QueueLine(id, operation, what, place, outcome, number, code, detail, item.task(), medium);
    }

    QueueLine with(Medium its) {
        return new QueueLine(id, operation, what, place, outcome, number, code, detail, task, its);
    }
}
