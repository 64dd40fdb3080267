package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, and what keeps a server from starting. */
class ServeTest {
    /** 128 + the signal's number: what a shell and a supervisor see of a JVM that a signal ended in good order. */
    private static final int AFTER_SIGINT = 130;
    private static final int AFTER_SIGTERM = 143;

    @TempDir
    Path directory;

    @Test
    void ctrlCStopsTheDatabaseTooAndTheNextStartGoesOn() {
        Site site = Site.in(directory.resolve("data"));
        try (ServerProcess server = site.serve()) {
            assertThat(site.databaseProcesses()).isNotEmpty();

            server.signal("INT");

            assertThat(server.exit()).isEqualTo(AFTER_SIGINT);
            assertThat(server.printed()).doesNotContain("Exception");
        }
        assertThat(site.databaseProcesses()).isEmpty();
        assertThat(site.postmaster()).isEmpty();
        try (ServerProcess next = site.serve()) {
            assertThat(next.printed()).doesNotContain("killed").doesNotContain("First accounts");
            assertThat(next.stop()).isEqualTo(AFTER_SIGTERM);
        }
        assertThat(site.databaseProcesses()).isEmpty();
    }

    @Test
    void ctrlCDuringTheStartLeavesNothingRunning() {
        Site site = Site.in(directory.resolve("data"));
        try (ServerProcess server = ServerProcess.launch(site.data(), Map.of(), "serve", "--empty")) {
            await().atMost(ServerProcess.PATIENCE).until(() -> site.postmaster().isPresent());

            server.signal("INT");

            assertThat(server.exit()).isEqualTo(AFTER_SIGINT);
            assertThat(server.printed()).doesNotContain("Haetae serves");
        }
        assertThat(site.databaseProcesses()).isEmpty();
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedInOneSentence() {
        Site site = Site.in(directory.resolve("data"));
        try (ServerProcess first = site.serve();
                ServerProcess second = ServerProcess.launch(site.data(), Map.of(), "serve", "--empty")) {
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.printed().strip()).isEqualTo(
                    "Another server (process %d) works on the data directory %s; stop it first or set HAETAE_DATA."
                            .formatted(first.pid(), site.data()));
            assertThat(first.ready()).isTrue();
        }
    }

    @Test
    void aPortThatAnotherProgramHasIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = ServerProcess.launch(directory.resolve("data"),
                        Map.of("HAETAE_HTTP_PORT", Integer.toString(other.getLocalPort())), "serve", "--empty")) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.printed())
                    .contains("A port can't be opened: 127.0.0.1:" + other.getLocalPort() + ", ", "HAETAE_HTTP_PORT")
                    .doesNotContain("Exception", "\tat ");
        }
        assertThat(Site.in(directory.resolve("data")).databaseProcesses()).isEmpty();
    }

    @Test
    void allThatIsWrongWithTheSettingsIsSaidAtOnce() {
        Map<String, String> settings = Map.of("HAETAE_HTTP_PORT", "99999", "HAETAE_DATABASE_URL", "mysql://nowhere",
                "HAETAE_TLS", "files", "HAETAE_QUEUE_LIMT", "7");
        try (ServerProcess server = ServerProcess.launch(directory.resolve("data"), settings, "serve")) {
            assertThat(server.exit()).isEqualTo(1);
            assertThat(server.printed()).contains("HAETAE_HTTP_PORT", "HAETAE_DATABASE_URL", "HAETAE_TLS_CERTIFICATE",
                    "HAETAE_QUEUE_LIMT").doesNotContain("Exception", "\tat ");
            assertThat(server.printed().lines()).hasSize(4);
        }
        assertThat(directory.resolve("data")).doesNotExist();
    }
}
