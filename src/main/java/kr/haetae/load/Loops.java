package kr.haetae.load;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The client's own event loops, one for each processor. A socket stays on the one where it was opened: all on one, and that one would be what is measured. */
final class Loops implements AutoCloseable {
    private final Vertx vertx;
    private final List<Context> contexts = new CopyOnWriteArrayList<>();

    Loops() {
        int processors = Runtime.getRuntime().availableProcessors();
        vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(processors));
        vertx.deployVerticle(() -> context -> {
            contexts.add(context);
            return Future.succeededFuture();
        }, new DeploymentOptions().setInstances(processors)).await();
    }

    Vertx vertx() {
        return vertx;
    }

    /** The loop of the socket with this number, counted from 0. */
    Context of(int socket) {
        return contexts.get(socket % contexts.size());
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
