package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kr.haetae.feed.Frames;

/** The documents that describe this API and its live protocol, for everybody. */
final class DocumentResource {
    private final Reply openApi = document(DocumentResource.class, "openapi.json");
    private final Reply liveSchema = document(Frames.class, "live.schema.json")
            .with("Content-Type", "application/schema+json");

    Future<Reply> openApi(Call call) {
        return Future.succeededFuture(openApi);
    }

    Future<Reply> liveSchema(Call call) {
        return Future.succeededFuture(liveSchema);
    }

    private static Reply document(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return Reply.ok(Buffer.buffer(in.readAllBytes())).with("Cache-Control", "max-age=300");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
