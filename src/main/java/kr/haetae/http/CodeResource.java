package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** The code tables with their words, from one file: no screen has a table of its own. */
final class CodeResource {
    private final Reply reply = Reply.ok(Buffer.buffer(CodeTables.bytes())).with("Cache-Control", "max-age=300");

    Future<Reply> get(Call call) {
        return Future.succeededFuture(reply);
    }
}
