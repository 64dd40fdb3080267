package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a referred incident to a case in the investigators' list, and police inside a polling place; in real browsers. */
class CasesJourneyTest {
    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;

    /** Nine days are left. */
    private final String electionDay = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(9).minusMonths(6).toString();

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("case-investigator", Role.INVESTIGATOR, "seoul-gangnam", null);
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aReferredIncidentBecomesACaseThatTheRoomDoesNotSee() {
        try (Visitor room = Visitor.desk(browser, node); Visitor investigator = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room");
            investigator.logIn("/", "case-investigator");
            List.of(room, investigator).forEach(Visitor::live);
            investigator.turn("cases");
            String id = referred(room);

            room.page().navigate(node.origin() + "/?incident=" + id);
            room.at("incident-open-case").click();
            room.at("ask").locator("[name=summary]").fill("선거구민 20명에게 식사 제공 의혹");
            room.at("ask").locator("[name=electionDay]").fill(electionDay);
            room.shoot("case-open");
            room.at("ask-send").click();
            assertThat(room.at("ask")).isHidden();
            assertThat(room.page().getByText("서울강남-사건-").first()).isVisible();
            assertThat(room.at("group-case")).hasAttribute("data-pages", "upward handovers search");

            assertThat(investigator.at("case-row").first()).containsText("서울강남-사건-");
            assertThat(investigator.at("limitation").first()).hasText(Pattern.compile("시효 D-[89]"));
            assertThat(investigator.at("case-totals").locator("[data-figure='cases.limitationNear']"))
                    .not().hasText("0");
            investigator.at("case-figures").locator("summary").click();
            assertThat(investigator.at("case-figures").locator("tbody tr").first()).containsText("서울");
            investigator.shoot("cases");
            investigator.at("case-row").first().click();
            investigator.at("case-to-INVESTIGATION").click();
            investigator.at("ask-send").click();
            assertThat(investigator.at("case-stage")).hasText("수사중");
            investigator.at("case-count").click();
            investigator.at("ask").locator("[name=principals]").fill("2");
            investigator.at("ask").locator("[name=instigators]").fill("1");
            investigator.at("ask").locator("[name=reason]").fill("입건");
            investigator.at("ask-send").click();
            assertThat(investigator.at("case")).containsText("3명 (정범 2 · 공범 0 · 배후 1)");
            assertThat(investigator.at("case-timeline").locator("li")).hasCount(4);
            investigator.at("case-correct").click();
            investigator.shoot("case-correct");
            investigator.at("ask").locator("[name=kind]").selectOption("ILLEGAL_ORGANISATION");
            investigator.at("ask").locator("[name=reason]").fill("죄명 변경");
            investigator.at("ask-send").click();
            assertThat(investigator.at("case")).containsText("불법단체 동원");
            investigator.shoot("case");
            english(investigator);
            investigator.shoot("case-en");
            investigator.at("case-back").click();
            investigator.shoot("cases-en");

            assertThat(room.received()).doesNotContain("-사건-", "tally-cases");
            for (Visitor visitor : List.of(room, investigator)) {
                assertThat(visitor.astray()).isEmpty();
                assertThat(visitor.errors()).isEmpty();
            }
        }
    }

    @Test
    void policeGoInsideAndLeaveAndTheRecordIsPutRight() {
        try (Visitor room = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room");
            room.live();
            room.page().navigate(node.origin() + "/?page=posts&post=" + RunningNode.GANGNAM_POST);
            room.at("visit-record").click();
            room.at("ask").locator("[name=reason]").fill("투표소 안 소란, 투표관리관 요청");
            room.shoot("visit-record");
            room.at("ask-send").click();
            assertThat(room.at("visit").first()).hasAttribute("data-inside", "true");
            assertThat(room.at("visit").first()).containsText("2명");
            // Others of other tests may be inside too.
            assertThat(room.at("post-visits").locator("h3")).containsText("안에 ");
            room.shoot("visit-inside");
            room.at("visit-exit").first().click();
            room.at("ask-send").click();
            assertThat(room.at("visit").first()).hasAttribute("data-inside", "false");
            room.at("visit-correct").first().click();
            room.at("ask").locator("[name=officers]").fill("3");
            room.at("ask").locator("[name=reason]").fill("인원 착오");
            room.at("ask-send").click();
            assertThat(room.at("visit").first()).containsText("정정 1회");
            english(room);
            room.shoot("visit-en");
            assertThat(room.errors()).isEmpty();
        }
    }

    private String referred(Visitor room) {
        String operation = "/operations/" + node.operation();
        String report = """
                {"kind":"BRIBERY","code":3,"text":"식사 제공 신고","occurredAt":"%s","source":"CALL_112",
                "unit":"seoul-gangnam"}""".formatted(node.ledger().now());
        String answer = room.command(operation + "/incidents", report);
        assertThat(answer).startsWith("201 ");
        String id = answer.replaceFirst("(?s).*\"id\":\"([0-9a-f-]+)\".*", "$1");
        assertThat(room.command(operation + "/incidents/" + id + "/closure",
                "{\"outcome\":\"REFERRED_TO_INVESTIGATION\"}"))
                .startsWith("200 ");
        return id;
    }

    private static void english(Visitor visitor) {
        visitor.page().getByText("English").first().click();
    }
}
