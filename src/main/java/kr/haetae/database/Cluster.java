package kr.haetae.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of the embedded database: {@code cluster}, the password, the programs, under one directory of mode 700. */
record Cluster(Path directory) {
    static final String NAME = "haetae";

    private static final int PASSWORD_BYTES = 24;

    /** Read after the operator's own file, so that no setting there can lose what was acknowledged. */
    private static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on",
            "full_page_writes", "on");

    static Cluster under(Path data) throws IOException {
        var directory = data.resolve("postgres");
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new Cluster(directory);
    }

    /** PostgreSQL's own data directory. */
    Path files() {
        return directory.resolve("cluster");
    }

    Path log() {
        return directory.resolve("start.log");
    }

    boolean exists() {
        return Files.exists(files());
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /** Fails with {@link DatabaseRefused} when another PostgreSQL made it. */
    void refuseOtherVersion() throws IOException {
        var version = Files.readString(files().resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(PostgresBinaries.MAJOR))) {
            throw new DatabaseRefused(("The data in %s was made by PostgreSQL %s, this program brings %d; move it over "
                    + "with pg_dump and pg_restore, or use the program that made it.")
                    .formatted(files(), version, PostgresBinaries.MAJOR));
        }
    }

    /** Complete or absent: made beside, with role and database, then renamed. */
    void create(PostgresBinaries binaries) throws IOException {
        var beside = directory.resolve("cluster.new");
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), newPassword() + "\n");
        Directories.delete(beside);
        Commands.run(binaries.command("initdb", List.of("-D", beside.toString(), "-U", "postgres",
                "--pwfile=" + passwordFile(), "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions")), "");
        Commands.run(binaries.command("postgres", List.of("--single", "-D", beside.toString(), "postgres")), """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                GRANT pg_monitor TO %1$s
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(NAME, password()));
        Commands.sync(directory);
        Files.move(beside, files());
        Commands.sync(directory);
    }

    /** Written anew at each start; what an operator wants otherwise goes into {@code custom.conf} beside the cluster. */
    void configure(int port, Map<String, String> replaced) throws IOException {
        var ours = new LinkedHashMap<String, String>();
        ours.put("listen_addresses", "127.0.0.1");
        ours.put("port", Integer.toString(port));
        ours.put("unix_socket_directories", "");
        ours.put("password_encryption", "scram-sha-256");
        ours.put("timezone", "UTC");
        ours.put("log_timezone", "UTC");
        ours.put("max_connections", "210");
        ours.put("shared_buffers", "256MB");
        ours.put("max_wal_size", "2GB");
        ours.put("wal_compression", "pglz");
        ours.put("track_io_timing", "on");
        ours.put("track_wal_io_timing", "on");
        ours.put("jit", "off");
        ours.put("logging_collector", "on");
        ours.put("log_directory", "../log");
        ours.put("log_filename", "postgresql-%a.log");
        ours.put("log_rotation_age", "1d");
        ours.put("log_truncate_on_rotation", "on");
        Files.writeString(files().resolve("postgresql.conf"), "%sinclude_if_exists = '../custom.conf'%n%s%s"
                .formatted(lines(ours), lines(DURABLE), lines(replaced)));
        Files.writeString(files().resolve("pg_hba.conf"), """
                host all         all 127.0.0.1/32 scram-sha-256
                host replication all 127.0.0.1/32 scram-sha-256
                """);
    }

    DatabaseAddress address(int port) throws IOException {
        return new DatabaseAddress("127.0.0.1", port, NAME, NAME, password());
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream().map(it -> "%s = '%s'%n".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }
}
