package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.haetae.event.Cursor;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Hash;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final PostgresFixture.Database postgres = PostgresFixture.database();
    private final UUID id = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private Node node = Node.open(postgres.options(), id);

    @AfterEach
    void close() {
        node.close();
        postgres.close();
    }

    @BeforeEach
    void isEmpty() {
        assertThat(node.ledger.cursor()).isEqualTo(Cursor.of(0, Chain.genesis(id)));
    }

    @Test
    void appendsAndPublishes() {
        List<Commit<Counting.Picture>> commits = Collections.synchronizedList(new ArrayList<>());
        node.ledger.listen(commits::add);
        UUID command = UUID.randomUUID();

        Answer answer = node.commented(command, incident, "문제 없음");

        assertThat(answer).isInstanceOfSatisfying(Answer.Done.class, done -> {
            assertThat(done.repeated()).isFalse();
            assertThat(done.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.seq()).isEqualTo(1);
                assertThat(entry.command()).isEqualTo(command);
                assertThat(entry.event()).isEqualTo(Node.event(incident, "문제 없음"));
                assertThat(entry.cursor()).isEqualTo(node.ledger.cursor());
            });
        });
        assertThat(node.picture().comments(incident)).isEqualTo(1);
        assertThat(commits).singleElement().satisfies(commit -> {
            assertThat(commit.after()).isSameAs(node.picture());
            assertThat(commit.before().entries()).isZero();
            assertThat(commit.reset()).isFalse();
        });
        assertThat(node.ledger.confirmedAge()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void readsBackWhatItWrote() {
        await(Future.all(IntStream.range(0, 2_500)
                .mapToObj(i -> node.comment(UUID.randomUUID(), incident, "n" + i))
                .toList()));
        Head<Counting.Picture> written = node.ledger.head();
        assertThat(written.seq()).isEqualTo(2_500);
        node.close();

        node = Node.open(postgres.options(), id);

        assertThat(node.ledger.head()).isEqualTo(written);
        List<Entry> last = await(node.ledger.entries(2_500, true, 3));
        assertThat(last).extracting(Entry::seq).containsExactly(2_500L, 2_499L, 2_498L);
        assertThat(await(node.ledger.entries(1, false, 1_000))).extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(await(node.ledger.entries(List.of(7L, 3L, 9_999L)))).extracting(Entry::seq).containsExactly(3L, 7L);
    }

    @Test
    void aRepeatGetsTheSameEntries() {
        UUID command = UUID.randomUUID();
        Answer.Done first = (Answer.Done) node.commented(command, incident, "a");

        Answer.Done again = (Answer.Done) node.commented(command, incident, "a");

        assertThat(again.repeated()).isTrue();
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(node.picture().entries()).isEqualTo(1);
    }

    @Test
    void aRepeatOfOneInFlightJoinsIt() {
        UUID command = UUID.randomUUID();
        List<Future<Answer>> answers = IntStream.range(0, 20).mapToObj(i -> node.comment(command, incident, "a"))
                .toList();
        List<Answer> all = answers.stream().map(Node::await).toList();

        assertThat(all).filteredOn(answer -> !((Answer.Done) answer).repeated()).hasSize(1);
        assertThat(all).extracting(answer -> ((Answer.Done) answer).entries())
                .containsOnly(((Answer.Done) all.get(0)).entries());
        assertThat(node.picture().entries()).isEqualTo(1);
    }

    @Test
    void anotherRequestOrAccountUnderTheSameIdIsRefused() {
        UUID command = UUID.randomUUID();
        Future<Answer> first = node.comment(command, incident, "a");
        Future<Answer> joined = node.comment(command, incident, "b");
        assertThat(await(first)).isInstanceOf(Answer.Done.class);

        assertThat(await(joined)).isEqualTo(new Answer.Reused());
        assertThat(node.commented(command, incident, "b")).isEqualTo(new Answer.Reused());
        Submission<Counting.Picture> other = new Submission<>(command, UUID.randomUUID(), UnitCode.HEADQUARTERS,
                Hash.of("a".getBytes(StandardCharsets.UTF_8)),
                (picture, at) -> Decision.accept(Node.event(incident, "a")));
        assertThat(await(node.ledger.submit(other))).isEqualTo(new Answer.Reused());
    }

    @Test
    void eachCommandSeesWhatThoseBeforeItDecided() {
        List<Future<Answer>> answers = IntStream.range(0, 500)
                .mapToObj(i -> node.ledger.submit(Node.submission(
                        UUID.randomUUID(),
                        "r" + i,
                        (picture, at) -> picture.comments(incident) < 100
                                ? Decision.accept(Node.event(incident, "r"))
                                : Decision.refuse(Reason.NOTHING_CHANGED, "there are 100"))))
                .toList();
        List<Answer> all = answers.stream().map(Node::await).toList();

        assertThat(all).filteredOn(Answer.Done.class::isInstance).hasSize(100);
        assertThat(all).filteredOn(Answer.Refused.class::isInstance).hasSize(400);
        assertThat(node.picture().entries()).isEqualTo(100);
        assertThat(node.registry.get("haetae.ledger.commit").timer().count()).isLessThan(100);
    }

    @Test
    void aRefusalLeavesNothingAndIsDecidedAnew() {
        UUID command = UUID.randomUUID();
        Submission<Counting.Picture> needsOne = Node.submission(command, "x", (picture, at) -> picture.entries() > 0
                ? Decision.accept(Node.event(incident, "x"))
                : Decision.refuse(Reason.UNKNOWN_INCIDENT, "none yet"));

        assertThat(await(node.ledger.submit(needsOne))).isInstanceOf(Answer.Refused.class);
        assertThat(node.ledger.cursor().seq()).isZero();
        node.commented(UUID.randomUUID(), incident, "first");

        assertThat(await(node.ledger.submit(needsOne))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aCommandThatThrowsFailsAlone() {
        List<Future<Answer>> good = new ArrayList<>();
        List<Future<Answer>> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(node.comment(UUID.randomUUID(), incident, "g"));
            bad.add(node.ledger.submit(Node.submission(UUID.randomUUID(), "b", (picture, at) -> {
                throw new IllegalStateException("defect");
            })));
        }

        assertThat(good).allSatisfy(answer -> assertThat(await(answer)).isInstanceOf(Answer.Done.class));
        assertThat(bad).allSatisfy(answer -> assertThatThrownBy(() -> await(answer)).hasMessage("defect"));
        assertThat(node.picture().entries()).isEqualTo(50);
    }

    @Test
    void aCommandOfSeveralEventsIsOneUnit() {
        UUID command = UUID.randomUUID();
        Answer.Done done = (Answer.Done) await(node.ledger.submit(Node.submission(command, "m",
                (picture, at) -> Decision.accept(Node.event(incident, "1"), Node.event(incident, "2"),
                        Node.event(incident, "3")))));

        assertThat(done.entries()).extracting(Entry::part).containsExactly(0, 1, 2);
        assertThat(((Answer.Done) node.commented(command, incident, "m")).entries()).isEqualTo(done.entries());
    }

    @Test
    void aFullQueueIsSaid() {
        node.close();
        LedgerSettings d = LedgerSettings.defaults();
        node = Node.open(postgres.options(), id, new LedgerSettings(10, 5, d.batchBytes(), d.poll(), d.patience(),
                d.statementTimeout(), d.contendedFor(), d.pageEntries(), d.snapshots()));
        List<Future<Answer>> answers = IntStream.range(0, 200)
                .mapToObj(i -> node.comment(UUID.randomUUID(), incident, "q")).toList();
        Future.join(answers).otherwiseEmpty().await();

        assertThat(answers).filteredOn(Future::failed).isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.cause()).isInstanceOf(LedgerOverloaded.class));
        assertThat(node.picture().entries()).isEqualTo(answers.stream().filter(Future::succeeded).count());
    }

    @Test
    void anotherNodeFollowsAndReadsWait() {
        try (Node other = Node.open(postgres.options(), id)) {
            node.commented(UUID.randomUUID(), incident, "a");
            Cursor cursor = node.ledger.cursor();

            assertThat(await(other.ledger.reached(cursor, Duration.ofSeconds(10))).cursor()).isEqualTo(cursor);
            assertThat(other.picture()).isEqualTo(node.picture());
        }
    }

    @Test
    void aCursorFromNowhereIsSoonDisproved() {
        Cursor nowhere = new Cursor(99, "0123456789abcdef");

        assertThat(await(node.ledger.reached(nowhere, Duration.ofSeconds(10))).seq()).isZero();
    }

    @Test
    void aClosedLedgerSaysSo() {
        await(node.ledger.close());

        assertThatThrownBy(() -> node.commented(UUID.randomUUID(), incident, "late")).isInstanceOf(LedgerStopped.class);
    }

    @Test
    void anIdleLedgerKeepsConfirmingItsHead() {
        Duration start = node.ledger.confirmedAge();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> node.ledger.confirmedAge().compareTo(Duration.ofMillis(900)) > 0
                        || node.ledger.confirmedAge().compareTo(start) > 0);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(6))
                .until(() -> node.ledger.confirmedAge().compareTo(Duration.ofSeconds(2)) < 0);
    }
}
