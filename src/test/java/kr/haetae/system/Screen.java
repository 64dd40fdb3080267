package kr.haetae.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import kr.haetae.EmptyOperation;

/** A dashboard as docs/protocol.md wants it: a copy of a view at a cursor. Keeps what it holds over a lost socket. */
final class Screen implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int TOO_MANY = 429;

    private final String scope;
    private final Map<String, JsonNode> held = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private Api api;
    private WebSocket socket;
    private int socketNumber;
    private String cursor;
    private int resets;
    private int frames;
    private long lastTickNanos;

    private Screen(Api api, String scope) throws IOException {
        this.api = api;
        this.scope = scope;
        JsonNode whole = api.picture(scope, "");
        put(whole);
        cursor = whole.path("upTo").asText();
        lastTickNanos = System.nanoTime();
        socket = connect();
    }

    /** Takes the snapshot by HTTP, then follows it. */
    static Screen open(Api api, String scope) throws IOException {
        return new Screen(api, scope);
    }

    private WebSocket connect() {
        while (true) {
            try {
                return once();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof WebSocketHandshakeException refused)
                        || refused.getResponse().statusCode() != TOO_MANY) {
                    throw e;
                }
                comeAgain(refused.getResponse());
            }
        }
    }

    /** Whoever drops faster than anybody should is told when to come again. */
    private static void comeAgain(HttpResponse<?> refused) {
        try {
            Thread.sleep(Duration.ofSeconds(refused.headers().firstValueAsLong("Retry-After").orElseThrow()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private WebSocket once() {
        int number = nextNumber();
        WebSocket fresh = CLIENT.newWebSocketBuilder().header("Authorization", api.bearer())
                .buildAsync(api.live(), new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            receive(number, text.toString());
                            text.setLength(0);
                        }
                        from.request(1);
                        return CompletableFuture.completedStage(part);
                    }
                }).join();
        hello(fresh);
        return fresh;
    }

    /** Whatever an older socket still delivers counts no more. */
    private synchronized int nextNumber() {
        return ++socketNumber;
    }

    private void hello(WebSocket to) {
        to.sendText(Api.text(Map.of("type", "hello", "operation", EmptyOperation.ID.toString(), "scope", scope,
                "since", cursor())), true).join();
    }

    /** Drops the socket without a word and opens another at the cursor that it holds. */
    void drop() {
        socket.abort();
        socket = connect();
    }

    /** Goes on at another server with what it holds. */
    void follow(Api other) {
        api = other;
        drop();
    }

    private synchronized void receive(int number, String text) {
        if (number != socketNumber) {
            return;
        }
        try {
            JsonNode frame = Api.JSON.readTree(text);
            switch (frame.path("type").asText()) {
                case "change" -> change(frame);
                case "tick" -> tick(frame);
                default -> errors.add(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(JsonNode frame) {
        frames++;
        boolean reset = frame.path("reset").asBoolean();
        if (reset) {
            resets++;
            held.clear();
        } else if (!frame.path("after").asText().equals(cursor)) {
            errors.add("a frame after " + frame.path("after") + " at " + cursor);
            return;
        }
        put(frame);
        frame.path("drop").forEach(key -> held.remove(key.asText()));
        cursor = frame.path("upTo").asText();
    }

    private void tick(JsonNode frame) {
        lastTickNanos = System.nanoTime();
        if (!frame.path("upTo").asText().equals(cursor)) {
            errors.add("a tick at " + frame.path("upTo") + " not " + cursor);
        }
    }

    private void put(JsonNode frame) {
        frame.path("put").forEach(entity -> held.put(
                entity.path("kind").asText() + "/" + entity.path("id").asText(), entity));
    }

    synchronized String cursor() {
        return cursor;
    }

    synchronized int resets() {
        return resets;
    }

    synchronized int frames() {
        return frames;
    }

    synchronized double secondsSinceTick() {
        return (System.nanoTime() - lastTickNanos) / 1e9;
    }

    /** What a client must never see. */
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    synchronized boolean holds(String key) {
        return held.containsKey(key);
    }

    /** All that it holds, in canonical form: entities by key, fields by name. */
    synchronized String canonical() {
        return canonical(held);
    }

    /** The same of a snapshot. */
    static String canonical(JsonNode snapshot) {
        Map<String, JsonNode> entities = new TreeMap<>();
        snapshot.path("put").forEach(entity -> entities.put(
                entity.path("kind").asText() + "/" + entity.path("id").asText(), entity));
        return canonical(entities);
    }

    private static String canonical(Map<String, JsonNode> entities) {
        StringBuilder text = new StringBuilder();
        entities.forEach((key, entity) -> text.append(key).append(' ').append(sorted(entity)).append('\n'));
        return text.toString();
    }

    private static String sorted(JsonNode node) {
        if (!node.isObject()) {
            return node.toString();
        }
        Map<String, String> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        return fields.toString();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
