package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.drill.Venue;

/**
 * What a change on a dashboard costs the server, beside what the same frames cost a bare loop in C (ops/load/sendloop.c): all dashboards look at
 * one station, whose reports come at a rate; each window of {@code HAETAE_FRAME_MILLIS} by turns, then the loop with the frames of the first.
 */
final class Fanout {
    private static final int[] WINDOWS = {0, 25, 100};
    private static final String STATION = "seoul-gangnam";
    /** After 20 s the compiler still took a twentieth of the server's time. */
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final int PORT = 18_695;

    private final Path directory;
    private final Load.Bounds bounds;
    private final Map<Integer, List<Double>> micros = new HashMap<>();
    private final List<Double> bare = new ArrayList<>();

    Fanout(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measure() throws IOException, InterruptedException, SQLException {
        print("## Fan-out: %d dashboards at one station, %d reports/s, %d rounds of %d s".formatted(bounds.dashboards(),
                bounds.reportsPerSecond(), bounds.rounds(), bounds.seconds()));
        Path data = directory.resolve("fanout");
        try (Product product = Product.fresh(data)) {
            product.drill(product.logIn("commander"));
        }
        Path loop = compiled();
        print("| window | changes/s | frames/s | bytes a frame | CPU µs a change | changes per CPU second | p50 ms | p99 ms | missing | load average |");
        print("|---|---|---|---|---|---|---|---|---|---|");
        for (int round = 1; round <= bounds.rounds(); round++) {
            Path frames = directory.resolve("frames");
            for (int window : WINDOWS) {
                rehearse(data, window, window == 0 ? Optional.of(frames) : Optional.empty());
            }
            send(loop, frames);
        }
        double least = new Figures(bare).median();
        for (int window : WINDOWS) {
            double own = new Figures(micros.getOrDefault(window, List.of())).median();
            print("%nMedian with a window of %d ms: **%.2f µs a change**, %.2f× the bare loop's %.2f µs a frame"
                    .formatted(window,
                            own, own / least, least));
        }
    }

    private void rehearse(Path data, int window, Optional<Path> capture)
            throws IOException, InterruptedException, SQLException {
        try (Product product = Product.start(data, Map.of("HAETAE_FRAME_MILLIS", Integer.toString(window)))) {
            List<Terms.Account> accounts = List.of(
                    new Terms.Account("commander", product.password("commander"), "npa"));
            Terms.Crowd crowd = new Terms.Crowd(bounds.dashboards(), 0, Optional.of(STATION), "commander", "commander",
                    Terms.Crowd.SOCKETS_OF_LOGIN, bounds.clients());
            Terms.Traffic traffic = new Terms.Traffic("commander", STATION, bounds.reportsPerSecond(), bounds.clients(),
                    WARM_UP, Duration.ofSeconds(bounds.seconds()), false);
            Terms terms = new Terms(venue(product.port()), Optional.of(product.drill(product.logIn("commander"))),
                    accounts,
                    crowd, traffic, new Terms.Watch(Optional.of(product.pid()), Optional.empty(), capture));
            try (Rehearsal rehearsal = new Rehearsal(terms, Figures::say)) {
                Findings found = rehearsal.hold();
                Findings.Server server = Objects.requireNonNull(found.server());
                micros.computeIfAbsent(window, w -> new ArrayList<>()).add(server.microsPerDelivery());
                print("| %d ms | %.0f | %.0f | %.0f | %.2f | %.0f | %.1f | %.1f | %d | %.1f |".formatted(window,
                        found.screens().deliveriesPerSecond(), found.screens().framesPerSecond(),
                        found.screens().bytesPerFrame(), server.microsPerDelivery(), server.deliveriesPerCpuSecond(),
                        found.screens().latency().p50(), found.screens().latency().p99(), found.missing(),
                        loadAverage()));
            }
        }
    }

    private void send(Path loop, Path frames) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(loop.toString(), Integer.toString(PORT),
                Integer.toString(bounds.dashboards()), frames.toString()).inheritIO().start();
        Terms.Crowd crowd = new Terms.Crowd(bounds.dashboards(), 0, Optional.empty(), "", "", 1, bounds.clients());
        Terms.Traffic traffic = new Terms.Traffic("", STATION, 1, 0, Duration.ofSeconds(3),
                Duration.ofSeconds(bounds.seconds()), false);
        Terms terms = new Terms(venue(PORT), Optional.empty(), List.of(), crowd, traffic,
                new Terms.Watch(Optional.of(process.pid()), Optional.empty(), Optional.empty()));
        try (BareListening listening = new BareListening(terms)) {
            Thread.sleep(Duration.ofSeconds(1));
            BareListening.Heard heard = listening.listen(Figures::say);
            double micro = heard.cpuSeconds() * 1e6 / heard.frames();
            bare.add(micro);
            print("| bare loop | – | %.0f | %.0f | %.2f a frame | – | – | – | – | %.1f |".formatted(
                    heard.frames() / heard.seconds(), (double) heard.bytes() / heard.frames(), micro, loadAverage()));
        } finally {
            process.destroy();
        }
    }

    private static Venue venue(int port) {
        return new Venue("127.0.0.1", port, false, new Venue.Trust.Usual());
    }

    private Path compiled() throws IOException, InterruptedException {
        Path loop = directory.resolve("sendloop").toAbsolutePath();
        Files.createDirectories(directory);
        Process compiler = new ProcessBuilder("cc", "-O2", "-o", loop.toString(), "ops/load/sendloop.c").inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new IOException("cc could not build ops/load/sendloop.c");
        }
        return loop;
    }
}
