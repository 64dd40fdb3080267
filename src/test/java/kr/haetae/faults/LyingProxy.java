package kr.haetae.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Between clients and a node: shows them a server with one defect, which the shipped one does not have. */
final class LyingProxy implements AutoCloseable {
    /** What the server would do wrong. */
    enum Lie {
        NONE,
        /** Every tenth report gets a receipt and goes nowhere. */
        ACKNOWLEDGED_BEFORE_COMMIT,
        /** Every tenth change frame does not arrive. */
        FRAME_DROPPED,
        /** Every tenth incident is missing from its frame; the cursor moves on. */
        ENTITY_DROPPED,
        /** Every tenth report is recorded under a second id too. */
        ENTRY_DOUBLED,
        /** Changes stop, and ticks go on. */
        FALSE_TICK
    }

    private static final int EACH = 10;
    private static final int BIG = 64 << 20;
    private static final int TRUE_FRAMES = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient();
    private final WebSocketClient sockets = vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxFrameSize(BIG).setMaxMessageSize(BIG));
    private final AtomicInteger reports = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger incidents = new AtomicInteger();
    private final Place server;
    private final Lie lie;
    private final HttpServer proxy;

    LyingProxy(Place server, Lie lie) {
        this.server = server;
        this.lie = lie;
        proxy = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Ports.free()))
                .requestHandler(this::request).webSocketHandler(this::socket).listen().await();
    }

    Place place() {
        return new Place("lying", proxy.actualPort());
    }

    private void request(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            boolean report = request.method().equals(HttpMethod.POST) && request.uri().endsWith("/incidents");
            int number = report ? reports.incrementAndGet() : 0;
            if (lie == Lie.ACKNOWLEDGED_BEFORE_COMMIT && report && number % EACH == 0) {
                request.response().setStatusCode(201).end(receipt(number));
                return;
            }
            if (lie == Lie.ENTRY_DOUBLED && report && number % EACH == 0) {
                forward(request, body, UUID.randomUUID().toString());
            }
            forward(request, body, request.headers().contains("Idempotency-Key")
                    ? Objects.requireNonNull(request.getHeader("Idempotency-Key"))
                    : "").onSuccess(
                            answer -> request.response()
                                    .setStatusCode(answer.status()).end(answer.body()))
                    .onFailure(e -> request.connection().close());
        });
    }

    private record Reply(int status, Buffer body) {}

    private Future<Reply> forward(HttpServerRequest request, Buffer body, String key) {
        RequestOptions options = new RequestOptions().setMethod(request.method()).setHost("127.0.0.1")
                .setPort(server.port()).setURI(request.uri());
        return http.request(options).compose(out -> {
            out.putHeader("Authorization", request.getHeader("Authorization"));
            out.putHeader("Content-Type", "application/json");
            out.putHeader("Idempotency-Key", key);
            return out.send(body).compose(in -> in.body().map(text -> new Reply(in.statusCode(), text)));
        });
    }

    private static Buffer receipt(int number) {
        return Buffer.buffer(JSON.createObjectNode().put("seq", number).put("cursor", number + ".0000000000000000")
                .toString());
    }

    private void socket(ServerWebSocket near) {
        near.pause();
        sockets.connect(new WebSocketConnectOptions().setHost("127.0.0.1").setPort(server.port()).setURI(near.uri())
                .addHeader("Authorization", near.headers().get("Authorization")))
                .onSuccess(far -> join(near, far))
                .onFailure(e -> near.close());
    }

    private void join(ServerWebSocket near, WebSocket far) {
        Held held = new Held();
        near.textMessageHandler(far::writeTextMessage);
        far.textMessageHandler(text -> frame(near, parsed(text), held));
        near.closeHandler(closed -> far.close());
        far.closeHandler(closed -> near.close());
        near.resume();
    }

    /** What the screen holds. */
    private static final class Held {
        String cursor = "";
        int frames;
    }

    private void frame(ServerWebSocket near, ObjectNode frame, Held held) {
        boolean change = frame.path("type").asText().equals("change");
        boolean reset = frame.path("reset").asBoolean();
        if (lie == Lie.FRAME_DROPPED && change && !reset && changes.incrementAndGet() % EACH == 0) {
            return;
        }
        if (lie == Lie.FALSE_TICK && held.frames > TRUE_FRAMES) {
            if (change) {
                return;
            }
            frame.put("upTo", held.cursor);
        }
        if (change) {
            held.frames++;
            held.cursor = frame.path("upTo").asText();
        }
        if (lie == Lie.ENTITY_DROPPED && change && !reset) {
            thin(frame.withArray("put"));
        }
        near.writeTextMessage(frame.toString());
    }

    private void thin(ArrayNode put) {
        for (int i = put.size() - 1; i >= 0; i--) {
            JsonNode entity = put.get(i);
            if (entity.path("kind").asText().equals("incident") && incidents.incrementAndGet() % EACH == 0) {
                put.remove(i);
            }
        }
    }

    private static ObjectNode parsed(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
