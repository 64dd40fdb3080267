package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Unit;
import kr.haetae.roster.UnitKind;
import org.HdrHistogram.Histogram;

/** From the start of a report's POST until its incident stands in a frame on each dashboard that must show it. */
final class Dashboards {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The feed lets one log-in have 12. */
    private static final int SOCKETS_OF_A_SESSION = 10;
    private static final int BIG_FRAME = 64 << 20;

    private final Path directory;
    private final Load.Bounds bounds;

    Dashboards(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException, SQLException, TimeoutException {
        print("## Dashboards: %d sockets, %d reports/s, %d rounds of %d s".formatted(bounds.sockets(),
                bounds.reportsPerSecond(), bounds.rounds(), bounds.seconds()));
        Vertx vertx = Vertx.vertx();
        try (Product product = Product.fresh(directory.resolve("dashboards"))) {
            String token = product.logIn("commander");
            UUID drill = product.drill(token);
            Stopwatch stopwatch = new Stopwatch();
            Map<String, Integer> scopes = scopes();
            open(vertx, product, drill, scopes, stopwatch);
            Reporting reporting = new Reporting(vertx, product, drill, token, stopwatch);
            reporting.report(bounds.reportsPerSecond(), bounds.seconds());
            print("| round | p50 ms | p99 ms | p99.9 ms | max ms | answered p99 ms | missing | load average |");
            print("|---|---|---|---|---|---|---|---|");
            List<Double> p99 = new ArrayList<>();
            for (int round = 1; round <= bounds.rounds(); round++) {
                stopwatch.reset();
                Reporting.Sent sent = reporting.report(bounds.reportsPerSecond(), bounds.seconds());
                p99.add(row(round, sent, stopwatch.seen(), expected(sent, scopes)));
            }
            print("%nMedian: **p99 %.0f ms** (goal under 60)%n".formatted(new Figures(p99).median()));
        } finally {
            vertx.close().await();
        }
    }

    private static double row(int round, Reporting.Sent sent, Histogram seen, long expected) {
        double p99 = millis(seen, 99);
        print("| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %d of %d | %.1f |".formatted(round, millis(seen, 50), p99,
                millis(seen, 99.9), millis(seen, 100), millis(sent.answered(), 99),
                expected - seen.getTotalCount(), expected, loadAverage()));
        return p99;
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    /** A fifth at headquarters, three tenths over the agencies, half over the stations: scope → sockets. */
    private Map<String, Integer> scopes() {
        Map<String, Integer> scopes = new HashMap<>();
        int headquarters = bounds.sockets() / 5;
        int agencies = bounds.sockets() * 3 / 10;
        spread(scopes, UnitKind.HQ, headquarters);
        spread(scopes, UnitKind.AGENCY, agencies);
        spread(scopes, UnitKind.STATION, bounds.sockets() - headquarters - agencies);
        return scopes;
    }

    private static void spread(Map<String, Integer> scopes, UnitKind kind, int sockets) {
        List<Unit> units = CommandTree.shipped().units(kind);
        for (int i = 0; i < sockets; i++) {
            scopes.merge(units.get(i % units.size()).code(), 1, Integer::sum);
        }
    }

    private static long expected(Reporting.Sent sent, Map<String, Integer> scopes) {
        long expected = 0;
        CommandTree tree = CommandTree.shipped();
        for (Map.Entry<String, Integer> reported : sent.units().entrySet()) {
            String unit = reported.getKey();
            while (unit != null) {
                expected += (long) scopes.getOrDefault(unit, 0) * reported.getValue();
                unit = tree.unit(unit).map(Unit::parent).orElse(null);
            }
        }
        return expected;
    }

    /** As a screen does: the picture by HTTP, once for each scope, then a socket that follows from its cursor. */
    private static void open(Vertx vertx, Product product, UUID drill, Map<String, Integer> scopes,
            Stopwatch stopwatch) throws IOException, InterruptedException, TimeoutException {
        WebSocketClient client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(10_000).setMaxFrameSize(BIG_FRAME)
                        .setMaxMessageSize(BIG_FRAME));
        String token = "";
        int opened = 0;
        String reader = product.logIn("commander");
        for (Map.Entry<String, Integer> scope : scopes.entrySet()) {
            String since = product.answer(HttpRequest
                    .newBuilder(product.api("/operations/" + drill + "/picture?scope=" + scope.getKey()))
                    .header("Authorization", "Bearer " + reader).build(), 200).get("upTo").asText();
            String hello = "{\"type\":\"hello\",\"operation\":\"%s\",\"scope\":\"%s\",\"since\":\"%s\"}"
                    .formatted(drill, scope.getKey(), since);
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < scope.getValue(); i++) {
                if (opened++ % SOCKETS_OF_A_SESSION == 0) {
                    token = product.logIn("commander");
                }
                WebSocketConnectOptions live = new WebSocketConnectOptions().setHost("127.0.0.1")
                        .setPort(product.port()).setURI("/api/v1/live").addHeader("Authorization", "Bearer " + token);
                ClientWebSocket socket = client.webSocket().textMessageHandler(stopwatch::frame);
                socket.closeHandler(closed -> System.err.println(
                        "a dashboard was closed: " + socket.closeStatusCode() + " " + socket.closeReason()));
                opening.add(socket.connect(live).compose(open -> open.writeTextMessage(hello)));
            }
            Future.all(opening).await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
