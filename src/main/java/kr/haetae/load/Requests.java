package kr.haetae.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Supplier;
import kr.haetae.drill.Venue;
import org.jspecify.annotations.Nullable;

/** What precedes a socket: log-ins, lists, whole pictures. Fails with {@link RehearsalRefused} when the server refuses. */
final class Requests {
    private static final int CONNECTIONS = 64;
    /** Passwords are hashed one after the other; a crowd waits for its turn. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int OVERLOADED = 503;

    private final Vertx vertx;
    private final HttpClientAgent client;

    Requests(Vertx vertx, Venue venue) {
        this.vertx = vertx;
        HttpClientOptions options = new HttpClientOptions().setDefaultHost(venue.host()).setDefaultPort(venue.port())
                .setSsl(venue.tls()).setTcpNoDelay(true);
        venue.trust().apply(options);
        client = vertx.createHttpClient(options,
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    }

    /** A bearer token. */
    Future<String> logIn(Terms.Account account) {
        JsonObject body = new JsonObject().put("login", account.login()).put("password", account.password());
        return onContext(() -> client.request(options(HttpMethod.POST, "/session?tokens=body", null))
                .compose(request -> request.putHeader("Content-Type", "application/json").send(body.encode()))
                .compose(response -> response.statusCode() == OVERLOADED
                        ? response.end().compose(v -> vertx.timer(AGAIN.toMillis())).compose(v -> logIn(account))
                        : json("the log-in of " + account.login(), response)
                                .map(answer -> answer.getString("accessToken"))));
    }

    Future<JsonObject> read(String token, String path) {
        return onContext(() -> client.request(options(HttpMethod.GET, path, token)).compose(request -> request.send())
                .compose(response -> json(path, response)));
    }

    /** From another thread an answer may be over before anybody asks for its body, and then it never comes. */
    private <T> Future<T> onContext(Supplier<Future<T>> request) {
        Promise<T> promise = Promise.promise();
        vertx.runOnContext(v -> request.get().onComplete(promise));
        return promise.future();
    }

    /** Fetches a whole view as a screen does, compressed; answers its cursor. What it holds is left unread. */
    Future<String> picture(String token, String path) {
        return onContext(() -> client.request(options(HttpMethod.GET, path, token))
                .compose(request -> request.putHeader("Accept-Encoding", "gzip").send())
                .compose(response -> {
                    @Nullable
                    String cursor = response.getHeader("Haetae-Cursor");
                    return response.statusCode() != 200 || cursor == null ? json(path, response).map("")
                            : response.handler(bytes -> {}).end().map(cursor);
                }));
    }

    private static Future<JsonObject> json(String what, HttpClientResponse response) {
        return response.body().compose(body -> response.statusCode() / 100 == 2
                ? Future.succeededFuture(body.toJsonObject())
                : Future.failedFuture(new RehearsalRefused(
                        "The server refused %s: %d %s".formatted(what, response.statusCode(), body))));
    }

    private static RequestOptions options(HttpMethod method, String path, @Nullable String token) {
        RequestOptions options = new RequestOptions().setMethod(method).setURI("/api/v1" + path)
                .setTimeout(PATIENCE.toMillis());
        return token == null ? options : options.putHeader("Authorization", "Bearer " + token);
    }
}
