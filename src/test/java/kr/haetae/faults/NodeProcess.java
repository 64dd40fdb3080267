package kr.haetae.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node in a process of its own, at ports that stay over its restarts; from the built jar where one is named, else from the classes. */
final class NodeProcess implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final Path data;
    private final Map<String, String> settings;
    private final List<String> flags;
    private final int port = Ports.free();
    private final int management = Ports.free();
    private Path jar;
    private @Nullable Process process;

    /**
     * @param settings of the product, and whatever else its environment is to hold
     * @param flags of the JVM
     */
    NodeProcess(String name, Path data, Map<String, String> settings, List<String> flags) {
        this.name = name;
        this.data = data;
        this.settings = settings;
        this.flags = flags;
        this.jar = builtJar();
    }

    String name() {
        return name;
    }

    Place place() {
        return new Place(name, port);
    }

    int managementPort() {
        return management;
    }

    Path data() {
        return data;
    }

    /** From the next start on; another version of the product, say. */
    void jar(Path another) {
        jar = another;
    }

    /** Starts, and does not wait until it is ready. */
    void launch() {
        List<String> command = program(jar, flags);
        command.addAll(List.of("serve", "--empty"));
        process = start(command, data, log(), with(settings, port, management));
    }

    private static List<String> program(Path jar, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx640m", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        if (jar.toString().isEmpty()) {
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", productClasses(), "kr.haetae.Main"));
        } else {
            command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        }
        return command;
    }

    /** Runs a command of the product to its end, which must be good. */
    static void command(Path data, Path log, Map<String, String> settings, String name) throws InterruptedException {
        List<String> command = program(builtJar(), List.of());
        command.add(name);
        end(start(command, data, log, settings), log);
    }

    static Path builtJar() {
        return Path.of(System.getProperty("haetae.faults.jar", ""));
    }

    private static void end(Process process, Path log) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("ended with " + process.exitValue() + ", see " + log);
        }
    }

    /** Runs a main class of the tests to its end. */
    static void run(Class<?> main, Path data, Path log, Map<String, String> settings) throws InterruptedException {
        end(start(List.of(java(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), main.getName()), data, log, settings), log);
    }

    private static Map<String, String> with(Map<String, String> settings, int port, int management) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("HAETAE_HTTP_PORT", Integer.toString(port));
        all.put("HAETAE_MANAGEMENT_PORT", Integer.toString(management));
        return all;
    }

    private static Process start(List<String> command, Path data, Path log, Map<String, String> settings) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(it -> it.startsWith("HAETAE_"));
            builder.environment().put("HAETAE_DATA", data.toString());
            builder.environment().putAll(settings);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    private static String productClasses() {
        return String.join(File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes")).toList());
    }

    private Path log() {
        return data.resolveSibling(name + ".log");
    }

    private Process running() {
        Process now = process;
        if (now == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return now;
    }

    /** Of the management server; 0 where it does not answer. */
    int status(String path) throws InterruptedException {
        try {
            return CLIENT.send(managed(path), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    String managementText(String path) throws IOException, InterruptedException {
        return CLIENT.send(managed(path), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest managed(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                .timeout(Duration.ofSeconds(2)).build();
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** SIGTERM, and the wait for its end. */
    void stop() throws InterruptedException {
        running().destroy();
        running().waitFor();
    }

    void signal(String signal) {
        Programs.signal(signal, List.of(running().pid()));
    }

    @Override
    public void close() {
        if (alive()) {
            signal("CONT");
            running().destroyForcibly();
        }
    }
}
