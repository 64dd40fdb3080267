package kr.haetae.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.haetae.EmptyOperation;
import kr.haetae.faults.Installation.Shape;

/** What happens to a machine: its disk, its clock, its memory. */
final class MachineFaults {
    /** Debian's libfaketime, which makes one process see another time. */
    private static final List<String> FAKETIME = List.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
            "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final Duration ASKED = Duration.ofSeconds(15);
    private static final int DISK_MEGABYTES = 320;
    private static final int ASKERS = 24;

    private MachineFaults() {}

    /** A disk of its own for the database, which another file fills; without root there is none. */
    static Shape smallDisk(Shape shape) {
        return shape.withDisk(DISK_MEGABYTES);
    }

    static void diskFull(Run run) throws IOException, InterruptedException {
        Postgres database = run.site().database();
        Path filler = database.cluster().resolveSibling("filler");
        try {
            Programs.run(List.of("sh", "-c", "cat /dev/zero > '%s' 2>/dev/null || true".formatted(filler)));
            Thread.sleep(FULL);
        } finally {
            Files.delete(filler);
            run.now();
        }
        if (!database.answers()) {
            run.note("PostgreSQL had ended and was started");
            database.kill();
            database.start();
        }
    }

    /** Every node's JVM sees the time of a file in its data directory. */
    static Shape ownClocks(Shape shape) {
        String library = FAKETIME.stream().filter(it -> Files.exists(Path.of(it))).findFirst().orElse("");
        return shape.with(Map.of("LD_PRELOAD", library, "FAKETIME_TIMESTAMP_FILE", "{data}/clock",
                "FAKETIME_NO_CACHE", "1", "FAKETIME_DONT_FAKE_MONOTONIC", "1", "DONT_FAKE_MONOTONIC", "1"), List.of());
    }

    static void clockJumps(Run run) throws IOException, InterruptedException {
        NodeProcess node = run.site().node(0);
        run.now();
        for (String jump : List.of("+20s", "-20s", "-2h")) {
            set(node, jump);
            Waiting.until("a node with a wrong clock is not ready",
                    () -> node.status("/health/ready") == 503);
            String said = node.managementText("/health/ready");
            if (!said.contains("clock")) {
                throw new IllegalStateException("not for its clock: " + said);
            }
            run.steady();
        }
        set(node, "+0");
        run.site().awaitReady(node);
        run.note("not ready at +20 s, −20 s and −2 h, ready again");
    }

    /** In one step: libfaketime looks at the file at any time, and ends the process when it can't read a time there. */
    private static void set(NodeProcess node, String jump) throws IOException {
        Path clock = node.data().resolve("clock");
        Path next = Files.writeString(clock.resolveSibling("clock.next"), jump + "\n");
        Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
    }

    /** As ops/run starts it, with a tenth of the memory. */
    static Shape smallHeap(Shape shape) {
        return shape.with(Map.of(), List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"));
    }

    /** Many ask for the whole picture at once; a node that runs out of memory ends, and is started again as a supervisor would. */
    static void heapFull(Run run) throws Exception {
        String bearer = run.site().logIn("commander");
        NodeProcess node = run.site().node(0);
        HttpRequest whole = HttpRequest
                .newBuilder(node.place().api("/operations/%s/picture?scope=npa".formatted(EmptyOperation.ID)))
                .timeout(Duration.ofSeconds(20)).header("Authorization", bearer).build();
        run.now();
        long until = System.nanoTime() + ASKED.toNanos();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<Thread> askers = new ArrayList<>();
            for (int i = 0; i < ASKERS; i++) {
                askers.add(Thread.ofVirtual().start(() -> ask(client, whole, until)));
            }
            int starts = 0;
            while (System.nanoTime() < until) {
                Thread.sleep(500);
                if (!node.alive()) {
                    node.launch();
                    starts++;
                }
            }
            for (Thread asker : askers) {
                asker.join();
            }
            if (!node.alive()) {
                node.launch();
                starts++;
            }
            run.site().awaitReady(node);
            run.note(starts + " restarts for want of memory");
        }
        run.now();
    }

    private static void ask(HttpClient client, HttpRequest whole, long until) {
        while (System.nanoTime() < until) {
            try {
                client.send(whole, HttpResponse.BodyHandlers.discarding());
            } catch (IOException e) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
