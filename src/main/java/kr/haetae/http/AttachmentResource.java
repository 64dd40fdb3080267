package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.haetae.attachment.AttachmentCommand;
import kr.haetae.attachment.AttachmentList;
import kr.haetae.attachment.Attachments;
import kr.haetae.blob.Blob;
import kr.haetae.blob.FileStore;
import kr.haetae.event.Author;
import kr.haetae.event.Hash;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** The files of incidents and other subjects: attached, listed, withdrawn. */
final class AttachmentResource {
    private static final Pattern SUBJECT = Pattern.compile("([a-z][a-z-]{0,30})/([0-9a-f-]{36})");
    static final int MAX_NAME = 100;

    private record Adding(@Nullable String subject, @Nullable UUID upload, @Nullable String name,
            @Nullable Instant takenAt) {}

    private record Reasoned(@Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listed(@JsonRawValue @Nullable String attachments) {}

    private final OpenOperations operations;
    private final FileStore files;

    AttachmentResource(OpenOperations operations, FileStore files) {
        this.operations = operations;
        this.files = files;
    }

    /** Of one subject, also one that the caller's picture does not hold any more: ended incidents. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Key subject = subject(call.query("subject").orElse("")).orElseThrow(() -> Problem.bad("malformed-parameter",
                "The parameter subject is a kind and an id, such as incident/0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d.")
                .exception());
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            View own = Views.own(call.actor());
            if (picture.held(subject).filter(held -> picture.permits(own, held.entity())).isEmpty()) {
                throw Problem.absent("unknown-subject", "There is no " + subject + " in your jurisdiction.")
                        .exception();
            }
            return Reply.ok(new Listed(picture.held(AttachmentList.key(subject.id()))
                    .filter(held -> picture.permits(own, held.entity()))
                    .map(Held::json).map(json -> new String(json, StandardCharsets.UTF_8)).orElse(null)))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    /** The attachment's id is the command's. */
    Future<Reply> add(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Adding body = call.body(Adding.class);
        Check check = new Check();
        Optional<Key> subject = subject(check.required("/subject", body.subject(), ""));
        if (body.subject() != null && subject.isEmpty()) {
            check.wrong("/subject", "wrong-value", "A subject is a kind and an id, such as incident/0192f0c4-….");
        }
        UUID upload = check.required("/upload", body.upload(), new UUID(0, 0));
        String name = check.optionalText("/name", body.name(), MAX_NAME);
        check.refuse();
        UUID attachment = call.idempotencyKey();
        Author author = call.author();
        return UploadResource.told(files.hold(ledger.id(), attachment, upload, author.account()))
                .compose(blob -> Commands.submit(call, ledger, (picture, at) -> Attachments.decide(picture, author,
                        new AttachmentCommand.Add(attachment, subject.orElseThrow(), file(blob), name,
                                body.takenAt(), null))))
                .map(entries -> Reply.created(Commands.Receipt.of(entries)));
    }

    Future<Reply> withdraw(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Reasoned body = call.body(Reasoned.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        AttachmentCommand command = new AttachmentCommand.Withdraw(call.pathId("attachment"), call.pathId("subject"),
                reason);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Attachments.decide(picture, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    static Optional<Key> subject(String given) {
        return Optional.of(SUBJECT.matcher(given)).filter(it -> it.matches())
                .filter(it -> Call.uuid(it.group(2)).isPresent())
                .map(it -> new Key(it.group(1), it.group(2)));
    }

    static AttachmentCommand.File file(Blob blob) {
        return new AttachmentCommand.File(blob.sha256().hex(), blob.bytes(), blob.type().mediaType(), blob.width(),
                blob.height(), hex(blob.thumbnail()), hex(blob.view()));
    }

    private static @Nullable String hex(@Nullable Hash hash) {
        return hash == null ? null : hash.hex();
    }
}
