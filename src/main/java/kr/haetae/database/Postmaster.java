package kr.haetae.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A running PostgreSQL as its {@code postmaster.pid} tells (src/include/utils/pidfile.h: line 1 process, 4 port,
 * 8 status).
 */
record Postmaster(long process, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

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

    /** What a crash of the whole machine leaves; PostgreSQL would take a stranger's process number for its own. */
    static void forgetDead(Path files) throws IOException {
        Files.deleteIfExists(pidFile(files));
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
