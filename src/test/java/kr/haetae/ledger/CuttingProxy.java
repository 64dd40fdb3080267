package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Between a node and its database; cuts all connections at a chosen point of the next append. */
final class CuttingProxy implements AutoCloseable {
    enum Cut {
        NONE,
        /** The statement never arrives. */
        BEFORE_THE_STATEMENT,
        /** It arrives, and nobody is there to hear the reply. */
        AFTER_THE_STATEMENT,
        /** It was carried out, and the reply is lost on the way. */
        BEFORE_THE_REPLY
    }

    /** Only an append is so long. */
    private static final int APPEND_BYTES = 600;

    /** So that an append arrives in one piece. */
    private static final int WHOLE_BYTES = 1 << 16;

    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient(new NetClientOptions().setReceiveBufferSize(WHOLE_BYTES));
    private final NetServer server;
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);
    private final AtomicReference<Cut> reply = new AtomicReference<>(Cut.NONE);
    private volatile boolean refusing;

    CuttingProxy(int databasePort) {
        server = await(vertx.createNetServer(new NetServerOptions().setReceiveBufferSize(WHOLE_BYTES))
                .connectHandler(near -> {
                    near.pause();
                    if (refusing) {
                        near.close();
                        return;
                    }
                    client.connect(databasePort, "localhost")
                            .onSuccess(far -> join(near, far))
                            .onFailure(failure -> near.close());
                })
                .listen(0, "localhost"));
    }

    int port() {
        return server.actualPort();
    }

    void cutNext(Cut cut) {
        next.set(cut);
    }

    boolean cutDone() {
        return next.get() == Cut.NONE && reply.get() == Cut.NONE;
    }

    /** Cuts everything and lets nobody in, until told otherwise. */
    void refuse(boolean refuse) {
        refusing = refuse;
        if (refuse) {
            sockets.forEach(NetSocket::close);
        }
    }

    private void join(NetSocket near, NetSocket far) {
        sockets.add(near);
        sockets.add(far);
        near.handler(bytes -> {
            Cut cut = bytes.length() > APPEND_BYTES ? next.getAndSet(Cut.NONE) : Cut.NONE;
            switch (cut) {
                case NONE -> far.write(bytes);
                case BEFORE_THE_STATEMENT -> cut(near, far);
                case AFTER_THE_STATEMENT -> far.write(bytes).onComplete(written -> cut(near, far));
                case BEFORE_THE_REPLY -> {
                    reply.set(cut);
                    far.write(bytes);
                }
            }
        });
        far.handler(bytes -> {
            if (reply.compareAndSet(Cut.BEFORE_THE_REPLY, Cut.NONE)) {
                cut(near, far);
            } else {
                near.write(bytes);
            }
        });
        near.closeHandler(closed -> cut(near, far));
        far.closeHandler(closed -> cut(near, far));
        near.resume();
    }

    private void cut(NetSocket near, NetSocket far) {
        sockets.remove(near);
        sockets.remove(far);
        near.close();
        far.close();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
