package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The code tables with their words, from one file: no screen has a table of its own. */
final class CodeResource {
    private final Reply reply;

    CodeResource() {
        try (InputStream in = CodeResource.class.getResourceAsStream("codes.json")) {
            if (in == null) {
                throw new IllegalStateException("codes.json is missing from the program");
            }
            reply = Reply.ok(Buffer.buffer(in.readAllBytes())).with("Cache-Control", "max-age=300");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Future<Reply> get(Call call) {
        return Future.succeededFuture(reply);
    }
}
