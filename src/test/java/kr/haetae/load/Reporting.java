package kr.haetae.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Unit;
import kr.haetae.roster.UnitKind;
import org.HdrHistogram.Histogram;

/** Reports from stations all over the country at a fixed rate, whether or not the ones before are answered. */
final class Reporting {
    private static final int CONNECTIONS = 64;
    private static final int DIGITS = 3;
    /** For frames that are still on their way. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Product product;
    private final HttpClient client;
    private final RequestOptions request;
    private final Stopwatch stopwatch;
    private final List<Unit> stations = CommandTree.shipped().units(UnitKind.STATION);
    private int next;

    /**
     * What was sent.
     *
     * @param units how many reports of each unit
     * @param answered nanoseconds until the answer 201
     */
    record Sent(Map<String, Integer> units, Histogram answered) {}

    Reporting(Vertx vertx, Product product, UUID operation, String token, Stopwatch stopwatch) {
        this.vertx = vertx;
        this.product = product;
        this.stopwatch = stopwatch;
        client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        request = new RequestOptions().setMethod(HttpMethod.POST).setHost("127.0.0.1").setPort(product.port())
                .setURI("/api/v1/operations/" + operation + "/incidents")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
    }

    /** Reports, and returns when all is answered and shown; fails when a report is not answered by 201. */
    Sent report(int perSecond, int seconds) throws InterruptedException {
        Sent sent = new Sent(new HashMap<>(), new Histogram(DIGITS));
        List<Future<?>> answers = new ArrayList<>();
        Promise<Void> done = Promise.promise();
        long began = System.nanoTime();
        int all = perSecond * seconds;
        // Ten looks at the clock for each report: none is sent late by more than a tenth of the pause between two.
        vertx.setPeriodic(Math.max(1, 100 / perSecond), timer -> {
            while (answers.size() < all && (System.nanoTime() - began) * perSecond / 1_000_000_000L >= answers.size()) {
                answers.add(send(sent));
            }
            if (answers.size() == all) {
                vertx.cancelTimer(timer);
                Future.join(answers).<Void>mapEmpty().onComplete(done);
            }
        });
        done.future().await();
        Thread.sleep(AFTERWARDS);
        return sent;
    }

    private Future<?> send(Sent sent) {
        String unit = stations.get(next++ * 7 % stations.size()).code();
        sent.units().merge(unit, 1, Integer::sum);
        String id = UUID.randomUUID().toString();
        String body = """
                {"kind":"DISTURBANCE","code":2,"text":"투표소 앞 확성기 소란, 선거인 약 20명 대기 중","unit":"%s",\
                "source":"CALL_112","callNumber":"1234","occurredAt":"%s"}""".formatted(unit, product.now());
        long start = System.nanoTime();
        stopwatch.begin(id);
        return client.request(new RequestOptions(request).putHeader("Idempotency-Key", id))
                .compose(post -> post.send(Buffer.buffer(body)))
                .map(response -> {
                    if (response.statusCode() != 201) {
                        throw new IllegalStateException("a report was answered " + response.statusCode());
                    }
                    sent.answered().recordValue(System.nanoTime() - start);
                    return response;
                });
    }
}
