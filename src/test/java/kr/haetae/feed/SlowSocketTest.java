package kr.haetae.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kr.haetae.auth.LoginSession;
import kr.haetae.event.OperationKind;
import kr.haetae.event.UnitCode;
import kr.haetae.http.ApiServer;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real sockets: who never reads costs a bounded sum, is sent away, and nobody else notices. */
class SlowSocketTest {
    private static final UUID OPERATION = new UUID(0, 9);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Story story = new Story("a");
    private final AtomicReference<Picture> picture = new AtomicReference<>(story.now());
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void whoNeverReadsIsEndedAndHarmsNobody() throws Exception {
        Context context = vertx.getOrCreateContext();
        Source source = new Source(OPERATION, picture::get, () -> Duration.ZERO, Instant::now, Instant::now);
        OperationFeed operation = new OperationFeed(vertx, context, source, new FeedMeters(meters, OperationKind.DRILL),
                new OperationFeed.Pace(Duration.ofMillis(25), PATIENCE));
        Feed feed = new Feed(viewer -> Optional.empty());
        feed.open(operation);
        HttpServer server = serve(feed);
        WebSocketClient client = vertx.createWebSocketClient();
        WebSocket dead = connect(client, server);
        dead.pause();
        WebSocket alive = connect(client, server);
        AtomicReference<String> seen = new AtomicReference<>("");
        AtomicInteger changes = new AtomicInteger();
        alive.textMessageHandler(text -> {
            JsonObject frame = new JsonObject(text);
            if (frame.getString("type").equals("change")) {
                seen.set(frame.getString("upTo"));
                changes.incrementAndGet();
            }
        });
        hello(dead);
        hello(alive);
        await().untilAsserted(() -> assertThat(
                meters.get("haetae_feed_sessions").tag("view", "hq").gauge().value()).isEqualTo(2));

        AtomicInteger number = new AtomicInteger();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            for (int i = 0; i < 50; i++) {
                story.report(number.incrementAndGet(), Story.GANGNAM, 2);
            }
            picture.set(story.now());
            context.runOnContext(v -> operation.committed());
            assertThat(meters.get("haetae_feed_sessions").tag("view", "hq").gauge().value()).isEqualTo(1);
        });

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sockets.get(0).isClosed()).isTrue());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            context.runOnContext(v -> operation.committed());
            assertThat(seen.get()).isEqualTo(picture.get().cursor().toString());
        });
        assertThat(changes.get()).isGreaterThan(20);
        assertThat(alive.isClosed()).isFalse();
    }

    private HttpServer serve(Feed feed) throws Exception {
        LiveEndpoint live = new LiveEndpoint(vertx, feed, 65_536);
        AtomicInteger login = new AtomicInteger();
        return vertx.createHttpServer(ApiServer.options(65_536).setWriteIdleTimeout(6).setPort(0).setHost("127.0.0.1"))
                .requestHandler(request -> request.toWebSocket().onSuccess(socket -> {
                    sockets.add(socket);
                    UUID session = new UUID(1, login.incrementAndGet());
                    live.accept(socket, ((WebSocketInternal) socket).channelHandlerContext().channel(),
                            new Viewer(new LoginSession(session, session, 0),
                                    UnitCode.HEADQUARTERS, Set.of(Clearance.GENERAL)));
                })).listen().await(20, TimeUnit.SECONDS);
    }

    private static WebSocket connect(WebSocketClient client, HttpServer server) throws Exception {
        return client.connect(server.actualPort(), "127.0.0.1", "/").await(20, TimeUnit.SECONDS);
    }

    private static void hello(WebSocket socket) {
        socket.writeTextMessage(new JsonObject().put("type", "hello").put("operation", OPERATION.toString())
                .put("scope", "npa").encode());
    }
}
