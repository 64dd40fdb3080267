package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an officer's phone to the commander's screen, in real browsers. */
class JourneyTest {
    private static final String WHAT = "역삼1동 투표소 앞에서 <b>고성</b>";

    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aReportReachesThoseWhomItConcernsAndNobodyElse() {
        try (Visitor officer = Visitor.phone(browser, node);
                Visitor commander = Visitor.desk(browser, node);
                Visitor room = Visitor.desk(browser, node);
                Visitor neighbour = Visitor.desk(browser, node)) {
            commander.logIn("/", "commander");
            room.logIn("/", "gangnam-room");
            neighbour.logIn("/", "mapo-room");
            List.of(commander, room, neighbour).forEach(Visitor::live);
            officer.logIn("/field", "gangnam-officer");

            String id = report(officer);

            assertThat(commander.incident(id)).isVisible();
            assertThat(commander.incident(id)).containsText(WHAT);
            assertThat(room.incident(id)).isVisible();
            commander.shoot("commander");
            hidden(neighbour, id);

            transfer(room, id, "seoul-mapo");

            assertThat(room.incident(id)).hasCount(0);
            assertThat(neighbour.incident(id)).isVisible();
            assertThat(commander.incident(id)).isVisible();
            for (Visitor visitor : List.of(officer, commander, room, neighbour)) {
                assertThat(visitor.astray()).isEmpty();
                assertThat(visitor.errors()).isEmpty();
            }
        }
    }

    @Test
    void aRoomWorksAnIncidentToItsEndByKeyboardAndEveryoneSeesIt() {
        try (Visitor officer = Visitor.phone(browser, node);
                Visitor commander = Visitor.desk(browser, node);
                Visitor room = Visitor.desk(browser, node)) {
            commander.logIn("/", "commander");
            room.logIn("/", "gangnam-room");
            List.of(commander, room).forEach(Visitor::live);
            officer.logIn("/field", "gangnam-officer");
            String id = report(officer);

            room.incident(id).click();
            // Headquarters' list holds whatever is open in the country, and draws only the rows that are in sight.
            commander.at("search").fill(room.at("incident-number").textContent());
            assertThat(commander.incident(id)).hasAttribute("data-status", "REPORTED");
            room.at("act-acknowledge").click();
            assertThat(commander.incident(id)).hasAttribute("data-status", "ACKNOWLEDGED");
            assertThat(room.incident(id)).hasAttribute("data-status", "ACKNOWLEDGED");
            room.at("act-close").click();
            room.choice("HANDLED_ON_SITE").click();

            assertThat(commander.incident(id)).hasCount(0);
            assertThat(room.page().locator("[data-testid=timeline-line]")).hasCount(3);
            room.shoot("room");
        }
    }

    @Test
    void nothingIsLostWhenThePhoneHasNoSignal() {
        try (Visitor officer = Visitor.phone(browser, node);
                Visitor commander = Visitor.desk(browser, node)) {
            commander.logIn("/", "commander");
            commander.live();
            officer.logIn("/field", "gangnam-officer");
            assertThat(officer.at("report")).isEnabled();
            officer.page().context().setOffline(true);
            write(officer);
            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "waiting");

            officer.page().context().setOffline(false);

            assertThat(officer.at("receipt")).isVisible();
            String id = Objects.requireNonNull(officer.at("outbox-item").first().getAttribute("data-command-id"));
            assertThat(commander.incident(id)).isVisible();
        }
    }

    @Test
    void aCodeOnPaperBecomesAPasswordOnFirstUse() {
        String code = Objects.requireNonNull(
                node.issue("gangnam-new", Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST).code()).text();
        try (Visitor officer = Visitor.phone(browser, node)) {
            officer.page().navigate(node.origin() + "/field");
            officer.at("login-first-use").click();
            officer.at("login-name").fill("gangnam-new");
            officer.at("login-code").fill(code.toLowerCase(Locale.ROOT));
            officer.at("login-new-password").fill("비밀번호는 길수록 좋다");
            officer.at("login-new-password-again").fill("비밀번호는 길수록 좋다");
            officer.at("login-submit").click();

            assertThat(officer.at("report")).isVisible();
            assertThat(officer.errors()).isEmpty();
        }
    }

    private static void write(Visitor officer) {
        officer.at("report").click();
        officer.at("kind").first().click();
        officer.at("report-text").fill(WHAT);
        officer.at("send").click();
    }

    /** Returns the incident's id. */
    private static String report(Visitor officer) {
        write(officer);
        assertThat(officer.at("receipt").first()).containsText("서울강남-");
        return Objects.requireNonNull(officer.at("outbox-item").first().getAttribute("data-command-id"));
    }

    private static void hidden(Visitor stranger, String id) {
        String operation = "/operations/" + node.operation();
        assertThat(stranger.incident(id)).hasCount(0);
        assertThat(stranger.received()).isNotEmpty().doesNotContain(id);
        assertThat(stranger.ask(operation + "/incidents/" + id)).startsWith("404 ");
        assertThat(stranger.ask(operation + "/incidents?limit=200")).startsWith("200 ").doesNotContain(id);
        assertThat(stranger.ask(operation + "/picture")).startsWith("200 ").doesNotContain(id);
        assertThat(stranger.ask(operation + "/picture?scope=seoul")).startsWith("403 ");
    }

    private static void transfer(Visitor room, String id, String unit) {
        String path = "/operations/" + node.operation() + "/incidents/" + id + "/transfer";
        assertThat(room.command(path, "{\"unit\":\"" + unit + "\",\"reason\":\"관할 이송\"}")).startsWith("200 ");
    }
}
