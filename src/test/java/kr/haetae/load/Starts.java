package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From the start of the process until it serves: on nothing, and on ledgers of many entries, with their snapshot and without. */
final class Starts {
    private static final int SEED_SECONDS = 5;
    /** How many times the entries of the first case. */
    private static final int MANY = 5;

    private static final Map<String, String> WITHOUT = Map.of("HAETAE_SNAPSHOTS", "off");

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
        for (int entries : new int[]{bounds.entries(), MANY * bounds.entries()}) {
            seed(old, entries);
            List<Double> kept = new ArrayList<>();
            List<Double> folded = new ArrayList<>();
            for (int round = 1; round <= bounds.rounds(); round++) {
                kept.add(time(entries + " entries, from a snapshot", Product.start(old)));
                folded.add(time(entries + " entries, folding all", Product.start(old, WITHOUT)));
            }
            print("%nMedians at %d entries: from a snapshot **%.1f s** (goal %d), folding all %.1f s%n".formatted(
                    entries,
                    new Figures(kept).median(), entries == bounds.entries() ? 3 : 5, new Figures(folded).median()));
        }
        print("%nMedian of a fresh database: **%.1f s** (goal 8)%n".formatted(new Figures(fresh).median()));
    }

    private static double time(String what, Product product) {
        try (product) {
            double seconds = product.start().toMillis() / 1e3;
            print("| %s | %.1f | %.1f |".formatted(what, seconds, loadAverage()));
            return seconds;
        }
    }

    /**
     * A night's incidents, then what most entries of an election are: hourly reports from posts all over the country. The snapshot
     * is written when the product is stopped.
     */
    private void seed(Path data, int entries) throws IOException, InterruptedException, SQLException {
        boolean first = entries == bounds.entries();
        try (Product product = first ? Product.fresh(data) : Product.start(data)) {
            UUID drill = product.drill(product.logIn("gangnam-officer"));
            if (first) {
                Reports.report(product, drill, bounds.clients(), SEED_SECONDS);
            }
            while (product.entries(drill) < entries) {
                Reports.reportPosts(product, drill, bounds.clients(), SEED_SECONDS);
            }
            print("| (seeded: %d entries) | | |".formatted(product.entries(drill)));
        }
    }
}
