package kr.haetae.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.haetae.config.Management;

/** Metrics and health on a port of its own, never the public one. */
public final class ManagementServer {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private record Health(String status, List<String> reasons) {}

    private ManagementServer() {}

    /**
     * Starts it.
     *
     * @param notReady why this node should get no traffic; empty when it should
     */
    public static Future<HttpServer> start(
            Vertx vertx, Management management, PrometheusMeterRegistry metrics, Supplier<List<String>> notReady) {
        Router router = Router.router(vertx);
        router.get("/metrics").handler(ctx -> vertx.executeBlocking(() -> metrics.scrape(TEXT_FORMAT), false)
                .onSuccess(text -> ctx.response().putHeader("Content-Type", TEXT_FORMAT).end(text))
                .onFailure(ctx::fail));
        router.get("/health/live")
                .handler(ctx -> new Reply(200, new Health("UP", List.of()), Map.of()).send(ctx.response()));
        router.get("/health/ready").handler(ctx -> {
            List<String> reasons = notReady.get();
            int status = reasons.isEmpty() ? 200 : 503;
            new Reply(status, new Health(reasons.isEmpty() ? "UP" : "DOWN", reasons), Map.of()).send(ctx.response());
        });
        router.errorHandler(404, new Problems()).errorHandler(500, new Problems());
        HttpServerOptions options = new HttpServerOptions().setHost(management.host()).setPort(management.port());
        return Listening.at(options, vertx.createHttpServer(options).requestHandler(router));
    }
}
