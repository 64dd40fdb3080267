package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.drill.Venue;
import org.jspecify.annotations.Nullable;

/** From when a report was to be sent until its incident stands in a frame on each dashboard that must show it; rehearsals of the usual mix. */
final class Dashboards {
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final Path directory;
    private final Load.Bounds bounds;

    Dashboards(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException, SQLException {
        print("## Dashboards: %d sockets, %d reports/s, %d rounds of %d s".formatted(bounds.sockets(),
                bounds.reportsPerSecond(), bounds.rounds(), bounds.seconds()));
        try (Product product = Product.fresh(directory.resolve("dashboards"))) {
            Terms terms = terms(product);
            print("| round | p50 ms | p99 ms | p99.9 ms | max ms | answered p99 ms | back after a cut, p99 ms | missing | load average |");
            print("|---|---|---|---|---|---|---|---|---|");
            List<Double> p99 = new ArrayList<>();
            for (int round = 1; round <= bounds.rounds(); round++) {
                p99.add(row(round, held(terms)));
            }
            print("%nMedian: **p99 %.0f ms** (goal under 60)%n".formatted(new Figures(p99).median()));
        }
    }

    private Terms terms(Product product) throws IOException, InterruptedException, SQLException {
        Terms.Crowd crowd = new Terms.Crowd(bounds.sockets(), 0, Optional.empty(), "commander", "commander",
                Terms.Crowd.SOCKETS_OF_LOGIN, bounds.clients());
        Terms.Traffic traffic = new Terms.Traffic("commander", "npa", bounds.reportsPerSecond(), bounds.clients(),
                WARM_UP,
                Duration.ofSeconds(bounds.seconds()), true);
        return new Terms(new Venue("127.0.0.1", product.port(), false, new Venue.Trust.Usual()),
                Optional.of(product.drill(product.logIn("commander"))),
                List.of(new Terms.Account("commander", product.password("commander"), "npa")), crowd, traffic,
                new Terms.Watch(Optional.of(product.pid()), Optional.empty(), Optional.empty()));
    }

    private static Findings held(Terms terms) throws IOException, InterruptedException {
        try (Rehearsal rehearsal = new Rehearsal(terms, Figures::say)) {
            return rehearsal.hold();
        }
    }

    private static double row(int round, Findings found) {
        Findings.Latency seen = found.screens().latency();
        Findings.@Nullable Latency back = found.back();
        print("| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %d | %.1f |".formatted(round, seen.p50(), seen.p99(),
                seen.p999(), seen.max(), found.reports().latency().p99(), Objects.requireNonNull(back).p99(),
                found.missing(), loadAverage()));
        return seen.p99();
    }
}
