package kr.haetae.system;

import static org.awaitility.Awaitility.await;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product in a process of its own, run from its classes. What it prints is kept under {@code target/system}. */
final class ServerProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path LOGS = Path.of("target", "system");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A server on this data that is ready for traffic. */
    static ServerProcess start(Path data, Map<String, String> settings) {
        ServerProcess server = launch(data, settings, "serve", "--empty");
        try {
            await("ready, see " + server.log).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                    .failFast("it ended, see " + server.log, () -> !server.process.isAlive())
                    .until(server::ready);
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /** The program with these arguments, just started. */
    static ServerProcess launch(Path data, Map<String, String> settings, String... arguments) {
        return launch("kr.haetae.Main", ownClasses(), data, settings, arguments);
    }

    /** Another main class, of the tests too. */
    static ServerProcess launchTestClass(Class<?> main, Path data, Map<String, String> settings) {
        return launch(main.getName(), System.getProperty("java.class.path"), data, settings);
    }

    private static ServerProcess launch(String main, String classPath, Path data, Map<String, String> settings,
            String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-Dhaetae.postgres.binaries=" + System.getProperty("haetae.postgres.binaries"), "-cp", classPath,
                main));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(LOGS);
            Path log = LOGS.resolve("%d-%d.log".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("HAETAE_"));
            builder.environment().putAll(Map.of("HAETAE_DATA", data.toString(), "HAETAE_HTTP_PORT", "0",
                    "HAETAE_MANAGEMENT_PORT", "0"));
            builder.environment().putAll(settings);
            return new ServerProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ownClasses() {
        return String.join(File.pathSeparator, List.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .stream().filter(entry -> !entry.endsWith("test-classes")).toList());
    }

    int port() {
        return port("dashboard");
    }

    boolean ready() {
        return health() == 200;
    }

    /** The status of {@code /health/ready}; 0 while nobody answers. */
    int health() {
        if (!printed().contains("management ")) {
            return 0;
        }
        URI ready = URI.create("http://127.0.0.1:%d/health/ready".formatted(port("management")));
        try {
            return CLIENT.send(HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int port(String what) {
        Matcher line = Pattern.compile(what + "\\s+https?://[^:/]+:(\\d+)/").matcher(printed());
        if (!line.find()) {
            throw new IllegalStateException("no address of the " + what + " in " + log);
        }
        return Integer.parseInt(line.group(1));
    }

    /** Everything that it has written. */
    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** kill -9, of the server alone. */
    void kill() {
        process.destroyForcibly();
        exit();
    }

    void signal(String name) {
        Programs.run("kill", "-" + name, Long.toString(pid()));
    }

    /** The exit code, once it has ended. */
    int exit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end, see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, and the wait for its end. */
    int stop() {
        process.destroy();
        return exit();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
