package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import kr.haetae.event.Cursor;
import org.jspecify.annotations.Nullable;

/** The connections to the server. Knows requests and answers, and nothing of what they mean. */
final class Wire {
    /** What the server answers within, or its answer is not waited for; the same request is sent again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Setting up moves whole lists. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(3);

    private static final int CONNECTIONS = 128;

    private final HttpClientAgent client;
    private final Venue venue;

    /**
     * One request.
     *
     * @param path with {@code /api/v1}
     * @param headers beside the content's type
     * @param body absent: none is sent
     */
    record Request(String method, String path, Map<String, String> headers, @Nullable Buffer body, boolean slow) {
        Request {
            headers = Map.copyOf(headers);
        }

        static Request get(String path) {
            return new Request("GET", path, Map.of(), null, true);
        }

        static Request json(String method, String path, String body) {
            return new Request(method, path, Map.of("Content-Type", "application/json"), Buffer.buffer(body), false);
        }

        static Request csv(String path, Buffer body) {
            return new Request("POST", path, Map.of("Content-Type", "text/csv; charset=utf-8"), body, true);
        }

        Request with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Request(method, path, more, body, slow);
        }
    }

    /**
     * What came back.
     *
     * @param cursor what the answer holds at least
     * @param retryAfter when the server says so
     */
    record Answer(int status, Buffer body, @Nullable Cursor cursor, @Nullable Duration retryAfter) {
        JsonObject json() {
            return body.toJsonObject();
        }

        /** The problem's code; the status where there is none. */
        String code() {
            return problem("code", Integer.toString(status));
        }

        String detail() {
            return problem("detail", "");
        }

        private String problem(String field, String otherwise) {
            try {
                return Objects.requireNonNullElse(body.toJsonObject().getString(field), otherwise);
            } catch (RuntimeException e) {
                return otherwise;
            }
        }
    }

    Wire(Vertx vertx, Venue venue) {
        this.venue = venue;
        HttpClientOptions options = new HttpClientOptions().setDefaultHost(venue.host()).setDefaultPort(venue.port())
                .setSsl(venue.tls()).setDecompressionSupported(true).setTcpNoDelay(true)
                .setIdleTimeout((int) LONG_PATIENCE.toSeconds());
        venue.trust().apply(options);
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** Fails when no answer came: whether the request arrived is not known then. */
    Future<Answer> send(Request request) {
        Duration patience = request.slow() ? LONG_PATIENCE : PATIENCE;
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(request.method()))
                .setURI(request.path()).setTimeout(patience.toMillis());
        return client.request(options)
                .compose(http -> exchange(http, request))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<Answer> exchange(HttpClientRequest http, Request request) {
        request.headers().forEach(http::putHeader);
        http.putHeader("Accept-Encoding", "gzip");
        Buffer body = request.body();
        return (body == null ? http.send() : http.send(body)).compose(response -> response.body()
                .map(bytes -> new Answer(response.statusCode(), bytes, cursor(response.getHeader("Haetae-Cursor")),
                        retryAfter(response.getHeader("Retry-After")))));
    }

    private static @Nullable Cursor cursor(@Nullable String header) {
        return header == null ? null : Cursor.parse(header).orElse(null);
    }

    private static @Nullable Duration retryAfter(@Nullable String header) {
        return header != null && header.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }

    Venue venue() {
        return venue;
    }

    void close() {
        client.close();
    }
}
