package kr.haetae.browser;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import kr.haetae.RunningNode;

/** What lies between a phone and the server: a line that can be cut, that loses answers on their way, or that brings another edition. */
final class BadLine implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final HttpServer server = vertx.createHttpServer();
    private final RunningNode node;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean down;
    private volatile BiPredicate<HttpMethod, String> losing = (method, path) -> false;
    private volatile UnaryOperator<String> worker = UnaryOperator.identity();

    private BadLine(RunningNode node) {
        this.node = node;
    }

    static BadLine to(RunningNode node) throws Exception {
        BadLine line = new BadLine(node);
        line.server.requestHandler(line::pass).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return line;
    }

    String origin() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** No more bytes in either direction, from now on. */
    void cut() {
        down = true;
    }

    void mend() {
        down = false;
    }

    /** The server does what it is asked, and nobody hears that it did. */
    void lose(BiPredicate<HttpMethod, String> answers) {
        losing = answers;
    }

    int lost() {
        return lost.get();
    }

    /** Another edition of the field page: its worker reads so. */
    void bring(UnaryOperator<String> edition) {
        worker = edition;
    }

    private void pass(HttpServerRequest near) {
        if (down) {
            near.connection().close();
            return;
        }
        if (near.headers().contains("Upgrade")) {
            // A line this bad holds no socket: the page asks instead.
            near.response().setStatusCode(503).end();
            return;
        }
        near.body().compose(body -> ask(near, body)).onFailure(broken -> near.connection().close());
    }

    private Future<Void> ask(HttpServerRequest near, Buffer body) {
        RequestOptions options = new RequestOptions().setMethod(near.method()).setHost("127.0.0.1")
                .setPort(node.port()).setURI(near.uri());
        return client.request(options).compose(far -> {
            near.headers().forEach((name, value) -> far.putHeader(name, value));
            far.putHeader("Host", "127.0.0.1:" + node.port());
            if (near.getHeader("Origin") != null) {
                far.putHeader("Origin", node.origin());
            }
            if ("/field-worker.js".equals(near.path())) {
                far.putHeader("Accept-Encoding", "identity");
            }
            return far.send(body);
        }).compose(far -> far.body().compose(answer -> give(near, far, answer)));
    }

    private Future<Void> give(HttpServerRequest near, HttpClientResponse far, Buffer answer) {
        if (down || losing.test(near.method(), near.uri())) {
            lost.incrementAndGet();
            return near.connection().close();
        }
        near.response().setStatusCode(far.statusCode());
        far.headers().forEach((name, value) -> near.response().headers().add(name, value));
        near.response().headers().remove("Content-Length").remove("Transfer-Encoding");
        boolean edited = "/field-worker.js".equals(near.path());
        return near.response().end(edited ? Buffer.buffer(worker.apply(answer.toString())) : answer).mapEmpty();
    }

    @Override
    public void close() {
        server.close();
        client.close();
        vertx.close();
    }
}
