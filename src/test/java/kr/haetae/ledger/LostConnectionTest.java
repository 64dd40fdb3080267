package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.event.Entry;
import kr.haetae.ledger.CuttingProxy.Cut;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostConnectionTest {
    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final CuttingProxy proxy = new CuttingProxy(postgres.cluster().getPort());
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private Node node = Node.open(postgres.options(proxy.port()), id);

    @AfterEach
    void close() {
        node.close();
        proxy.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aCommandHappensOnceWhereverTheLineIsCut(Cut cut) {
        for (int round = 0; round < 15; round++) {
            proxy.cutNext(cut);
            Future<Answer> answer = node.comment(UUID.randomUUID(), incident, "round " + round);

            assertThat(await(answer)).isInstanceOfSatisfying(Answer.Done.class, done -> {
                assertThat(done.entries()).hasSize(1);
                assertThat(done.repeated()).isFalse();
            });
            assertThat(proxy.cutDone()).isTrue();
            assertThat(node.picture().entries()).isEqualTo(round + 1);
        }
        assertHolds(15);
    }

    @Test
    void burstsSurviveTerminatedBackends() {
        List<UUID> commands = new ArrayList<>();
        List<Future<Answer>> answers = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            IntStream.range(0, 100).forEach(i -> {
                UUID command = UUID.randomUUID();
                commands.add(command);
                answers.add(node.comment(command, incident, "burst"));
            });
            postgres.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
        answers.forEach(answer -> assertThat(await(answer)).isInstanceOf(Answer.Done.class));

        assertHolds(2_000);
        Set<UUID> found = new HashSet<>();
        for (long from = 1; from <= 2_000; from += 1_000) {
            await(node.ledger.entries(from, false, 1_000)).stream().map(Entry::command).forEach(found::add);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void withoutADatabaseTheOutcomeIsUnknownUntilRepeated() {
        node.close();
        LedgerSettings d = LedgerSettings.defaults();
        node = Node.open(postgres.options(proxy.port()), id,
                new LedgerSettings(d.queueCapacity(), d.batchCommands(), d.batchBytes(),
                        Duration.ofMillis(200), Duration.ofSeconds(1), d.statementTimeout(), d.contendedFor(),
                        d.pageEntries(), d.snapshots()));
        proxy.refuse(true);
        UUID command = UUID.randomUUID();

        assertThatThrownBy(() -> node.commented(command, incident, "a")).isInstanceOf(OutcomeUnknown.class);
        await().until(() -> node.ledger.confirmedAge().compareTo(Duration.ofSeconds(1)) > 0);

        proxy.refuse(false);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> node.ledger.confirmedAge().compareTo(Duration.ofSeconds(1)) < 0);
        assertThat(node.commented(command, incident, "a")).isInstanceOf(Answer.Done.class);
        assertHolds(1);
    }

    @Test
    void withoutNotificationsPollingFollows() {
        try (Node writer = Node.open(postgres.options(), id)) {
            await().until(() -> listeners() == 2);
            postgres.number("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND query LIKE 'LISTEN%'");
            writer.commented(UUID.randomUUID(), incident, "a");
            await().atMost(Duration.ofSeconds(5)).until(() -> node.picture().entries() == 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> listeners() == 2);
        }
    }

    private long listeners() {
        return postgres.number(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
    }

    private void assertHolds(long entries) {
        Verification.Report report = await(Verification.run(node.database.pool(), id));
        assertThat(report.fault()).isEmpty();
        assertThat(report.entries()).isEqualTo(entries);
        assertThat(report.head()).isEqualTo(node.ledger.cursor());
    }
}
