package kr.haetae.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.haetae.database.DatabaseAddress;
import kr.haetae.database.OpenDatabase;

/** The distribution's own PostgreSQL, which brings pg_dump, as an installation's external database. */
final class DebianPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path bin = newest();
    private final Path cluster;
    private final Path passwordFile;
    private final DatabaseAddress address;

    private DebianPostgres(Path directory) throws IOException {
        cluster = directory.resolve("cluster");
        passwordFile = Files.writeString(Files.createDirectories(directory).resolve("password"), "system test");
        address = new DatabaseAddress("127.0.0.1", freePort(), "postgres", "postgres", "system test");
    }

    static DebianPostgres in(Path directory) throws IOException {
        DebianPostgres postgres = new DebianPostgres(directory);
        postgres.program("initdb", "-D", postgres.cluster.toString(), "-U", "postgres", "-E", "UTF8", "--locale=C",
                "--auth=scram-sha-256", "--pwfile=" + postgres.passwordFile);
        postgres.program("pg_ctl", "start", "-w", "-s", "-D", postgres.cluster.toString(), "-l",
                directory.resolve("log").toString(), "-o",
                "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p "
                        + postgres.address.port());
        return postgres;
    }

    private static Path newest() {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.max(Comparator.comparing(it -> Integer.parseInt(it.getFileName().toString())))
                    .orElseThrow().resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException("apt-get install postgresql-15", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody in particular. */
    private void program(String name, String... arguments) {
        List<String> command = new ArrayList<>(
                System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of());
        command.add(bin.resolve(name).toString());
        command.addAll(List.of(arguments));
        Programs.run(command.toArray(String[]::new));
    }

    /** One whole dump into nowhere; it keeps its snapshot from its first to its last row. */
    void dump() {
        program("pg_dump", "--dbname=postgresql://postgres:system%%20test@127.0.0.1:%d/postgres"
                .formatted(address.port()), "--file=/dev/null");
    }

    Map<String, String> settings() {
        return Map.of("HAETAE_DATABASE_URL", "postgresql://127.0.0.1:%d/postgres".formatted(address.port()),
                "HAETAE_DATABASE_USER", address.user(), "HAETAE_DATABASE_PASSWORD", address.password());
    }

    Entries entries() {
        return new Entries(new OpenDatabase.Visited(address));
    }

    @Override
    public void close() {
        program("pg_ctl", "stop", "-m", "fast", "-w", "-s", "-D", cluster.toString());
    }
}
