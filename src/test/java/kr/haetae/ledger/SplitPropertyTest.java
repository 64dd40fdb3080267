package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Reason;
import kr.haetae.testing.PostgresFixture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class SplitPropertyTest {
    private static PostgresFixture.@Nullable Database postgres;

    @BeforeContainer
    static void open() {
        postgres = PostgresFixture.database();
    }

    @AfterContainer
    static void close() {
        Objects.requireNonNull(postgres).close();
    }

    /** A step is a node, one of 31 ids (so that ids are repeated, on both nodes) and 0 to 3 events, 0 for a refusal. */
    @Property(tries = 25)
    void anySequenceOverTwoNodesFoldsAsItReadsBack(
            @ForAll @Size(max = 80) List<@IntRange(max = 247) Integer> steps) {
        UUID id = UUID.randomUUID();
        UUID incident = UUID.randomUUID();
        PostgresFixture.Database database = Objects.requireNonNull(postgres);
        try (Node one = Node.open(database.options(), id); Node two = Node.open(database.options(), id)) {
            List<Future<Answer>> answers = new ArrayList<>();
            steps.forEach(step -> answers
                    .add((step % 2 == 0 ? one : two).ledger.submit(command(incident, step / 2 / 4, step / 2 % 4))));
            answers.forEach(answer -> assertThat(await(answer)).isNotNull());
            Head<Counting.Picture> head = one.ledger.head().seq() > two.ledger.head().seq() ? one.ledger.head()
                    : two.ledger.head();
            assertThat(await(one.ledger.reached(head.cursor(), Duration.ofSeconds(10)))).isEqualTo(head);
            assertThat(await(two.ledger.reached(head.cursor(), Duration.ofSeconds(10)))).isEqualTo(head);
            try (Node scratch = Node.open(database.options(), id)) {
                assertThat(scratch.ledger.head()).isEqualTo(head);
            }
        }
    }

    private static Submission<Counting.Picture> command(UUID incident, int id, int events) {
        return Node.submission(new UUID(7, id), "request " + id + " " + events, (picture, at) -> switch (events) {
            case 0 -> Decision.refuse(Reason.NOTHING_CHANGED, "none");
            default -> Decision.accept(IntStream.range(0, events)
                    .mapToObj(i -> Node.event(incident, "e" + i))
                    .toArray(Event[]::new));
        });
    }
}
