package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import kr.haetae.roster.CommandTree;
import kr.haetae.roster.Unit;
import kr.haetae.roster.UnitKind;
import org.HdrHistogram.Histogram;

/** From the start of a report's POST until its incident stands in a frame on each dashboard that must show it. */
final class Dashboards {
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
            new Sockets(vertx, product, drill).open("commander", scopes, () -> stopwatch::frame);
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
        Sockets.spread(scopes, UnitKind.HQ, headquarters);
        Sockets.spread(scopes, UnitKind.AGENCY, agencies);
        Sockets.spread(scopes, UnitKind.STATION, bounds.sockets() - headquarters - agencies);
        return scopes;
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
}
