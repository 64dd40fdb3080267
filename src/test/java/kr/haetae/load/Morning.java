package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kr.haetae.drill.Venue;

/** The morning of the day: what the screens notice while officers all over the country come on duty and log in. */
final class Morning {
    /** 28,590 on polling places' duty (the published plan of 2022) within half an hour. */
    private static final int OFFICERS = 28_590;
    private static final Duration BETWEEN = Duration.ofMinutes(30).dividedBy(OFFICERS);
    /** Accounts that they share: one account's log-ins beside each other are refused as guessing. */
    private static final int OFFICERS_AT_ONCE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Path directory;
    private final Load.Bounds bounds;

    Morning(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException, SQLException {
        print("## The morning: %d dashboards, %d reports/s, an officer each %d ms%n| | log-ins | report to screen p50 ms | p99 ms | server's cores | missing | load average |%n|---|---|---|---|---|---|---|"
                .formatted(bounds.dashboards(), bounds.reportsPerSecond(), BETWEEN.toMillis()));
        try (Product product = Product.fresh(directory.resolve("morning"))) {
            UUID drill = product.drill(product.logIn("commander"));
            List<Terms.Account> officers = product.accounts(OFFICERS_AT_ONCE);
            Findings before = rehearse(product, drill);
            row("before", "–", before);
            try (Duty duty = new Duty(product, drill, officers)) {
                Findings meanwhile = rehearse(product, drill);
                row("meanwhile", Integer.toString(duty.end()), meanwhile);
                print("%n**%.2f×** the p99 before (goal 1.5)%n".formatted(
                        meanwhile.screens().latency().p99() / before.screens().latency().p99()));
            }
        }
    }

    private static void row(String when, String in, Findings found) {
        Findings.Server server = found.server();
        print("| %s | %s | %.1f | %.1f | %.2f | %d | %.1f |".formatted(when, in,
                found.screens().latency().p50(), found.screens().latency().p99(),
                server == null ? Double.NaN : server.cores(), found.missing(), loadAverage()));
    }

    private Findings rehearse(Product product, UUID drill) throws IOException, InterruptedException {
        Terms terms = terms(product, drill,
                List.of(new Terms.Account("commander", product.password("commander"), "npa")),
                new Terms.Crowd(bounds.dashboards(), 0, Optional.empty(), "commander",
                        "commander", Terms.Crowd.SOCKETS_OF_LOGIN, bounds.clients()));
        try (Rehearsal rehearsal = new Rehearsal(terms, Figures::say)) {
            return rehearsal.hold();
        }
    }

    private Terms terms(Product product, UUID drill, List<Terms.Account> accounts, Terms.Crowd crowd) {
        return new Terms(new Venue("127.0.0.1", product.port(), false, new Venue.Trust.Usual()), Optional.of(drill),
                accounts, crowd,
                new Terms.Traffic("commander", "npa", bounds.reportsPerSecond(), bounds.clients(), WARM_UP,
                        Duration.ofSeconds(bounds.seconds()), false),
                new Terms.Watch(Optional.of(product.pid()), Optional.empty(), Optional.empty()));
    }

    /** Officers who come on duty one after the other, and stay. */
    private final class Duty implements AutoCloseable {
        private final Loops loops = new Loops();
        private final Audience audience;
        private final Future<Integer> arrived;
        private volatile boolean ended;

        Duty(Product product, UUID drill, List<Terms.Account> officers) {
            Terms terms = terms(product, drill, officers, new Terms.Crowd(0, OFFICERS, Optional.empty(), "*", "*", 1,
                    bounds.clients()));
            audience = new Audience(loops, terms, new Requests(loops.vertx(), terms.venue()), new Tape());
            Places places = new Places(terms);
            audience.add(places.phones(), scope -> places.account("*", scope),
                    new Marks(1, new Random()));
            arrived = audience.arrive(drill, BETWEEN, () -> !ended);
        }

        /** Nobody comes any more; answers how many did. Fails when somebody was not let in. */
        int end() throws InterruptedException {
            ended = true;
            return Rehearsal.await(arrived, "let everybody in");
        }

        @Override
        public void close() {
            audience.close();
            loops.close();
        }
    }
}
