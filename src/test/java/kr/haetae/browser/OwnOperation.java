package kr.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import kr.haetae.RunningNode;

/** A drill of a test's own, so that what it does buries nothing of other tests; closed again, else their pages would show it. */
final class OwnOperation implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningNode node;
    private final String path;

    private OwnOperation(RunningNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static OwnOperation open(RunningNode node, String name) {
        OwnOperation own = new OwnOperation(node, "/operations/" + Visitor.made(command(node, "/operations",
                "{\"name\":\"" + name + "\",\"kind\":\"DRILL\"}")));
        assertThat(command(node, own.path + "/opening", "{}")).startsWith("200 ");
        return own;
    }

    /** {@code /operations/<id>}. */
    String path() {
        return path;
    }

    /** As headquarters' commander; status, a space, the body. */
    private static String command(RunningNode node, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.origin() + "/api/v1" + path))
                .header("Authorization", "Bearer " + node.token("commander"))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json)).build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        assertThat(command(node, path + "/closure", "{\"reason\":\"끝\"}")).startsWith("200 ");
    }
}
