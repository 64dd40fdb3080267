package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Cursor;
import org.jspecify.annotations.Nullable;

/** The public API as a client of the drill uses it: with an account's token, repeated under the same id until the outcome is known. */
final class Api {
    private static final String ROOT = "/api/v1";
    private static final int UNAUTHENTICATED = 401;

    private final Wire wire;
    private final Retry retry;
    private @Nullable Cursor seen;

    Api(Wire wire, Retry retry) {
        this.wire = wire;
        this.retry = retry;
    }

    /** What an accepted command answers. */
    record Receipt(long seq, Instant at) {}

    /** Sends a command; {@code path} below {@code /api/v1}. Fails only when the drill gives up waiting for an outcome. */
    Future<Wire.Answer> command(Session session, UUID id, Call call) {
        return send(session, Wire.Request.json(call.method(), ROOT + call.path(), call.body())
                .with("Idempotency-Key", id.toString()));
    }

    /** As {@link #command}; fails with {@link DrillRefused} when it is refused for another reason than that it was done before. */
    Future<JsonObject> require(Session session, UUID id, Call call) {
        return command(session, id, call).compose(answer -> answered(call.method() + " " + call.path(), answer));
    }

    Future<JsonObject> upload(Session session, UUID id, String path, byte[] csv) {
        return send(session, Wire.Request.csv(ROOT + path, Buffer.buffer(csv))
                .with("Idempotency-Key", id.toString())).compose(answer -> answered("POST " + path, answer));
    }

    /** Reads at least what this drill has seen itself. */
    Future<Wire.Answer> read(Session session, String path) {
        Wire.Request request = Wire.Request.get(ROOT + path);
        Cursor cursor = seen;
        return send(session, cursor == null ? request : request.with("Haetae-Cursor", cursor.toString()))
                .onSuccess(answer -> see(answer.cursor()));
    }

    /** The operation's picture at headquarters, holding every entry that was there when it was asked for. */
    Future<Wire.Answer> picture(Session session, UUID operation) {
        String path = "/operations/" + operation;
        // A whole picture may be a second old, but never older than what the asker has seen.
        return read(session, path).compose(newest -> read(session, path + "/picture?scope=npa"));
    }

    /** Remembers the newest cursor, so that reads show one's own writes on any node. */
    Receipt receipt(Wire.Answer answer) {
        JsonObject body = answer.json();
        Cursor cursor = Cursor.require(body.getString("cursor"));
        see(cursor);
        return new Receipt(cursor.seq(), Instant.parse(body.getString("at")));
    }

    private void see(@Nullable Cursor cursor) {
        Cursor newest = seen;
        if (cursor != null && (newest == null || newest.seq() < cursor.seq())) {
            seen = cursor;
        }
    }

    private Future<Wire.Answer> send(Session session, Wire.Request request) {
        return session.token().compose(token -> retry.until(() -> wire.send(bearing(request, token)))
                .compose(answer -> {
                    if (answer.status() != UNAUTHENTICATED) {
                        return Future.succeededFuture(answer);
                    }
                    session.refused(token);
                    return session.token().compose(other -> retry.until(() -> wire.send(bearing(request, other))));
                }));
    }

    private static Wire.Request bearing(Wire.Request request, String token) {
        return request.with("Authorization", "Bearer " + token);
    }

    private static Future<JsonObject> answered(String what, Wire.Answer answer) {
        boolean before = answer.code().equals("nothing-changed") || answer.code().equals("already-there");
        return answer.status() < 300 ? Future.succeededFuture(answer.json())
                : before ? Future.succeededFuture(new JsonObject())
                        : Future.failedFuture(new DrillRefused("The server refused %s: %d %s, %s".formatted(what,
                                answer.status(), answer.code(), answer.body().toString(StandardCharsets.UTF_8))));
    }
}
