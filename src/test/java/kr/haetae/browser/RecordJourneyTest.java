package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words are searched for, taken home in a file, and destroyed by two people, each at a desk. */
class RecordJourneyTest {
    private static final String REPORT = """
            async ([operation, text, comment]) => {
              const send = async (path, body) => (await fetch(`/api/v1/operations/${operation}/incidents${path}`, {
                method: 'POST', body: JSON.stringify(body),
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
              })).json();
              const { id } = await send('', { kind: 'OTHER', code: 2, text, source: 'PHONE',
                occurredAt: new Date().toISOString() });
              await send(`/${id}/comments`, { text: comment });
              return id;
            }""";

    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("npa-night", Role.DUTY_OFFICER, "npa", null);
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void foundExportedAndErased() throws IOException {
        try (Visitor room = Visitor.desk(browser, node);
                Visitor night = Visitor.desk(browser, node);
                Visitor commander = Visitor.desk(browser, node)) {
            room.logIn("/", "mapo-room");
            night.logIn("/?page=search", "npa-night");
            commander.logIn("/", "commander");
            List.of(room, night, commander).forEach(visitor -> assertThat(visitor.at("status")).hasAttribute(
                    "data-freshness", "live"));
            String id = (String) room.page().evaluate(REPORT, List.of(node.operation().toString(),
                    "투표소 앞 우산 분실, 신고자 홍길순", "파란 우산을 든 목격자 김개똥"));

            search(night, "목격자 우산");

            assertThat(night.at("found-entry")).hasCount(1);
            assertThat(night.at("found-entry")).containsText("파란 우산을 든 목격자 김개똥");
            assertThat(night.page()).hasURL(Pattern.compile("page=search.*q="));
            night.shoot("search");
            night.page().reload();
            assertThat(night.at("found-entry")).hasCount(1);
            night.at("view-name").fill("우산");
            night.at("view-save").click();
            night.at("search-clear").click();
            assertThat(night.at("found-entry")).hasCount(0);
            night.at("view").click();
            assertThat(night.at("found-entry")).hasCount(1);
            search(night, "우산 홍길순");
            assertThat(night.at("found-incident")).hasCount(1);
            Download file = night.page().waitForDownload(() -> night.at("export").click());
            assertThat(file.suggestedFilename()).startsWith("훈련-상황목록-").endsWith(".csv");
            assertThat(Files.readString(file.path())).startsWith("\uFEFF훈련,번호,").contains("홍길순");

            night.at("found-incident").locator("[data-testid=incident-row]").click();
            for (int i = 0; i < 2; i++) {
                night.at("erasure-ask").first().click();
                night.page().locator("[name=basis]").selectOption("DATA_SUBJECT");
                night.page().locator("[name=reason]").fill("당사자의 요구");
                night.shoot("erasure-question");
                night.at("ask-send").click();
                assertThat(night.page().locator("[data-testid=erasure][data-state=REQUESTED]")).hasCount(i + 1);
            }
            assertThat(night.at("erasure-approve")).hasCount(0);
            night.shoot("erasure-requested");

            assertThat(commander.turn("erasures").at("page-erasures")).containsText("2");
            assertThat(cards(commander, "REQUESTED")).hasCount(2);
            int erased = cards(commander, "ERASED").count();
            commander.shoot("erasures");
            for (int left = 2; left > 0; left--) {
                assertThat(commander.at("erasure-approve")).hasCount(left);
                commander.at("erasure-approve").first().click();
                commander.at("ask-send").click();
            }
            assertThat(cards(commander, "ERASED")).hasCount(erased + 2);
            commander.page().getByText("English").click();
            commander.shoot("erasures-en");

            assertThat(night.at("incident-text")).hasText("[삭제됨]");
            assertThat(night.page().locator("[data-testid=erasure][data-state=ERASED]")).hasCount(2);
            assertThat(night.at("timeline")).not().containsText("김개똥");
            night.shoot("erased");
            assertThat(room.incident(id)).containsText("[삭제됨]");
            night.at("incident-close").click();
            search(night, "홍길순 우산");
            assertThat(night.at("search-status")).containsText("찾은 것이 없습니다");
            assertThat(night.page().locator("body")).not().containsText("김개똥");
            for (Visitor visitor : List.of(room, night, commander)) {
                assertThat(visitor.astray()).isEmpty();
                assertThat(visitor.errors()).isEmpty();
            }
        }
    }

    private static Locator cards(Visitor visitor, String state) {
        return visitor.page().locator("[data-testid=erasure-card][data-state=" + state + "]");
    }

    private static void search(Visitor visitor, String words) {
        visitor.page().locator("[name=q]").fill(words);
        visitor.at("search-go").click();
    }
}
