package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kr.haetae.EmptyOperation;
import kr.haetae.config.Configuration;
import kr.haetae.database.OpenDatabase;

/** A data directory with its embedded database: a house with the first accounts and one operation without posts. */
record Site(Path data) {
    /** Founded once, and copied for each test. */
    private static final class Founded {
        static final Path DATA = found();

        private static Path found() {
            try {
                Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "system")), "founded-")
                        .toAbsolutePath();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Programs.run("rm", "-rf", data.toString())));
                ServerProcess founding = ServerProcess.launchTestClass(EmptyOperation.class, data, Map.of());
                assertThat(founding.exit()).as(founding.printed()).isZero();
                return data;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In a directory that does not exist yet. */
    static Site in(Path data) {
        copy(Founded.DATA, data);
        return new Site(data);
    }

    /** What a node of an installation with an external database keeps: keys and first accounts. */
    static Path nodeIn(Path data) {
        try {
            Files.createDirectories(data);
            for (String file : List.of("keys.json", "first-accounts.json")) {
                Files.copy(Founded.DATA.resolve(file), data.resolve(file));
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        Programs.run("cp", "-a", from.toString(), to.toString());
    }

    Path database() {
        return data.resolve("postgres");
    }

    ServerProcess serve() {
        return ServerProcess.start(data, Map.of());
    }

    /** The running database, or one started for as long as the answer is open. */
    Entries entries() {
        return new Entries(OpenDatabase.forCommand(Configuration.of(Map.of("HAETAE_DATA", data.toString()))));
    }

    /** The number in the file that PostgreSQL keeps while it runs. */
    OptionalLong postmaster() {
        Path file = database().resolve("cluster/postmaster.pid");
        try {
            return Files.exists(file)
                    ? OptionalLong.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process that works in the database's files, as the system knows them. */
    List<Long> databaseProcesses() {
        Path files = database().resolve("cluster");
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid).filter(pid -> worksIn(pid, files)).toList();
        }
    }

    private static boolean worksIn(long pid, Path files) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), files);
        } catch (IOException e) {
            return false;
        }
    }

    /** The product's own verification of the whole record; 0 where it holds. */
    int verify() {
        ServerProcess verification = ServerProcess.launch(data, Map.of(), "verify");
        int code = verification.exit();
        assertThat(verification.printed()).contains("verified");
        return code;
    }
}
