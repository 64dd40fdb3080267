package kr.haetae.load;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Takes WebSockets at a port and does nothing with them: what Vert.x alone needs for a socket. A program of its own. */
final class BareServer extends VerticleBase {
    private final int port;

    private BareServer(int port) {
        this.port = port;
    }

    /** Prints a line when it listens, and ends when it is ended. */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        vertx.deployVerticle(() -> new BareServer(port),
                new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE))
                .onSuccess(id -> Figures.print("listening"))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {}))
                .listen(port, "127.0.0.1");
    }
}
