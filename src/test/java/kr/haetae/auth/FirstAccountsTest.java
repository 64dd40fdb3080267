package kr.haetae.auth;

import static kr.haetae.auth.Installation.DESK;
import static kr.haetae.auth.Installation.code;
import static kr.haetae.auth.Installation.get;
import static kr.haetae.auth.Installation.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.FirstAccounts.First;
import kr.haetae.auth.Installation.Node;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstAccountsTest {
    private final Installation installation = Installation.ready();
    private final Path file = installation.directory().resolve("first-accounts.json");

    @AfterEach
    void close() {
        installation.close();
    }

    private FirstAccounts at(Node node) {
        return node.house().firstAccounts(file);
    }

    @Test
    void theyCanLogInAndStandInTheFileUntilTheirPasswordsChange() throws IOException {
        Node node = installation.node();
        List<First> made = get(at(node).found(FirstAccounts.STANDARD));
        assertThat(made).extracting(First::role).contains(Role.ADMINISTRATOR, Role.NATIONAL_COMMANDER, Role.VIEWER,
                Role.AUDITOR, Role.ROOM_OPERATOR, Role.OFFICER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        get(at(node).watch());
        List<Grant> grants = made.stream()
                .map(first -> granted(get(node.logins().logIn(first.login(), first.password(), DESK)))).toList();
        assertThat(get(at(node).found(FirstAccounts.STANDARD))).isEmpty();
        granted(get(node.logins().changePassword(grants.getFirst().actor(), made.getFirst().password(), "correct horse",
                DESK)));
        await().until(() -> !Files.readString(file).contains(made.getFirst().password()));
        assertThat(Files.readString(file)).contains(made.getLast().password());
        for (First first : made.subList(1, made.size())) {
            get(node.accounts().reset(Actor.SYSTEM, UUID.randomUUID(),
                    node.ledger().picture().byLogin(first.login()).orElseThrow().id()));
        }
        await().until(() -> !Files.exists(file));
    }

    @Test
    void nodesThatStartAtOnceMakeThemOnce() {
        List<Node> nodes = List.of(installation.node(), installation.node(AuthSettings.defaults()),
                installation.node(AuthSettings.defaults()));
        List<Future<List<First>>> all = nodes.stream().map(node -> at(node).found(FirstAccounts.STANDARD)).toList();
        List<First> made = new ArrayList<>();
        all.forEach(one -> made.addAll(get(one)));
        assertThat(made).hasSize(FirstAccounts.STANDARD.size());
        for (First first : made) {
            assertThat(code(get(nodes.getLast().logins().logIn(first.login(), first.password(), DESK))))
                    .isEqualTo("granted");
        }
    }

    @Test
    void aNodeThatDiedBetweenAccountsAndPasswordsIsMadeUpFor() {
        Node node = installation.node();
        get(at(node).found(FirstAccounts.STANDARD));
        get(node.pool().query("DELETE FROM credential").execute());
        List<First> made = get(at(node).found(FirstAccounts.STANDARD));
        assertThat(made).hasSize(FirstAccounts.STANDARD.size());
        assertThat(code(get(node.logins().logIn(made.getFirst().login(), made.getFirst().password(), DESK))))
                .isEqualTo("granted");
    }

    @Test
    void aHouseWithAccountsGetsNone() {
        installation.person("root", Role.ADMINISTRATOR, "npa", "correct horse");
        assertThat(get(at(installation.node()).found(FirstAccounts.STANDARD))).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutAnOrganisationTheyAreRefused() {
        try (Installation bare = new Installation()) {
            Node node = bare.node(AuthSettings.defaults());
            assertThatThrownBy(() -> get(node.house().firstAccounts(file).found(FirstAccounts.STANDARD)))
                    .hasRootCauseMessage("the first accounts are refused: There is no unit seoul.");
        }
    }
}
