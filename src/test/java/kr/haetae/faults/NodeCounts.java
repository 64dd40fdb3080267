package kr.haetae.faults;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.haetae.faults.History.Answered;

/** More nodes, another version of them, and what a synchronous standby costs: told, not judged, beside the history. */
final class NodeCounts {
    private static final Duration WARM = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int CLIENTS = 48;

    private NodeCounts() {}

    /** The same number of clients at one, two and three nodes, each going on as soon as it is answered. */
    static void nodes(Run run) throws Exception {
        run.now();
        List<Place> places = run.site().nodes().stream().map(NodeProcess::place).toList();
        List<Double> rates = new ArrayList<>();
        rate(run.site(), places, WARM);
        for (int nodes = 1; nodes <= places.size(); nodes++) {
            rates.add(rate(run.site(), places.subList(0, nodes), ROUND));
        }
        run.note("reports/s at 1, 2, 3 nodes: " + rates.stream().map("%.0f"::formatted).toList());
    }

    /** By turns, so that whatever else the machine does falls on both. */
    static void synchronousStandby(Run run) throws Exception {
        run.now();
        List<Place> places = run.site().nodes().stream().map(NodeProcess::place).toList();
        rate(run.site(), places, WARM);
        double with = 0;
        double without = 0;
        for (int round = 0; round < 2; round++) {
            run.site().synchronous(false);
            without += rate(run.site(), places, ROUND) / 2;
            run.site().synchronous(true);
            with += rate(run.site(), places, ROUND) / 2;
        }
        run.note("reports/s with a synchronous standby %.0f, asynchronous %.0f: ratio %.2f".formatted(with, without,
                with / without));
    }

    private static double rate(Installation site, List<Place> places, Duration length) throws Exception {
        String bearer = site.logIn("gangnam-room");
        List<Reporter> reporters = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < CLIENTS; i++) {
                Reporter reporter = new Reporter(client, List.of(places.get(i % places.size())), () -> bearer,
                        Duration.ZERO);
                reporters.add(reporter);
                threads.add(Thread.ofVirtual().start(() -> report(reporter)));
            }
            long began = System.nanoTime();
            Thread.sleep(length);
            double seconds = (System.nanoTime() - began) / 1e9;
            long done = reporters.stream().flatMap(it -> it.answers().stream()).filter(Answered::acknowledged).count();
            reporters.forEach(Reporter::enough);
            for (Thread thread : threads) {
                thread.join();
            }
            return done / seconds;
        }
    }

    private static void report(Reporter reporter) {
        try {
            reporter.run(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One node after the other, from the version before to this one, as docs/operations.md says. */
    static void rollingUpgrade(Run run) throws InterruptedException {
        for (NodeProcess node : run.site().nodes()) {
            run.now();
            node.stop();
            node.jar(NodeProcess.builtJar());
            node.launch();
            run.site().awaitReady(node);
            run.steady();
        }
    }

    /** Of the commit before; ops/faults builds it. */
    static Path previousJar() {
        return Path.of(System.getProperty("haetae.faults.previous", ""));
    }
}
