package kr.haetae.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.haetae.config.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    /** Made and stopped once: making one takes seconds. */
    @TempDir
    static Path made;

    /** A copy of it. */
    @TempDir
    Path data;

    @BeforeAll
    static void make() {
        EmbeddedDatabase.start(made, 0).close();
    }

    @BeforeEach
    void copy() throws Exception {
        var copying = new ProcessBuilder("cp", "-a", made + "/.", data.toString()).inheritIO().start();
        assertThat(copying.waitFor()).isZero();
    }

    @Test
    void itIsDurableAndClosed(@TempDir Path data) throws Exception {
        try (var database = EmbeddedDatabase.start(data, 0)) {
            var address = database.address();
            var settings = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "log_timezone",
                    "UTC",
                    "server_encoding", "UTF8", "listen_addresses", "127.0.0.1", "unix_socket_directories", "",
                    "data_checksums", "on", "password_encryption", "scram-sha-256", "is_superuser", "off");
            for (var setting : settings.entrySet()) {
                assertThat(ask(address, "SHOW " + setting.getKey())).as(setting.getKey()).isEqualTo(setting.getValue());
            }
            assertThatThrownBy(() -> new DatabaseAddress(address.host(), address.port(), "haetae", "postgres", "guess")
                    .connect()).isInstanceOf(SQLException.class).hasMessageContaining("password");
            assertThat(address.toString()).doesNotContain(address.password());
            assertThat(Files.getPosixFilePermissions(data.resolve("postgres/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> OpenDatabase.forServer(external(address.port(), "wrong")))
                    .isInstanceOf(DatabaseRefused.class).hasMessageContaining("password authentication failed");
            OpenDatabase.forServer(external(address.port(), address.password())).close();
            assertThat(ask(address, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theWaitForADatabaseThatIsNotThereEnds() {
        var nowhere = new DatabaseAddress("127.0.0.1", 1, "haetae", "haetae", "none");

        assertThatThrownBy(() -> Patience.await(nowhere, Duration.ofMillis(300))).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("cannot be used");
    }

    private static Configuration external(int port, String password) {
        return Configuration.of(Map.of("HAETAE_DATABASE_URL", "postgresql://127.0.0.1:%d/haetae".formatted(port),
                "HAETAE_DATABASE_PASSWORD", password));
    }

    @Test
    void anOperatorsOwnSettingsCountButDurabilityStays() throws Exception {
        Files.writeString(data.resolve("postgres/custom.conf"), "work_mem = '7MB'\nfsync = off\n");
        try (var database = EmbeddedDatabase.start(data, 0)) {
            assertThat(ask(database.address(), "SHOW work_mem")).isEqualTo("7MB");
            assertThat(ask(database.address(), "SHOW fsync")).isEqualTo("on");
        }
        try (var database = EmbeddedDatabase.start(data, 0, Map.of("fsync", "off"))) {
            assertThat(ask(database.address(), "SHOW fsync")).isEqualTo("off");
        }
    }

    @Test
    void aRestartKeepsTheData() throws SQLException {
        try (var database = EmbeddedDatabase.start(data, 0)) {
            run(database.address(), "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (42)");
        }
        try (var database = EmbeddedDatabase.start(data, 0)) {
            assertThat(ask(database.address(), "SELECT id FROM kept")).isEqualTo("42");
        }
        assertThat(EmbeddedDatabase.running(data)).isEmpty();
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws IOException, SQLException {
        try (var database = EmbeddedDatabase.start(data, 0)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data, 0)).isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("Another server (process " + ProcessHandle.current().pid() + ") works on");
            assertThat(ask(database.address(), "SELECT 1")).isEqualTo("1");
            assertThatThrownBy(() -> DatabaseOwner.start(data)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void afterAKilledServerItsDatabaseIsStoppedAndTheNextOneStarts() throws Exception {
        var owner = DatabaseOwner.start(data);
        var orphan = Postmaster.on(data.resolve("postgres/cluster")).orElseThrow();
        var address = EmbeddedDatabase.running(data).orElseThrow();
        assertThatThrownBy(() -> EmbeddedDatabase.start(data, 0)).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("Another server (process " + owner.pid());
        run(address, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (7)");
        owner.destroyForcibly().waitFor();

        assertThat(ProcessHandle.of(orphan.process())).isPresent();
        try (var database = EmbeddedDatabase.start(data, 0)) {
            assertThat(database.process().orElseThrow()).isNotEqualTo(orphan.process());
            await().until(() -> ProcessHandle.of(orphan.process()).filter(ProcessHandle::isAlive).isEmpty());
            assertThat(ask(database.address(), "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void aKilledDatabaseIsStartedAgainAtTheSameAddress() throws SQLException {
        try (var database = EmbeddedDatabase.start(data, 0)) {
            run(database.address(), "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (8)");
            long dead = database.process().orElseThrow();
            ProcessHandle.of(dead).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> ask(database.address(), "SELECT id FROM kept").equals("8")
                            && database.process().filter(it -> it != dead).isPresent());
        }
        assertThat(EmbeddedDatabase.running(data)).isEmpty();
    }

    @Test
    void aStrangersProcessNumberIsNotTakenForTheDatabase() throws IOException, SQLException {
        var files = data.resolve("postgres/cluster");
        Files.writeString(files.resolve("postmaster.pid"),
                "1\n%s\n1\n5432\n\nlocalhost\n 1 1\nready\n".formatted(files));
        try (var database = EmbeddedDatabase.start(data, 0)) {
            assertThat(ask(database.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void dataOfAnotherPostgresIsRefused() throws IOException {
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(data, 0)).isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("was made by PostgreSQL 17, this program brings 18");
    }

    @Test
    void aCommandUsesTheRunningDatabaseAndElseStartsItForItself() throws Exception {
        var configuration = Configuration.of(Map.of("HAETAE_DATA", data.toString()));
        var owner = DatabaseOwner.start(data);
        try (var visited = OpenDatabase.forCommand(configuration)) {
            assertThat(ask(visited.address(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(EmbeddedDatabase.running(data)).isPresent();
        owner.destroyForcibly().waitFor();

        try (var own = OpenDatabase.forCommand(configuration)) {
            assertThat(ask(own.address(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(EmbeddedDatabase.running(data)).isEmpty();
    }

    static String ask(DatabaseAddress address, String question) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static void run(DatabaseAddress address, String... statements) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }
}
