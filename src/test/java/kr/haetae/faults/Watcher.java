package kr.haetae.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.haetae.EmptyOperation;
import org.jspecify.annotations.Nullable;

/** A screen's connection, with the pace of webroot/src/core/connection.ts: it keeps its cursor and comes again, for ever. */
final class Watcher {
    /** webroot/src/core/freshness.ts. */
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final long SHORTEST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARK = Pattern.compile("report [0-9a-f-]{36}");

    private final String name;
    private final HttpClient client;
    private final Place place;
    private final Supplier<String> bearer;
    private final String scope;
    private final Queue<Sight> sights = new ConcurrentLinkedQueue<>();
    private volatile String cursor = "";
    private volatile long goodNanos = System.nanoTime();
    private volatile long tickNanos;
    private volatile boolean stopped;
    private int failures;

    Watcher(String name, HttpClient client, Place place, Supplier<String> bearer, String scope) {
        this.name = name;
        this.client = client;
        this.place = place;
        this.bearer = bearer;
        this.scope = scope;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    Queue<Sight> sights() {
        return sights;
    }

    String cursor() {
        return cursor;
    }

    /** {@code System.nanoTime} of the newest tick; 0 before the first. */
    long tickNanos() {
        return tickNanos;
    }

    void stop() {
        stopped = true;
    }

    void run() throws InterruptedException {
        while (!stopped) {
            try {
                follow();
            } catch (CompletionException e) {
                end(e.getCause() + "");
            }
            long most = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(failures++, 6));
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        }
    }

    private void follow() throws InterruptedException {
        Socket listener = new Socket();
        WebSocket socket = client.newWebSocketBuilder().connectTimeout(CONNECTING)
                .header("Authorization", bearer.get()).buildAsync(place.live(), listener).join();
        try {
            goodNanos = System.nanoTime();
            sights.add(new Sight.Opened(place.name(), goodNanos));
            hello(socket);
            while (!stopped && !listener.over.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - goodNanos > SILENCE.toNanos()) {
                    end("silent");
                    return;
                }
            }
        } finally {
            listener.leave();
            socket.abort();
        }
    }

    private void hello(WebSocket socket) {
        Map<String, String> hello = new HashMap<>(
                Map.of("type", "hello", "operation", EmptyOperation.ID.toString(), "scope", scope));
        if (!cursor.isEmpty()) {
            hello.put("since", cursor);
        }
        socket.sendText(JSON.valueToTree(hello).toString(), true).join();
    }

    private void end(String why) {
        sights.add(new Sight.Ended(why, System.nanoTime()));
    }

    /** Answers whether the frame fits. */
    private boolean receive(String text) {
        long now = System.nanoTime();
        JsonNode frame = parsed(text);
        switch (frame.path("type").asText()) {
            case "change" -> {
                Sight.Change change = change(frame, now);
                sights.add(change);
                if (!change.reset() && !change.after().equals(cursor)) {
                    return false;
                }
                cursor = change.upTo();
            }
            case "tick" -> {
                sights.add(new Sight.Tick(frame.path("upTo").asText(), frame.path("age").asLong(), now));
                if (!frame.path("upTo").asText().equals(cursor)) {
                    return false;
                }
                tickNanos = now;
            }
            default -> end(text);
        }
        goodNanos = now;
        failures = 0;
        return true;
    }

    private static Sight.Change change(JsonNode frame, long now) {
        List<Sight.Shown> put = new ArrayList<>();
        for (JsonNode entity : frame.path("put")) {
            put.add(new Sight.Shown(entity.path("kind").asText() + "/" + entity.path("id").asText(), mark(entity)));
        }
        List<String> drop = new ArrayList<>();
        frame.path("drop").forEach(key -> drop.add(key.asText()));
        return new Sight.Change(frame.path("after").asText(), frame.path("upTo").asText(),
                frame.path("reset").asBoolean(), put, drop, now);
    }

    private static @Nullable String mark(JsonNode entity) {
        Matcher mark = MARK.matcher(entity.path("text").asText());
        return entity.path("kind").asText().equals("incident") && mark.find() ? mark.group() : null;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Socket implements WebSocket.Listener {
        final Semaphore over = new Semaphore(0);
        private final StringBuilder text = new StringBuilder();
        /** What an older socket still delivers counts no more. */
        private boolean left;

        private void take(String frame) {
            synchronized (Watcher.this) {
                if (!left && !receive(frame)) {
                    gone("lost its place");
                }
            }
        }

        void leave() {
            synchronized (Watcher.this) {
                left = true;
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(part);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            gone("closed " + status + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            gone(error.toString());
        }

        private void gone(String why) {
            synchronized (Watcher.this) {
                if (!left) {
                    end(why);
                    over.release();
                }
            }
        }
    }
}
