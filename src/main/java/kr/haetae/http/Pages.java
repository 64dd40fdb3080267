package kr.haetae.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The two pages and what they load, all from the jar. The dashboard keeps its place in the query, so it has one path. */
final class Pages {
    /** On the class path; not named webroot, because Vert.x would find a folder of that name in the working directory first. */
    static final String ROOT = "kr/haetae/http/pages";

    /** Vite names what lies under it by its content, so it may be kept for ever. */
    private static final String ASSETS = "/assets/";

    private static final long A_YEAR_SECONDS = 31_536_000;
    private static final String FOR_EVER = "public, max-age=" + A_YEAR_SECONDS + ", immutable";

    private Pages() {}

    static void add(Router router) {
        Compressed compressed = Compressed.list();
        router.get("/field").handler(page(compressed, "/field.html"));
        router.get("/field/*").handler(page(compressed, "/field.html"));
        router.get("/").handler(page(compressed, "/index.html"));
        router.get("/field.webmanifest").handler(ctx -> {
            ctx.response().putHeader("Content-Type", "application/manifest+json");
            ctx.next();
        });
        router.route(HttpMethod.GET, ASSETS + "*").handler(immutable());
        router.get().handler(ctx -> send(ctx, compressed, ctx.normalizedPath()));
        router.route(HttpMethod.GET, ASSETS + "*")
                .handler(StaticHandler.create(ROOT + "/assets").setMaxAgeSeconds(A_YEAR_SECONDS));
        router.get().handler(StaticHandler.create(ROOT).setCachingEnabled(false).setDirectoryListing(false));
    }

    private static Handler<RoutingContext> immutable() {
        return ctx -> {
            ctx.response().putHeader("Cache-Control", FOR_EVER);
            ctx.next();
        };
    }

    private static Handler<RoutingContext> page(Compressed compressed, String file) {
        return ctx -> {
            HttpServerResponse response = ctx.response();
            response.putHeader("Cache-Control", "no-cache").putHeader("Content-Type", "text/html;charset=UTF-8");
            if (!compressed.send(ctx, file)) {
                response.sendFile(ROOT + file).onFailure(ctx::fail);
            }
        };
    }

    private static void send(RoutingContext ctx, Compressed compressed, String file) {
        if (compressed.holds(file) && !ctx.response().headers().contains("Cache-Control")) {
            ctx.response().putHeader("Cache-Control", "no-cache");
        }
        if (!compressed.send(ctx, file)) {
            ctx.next();
        }
    }
}
