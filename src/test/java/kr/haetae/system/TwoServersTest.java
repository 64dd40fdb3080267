package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import kr.haetae.EmptyOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL, both written to, while it is dumped again and again. */
class TwoServersTest {
    private static final int CLIENTS = 16;
    private static final int REPORTS = 1_500;

    @TempDir
    Path directory;

    @Test
    void bothSeeOneOrderWhileADumpRuns() throws IOException {
        try (DebianPostgres postgres = DebianPostgres.in(directory.resolve("postgres"))) {
            Path first = directory.resolve("first");
            ServerProcess founding = ServerProcess.launchTestClass(EmptyOperation.class, first, postgres.settings());
            assertThat(founding.exit()).as(founding.printed()).isZero();
            Path second = Files.createDirectory(directory.resolve("second"));
            Files.copy(first.resolve("keys.json"), second.resolve("keys.json"));
            try (ServerProcess one = ServerProcess.start(first, postgres.settings());
                    ServerProcess two = ServerProcess.start(second, postgres.settings())) {
                Api atOne = Api.logIn(one, first, "gangnam-room");
                Api atTwo = atOne.at(two);
                double before = load(atOne, atTwo);
                AtomicBoolean dumping = new AtomicBoolean(true);
                AtomicInteger dumps = new AtomicInteger();
                Thread dumper = Thread.ofPlatform().start(() -> {
                    while (dumping.get()) {
                        postgres.dump();
                        dumps.incrementAndGet();
                    }
                });
                double during = load(atOne, atTwo);
                await().atMost(ServerProcess.PATIENCE).until(() -> dumps.get() > 0);
                dumping.set(false);
                await().atMost(ServerProcess.PATIENCE).until(() -> !dumper.isAlive());

                // Told, not judged: timings decide no test. What would make appends sink is judged by assertOneOrder.
                System.out.printf("reports a second on two servers: %.0f, during %d dumps %.0f%n", before, dumps.get(),
                        during);
                assertOneOrder(postgres, atOne, atTwo);
            }
            ServerProcess verification = ServerProcess.launch(first, postgres.settings(), "verify");
            assertThat(verification.exit()).as(verification.printed()).isZero();
        }
    }

    /** Reports a second, both servers together. */
    private static double load(Api atOne, Api atTwo) {
        long start = System.nanoTime();
        try (Burst one = Burst.start(atOne, CLIENTS, REPORTS); Burst two = Burst.start(atTwo, CLIENTS, REPORTS)) {
            assertThat(one.finish()).isEmpty();
            assertThat(two.finish()).isEmpty();
            assertThat(one.acknowledged().size() + two.acknowledged().size()).isEqualTo(2 * REPORTS);
        }
        return 2 * REPORTS / ((System.nanoTime() - start) / 1e9);
    }

    private static void assertOneOrder(DebianPostgres postgres, Api atOne, Api atTwo) throws IOException {
        String scope = "seoul-gangnam";
        String newest = atOne.picture(scope, "").path("upTo").asText();
        await().until(() -> atTwo.picture(scope, "").path("upTo").asText().equals(newest));
        assertThat(Screen.canonical(atTwo.picture(scope, ""))).isEqualTo(Screen.canonical(atOne.picture(scope, "")));
        try (Entries entries = postgres.entries()) {
            assertThat(entries.seqs())
                    .isEqualTo(LongStream.rangeClosed(1, 4 * REPORTS + EmptyOperation.ENTRIES).boxed().toList());
            assertThat(entries.commands()).hasSize(4 * REPORTS + EmptyOperation.ENTRIES);
            // A head row that is updated grows dead versions under the dump's snapshot, and every append walks them.
            assertThat(entries.number("SELECT n_tup_upd + n_tup_hot_upd + n_dead_tup FROM pg_stat_user_tables "
                    + "WHERE relname = 'ledger'")).isZero();
        }
    }
}
