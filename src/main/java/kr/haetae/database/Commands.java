package kr.haetae.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Commands {
    /** Longer than pg_ctl's own patience while a database recovers after a crash. */
    private static final long PATIENCE_SECONDS = 660;

    private Commands() {}

    /** What it printed, at the end of a run that went well. */
    static String run(List<String> command, String input) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(it -> it.startsWith("PG"));
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var output = CompletableFuture.supplyAsync(() -> read(process));
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s did not end within %d s".formatted(command, PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted: " + command, e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d: %s".formatted(command, process.exitValue(), output.join()));
        }
        return output.join();
    }

    /** Everything below the directory's file system is on the disk afterwards. */
    static void sync(Path directory) throws IOException {
        run(List.of("sync", "-f", directory.toString()), "");
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
