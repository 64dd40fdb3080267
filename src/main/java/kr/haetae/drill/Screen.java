package kr.haetae.drill;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.haetae.event.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Headquarters' dashboard: one live socket on the whole picture. Tells how long after its receipt an entry is on screen, and what
 * the operation's clock shows.
 */
final class Screen {
    private static final int MAX_FRAME_BYTES = 256 * 1024 * 1024;
    private static final long AGAIN_MILLIS = 1_000;
    /** What is awaited is forgotten past this: the socket is away, and its return would count as one long lag for each. */
    private static final int AWAITED = 100_000;
    /** The head of a frame; entities follow. */
    private static final Pattern UP_TO = Pattern.compile("\"upTo\":\"(\\d+)\\.");

    private static final Pattern TICK_AT = Pattern.compile("\"type\":\"tick\".*?\"at\":\"([^\"]+)\"");

    /**
     * Who hears of what the screen shows.
     *
     * @param lag how many nanoseconds after its receipt an entry was on screen
     * @param clock what the operation's clock shows
     */
    record Listener(LongConsumer lag, Consumer<Instant> clock) {}

    private record Awaited(long seq, long nanos) {}

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Venue venue;
    private final Session session;
    private final UUID operation;
    private final Api api;
    private final Listener listener;
    private final PriorityQueue<Awaited> awaited = new PriorityQueue<>(Comparator.comparing(Awaited::seq));
    private @Nullable WebSocket socket;
    private @Nullable Cursor since;
    private long shown;
    private boolean closed;

    Screen(Vertx vertx, Venue venue, Session session, UUID operation, Api api, Listener listener) {
        this.vertx = vertx;
        this.venue = venue;
        this.session = session;
        this.operation = operation;
        this.api = api;
        this.listener = listener;
        WebSocketClientOptions options = new WebSocketClientOptions().setDefaultHost(venue.host())
                .setDefaultPort(venue.port()).setSsl(venue.tls()).setMaxFrameSize(MAX_FRAME_BYTES)
                .setMaxMessageSize(MAX_FRAME_BYTES);
        venue.trust().apply(options);
        client = vertx.createWebSocketClient(options);
    }

    /** As a page does: the whole picture by HTTP, compressed and made once for all, then what follows it by the socket. */
    void open() {
        api.read(session, "/operations/" + operation + "/picture?scope=npa")
                .onSuccess(picture -> since = picture.cursor())
                .compose(picture -> session.token())
                .compose(token -> client.connect(new WebSocketConnectOptions().setHost(venue.host())
                        .setPort(venue.port()).setSsl(venue.tls()).setURI("/api/v1/live")
                        .putHeader("Authorization", "Bearer " + token)))
                .onSuccess(this::opened)
                .onFailure(e -> again());
    }

    /** An entry was acknowledged. */
    void await(long seq) {
        if (seq <= shown) {
            listener.lag().accept(0);
        } else if (socket != null && awaited.size() < AWAITED) {
            awaited.add(new Awaited(seq, System.nanoTime()));
        }
    }

    void close() {
        closed = true;
        client.close();
    }

    private void opened(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(this::frame);
        opened.closeHandler(v -> again());
        JsonObject hello = new JsonObject().put("type", "hello").put("operation", operation.toString()).put("scope",
                "npa");
        Cursor held = since;
        opened.writeTextMessage((held == null ? hello : hello.put("since", held.toString())).encode());
    }

    private void frame(String text) {
        String head = text.substring(0, Math.min(text.length(), 400));
        Matcher upTo = UP_TO.matcher(head);
        if (upTo.find()) {
            shown = Long.parseLong(upTo.group(1));
            long now = System.nanoTime();
            while (!awaited.isEmpty() && awaited.peek().seq() <= shown) {
                listener.lag().accept(now - awaited.poll().nanos());
            }
        }
        Matcher tick = TICK_AT.matcher(head);
        if (tick.find()) {
            listener.clock().accept(Instant.parse(tick.group(1)));
        }
    }

    private void again() {
        socket = null;
        awaited.clear();
        if (!closed) {
            vertx.setTimer(AGAIN_MILLIS, t -> open());
        }
    }
}
