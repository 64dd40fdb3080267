package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kr.haetae.EmptyOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a burst: what was acknowledged is there, once. */
class KilledTest {
    private static final int CLIENTS = 50;
    private static final int REPORTS = 2_000;
    /** Of the acknowledged ones, in the map's order: random ids, so from before and after the kill. */
    private static final int REPEATS = 300;

    @TempDir
    Path directory;

    private Site site;
    private ServerProcess server;
    private Api api;

    @BeforeEach
    void open() throws IOException {
        site = Site.in(directory.resolve("data"));
        server = site.serve();
        api = Api.logIn(server, site.data(), "gangnam-room");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theServer() throws IOException {
        long orphan = site.postmaster().orElseThrow();
        try (Burst burst = Burst.start(api, CLIENTS, REPORTS)) {
            burst.awaitAcknowledged(REPORTS / 3);

            server.kill();

            assertThat(site.databaseProcesses()).contains(orphan);
            server = site.serve();
            assertThat(site.databaseProcesses()).doesNotContain(orphan);
            api.moveTo(server);
            assertNothingIsLost(burst);
            assertThat(burst.attempts()).as("somebody had to repeat").isGreaterThan(REPORTS);
        }
    }

    @Test
    void theDatabaseAltogether() throws IOException {
        long dead = site.postmaster().orElseThrow();
        try (Burst burst = Burst.start(api, CLIENTS, REPORTS)) {
            burst.awaitAcknowledged(REPORTS / 3);

            site.databaseProcesses().forEach(KilledTest::kill);

            await("a new postmaster").until(() -> site.postmaster().orElse(dead) != dead);
            assertNothingIsLost(burst);
            assertThat(server.ready()).isTrue();
        }
    }

    @Test
    void thePostmasterOfWorkingBackends() throws IOException {
        long dead = site.postmaster().orElseThrow();
        try (Burst burst = Burst.start(api, CLIENTS, REPORTS)) {
            burst.awaitAcknowledged(REPORTS / 3);

            kill(dead);

            await("a new postmaster").until(() -> site.postmaster().orElse(dead) != dead);
            assertNothingIsLost(burst);
            assertThat(server.ready()).isTrue();
        }
    }

    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void assertNothingIsLost(Burst burst) throws IOException {
        assertThat(burst.finish()).isEmpty();
        assertThat(burst.acknowledged()).hasSize(REPORTS);
        try (Entries entries = site.entries()) {
            assertThat(entries.commands()).containsAllEntriesOf(
                    burst.acknowledged().keySet().stream().collect(Collectors.toMap(id -> id, id -> 1)));
            assertThat(entries.seqs())
                    .isEqualTo(LongStream.rangeClosed(1, REPORTS + EmptyOperation.ENTRIES).boxed().toList());
        }
        burst.acknowledged().entrySet().stream().limit(REPEATS).forEach(this::assertSameAnswer);
        assertThat(site.verify()).isZero();
    }

    private void assertSameAnswer(Map.Entry<UUID, JsonNode> first) {
        try {
            assertThat(api.report(first.getKey())).isEqualTo(new Api.Answer(201, first.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
