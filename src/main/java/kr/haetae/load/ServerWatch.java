package kr.haetae.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the server takes: from the kernel when it runs here, else from its management port; nothing where neither is known. */
final class ServerWatch {
    private static final double TICKS_A_SECOND = 100;
    /** Fields of /proc/pid/stat after the name's closing bracket: state is 0. proc(5). */
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Terms.Watch watch;
    private final HttpClient http = HttpClient.newHttpClient();

    ServerWatch(Terms.Watch watch) {
        this.watch = watch;
    }

    /**
     * What it has taken so far; absent: not known.
     *
     * @param cpuSeconds user and system
     * @param residentBytes memory of the process; of the JVM's heap where the process is elsewhere
     * @param merged frames that stood for several because a socket was full
     * @param encoded frames encoded
     */
    record Taken(OptionalDouble cpuSeconds, OptionalDouble residentBytes, OptionalDouble merged,
            OptionalDouble encoded) {}

    Taken taken() throws IOException, InterruptedException {
        Optional<String> metrics = metrics();
        if (watch.process().isPresent()) {
            Path process = Path.of("/proc", Long.toString(watch.process().get()));
            return new Taken(OptionalDouble.of(cpu(process)), OptionalDouble.of(resident(process)),
                    sum(metrics, "haetae_feed_merged_frames_total"), sum(metrics, "haetae_feed_encoded_frames_total"));
        }
        return new Taken(sum(metrics, "process_cpu_seconds_total"), sum(metrics, "jvm_memory_used_bytes"),
                sum(metrics, "haetae_feed_merged_frames_total"), sum(metrics, "haetae_feed_encoded_frames_total"));
    }

    private static double cpu(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_A_SECOND;
    }

    private static double resident(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024).sum();
    }

    private Optional<String> metrics() throws IOException, InterruptedException {
        if (watch.management().isEmpty()) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(watch.management().get() + "/metrics"))
                .timeout(PATIENCE).build();
        return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static OptionalDouble sum(Optional<String> metrics, String name) {
        return metrics.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(metrics.get().lines().filter(line -> line.startsWith(name))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum());
    }
}
