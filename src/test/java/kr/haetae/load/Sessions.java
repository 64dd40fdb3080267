package kr.haetae.load;

import static kr.haetae.load.Figures.loadAverage;
import static kr.haetae.load.Figures.print;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kr.haetae.drill.Venue;
import org.HdrHistogram.Histogram;

/**
 * Dashboards that nobody does anything for: what one of them takes of the server's memory, beside what bare Vert.x takes for a socket of
 * the same client; and how long it takes until a crowd is current again after the server was killed and started.
 */
final class Sessions {
    private static final int PORT = 18_696;
    private static final int BARE_PORT = 18_697;
    private static final double KIB = 1024;
    /** At a time: passwords are checked one after the other. */
    private static final int OPENING = 64;
    /** Enough for the mix to have somebody at every unit. */
    private static final int EACH_VIEW = 400;
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMillis(100);

    private final Path directory;
    private final Load.Bounds bounds;

    Sessions(Path directory, Load.Bounds bounds) {
        this.directory = directory;
        this.bounds = bounds;
    }

    void measureMemory() throws IOException, InterruptedException, SQLException {
        print("## %d idle dashboards%n| server | live heap KiB a socket | outside the heap | together | opened in s | load average |%n|---|---|---|---|---|---|"
                .formatted(bounds.sessions()));
        Memory own;
        try (Product product = started(true, Map.of("JAVA_TOOL_OPTIONS", Memory.FIXED_HEAP));
                Crowd first = new Crowd(product, EACH_VIEW);
                Crowd crowd = new Crowd(product, bounds.sessions())) {
            UUID drill = product.drill(product.logIn("commander"));
            // What a view takes once, whoever looks at it, belongs to no socket.
            first.open(drill);
            Thread.sleep(SETTLING);
            Memory before = Memory.of(product.pid());
            double took = crowd.open(drill);
            own = row("Haetae", product.pid(), before, took);
        }
        Process process = bare();
        try (BareListening listening = new BareListening(terms(BARE_PORT, List.of(), bounds.sessions()))) {
            Memory before = Memory.of(process.pid());
            long began = System.nanoTime();
            listening.listen(Figures::say);
            Memory bare = row("bare Vert.x", process.pid(), before, (System.nanoTime() - began) / 1e9);
            print("%n**%.2f×** the heap, **%.2f×** the memory of bare Vert.x (goal 1.2)%n".formatted(
                    own.heap() / bare.heap(), own.sum() / bare.sum()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Memory row(String server, long pid, Memory before, double took) throws IOException, InterruptedException {
        Thread.sleep(SETTLING);
        Memory grown = Memory.of(pid).minus(before);
        double each = KIB * bounds.sessions();
        print("| %s | %.1f | %.1f | %.1f | %.1f | %.1f |".formatted(server, grown.heap() / each,
                grown.resident() / each, grown.sum() / each, took, loadAverage()));
        return grown;
    }

    void measureStorm() throws IOException, InterruptedException, SQLException {
        print("## %d dashboards come back after kill -9 and a start%n| round | start s | current again, from when it served: p50 s | p99 s | last s | load average |%n|---|---|---|---|---|---|"
                .formatted(bounds.storm()));
        started(true, Map.of()).close();
        for (int round = 1; round <= bounds.rounds(); round++) {
            Product product = started(false, Map.of());
            try (Crowd crowd = new Crowd(product, bounds.storm())) {
                UUID drill = product.drill(product.logIn("commander"));
                crowd.open(drill);
                product.kill();
                product = started(false, Map.of());
                Histogram back = crowd.comeBack(drill);
                print("| %d | %.1f | %.1f | %.1f | %.1f | %.1f |".formatted(round, product.start().toMillis() / 1e3,
                        back.getValueAtPercentile(50) / 1e9, back.getValueAtPercentile(99) / 1e9,
                        back.getMaxValue() / 1e9, loadAverage()));
            } finally {
                product.close();
            }
        }
    }

    private Product started(boolean fresh, Map<String, String> further) throws IOException, InterruptedException {
        Path data = directory.resolve("sessions");
        Map<String, String> settings = new HashMap<>(further);
        settings.put("HAETAE_HTTP_PORT", Integer.toString(PORT));
        return fresh ? Product.fresh(data, settings) : Product.start(data, settings);
    }

    private static Process bare() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseG1GC",
                "-XX:MaxGCPauseMillis=50", "-cp", System.getProperty("java.class.path"), BareServer.class.getName(),
                Integer.toString(BARE_PORT));
        builder.environment().put("JAVA_TOOL_OPTIONS", Memory.FIXED_HEAP);
        Process process = builder
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
        if (said == null) {
            throw new IOException("the bare server did not start");
        }
        return process;
    }

    private static Terms terms(int port, List<Terms.Account> accounts, int dashboards) {
        return new Terms(new Venue("127.0.0.1", port, false, new Venue.Trust.Usual()), Optional.empty(), accounts,
                new Terms.Crowd(dashboards, 0, Optional.empty(), "commander", "commander",
                        Terms.Crowd.SOCKETS_OF_LOGIN, OPENING),
                new Terms.Traffic("commander", "npa", 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(4), false),
                new Terms.Watch(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The usual mix of dashboards, and its clients. */
    private static final class Crowd implements AutoCloseable {
        private final Loops loops = new Loops();
        private final Tape tape = new Tape();
        private final Audience audience;

        Crowd(Product product, int dashboards) throws IOException {
            Terms terms = terms(PORT, List.of(new Terms.Account("commander", product.password("commander"), "npa")),
                    dashboards);
            audience = new Audience(loops, terms, new Requests(loops.vertx(), terms.venue()), tape);
            Places places = new Places(terms);
            audience.add(places.dashboards(), scope -> places.account("commander", scope), new Marks(1, new Random()));
        }

        /** Answers the seconds that it took. */
        double open(UUID drill) throws InterruptedException {
            long began = System.nanoTime();
            Rehearsal.await(audience.open(drill), "open");
            Figures.say("%d screens are open".formatted(audience.current()));
            return (System.nanoTime() - began) / 1e9;
        }

        /** From now on all knock, with the log-in and the cursor that they have. */
        Histogram comeBack(UUID drill) throws InterruptedException {
            Rehearsal.await(audience.storm(drill, AGAIN), "come back");
            return Tape.interval(tape.back, Tape.histogram());
        }

        @Override
        public void close() {
            audience.close();
            loops.close();
        }
    }
}
