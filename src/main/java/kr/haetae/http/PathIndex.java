package kr.haetae.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A router tries its routes one after the other, nearly each a regular expression; that was a third of what a report cost. So there
 * is one for each shape of path: how many words it has, and which stands first, below an operation the first after its id. Used on
 * one event loop.
 */
final class PathIndex {
    private static final String BELOW_OPERATION = "/operations/";

    private final Vertx vertx;
    private final String mounted;
    private final Map<String, Router> routers = new HashMap<>();

    /** @param mounted what stands before every path, without a slash at the end */
    PathIndex(Vertx vertx, String mounted) {
        this.vertx = vertx;
        this.mounted = mounted;
    }

    /** Where a route of that path belongs. */
    Router of(String path) {
        return routers.computeIfAbsent(shape(path), shape -> Router.router(vertx));
    }

    /** Hands a request to the only router that can have its route, if there is one. */
    void handle(RoutingContext ctx) {
        Router router = routers.get(shape(ctx.normalizedPath().substring(mounted.length())));
        if (router == null) {
            ctx.next();
        } else {
            router.handleContext(ctx);
        }
    }

    List<Route> routes() {
        return routers.values().stream().flatMap(router -> router.getRoutes().stream()).toList();
    }

    /** As a router does, without regard to one slash at the end. Asked for each request. */
    private static String shape(String given) {
        String path = given.length() > 1 && given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        int words = 0;
        for (int at = 0; at < path.length(); at++) {
            words += path.charAt(at) == '/' ? 1 : 0;
        }
        int word = path.startsWith(BELOW_OPERATION) ? path.indexOf('/', BELOW_OPERATION.length()) : 0;
        int next = path.indexOf('/', word + 1);
        return word < 0 ? Integer.toString(words) : words + path.substring(word, next < 0 ? path.length() : next);
    }
}
