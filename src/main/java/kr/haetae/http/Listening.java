package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.BindException;

/** Opens ports. */
final class Listening {
    private Listening() {}

    /** Fails with a {@link BindException} that names the address, whatever the transport calls it. */
    static Future<HttpServer> at(HttpServerOptions address, HttpServer server) {
        return server.listen().recover(failure -> Future.failedFuture(failure instanceof IOException taken
                ? refused(address, taken)
                : failure));
    }

    private static BindException refused(HttpServerOptions address, IOException cause) {
        BindException refused = new BindException("%s:%d, %s".formatted(address.getHost(), address.getPort(),
                cause.getMessage()));
        refused.initCause(cause);
        return refused;
    }
}
