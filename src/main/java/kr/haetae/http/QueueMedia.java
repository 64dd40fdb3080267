package kr.haetae.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import kr.haetae.attachment.AttachmentCommand;
import kr.haetae.attachment.Attachments;
import kr.haetae.blob.FileStore;
import kr.haetae.blob.Upload;
import kr.haetae.blob.UploadRefused;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Person;
import kr.haetae.event.StorageEvent;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * Photographs and films of a sealed file. The room's browser, which has the whole file, takes them out with the keys that it is told, and uploads
 * them like any other; here it is seen that what came is what the phone had sealed, and that it goes where the officer meant it to.
 */
final class QueueMedia {
    private static final String INCIDENT = "incident";
    private static final String SEAL_CHECK = "seal-check";
    /** The reports that a phone sends files with. */
    private static final List<String> SUBJECTS = List.of(INCIDENT, SEAL_CHECK);

    private final FileStore files;

    QueueMedia(FileStore files) {
        this.files = files;
    }

    /** What comes next for a file that the record does not have yet. */
    sealed interface Next {
        record Told(QueueLine line) implements Next {}

        /** @param its for whoever has to keep the file elsewhere, should that be refused */
        record Attach(BiFunction<Picture, Instant, Decision> decide, QueueLine.Medium its) implements Next {}
    }

    private record Adding(Key subject, @Nullable String name, @Nullable Instant takenAt) {}

    Future<Next> take(Call call, Ledger<Picture> ledger, SealedQueue queue, SealedQueue.Item item) {
        SealedQueue.Medium medium = queue.medium(item.id()).orElse(null);
        if (medium == null) {
            return refused(item, null, "queue-medium-absent",
                    "The file holds no bytes of it; they lie on the phone, and go when the account is enabled again.");
        }
        UUID upload = upload(call.actor().account(), item);
        QueueLine.Medium its = QueueLine.Medium.of(medium, upload);
        Adding adding;
        try {
            adding = adding(item);
        } catch (ProblemException e) {
            return refused(item, its, e.problem().code(), e.problem().detail());
        }
        if (medium.bytes() > files.limits().maxBytes()) {
            return refused(item, its, "file-too-large",
                    "A file has at most " + files.limits().maxBytes() + " bytes.");
        }
        return ledger.made(UUID.fromString(adding.subject().id())).compose(made -> {
            if (made.isEmpty()) {
                return refused(item, its, "queue-report-missing",
                        "The report that it belongs to, " + adding.subject() + ", is not in the record.");
            }
            if (made.stream()
                    .noneMatch(entry -> QueueEntry.isOf(queue.account(), entry) && reports(entry, adding.subject()))) {
                return refused(item, its, "queue-medium-of-another",
                        adding.subject() + " is no report of " + queue.account().login() + ".");
            }
            return arrived(upload, call.actor().account())
                    .compose(found -> found.map(there -> hold(call, ledger, queue, item, adding, there, medium, its))
                            .orElseGet(() -> Future.succeededFuture(new Next.Told(
                                    QueueLine.of(item, QueueLine.Outcome.AWAITED, null).with(its)))));
        });
    }

    private Future<Next> hold(Call call, Ledger<Picture> ledger, SealedQueue queue, SealedQueue.Item item,
            Adding adding, Upload there, SealedQueue.Medium medium, QueueLine.Medium its) {
        if (!there.sha256().equals(medium.sha256())) {
            return refused(item, its, "hash-mismatch", "What was uploaded has the SHA-256 " + there.sha256().hex()
                    + ", what the phone sealed " + medium.sha256().hex() + ".");
        }
        Person officer = new Person(queue.account().id(), queue.account().name(), queue.account().unit());
        return files.hold(ledger.id(), item.id(), there.id(), call.actor().account())
                .<Next>map(blob -> new Next.Attach((picture, at) -> Attachments.decide(picture, call.author(),
                        new AttachmentCommand.Add(item.id(), adding.subject(), AttachmentResource.file(blob),
                                adding.name(), adding.takenAt(), officer)),
                        its));
    }

    /** The same for every attempt of one room's, another for another's: nobody goes on with somebody else's upload. */
    private static UUID upload(UUID account, SealedQueue.Item item) {
        return UUID.nameUUIDFromBytes(("sealed-queue " + account + " " + item.id()).getBytes(StandardCharsets.UTF_8));
    }

    private Future<Optional<Upload>> arrived(UUID upload, UUID account) {
        return files.uploads().find(upload, account).map(Optional::of)
                .recover(failure -> failure instanceof UploadRefused refused
                        && refused.code() == UploadRefused.Code.UNKNOWN_UPLOAD
                                ? Future.succeededFuture(Optional.empty())
                                : Future.failedFuture(failure))
                .map(found -> found.filter(Upload::complete));
    }

    private static Adding adding(SealedQueue.Item item) {
        JsonNode body = item.task().path("body");
        Check check = new Check();
        Key subject = AttachmentResource.subject(body.path("subject").asText())
                .filter(key -> SUBJECTS.contains(key.kind())
                        && key.id().equals(item.task().path("report").asText()))
                .orElseGet(() -> {
                    check.wrong("/subject", "wrong-value",
                            "A file belongs to the incident or the seal check that it was taken for.");
                    return new Key(INCIDENT, new UUID(0, 0).toString());
                });
        String name = check.optionalText("/name", body.path("name").asText(), AttachmentResource.MAX_NAME);
        check.refuse();
        return new Adding(subject, name, time(body.path("takenAt").asText()));
    }

    private static @Nullable Instant time(String stated) {
        try {
            return stated.isEmpty() ? null : Instant.parse(stated);
        } catch (DateTimeException e) {
            throw Problem.invalid("/takenAt", "wrong-value", "It was taken at no time that there is.").exception();
        }
    }

    private static boolean reports(Entry entry, Key subject) {
        return switch (entry.event()) {
            case Event.IncidentReported reported -> subject.kind().equals(INCIDENT);
            case StorageEvent.SealChecked checked -> subject.kind().equals(SEAL_CHECK);
            default -> false;
        };
    }

    private static Future<Next> refused(SealedQueue.Item item, QueueLine.@Nullable Medium its, String code,
            String detail) {
        QueueLine line = QueueLine.refused(item, code, detail);
        return Future.succeededFuture(new Next.Told(its == null ? line : line.with(its)));
    }
}
