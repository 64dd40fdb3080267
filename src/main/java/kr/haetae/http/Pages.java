package kr.haetae.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The two pages and what they load, all from the jar. The dashboard keeps its place in the query, so it has one path. */
final class Pages {
    /** Vite names what lies under it by its content, so it may be kept for ever. */
    private static final String ASSETS = "/assets/";

    /** On the class path; not named webroot, because Vert.x would find a folder of that name in the working directory first. */
    private static final String ROOT = "kr/haetae/http/pages";

    private static final long A_YEAR_SECONDS = 31_536_000;

    private Pages() {}

    static void add(Router router) {
        router.route(HttpMethod.GET, ASSETS + "*").handler(immutable())
                .handler(StaticHandler.create(ROOT + "/assets").setMaxAgeSeconds(A_YEAR_SECONDS));
        router.get("/field").handler(page("field.html"));
        router.get("/field/*").handler(page("field.html"));
        router.get("/").handler(page("index.html"));
        router.get().handler(StaticHandler.create(ROOT).setCachingEnabled(false).setDirectoryListing(false));
    }

    private static Handler<RoutingContext> immutable() {
        return ctx -> {
            ctx.response().headers().set("Cache-Control", "public, max-age=" + A_YEAR_SECONDS + ", immutable");
            ctx.next();
        };
    }

    private static Handler<RoutingContext> page(String file) {
        return ctx -> {
            ctx.response().putHeader("Cache-Control", "no-cache").putHeader("Content-Type", "text/html;charset=UTF-8");
            ctx.response().sendFile(ROOT + "/" + file).onFailure(ctx::fail);
        };
    }
}
