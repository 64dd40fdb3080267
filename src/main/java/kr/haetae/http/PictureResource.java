package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kr.haetae.event.Clearance;
import kr.haetae.event.Cursor;
import kr.haetae.event.UnitCode;
import kr.haetae.feed.Frames;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;

/** A view as a whole, or what changed in it since a cursor. */
final class PictureResource {
    private final Vertx vertx;
    private final OpenOperations operations;
    private final WholePictures wholes;

    PictureResource(Vertx vertx, OpenOperations operations, WholePictures wholes) {
        this.vertx = vertx;
        this.operations = operations;
        this.wholes = wholes;
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
                .map(frame -> headed(Reply.ok(frame), picture, view));
    }

    private Future<Reply> whole(Call call, Picture picture, View view) {
        String accepted = call.context().request().getHeader("Accept-Encoding");
        boolean plain = accepted == null || !accepted.toLowerCase(Locale.ROOT).contains("gzip");
        if (plain) {
            return unchanged(call, picture, view)
                    .orElseGet(() -> made(() -> Buffer.buffer(Frames.change(picture.snapshot(view))))
                            .map(frame -> headed(Reply.ok(frame), picture, view)));
        }
        WholePictures.Whole whole = wholes.of(picture, view, call.seen());
        return unchanged(call, whole.picture(), view).orElseGet(() -> whole.gzip()
                .map(frame -> headed(Reply.ok(frame).with("Content-Encoding", "gzip"), whole.picture(),
                        view)));
    }

    private static Optional<Future<Reply>> unchanged(Call call, Picture picture, View view) {
        return etag(picture, view).equals(call.context().request().getHeader("If-None-Match"))
                ? Optional.of(Future.succeededFuture(headed(Reply.empty(304), picture, view)))
                : Optional.empty();
    }

    /** Off the event loop: a national snapshot takes tens of milliseconds. */
    private Future<Buffer> made(Callable<Buffer> work) {
        return vertx.executeBlocking(work, false).map(Objects::requireNonNull);
    }

    static Reply headed(Reply reply, Picture picture, View view) {
        return reply.with("ETag", etag(picture, view))
                .with(Call.CURSOR_HEADER, picture.cursor().toString())
                .with("Cache-Control", "private, no-cache")
                .with("Vary", "Accept-Encoding, Cookie, Authorization");
    }

    /** The cursor alone says nothing of who looks: a browser must not show again what its account was cleared for before. */
    static String etag(Picture picture, View view) {
        return view.clearances().stream().filter(clearance -> clearance != Clearance.GENERAL).sorted()
                .map(clearance -> "+" + clearance.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "\"" + picture.cursor(), "\""));
    }
}
