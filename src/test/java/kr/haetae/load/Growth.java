package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.drill.Venue;

/**
 * Two curves that should be flat: what a report costs the server with ever more posts on the picture, and what a change on a dashboard
 * costs it with ever more dashboards. Processor time of the server's process, reading reports and writing them down included.
 */
final class Growth {
    private static final int[] POSTS = {1_000, 10_000, 100_000};
    private static final int[] DASHBOARDS = {100, 1_000, 10_000};
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /** So that what an idle server does is a small part of a report's cost. */
    private static final int REPORTS_PER_SECOND = 500;
    private static final int FEW_DASHBOARDS = 50;
    /** Of one upload. */
    private static final int MOST_LINES = 20_000;

    private final Path directory;
    private final Load.Bounds bounds;

    Growth(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException {
        print("## Growth: posts; %d reports/s, %d dashboards%n| posts | server's CPU µs a report | report to screen p50 ms | p99 ms | missing | load average |%n|---|---|---|---|---|---|"
                .formatted(REPORTS_PER_SECOND, FEW_DASHBOARDS));
        for (int posts : POSTS) {
            try (Product product = Product.fresh(directory.resolve("growth"), Map.of(), "--empty")) {
                UUID operation = operation(product, posts);
                Findings found = rehearse(product, operation, FEW_DASHBOARDS, REPORTS_PER_SECOND);
                double micros = Objects.requireNonNull(found.server()).cpuSeconds() * 1e6
                        / found.reports().accepted();
                print("| %d | %.0f | %.1f | %.1f | %d | %.1f |".formatted(posts, micros,
                        found.screens().latency().p50(), found.screens().latency().p99(), found.missing(),
                        loadAverage()));
            }
        }
        print("%n## Growth: dashboards; %d reports/s, the usual mix%n| dashboards | changes/s | server's CPU µs a change | µs a dashboard and second | p50 ms | p99 ms | missing | load average |%n|---|---|---|---|---|---|---|---|"
                .formatted(bounds.reportsPerSecond()));
        for (int dashboards : DASHBOARDS) {
            try (Product product = Product.fresh(directory.resolve("growth"), Map.of(), "--empty")) {
                UUID operation = operation(product, POSTS[1]);
                Findings found = rehearse(product, operation, dashboards, bounds.reportsPerSecond());
                Findings.Server server = Objects.requireNonNull(found.server());
                print("| %d | %.0f | %.1f | %.0f | %.1f | %.1f | %d | %.1f |".formatted(dashboards,
                        found.screens().deliveriesPerSecond(), server.microsPerDelivery(),
                        server.cores() * 1e6 / dashboards, found.screens().latency().p50(),
                        found.screens().latency().p99(), found.missing(), loadAverage()));
            }
        }
    }

    private Findings rehearse(Product product, UUID operation, int dashboards, int reports)
            throws IOException, InterruptedException {
        Terms.Account commander = new Terms.Account("commander", product.password("commander"), "npa");
        Terms terms = new Terms(new Venue("127.0.0.1", product.port(), false, new Venue.Trust.Usual()),
                Optional.of(operation), List.of(commander),
                new Terms.Crowd(dashboards, 0, Optional.empty(), "commander", "commander",
                        Terms.Crowd.SOCKETS_OF_LOGIN, bounds.clients()),
                new Terms.Traffic("commander", "npa", reports, bounds.clients(), WARM_UP,
                        Duration.ofSeconds(bounds.seconds()), false),
                new Terms.Watch(Optional.of(product.pid()), Optional.empty(), Optional.empty()));
        try (Rehearsal rehearsal = new Rehearsal(terms, Figures::say)) {
            return rehearsal.hold();
        }
    }

    /** A drill with so many polling places, all of one district: what is seen is the number, not who may see it. */
    private static UUID operation(Product product, int posts) throws IOException, InterruptedException {
        String token = product.logIn("admin");
        JsonNode created = product.answer(product.command(token, "/operations", "application/json",
                "{\"name\":\"growth\",\"kind\":\"DRILL\"}"), 201);
        String path = "/operations/" + created.get("id").asText();
        for (int from = 0; from < posts; from += MOST_LINES) {
            StringBuilder csv = new StringBuilder("kind,name,province,district\n");
            for (int post = from; post < Math.min(posts, from + MOST_LINES); post++) {
                csv.append("POLLING_PLACE,growth ").append(post).append(",서울특별시,종로구\n");
            }
            product.answer(product.command(token, path + "/posts/import", "text/csv", csv.toString()), 200);
        }
        product.answer(product.command(token, path + "/opening", "application/json", "{}"), 200);
        return UUID.fromString(created.get("id").asText());
    }
}
