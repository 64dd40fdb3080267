package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.haetae.EmptyOperation;

/** The HTTP API as one of the first accounts uses it; can move on to another server of the same installation. */
final class Api {
    /** @param body the document, or a missing node where there is none */
    record Answer(int status, JsonNode body) {}

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final Instant occurred = Instant.now();
    private volatile URI base;
    private String token = "";

    private Api(ServerProcess server) {
        base = address(server);
    }

    /** Logs in as one of the accounts in the data directory's {@code first-accounts.json}. */
    static Api logIn(ServerProcess server, Path data, String login) throws IOException {
        Api api = new Api(server);
        for (JsonNode account : JSON.readTree(data.resolve("first-accounts.json").toFile())) {
            if (account.path("login").asText().equals(login)) {
                Answer answer = api.post("/session?tokens=body", UUID.randomUUID(), text(
                        Map.of("login", login, "password", account.path("password").asText())));
                assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
                api.token = answer.body().path("accessToken").asText();
            }
        }
        return api;
    }

    /** The same session at another node, or at the same one after its restart. */
    Api at(ServerProcess server) {
        Api api = new Api(server);
        api.token = token;
        return api;
    }

    void moveTo(ServerProcess server) {
        base = address(server);
    }

    private static URI address(ServerProcess server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    URI live() {
        return URI.create("ws" + base.toString().substring("http".length()) + "/api/v1/live");
    }

    String origin() {
        return base.toString();
    }

    String bearer() {
        return "Bearer " + token;
    }

    /** The same id makes the same request. */
    Answer report(UUID id) throws IOException {
        return post("/operations/%s/incidents".formatted(EmptyOperation.ID), id, text(Map.of(
                "kind", "DISTURBANCE", "code", 2, "text", "report " + id, "unit", "seoul-gangnam", "occurredAt",
                occurred.toString(), "source", "CALL_112", "callNumber", "112")));
    }

    /** The change document from a cursor, or the whole view where it is empty. */
    JsonNode picture(String scope, String since) throws IOException {
        Answer answer = get("/operations/%s/picture?scope=%s%s".formatted(EmptyOperation.ID, scope,
                since.isEmpty() ? "" : "&since=" + since));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    Answer post(String path, UUID key, String body) throws IOException {
        return send(request(path).header("Idempotency-Key", key.toString()).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", bearer());
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String text(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
