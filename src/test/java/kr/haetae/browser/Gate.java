package kr.haetae.browser;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a node: shut, it is as if the server were away, for what is open and for what comes. */
final class Gate implements AutoCloseable {
    private final NetClient client;
    private final NetServer server;
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    Gate(Vertx vertx, int port) {
        client = vertx.createNetClient();
        server = await(vertx.createNetServer().connectHandler(near -> {
            if (shut) {
                near.close();
                return;
            }
            near.pause();
            client.connect(port, "127.0.0.1").onSuccess(far -> join(near, far)).onFailure(failure -> near.close());
        }).listen(0, "127.0.0.1"));
    }

    String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    void shut() {
        shut = true;
        sockets.forEach(NetSocket::close);
    }

    void open() {
        shut = false;
    }

    private void join(NetSocket near, NetSocket far) {
        sockets.add(near);
        sockets.add(far);
        near.closeHandler(closed -> far.close());
        far.closeHandler(closed -> near.close());
        near.pipeTo(far);
        far.pipeTo(near);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        shut();
        await(server.close());
        await(client.close());
    }
}
