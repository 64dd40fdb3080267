package kr.haetae.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import kr.haetae.event.Cursor;
import kr.haetae.event.UnitCode;
import kr.haetae.feed.Frames;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;

/** A view as a whole, or what changed in it since a cursor. Whole ones are compressed once for all who ask at the same cursor. */
final class PictureResource {
    private record At(Cursor cursor, View view) {}

    /** One for each view of a command room that starts up at once, the newest cursors only. */
    private static final int KEPT = 64;

    /** Of 1 to 9: a national snapshot grows by a fifteenth compared with the usual 6 and takes little more than half the time. */
    private static final int QUICK = 4;

    private final Vertx vertx;
    private final OpenOperations operations;
    private final Cache<At, Future<Buffer>> snapshots = Caffeine.newBuilder().maximumSize(KEPT).build();

    PictureResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<Cursor> since = call.queryCursor("since");
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            UnitCode scope = call.queryUnit("scope").orElse(call.actor().unit());
            View view = Views.of(call, picture, scope);
            return since.isPresent() ? changes(picture, view, since.get()) : whole(call, picture, view);
        });
    }

    private Future<Reply> changes(Picture picture, View view, Cursor since) {
        return made(() -> Buffer.buffer(Frames.change(picture.since(since, view))))
                .map(frame -> headed(Reply.ok(frame), picture));
    }

    private Future<Reply> whole(Call call, Picture picture, View view) {
        String etag = etag(picture);
        if (etag.equals(call.context().request().getHeader("If-None-Match"))) {
            return Future.succeededFuture(headed(Reply.empty(304), picture));
        }
        String accepted = call.context().request().getHeader("Accept-Encoding");
        if (accepted == null || !accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
            return made(() -> Buffer.buffer(Frames.change(picture.snapshot(view))))
                    .map(frame -> headed(Reply.ok(frame), picture));
        }
        return compressed(picture, view)
                .map(frame -> headed(Reply.ok(frame).with("Content-Encoding", "gzip"), picture));
    }

    private Future<Buffer> compressed(Picture picture, View view) {
        At at = new At(picture.cursor(), view);
        Future<Buffer> frame = snapshots.get(at, key -> made(() -> gzip(Frames.change(picture.snapshot(view)))));
        return frame.onFailure(e -> snapshots.invalidate(at));
    }

    /** Off the event loop: a national snapshot takes tens of milliseconds. */
    private Future<Buffer> made(Callable<Buffer> work) {
        return vertx.executeBlocking(work, false).map(Objects::requireNonNull);
    }

    private static Buffer gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 6);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(QUICK);
            }
        }) {
            gzip.write(bytes);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static Reply headed(Reply reply, Picture picture) {
        return reply.with("ETag", etag(picture))
                .with(Call.CURSOR_HEADER, picture.cursor().toString())
                .with("Cache-Control", "private, no-cache")
                .with("Vary", "Accept-Encoding, Cookie, Authorization");
    }

    private static String etag(Picture picture) {
        return "\"" + picture.cursor() + "\"";
    }
}
