package kr.haetae.load;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Unit;
import kr.haetae.roster.UnitKind;

/** Many live sockets, each opened as a screen does: the picture by HTTP, once for each scope, then a socket that follows from its cursor. */
final class Sockets {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The feed lets one log-in have 12. */
    private static final int SOCKETS_OF_A_SESSION = 10;
    private static final int BIG_FRAME = 64 << 20;
    private static final int MOST = 20_000;
    /** The server goes away, as it does at the end of a measurement (RFC 6455, 7.4.1). */
    private static final short STOPPING = 1001;

    private final Product product;
    private final UUID operation;
    private final WebSocketClient client;

    Sockets(Vertx vertx, Product product, UUID operation) {
        this.product = product;
        this.operation = operation;
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST)
                .setMaxFrameSize(BIG_FRAME).setMaxMessageSize(BIG_FRAME));
    }

    /** Adds so many sockets, one after the other over the units of a kind. */
    static void spread(Map<String, Integer> scopes, UnitKind kind, int sockets) {
        List<Unit> units = CommandTree.shipped().units(kind);
        for (int i = 0; i < sockets; i++) {
            scopes.merge(units.get(i % units.size()).code(), 1, Integer::sum);
        }
    }

    /**
     * Returns when all are open.
     *
     * @param login of one of the first accounts, who may look at all of the scopes
     * @param scopes scope → sockets
     * @param frames makes each socket's taker of frames
     */
    void open(String login, Map<String, Integer> scopes, Supplier<Handler<String>> frames)
            throws IOException, InterruptedException, TimeoutException {
        String token = "";
        int opened = 0;
        String reader = product.logIn(login);
        for (Map.Entry<String, Integer> scope : scopes.entrySet()) {
            String since = product.answer(HttpRequest
                    .newBuilder(product.api("/operations/" + operation + "/picture?scope=" + scope.getKey()))
                    .header("Authorization", "Bearer " + reader).build(), 200).get("upTo").asText();
            String hello = "{\"type\":\"hello\",\"operation\":\"%s\",\"scope\":\"%s\",\"since\":\"%s\"}"
                    .formatted(operation, scope.getKey(), since);
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < scope.getValue(); i++) {
                if (opened++ % SOCKETS_OF_A_SESSION == 0) {
                    token = product.logIn(login);
                }
                WebSocketConnectOptions live = new WebSocketConnectOptions().setHost("127.0.0.1")
                        .setPort(product.port()).setURI("/api/v1/live").addHeader("Authorization", "Bearer " + token);
                ClientWebSocket socket = client.webSocket().textMessageHandler(frames.get());
                socket.closeHandler(closed -> tell(socket));
                opening.add(socket.connect(live).compose(open -> open.writeTextMessage(hello)));
            }
            Future.all(opening).await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void tell(ClientWebSocket socket) {
        if (socket.closeStatusCode() == null || socket.closeStatusCode() != STOPPING) {
            System.err.println("a socket was closed: " + socket.closeStatusCode() + " " + socket.closeReason());
        }
    }
}
