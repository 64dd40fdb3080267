package kr.haetae;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A socket of the live endpoint that checks every frame, both ways, against the published schema. */
final class Screen implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCHEMA = "live.schema.json#/$defs/";

    private final WebSocketClient client;
    private final ClientWebSocket socket;
    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private Screen(WebSocketClient client, ClientWebSocket socket) {
        this.client = client;
        this.socket = socket;
        socket.textMessageHandler(this::received);
        socket.closeHandler(v -> closed.complete(Objects.requireNonNullElse(socket.closeStatusCode(), (short) 1006)
                .intValue()));
    }

    /** Opens a socket with the token, from our own origin; fails as {@link #refusal} tells. */
    static Screen open(RunningNode node, String token) {
        return open(node.vertx(), options(node).addHeader("Authorization", "Bearer " + token));
    }

    static Screen open(Vertx vertx, WebSocketConnectOptions options) {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(16 << 20).setMaxMessageSize(64 << 20));
        Screen screen = new Screen(client, client.webSocket());
        Backroom.await(screen.socket.connect(options));
        return screen;
    }

    /** The status with which the upgrade is refused. */
    static int refusal(Vertx vertx, WebSocketConnectOptions options) {
        try (Screen screen = open(vertx, options)) {
            throw new AssertionError("let in by " + screen.socket().remoteAddress());
        } catch (UpgradeRejectedException e) {
            return e.getStatus();
        }
    }

    static WebSocketConnectOptions options(RunningNode node) {
        return new WebSocketConnectOptions().setHost("127.0.0.1").setPort(node.port()).setURI("/api/v1/live")
                .addHeader("Origin", node.origin());
    }

    WebSocket socket() {
        return socket;
    }

    void hello(JsonObject hello) {
        Contract.requireFits(SCHEMA + "fromClient", hello.encode());
        text(hello.encode());
    }

    void text(String text) {
        Backroom.await(socket.writeTextMessage(text));
    }

    void binary(Buffer bytes) {
        Backroom.await(socket.writeBinaryMessage(bytes));
    }

    /** The next frame of the type that is so; those before it are let go. */
    JsonObject next(String type, Predicate<JsonObject> so) {
        return next(frame -> type.equals(frame.getString("type")) && so.test(frame), type);
    }

    JsonObject next(Predicate<JsonObject> so) {
        return next(so, "frame");
    }

    private JsonObject next(Predicate<JsonObject> so, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonObject frame = poll(deadline - System.nanoTime());
            if (frame == null) {
                throw new AssertionError("no such " + what + " within " + PATIENCE + "; closed: " + closed);
            }
            if (so.test(frame)) {
                return frame;
            }
        }
    }

    JsonObject next(String type) {
        return next(type, frame -> true);
    }

    /** The close code; 1006 when there was none. */
    int closeCode() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not closed within " + PATIENCE, e);
        }
    }

    /** Fails if a frame was not of the schema. */
    @Override
    public void close() {
        Backroom.await(client.close());
        Throwable fault = faults.poll();
        if (fault != null) {
            throw new AssertionError("a frame was wrong", fault);
        }
    }

    private @Nullable JsonObject poll(long nanos) {
        try {
            return frames.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void received(String text) {
        try {
            Contract.requireFits(SCHEMA + "fromServer", text);
        } catch (Throwable e) {
            faults.add(e);
        }
        frames.add(new JsonObject(text));
    }
}
