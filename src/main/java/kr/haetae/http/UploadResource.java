package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import kr.haetae.blob.FileType;
import kr.haetae.blob.FileStore;
import kr.haetae.blob.Upload;
import kr.haetae.blob.UploadRefused;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/** FileStore on their way in, in pieces of any length. A connection may break at any byte: the next piece goes on where this one ended. */
final class UploadResource {
    private static final Duration LATER = Duration.ofMinutes(1);
    /** What a refused piece may still send so that its sender hears why; a longer one is cut off. */
    private static final long HEARD_OUT = 4 << 20;
    /** What browsers and systems call Hangul's documents; most know no name for them at all. */
    private static final Set<String> NAMES = Set.of("application/octet-stream", "application/x-hwp",
            "application/haansofthwp",
            "application/hwp+zip", "application/haansofthwpx");

    private record Announcement(@Nullable String sha256, @Nullable Long bytes, @Nullable String type) {}

    private record Standing(UUID id, long bytes, long received, boolean complete) {
        static Standing of(Upload upload) {
            return new Standing(upload.id(), upload.bytes(), upload.received(), upload.complete());
        }
    }

    private record Limits(long maxBytes) {}

    private final FileStore files;

    UploadResource(FileStore files) {
        this.files = files;
    }

    /** The upload's id is the Idempotency-Key. */
    Future<Reply> begin(Call call) {
        Announcement body = call.body(Announcement.class);
        Check check = new Check();
        Hash sha256 = hash(check, "/sha256", body.sha256());
        long bytes = check.required("/bytes", body.bytes(), 1L);
        if (bytes < 1) {
            check.wrong("/bytes", "out-of-range", "A file has at least one byte.");
        }
        String type = check.text("/type", body.type(), 100).toLowerCase(Locale.ROOT);
        check.refuse();
        if (!announced(type)) {
            throw problem(UploadRefused.Code.TYPE_NOT_TAKEN,
                    type + " is not taken; photographs, films, recordings and documents (PDF, HWP, HWPX) are.")
                    .exception();
        }
        return told(files.uploads().begin(call.idempotencyKey(), call.actor().account(), sha256, bytes))
                .map(upload -> Reply.created(Standing.of(upload)));
    }

    /** What a device must know before nothing answers any more. */
    Future<Reply> limits(Call call) {
        return Future.succeededFuture(Reply.ok(new Limits(files.limits().maxBytes())));
    }

    Future<Reply> get(Call call) {
        return told(files.uploads().find(call.pathId("upload"), call.actor().account()))
                .map(upload -> Reply.ok(Standing.of(upload)));
    }

    /** {@code from}: the offset of the piece's first byte. */
    Future<Reply> take(Call call) {
        HttpServerRequest request = call.context().request();
        UUID id = call.pathId("upload");
        long from = call.queryNumber("from", 0, Long.MAX_VALUE)
                .orElseThrow(() -> Problem.bad("malformed-parameter", "Say with from where the piece begins.")
                        .exception());
        return told(files.uploads().take(id, call.actor().account(), from, request))
                .map(upload -> Reply.ok(Standing.of(upload)))
                .onFailure(refused -> hearOut(request));
    }

    private static void hearOut(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        String length = request.getHeader("Content-Length");
        if (length == null || length.length() > 9 || Long.parseLong(length) > HEARD_OUT) {
            request.response().putHeader("Connection", "close");
        }
        request.handler(rest -> {}).resume();
    }

    /** Only a first look, so that nobody sends a film of a type that will not be taken; the bytes decide in the end. */
    private static boolean announced(String type) {
        return FileType.of(type).isPresent() || NAMES.contains(type) || type.startsWith("audio/")
                || type.startsWith("video/");
    }

    static Hash hash(Check check, String pointer, @Nullable String hex) {
        String given = check.required(pointer, hex, "0".repeat(64));
        if (!given.matches("[0-9a-f]{64}")) {
            check.wrong(pointer, "wrong-value", "A SHA-256 has 64 hex digits, in lower case.");
            return Hash.parse("0".repeat(64));
        }
        return Hash.parse(given);
    }

    /** With what is refused as a problem. */
    static <T> Future<T> told(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(failure instanceof UploadRefused refused
                ? problem(refused.code(), refused.getMessage()).exception()
                : failure));
    }

    private static Problem problem(UploadRefused.Code refused, @Nullable String detail) {
        String code = refused.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String why = detail == null ? code : detail;
        return switch (refused) {
            case UNKNOWN_UPLOAD -> Problem.absent(code, why);
            case UPLOAD_ID_TAKEN, UPLOAD_MOVED_ON, UPLOAD_UNFINISHED -> Problem.of(409, code, "Conflict", why);
            case TOO_MANY_UPLOADS ->
                new Problem(429, code, "Too many uploads", why, List.of(), LATER);
            case FILE_TOO_LARGE -> Problem.of(413, code, "File too large", why);
            case TYPE_NOT_TAKEN -> Problem.of(415, code, "Unsupported media type", why);
            case PIECE_TOO_SHORT, HASH_MISMATCH, TOO_MANY_PIXELS -> Problem.of(422, code, "Not acceptable", why);
            case CUT_OFF -> Problem.bad(code, why);
        };
    }
}
