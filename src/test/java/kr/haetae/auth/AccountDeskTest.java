package kr.haetae.auth;

import static kr.haetae.auth.Installation.DESK;
import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.get;
import static kr.haetae.auth.Installation.granted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.auth.AccountDesk.Issued;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountDeskTest {
    private final Installation installation = Installation.ready();
    private final AccountDesk desk = installation.node().accounts();

    @AfterEach
    void close() {
        installation.close();
    }

    private static NewAccount officer(String login) {
        return new NewAccount(login, "근무자", Role.OFFICER, UnitCode.of("seoul-gangnam"), null);
    }

    @Test
    void theSameCommandAgainShowsTheSameCodeAndAnotherBodyNothing() {
        UUID command = UUID.randomUUID();
        Issued first = get(desk.create(Actor.SYSTEM, command, officer("kim")));
        Issued again = get(desk.create(Actor.SYSTEM, command, officer("kim")));
        assertThat(again.account()).isEqualTo(first.account());
        assertThat(code(again)).isEqualTo(code(first));
        assertThat(get(desk.create(Actor.SYSTEM, command, officer("lee"))).answer()).isInstanceOf(Answer.Reused.class);
        Issued taken = get(desk.create(Actor.SYSTEM, UUID.randomUUID(), officer("kim")));
        assertThat(taken.answer()).isInstanceOf(Answer.Refused.class);
        assertThat(taken.code()).isNull();
        assertThat(installation.number("SELECT count(*) FROM credential WHERE phc IS NULL")).isEqualTo(1);
    }

    @Test
    void aListIsIssuedRowByRowAndItsRepeatChangesNothing() {
        List<NewAccount> list = new ArrayList<>(
                IntStream.range(0, 2_500).mapToObj(i -> officer("officer" + i)).toList());
        list.set(7, officer("has space"));
        list.set(8, new NewAccount("officer8", "근무자", Role.OFFICER, UnitCode.of("nowhere"), null));
        List<Issued> first = get(desk.createAll(Actor.SYSTEM, list));
        assertThat(first).hasSize(list.size());
        assertThat(IntStream.range(0, list.size()).filter(i -> first.get(i).code() == null)).containsExactly(7, 8);
        assertThat(first.stream().filter(issued -> issued.code() != null).map(Installation::code).distinct())
                .hasSize(2_498);
        granted(get(installation.node().logins().activate("officer0", code(first.getFirst()), "correct horse", DESK)));
        long entries = installation.node().ledger().head().seq();

        List<Issued> again = get(desk.createAll(Actor.SYSTEM, list));

        assertThat(installation.node().ledger().head().seq()).isEqualTo(entries);
        assertThat(again.getFirst().code()).isNull();
        assertThat(again.getFirst().account()).isEqualTo(first.getFirst().account());
        assertThat(again.subList(1, again.size()).stream().map(Issued::code)
                .filter(code -> code != null).map(AccountDesk.Code::text))
                .containsExactlyElementsOf(first.subList(1, first.size()).stream().map(Issued::code)
                        .filter(code -> code != null).map(AccountDesk.Code::text).toList());
        assertThat(get(installation.node().logins().logIn("officer0", "correct horse", DESK)))
                .isInstanceOf(Verdict.Granted.class);
        assertThat(installation.count("credential")).isEqualTo(2_498);
    }
}
