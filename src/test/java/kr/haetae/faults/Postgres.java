package kr.haetae.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.haetae.EmptyOperation;
import kr.haetae.faults.History.Recorded;

/** A cluster of the distribution's own PostgreSQL, on loopback; a primary or a standby of one. */
final class Postgres implements AutoCloseable {
    static final String USER = "postgres";
    static final String PASSWORD = "fault run";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Pattern MARK = Pattern.compile("report [0-9a-f-]{36}");

    private final Path bin = newest();
    private final Path directory;
    private final int port = Ports.free();

    private Postgres(Path directory) {
        this.directory = directory;
    }

    /** A new one, running. */
    static Postgres primary(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path password = Files.writeString(directory.resolveSibling(directory.getFileName() + ".password"), PASSWORD);
        Postgres postgres = new Postgres(directory);
        postgres.program("initdb", "-D", postgres.cluster().toString(), "-U", USER, "-E", "UTF8", "--locale=C",
                "--auth=scram-sha-256", "--pwfile=" + password);
        postgres.start();
        return postgres;
    }

    /** A streaming standby of this one, running. */
    Postgres standby(Path place, String name) throws IOException {
        Files.createDirectories(place);
        Postgres standby = new Postgres(place);
        program("pg_basebackup", "-D", standby.cluster().toString(), "-R", "-X", "stream", "-c", "fast", "-d",
                "host=127.0.0.1 port=%d user=%s password='%s' application_name=%s".formatted(port, USER, PASSWORD,
                        name));
        standby.start();
        return standby;
    }

    private static Path newest() {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.max(Comparator.comparing(it -> Integer.parseInt(it.getFileName().toString())))
                    .orElseThrow().resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException("apt-get install postgresql-15", e);
        }
    }

    private void program(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(bin.resolve(name).toString()));
        command.addAll(List.of(arguments));
        Programs.run(Programs.unprivileged(command));
    }

    int port() {
        return port;
    }

    Path cluster() {
        return directory.resolve("cluster");
    }

    void start() {
        program("pg_ctl", "start", "-w", "-s", "-D", cluster().toString(), "-l", directory.resolve("log").toString(),
                "-o", "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -p " + port);
    }

    /** kill -9, of every one of its processes. */
    void kill() throws InterruptedException {
        signal("KILL");
        Waiting.until("no process of " + directory, () -> Programs.workingIn(cluster()).isEmpty());
        try {
            // A killed postmaster that nobody has buried yet still counts as running.
            Files.deleteIfExists(cluster().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGSTOP: there, and mute. SIGCONT: goes on. */
    void signal(String name) {
        Programs.signal(name, Programs.workingIn(cluster()));
    }

    void promote() {
        execute("SELECT pg_promote()");
    }

    /** One whole dump into nowhere; it keeps its snapshot from its first to its last row. */
    void dump() {
        program("pg_dump", "--dbname=postgresql://%s:%s@127.0.0.1:%d/postgres".formatted(USER,
                PASSWORD.replace(" ", "%20"), port), "--file=/dev/null");
    }

    /** Whether it takes a connection and a question. */
    boolean answers() {
        try {
            execute("SELECT 1");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void execute(String sql) {
        query(sql, rows -> rows);
    }

    String value(String sql) {
        return query(sql, rows -> text(rows, 1)).getFirst();
    }

    /** The operation's entries, ascending. */
    List<Recorded> record() {
        return query("""
                SELECT seq, encode(substring(hash FROM 1 FOR 8), 'hex'), command, coalesce(convert_from(bytes, 'UTF8'), '')
                FROM entry LEFT JOIN body USING (ledger, seq) WHERE ledger = '%s' ORDER BY seq
                """.formatted(EmptyOperation.ID), Postgres::recorded);
    }

    private static Recorded recorded(ResultSet row) {
        Matcher mark = MARK.matcher(text(row, 4));
        return new Recorded(Long.parseLong(text(row, 1)), text(row, 2), UUID.fromString(text(row, 3)),
                mark.find() ? mark.group() : null);
    }

    private static String text(ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> List<T> query(String sql, Function<ResultSet, T> read) {
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                USER, PASSWORD); Statement statement = connection.createStatement()) {
            List<T> values = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(read.apply(rows));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        signal("KILL");
    }
}
