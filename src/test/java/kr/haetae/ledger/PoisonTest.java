package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.haetae.testing.PostgresFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoisonTest {
    private final UUID id = UUID.randomUUID();

    /** With another node's entry just before, the appends hold the lock. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCommandThatTheDatabaseRefusesFailsAlone(boolean contended) {
        List<UUID> commands = IntStream.range(0, 600).mapToObj(i -> UUID.randomUUID()).toList();
        Set<UUID> poisoned = Set.of(commands.get(0), commands.get(217), commands.get(218), commands.get(599));
        try (PostgresFixture.Database postgres = PostgresFixture.database();
                Node node = Node.open(postgres.options(), id)) {
            refuse(postgres, poisoned);
            if (contended) {
                try (Node other = Node.open(postgres.options(), id)) {
                    other.commented(UUID.randomUUID(), UUID.randomUUID(), "other");
                    await(node.ledger.reached(other.ledger.cursor(), Duration.ofSeconds(10)));
                }
            }
            Map<UUID, Future<Answer>> answers = new LinkedHashMap<>();
            commands.forEach(command -> answers.put(command, node.comment(command, UUID.randomUUID(), "p")));
            Future.join(new ArrayList<>(answers.values())).otherwiseEmpty().await();

            answers.forEach((command, answer) -> assertThat(answer.failed()).isEqualTo(poisoned.contains(command)));
            assertThat(answers.values()).filteredOn(Future::failed).extracting(Future::cause)
                    .hasOnlyElementsOfType(PgException.class);
            assertThat(node.picture().entries()).isEqualTo(contended ? 597 : 596);
            assertThat(await(Verification.run(node.database.pool(), id)).fault()).isEmpty();
        }
    }

    private static void refuse(PostgresFixture.Database postgres, Set<UUID> commands) {
        String list = commands.stream().map(command -> "'" + command + "'").collect(Collectors.joining(","));
        postgres.execute(
                "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.command IN (" + list
                        + ") THEN RAISE EXCEPTION 'poison' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$;"
                        + " CREATE TRIGGER poison BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION poison()");
    }
}
