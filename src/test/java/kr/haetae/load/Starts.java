package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** From the start of the process until it serves: on nothing, and on a ledger of many entries. */
final class Starts {
    private static final int SEED_SECONDS = 5;

    private final Path directory;
    private final Load.Bounds bounds;

    Starts(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException, SQLException {
        print("## Starts\n| start | seconds | load average |\n|---|---|---|");
        List<Double> fresh = new ArrayList<>();
        for (int round = 1; round <= bounds.rounds(); round++) {
            fresh.add(time("fresh database", Product.fresh(directory.resolve("fresh"))));
        }
        Path old = directory.resolve("old");
        seed(old);
        List<Double> existing = new ArrayList<>();
        for (int round = 1; round <= bounds.rounds(); round++) {
            existing.add(time("existing database", Product.start(old)));
        }
        print("%nMedians: fresh **%.1f s** (goal 8), %d entries **%.1f s** (goal 3)%n".formatted(
                new Figures(fresh).median(),
                bounds.entries(), new Figures(existing).median()));
    }

    private static double time(String what, Product product) {
        try (product) {
            double seconds = product.start().toMillis() / 1e3;
            print("| %s | %.1f | %.1f |".formatted(what, seconds, loadAverage()));
            return seconds;
        }
    }

    private void seed(Path data) throws IOException, InterruptedException, SQLException {
        try (Product product = Product.fresh(data)) {
            UUID drill = product.drill(product.logIn("gangnam-officer"));
            while (product.entries(drill) < bounds.entries()) {
                Reports.report(product, drill, bounds.clients(), SEED_SECONDS);
            }
            print("| (seeded: %d entries) | | |".formatted(product.entries(drill)));
        }
    }
}
