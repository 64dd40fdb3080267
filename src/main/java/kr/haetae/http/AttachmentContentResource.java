package kr.haetae.http;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.attachment.Attachment;
import kr.haetae.attachment.AttachmentList;
import kr.haetae.auth.Action;
import kr.haetae.blob.Blob;
import kr.haetae.blob.FileType;
import kr.haetae.blob.FileStore;
import kr.haetae.event.Hash;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, for whoever sees what they belong to. They came from outside: a browser is told not to guess their type and
 * to run nothing in them, and to ask each time whether they may still be shown.
 */
final class AttachmentContentResource {
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "private, no-cache",
            "Accept-Ranges", "bytes");

    private final OpenOperations operations;
    private final FileStore files;

    AttachmentContentResource(OpenOperations operations, FileStore files) {
        this.operations = operations;
        this.files = files;
    }

    /** Whose files they are, and one of them. */
    private record Seen(AttachmentList list, Attachment file) {}

    /** At most 320 pixels a side, JPEG. */
    Future<Reply> thumbnail(Call call) {
        return seen(call).compose(seen -> send(call, seen.file(), copy(seen.file().thumbnail()), "inline"));
    }

    /**
     * An image at most 1600 pixels a side, JPEG; of all else there is only the original. What an order brings is written for whoever
     * receives it, so that he may have it whatever his role.
     */
    Future<Reply> view(Call call) {
        return seen(call).compose(seen -> {
            Attachment file = seen.file();
            boolean image = file.type().startsWith("image/");
            if (file.view() != null || (image && !seen.list().ordered())) {
                return send(call, file, copy(file.view()), "inline");
            }
            if (!seen.list().ordered() && !call.actor().may(Action.ATTACHMENT_ORIGINAL)) {
                throw Problem.forbidden("not-your-duty",
                        "Your role does not include " + Action.ATTACHMENT_ORIGINAL.code() + ".").exception();
            }
            return send(call, file, file.sha256(), image ? "attachment" : "inline");
        });
    }

    /** As it was sent, with all that the device wrote into it. */
    Future<Reply> original(Call call) {
        return seen(call).compose(seen -> send(call, seen.file(), seen.file().sha256(), "attachment"));
    }

    private static String copy(@Nullable String hash) {
        if (hash == null) {
            throw Problem.absent("no-copy", "There is no copy to look at of this file, only the original.").exception();
        }
        return hash;
    }

    private Future<Seen> seen(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID subject = call.pathId("subject");
        UUID attachment = call.pathId("attachment");
        return Views.seen(call, ledger).map(head -> head.picture()
                .find(AttachmentList.key(subject.toString()), AttachmentList.class)
                .filter(list -> head.picture().permits(Views.own(call.actor()), list))
                .flatMap(list -> list.shown(attachment).map(file -> new Seen(list, file)))
                .orElseThrow(() -> Problem.absent("unknown-attachment",
                        "There is no file " + attachment + " in your jurisdiction.").exception()));
    }

    private Future<Reply> send(Call call, Attachment file, String hash, String disposition) {
        String etag = "\"" + hash + "\"";
        if (etag.equals(call.context().request().getHeader("If-None-Match"))) {
            return Future.succeededFuture(safe(Reply.empty(304), etag));
        }
        return files.find(Hash.parse(hash)).map(found -> {
            Blob blob = found.orElseThrow(() -> Problem.of(410, "file-destroyed", "Gone",
                    "The file was destroyed; the record says why.").exception());
            ByteRange range = range(call, blob.bytes(), etag);
            Reply.Streamed body = response -> files.range(blob, range.from(), range.to()).to(response)
                    .compose(sent -> response.end());
            return safe(new Reply(range.status(), body, range.headers(blob.bytes())), etag)
                    .with("Content-Type", blob.type().mediaType())
                    .with("Content-Disposition",
                            disposition(blob.type().document() ? "attachment" : disposition, file, blob.type()));
        });
    }

    private static ByteRange range(Call call, long bytes, String etag) {
        @Nullable
        String condition = call.context().request().getHeader("If-Range");
        Optional<String> asked = Optional.ofNullable(call.context().request().getHeader("Range"))
                .filter(range -> condition == null || condition.equals(etag));
        return ByteRange.of(asked, bytes);
    }

    private static Reply safe(Reply reply, String etag) {
        Reply safe = reply.with("ETag", etag);
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            safe = safe.with(header.getKey(), header.getValue());
        }
        return safe;
    }

    /**
     * RFC 6266: a plain name for all, the sender's name in UTF-8 for those who read that. It ends as its bytes say: what is opened
     * by a double click must not be something else than what was looked at.
     */
    private static String disposition(String how, Attachment file, FileType type) {
        String plain = file.attachment() + "." + type.extension();
        String given = Objects.requireNonNullElse(file.name(), plain);
        String name = type.names(given) ? given : given + "." + type.extension();
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
