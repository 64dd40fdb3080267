package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param body a {@link Buffer} as it is, one that is {@link Streamed} as it makes itself, anything else as JSON; none with 204 and 304
 */
record Reply(int status, @Nullable Object body, Map<String, String> headers) {
    /** A body that is made while it is sent; sets its own headers and ends the answer. */
    @FunctionalInterface
    interface Streamed {
        Future<Void> send(HttpServerResponse response);
    }

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    static Reply created(Object body) {
        return new Reply(201, body, Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, null, Map.of());
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }

    Future<Void> send(HttpServerResponse response) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        if (body == null) {
            return response.end();
        }
        if (body instanceof Streamed streamed) {
            // Half an answer can't be taken back: a length or an end that is never reached tells the reader.
            return streamed.send(response).onFailure(broken -> response.reset());
        }
        if (!headers.containsKey("Content-Type")) {
            response.putHeader("Content-Type", "application/json");
        }
        return response.end(body instanceof Buffer buffer ? buffer : Json.write(body));
    }
}
