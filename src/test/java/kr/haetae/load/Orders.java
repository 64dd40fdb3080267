package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import kr.haetae.roster.UnitKind;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * From the start of the request that declares level A for the whole country, or issues a directive to be followed at once, until it stands
 * in a frame on every dashboard and every phone. Dashboards: one of a hundred at headquarters, 18 over the agencies, the rest over the
 * stations. Phones follow their stations' views, with what an officer is cleared for.
 */
final class Orders {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int DIGITS = 3;

    private final Path directory;
    private final Load.Bounds bounds;

    Orders(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    /** One order on its way. */
    private static final class Order {
        final String mark = UUID.randomUUID().toString();
        final long begun = System.nanoTime();
        final Histogram seen = new ConcurrentHistogram(DIGITS);
        final CountDownLatch missing;

        Order(int sockets) {
            missing = new CountDownLatch(sockets);
        }
    }

    private volatile @Nullable Order order;

    void measure() throws IOException, InterruptedException, SQLException, TimeoutException {
        int dashboards = bounds.dashboards();
        int phones = bounds.phones();
        print("## Orders: %d dashboards and %d phones, %d rounds".formatted(dashboards, phones, bounds.rounds()));
        Vertx vertx = Vertx.vertx();
        try (Product product = Product.fresh(directory.resolve("orders"))) {
            String token = product.logIn("commander");
            UUID drill = product.drill(token);
            Sockets sockets = new Sockets(vertx, product, drill);
            sockets.open("commander", screens(dashboards), this::taker);
            Map<String, Integer> held = new HashMap<>();
            Sockets.spread(held, UnitKind.STATION, phones);
            sockets.open("viewer", held, this::taker);
            print("| order | round | p50 ms | p99 ms | max ms | missing | load average |\n|---|---|---|---|---|---|---|");
            List<Double> levels = new ArrayList<>();
            List<Double> directives = new ArrayList<>();
            for (int round = 0; round <= bounds.rounds(); round++) {
                levels.add(level(product, drill, token, round, dashboards + phones));
                directives.add(directive(product, drill, token, round, dashboards + phones));
            }
            print("%nMedians: level A **p99 %.0f ms**, directive **p99 %.0f ms** (goal 2000); round 0 warms up%n"
                    .formatted(new Figures(levels.subList(1, levels.size())).median(),
                            new Figures(directives.subList(1, directives.size())).median()));
        } finally {
            vertx.close().await();
        }
    }

    private static Map<String, Integer> screens(int dashboards) {
        Map<String, Integer> scopes = new HashMap<>();
        int headquarters = Math.max(1, dashboards / 100);
        int agencies = dashboards * 18 / 100;
        Sockets.spread(scopes, UnitKind.HQ, headquarters);
        Sockets.spread(scopes, UnitKind.AGENCY, agencies);
        Sockets.spread(scopes, UnitKind.STATION, dashboards - headquarters - agencies);
        return scopes;
    }

    /** Counts each order once. */
    private Handler<String> taker() {
        AtomicLong last = new AtomicLong();
        return text -> {
            Order now = order;
            if (now != null && text.contains(now.mark) && last.getAndSet(now.begun) != now.begun) {
                now.seen.recordValue(System.nanoTime() - now.begun);
                now.missing.countDown();
            }
        };
    }

    private double level(Product product, UUID drill, String token, int round, int sockets)
            throws IOException, InterruptedException {
        Order sent = new Order(sockets);
        order = sent;
        JsonNode answer = post(product, drill, token, "/levels",
                "{\"unit\":\"npa\",\"level\":\"A\",\"until\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(product.now().plusSeconds(36_000), sent.mark),
                201);
        double p99 = row("level A", round, sent, sockets);
        post(product, drill, token, "/levels/" + answer.get("id").asText() + "/lifting",
                "{\"reason\":\"끝\"}", 200);
        Thread.sleep(BETWEEN);
        return p99;
    }

    private double directive(Product product, UUID drill, String token, int round, int sockets)
            throws IOException, InterruptedException {
        Order sent = new Order(sockets);
        order = sent;
        JsonNode answer = post(product, drill, token, "/directives",
                "{\"to\":[\"npa\"],\"below\":true,\"posts\":[\"POLLING_PLACE\"],\"urgency\":\"FLASH\",\"title\":\"%s\",\"text\":\"%s\"}"
                        .formatted("투표소 주변 순찰 강화", sent.mark),
                201);
        double p99 = row("directive", round, sent, sockets);
        post(product, drill, token, "/directives/" + answer.get("id").asText() + "/withdrawal",
                "{\"reason\":\"끝\"}", 200);
        Thread.sleep(BETWEEN);
        return p99;
    }

    private double row(String what, int round, Order sent, int sockets) throws InterruptedException {
        sent.missing.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        double p99 = sent.seen.getValueAtPercentile(99) / 1e6;
        print("| %s | %d | %.0f | %.0f | %.0f | %d of %d | %.1f |".formatted(what, round,
                sent.seen.getValueAtPercentile(50) / 1e6, p99, sent.seen.getMaxValue() / 1e6, sent.missing.getCount(),
                sockets, loadAverage()));
        return p99;
    }

    private static JsonNode post(Product product, UUID drill, String token, String path, String body, int status)
            throws IOException, InterruptedException {
        return product.answer(HttpRequest.newBuilder(product.api("/operations/" + drill + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), status);
    }
}
