package kr.haetae.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running PostgreSQL as its {@code postmaster.pid} tells (src/include/utils/pidfile.h: line 1 process, 4 port,
 * 8 status).
 */
record Postmaster(long process, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private static final int EXIT_SECONDS = 30;

    /**
     * The one that works on these files; empty where none does. A process that merely has the number of one that died
     * is not taken for it.
     */
    static Optional<Postmaster> on(Path files) throws IOException {
        var pidFile = pidFile(files);
        if (!Files.exists(pidFile)) return Optional.empty();
        var lines = Files.readAllLines(pidFile);
        try {
            var process = Long.parseLong(lines.getFirst().strip());
            var port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
            var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return worksOn(process, files) ? Optional.of(new Postmaster(process, port, ready)) : Optional.empty();
        } catch (NumberFormatException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /**
     * After a postmaster's death: ends what is left of its processes, which PostgreSQL must not meet again, and forgets its
     * number, which may be a stranger's by now. Only where {@link #on} is empty.
     */
    static void clear(Path files) throws IOException {
        for (var left : processesOn(files)) {
            left.destroyForcibly();
            try {
                left.onExit().get(EXIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("process %d of a dead database does not end".formatted(left.pid()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        Files.deleteIfExists(pidFile(files));
    }

    private static List<ProcessHandle> processesOn(Path files) {
        try (var all = ProcessHandle.allProcesses()) {
            return all.filter(it -> worksOn(it.pid(), files)).toList();
        }
    }

    private static Path pidFile(Path files) {
        return files.resolve("postmaster.pid");
    }

    /** A postmaster's working directory is its data directory. */
    private static boolean worksOn(long process, Path files) {
        var proc = Path.of("/proc", Long.toString(process));
        try {
            return proc.resolve("exe").toRealPath().endsWith("postgres")
                    && Files.isSameFile(proc.resolve("cwd"), files);
        } catch (IOException e) {
            return false;
        }
    }
}
