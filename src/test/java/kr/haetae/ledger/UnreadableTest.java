package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.UnitCode;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.Test;

/** What a newer node may write, and an older one must not pass over. */
class UnreadableTest {
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();

    @Test
    void aNodeStopsAtAnEntryThatItDoesNotKnow() {
        try (PostgresFixture.Database postgres = PostgresFixture.database();
                Node node = Node.open(postgres.options(), id)) {
            node.commented(UUID.randomUUID(), incident, "known");
            Head<Counting.Picture> head = node.ledger.head();

            append(node, head, "from-the-future");

            await().atMost(Duration.ofSeconds(5)).until(() -> node.ledger.state() instanceof LedgerState.Stopped);
            assertThat(node.ledger.state()).isInstanceOfSatisfying(LedgerState.Stopped.class, stopped -> {
                assertThat(stopped.seq()).isEqualTo(2);
                assertThat(stopped.why()).contains("from-the-future");
            });
            assertThat(node.ledger.head()).isEqualTo(head);
            assertThatThrownBy(() -> node.commented(UUID.randomUUID(), incident, "late"))
                    .isInstanceOf(LedgerStopped.class);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> node.ledger.confirmedAge().compareTo(Duration.ofSeconds(2)) > 0);
            assertThat(node.registry.get("haetae.ledger.stopped").gauge().value()).isEqualTo(1);
        }
    }

    @Test
    void anEntryThatTheFoldCanNotTakeStopsToo() {
        try (PostgresFixture.Database postgres = PostgresFixture.database();
                Node node = Node.open(postgres.options(), id)) {
            append(node, node.ledger.head(), "incident-acknowledged");

            await().atMost(Duration.ofSeconds(5)).until(() -> node.ledger.state() instanceof LedgerState.Stopped);
        }
    }

    private void append(Node node, Head<Counting.Picture> head, String type) {
        byte[] salt = new byte[32];
        byte[] body = ("{\"incident\":\"" + incident + "\",\"by\":{\"account\":null,\"name\":null,\"unit\":null}}")
                .getBytes(StandardCharsets.UTF_8);
        Envelope envelope = new Envelope(id, head.seq() + 1, head.at(), head.realAt(), UUID.randomUUID(), 0,
                Hash.of(salt),
                Node.ACCOUNT, UnitCode.HEADQUARTERS, type, 1, Chain.commitment(salt, body));
        Event any = Node.event(incident, "not written");
        Link link = Link.forge(head.hash(), envelope, salt, body, any);
        assertThat(await(AppendStatement.execute(node.database.pool(), id, head.seq(), head.hash(), List.of(link))))
                .isTrue();
    }
}
