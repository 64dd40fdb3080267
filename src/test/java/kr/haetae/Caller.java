package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the API. Every answer, and every request that was accepted, is held against the published document; one that
 * was refused but not meant to be is the test's to notice.
 */
final class Caller {
    private final RunningNode node;
    private final WebClient client;
    private final Map<String, String> headers = new HashMap<>();

    private Caller(RunningNode node, WebClient client) {
        this.node = node;
        this.client = client;
    }

    /** Nobody, from nowhere. */
    static Caller stranger(RunningNode node) {
        return new Caller(node, WebClient.create(node.vertx(), new WebClientOptions().setDefaultHost("127.0.0.1")
                .setDefaultPort(node.port()).setFollowRedirects(false).setDecompressionSupported(true)));
    }

    static Caller of(RunningNode node, String login) {
        return stranger(node).with("Authorization", "Bearer " + node.token(login));
    }

    /** The same with another header; null takes it away. */
    Caller with(String header, @Nullable String value) {
        Caller other = new Caller(node, client);
        other.headers.putAll(headers);
        if (value == null) {
            other.headers.remove(header);
        } else {
            other.headers.put(header, value);
        }
        return other;
    }

    HttpResponse<Buffer> get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    /** A command under an id of its own. */
    HttpResponse<Buffer> command(String path, JsonObject body) {
        return headers.containsKey("Idempotency-Key") ? post(path, body.toBuffer())
                : with("Idempotency-Key", Backroom.newId().toString()).post(path, body.toBuffer());
    }

    HttpResponse<Buffer> post(String path, Buffer body) {
        return send(HttpMethod.POST, path, body);
    }

    /** {@code path}: below /api/v1. */
    HttpResponse<Buffer> send(HttpMethod method, String path, @Nullable Buffer body) {
        HttpRequest<Buffer> request = client.request(method, "/api/v1" + path);
        if (body != null) {
            request.putHeader("Content-Type", "application/json");
        }
        headers.forEach((name, value) -> {
            if (value.isEmpty()) {
                request.headers().remove(name);
            } else {
                request.putHeader(name, value);
            }
        });
        HttpResponse<Buffer> response = Backroom.await(body == null ? request.send() : request.sendBuffer(body));
        OpenApi.requireAnswerFits(method, path, response);
        if (response.statusCode() < 400) {
            OpenApi.requireRequestFits(method, path, request.headers(), body);
        }
        return response;
    }

    /** The status that a body gets, without a look at the document: for bodies that are not meant to be good. */
    int unchecked(String path, Buffer body) {
        HttpRequest<Buffer> request = client.post("/api/v1" + path).putHeader("Content-Type", "application/json");
        headers.forEach(request::putHeader);
        return Backroom.await(request.sendBuffer(body)).statusCode();
    }

    /** As {@link #unchecked}, to replace something. */
    int uncheckedPut(String path, Buffer body) {
        HttpRequest<Buffer> request = client.put("/api/v1" + path).putHeader("Content-Type", "application/json");
        headers.forEach(request::putHeader);
        return Backroom.await(request.sendBuffer(body)).statusCode();
    }

    /** The status that a request line as it is gets; no client tidies the path up. */
    int raw(String path) {
        String request = "GET /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body, once the status is as expected. */
    static JsonObject body(HttpResponse<Buffer> response, int status) {
        assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(status);
        return Objects.requireNonNull(response.bodyAsJsonObject());
    }
}
