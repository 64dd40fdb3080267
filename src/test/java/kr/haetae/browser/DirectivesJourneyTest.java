package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import kr.haetae.Documents;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders from headquarters down to every room and to officers' phones, and the conference that some come from; in real browsers. */
class DirectivesJourneyTest {
    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;
    private static OwnOperation own;
    private static String operation;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("order-officer", Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
        chromium = Chromium.open();
        browser = chromium.browser();
        own = OwnOperation.open(node, "지시 훈련");
        operation = own.path();
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    @Test
    void aDirectiveOfHeadquartersReachesEveryRoomUntilTheMatrixIsGreen() {
        try (Visitor hq = desk("commander"); Visitor room = desk("gangnam-room")) {
            go(hq, "d");
            hq.at("directive-compose").click();
            hq.at("compose").locator("[name=title]").fill("투표함 회송 경력 배치 확인");
            hq.at("compose").locator("[name=text]").fill("회송 경로마다 경찰관 2명을 확인하고 보고할 것");
            hq.at("due-60").click();
            hq.at("units-all").click();
            assertThat(hq.at("compose-preview")).containsText(Pattern.compile("상황실 2\\d\\d곳"));
            looks(hq, "directive-compose");
            hq.at("compose-send").click();

            assertThat(hq.at("directive-number")).containsText("지시 1");
            assertThat(hq.at("directive-row")).hasCount(18);
            int rooms = hq.at("room-cell").count();
            assertThat(rooms).isGreaterThan(270);
            String directive = hq.at("directive").getAttribute("data-directive-id");
            assertThat(cell(hq, "seoul-gangnam")).hasAttribute("data-state", "UNREAD");
            looks(hq, "directive-unread");

            assertThat(room.at("group-command").locator("b")).hasText("1");
            room.page().keyboard().press("y");
            assertThat(room.at("directive-text")).containsText("경찰관 2명");
            assertThat(cell(hq, "seoul-gangnam")).hasAttribute("data-state", "READ");
            room.page().keyboard().press("y");
            assertThat(room.at("own-room")).hasAttribute("data-state", "ACKNOWLEDGED");
            assertThat(cell(hq, "seoul-gangnam")).hasAttribute("data-state", "ACKNOWLEDGED");
            looks(room, "directive-room-asked");
            room.page().keyboard().press("y");
            room.at("ask").locator("[name=note]").fill("전 경로 2명 배치");
            room.at("ask-send").click();
            assertThat(cell(hq, "seoul-gangnam")).hasAttribute("data-state", "DONE");

            cell(hq, "seoul-gangnam").click();
            assertThat(hq.at("directive-room")).containsText("전 경로 2명 배치");
            looks(hq, "directive-room-open");
            hq.at("directive-reopen").click();
            hq.at("ask").locator("[name=reason]").fill("개표소 경로가 빠짐");
            hq.at("ask-send").click();
            assertThat(room.at("own-room")).containsText("개표소 경로가 빠짐");
            room.page().keyboard().press("y");
            room.at("ask-send").click();

            everybodyDone(hq, directive, rooms);
            assertThat(hq.page().locator("[data-testid=room-cell][data-state=DONE]")).hasCount(rooms);
            assertThat(hq.at("directive-summary")).containsText("모두 이행");
            assertThat(hq.at("directive-chase")).hasCount(0);
            looks(hq, "directive-green");
            Visitor.clean(hq, room);
        }
    }

    @Test
    void anOrderToBeFollowedAtOnceStandsOverEveryPageUntilItIsAcknowledged() {
        try (Visitor hq = desk("commander"); Visitor room = desk("gangnam-room"); Visitor other = desk("mapo-room")) {
            String first = issue(hq, "FLASH", "전 관서 비상연락망 점검", "seoul-gangnam");
            assertThat(room.at("flash")).containsText("비상연락망 점검");
            assertThat(other.at("flash")).hasCount(0);
            go(room, "m");
            assertThat(room.at("flash")).isVisible();
            looks(room, "flash");

            hq.page().navigate(node.origin() + page() + "&page=directives&directive=" + first);
            assertThat(hq.at("directive-chase")).isVisible();
            hq.page().keyboard().press("i");
            hq.at("ask-send").click();
            assertThat(hq.at("timeline")).containsText("독촉");
            room.page().keyboard().press("y");
            assertThat(room.at("flash")).hasCount(0);
            assertThat(cell(hq, "seoul-gangnam")).hasAttribute("data-state", "ACKNOWLEDGED");

            hq.at("directive-replace").click();
            hq.at("compose").locator("[name=text]").fill("고친 내용");
            looks(hq, "directive-replace");
            hq.at("compose-send").click();
            assertThat(hq.at("directive-text")).hasText("고친 내용");
            assertThat(room.at("flash")).containsText("고친 내용");
            hq.at("directive-withdraw").click();
            hq.at("ask").locator("[name=reason]").fill("훈련 종료");
            hq.at("ask-send").click();
            assertThat(room.at("flash")).hasCount(0);
            assertThat(hq.at("directive-withdrawn")).containsText("훈련 종료");
            hq.at("directive-back").click();
            hq.at("directives-past").click();
            assertThat(hq.at("directive-past").getByTestId("directive-line").first()).containsText("철회");
            looks(hq, "directives-past");
            Visitor.clean(hq, room, other);
        }
    }

    @Test
    void aConferenceIsConvenedHeldAndWrittenDownAndADecisionBecomesADirective() {
        try (Visitor hq = desk("commander"); Visitor agency = desk("seoul-room")) {
            go(hq, "v");
            assertThat(hq.at("conferences-empty")).isVisible();
            hq.at("conference-convene").click();
            hq.at("convene").locator("[name=title]").fill("마감 대비 지휘부 회의");
            hq.at("convene").locator("[name=link]").fill("https://vc.example.org/3");
            hq.at("convene").locator("[name=agenda]").fill("회송 경력\n야간 연락망");
            hq.at("units-agencies").click();
            looks(hq, "convene");
            hq.at("convene-send").click();
            assertThat(hq.at("conference")).hasAttribute("data-state", "CONVENED");
            assertThat(hq.at("attendance-line")).hasCount(18);

            assertThat(agency.at("group-command").locator("b")).isVisible();
            go(agency, "v");
            assertThat(agency.at("page-conferences").locator("b")).hasText("1");
            agency.at("conference-open").click();
            assertThat(agency.at("conference-link")).hasAttribute("href", "https://vc.example.org/3");
            agency.at("attendance-turn").first().click();
            Locator seoul = hq.page().locator("[data-testid=attendance-line][data-unit=seoul]");
            assertThat(seoul).hasAttribute("data-attendance", "PRESENT");

            hq.at("conference-start").click();
            hq.at("ask-send").click();
            hq.at("item-note").first().click();
            hq.at("ask").locator("[name=text]").fill("경로 3개가 1명뿐");
            hq.at("ask-send").click();
            assertThat(agency.at("item-noted")).containsText("경로 3개가 1명뿐");
            hq.at("item-decide").first().click();
            hq.at("ask").locator("[name=text]").fill("모든 경로에 2명을 배치한다");
            hq.at("ask-send").click();
            looks(hq, "conference-running");
            hq.at("decision-direct").click();
            assertThat(hq.at("compose").locator("[name=text]")).hasValue("모든 경로에 2명을 배치한다");
            hq.at("units-agencies").click();
            hq.at("compose-send").click();
            hq.at("directive-conference").click();
            assertThat(hq.at("decision-directive")).containsText("지시");
            assertThat(agency.at("decision-directive")).containsText("지시");
            assertThat(agency.at("page-directives").locator("b")).isVisible();

            hq.at("conference-end").click();
            hq.at("ask-send").click();
            assertThat(hq.at("conference")).hasAttribute("data-state", "ENDED");
            hq.at("conference-minutes").click();
            assertThat(hq.at("minutes")).containsText("경로 3개가 1명뿐");
            assertThat(hq.at("minutes-decision")).containsText("모든 경로에 2명을 배치한다");
            hq.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(hq.at("minutes")).isVisible();
            assertThat(hq.at("status")).isHidden();
            assertThat(hq.at("group-command")).isHidden();
            hq.page().emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            looks(hq, "minutes");
            Visitor.clean(hq, agency);
        }
    }

    @Test
    void anOfficersPhoneGetsWhatIsMeantForItsPostAndTheLevelAtOnce() {
        String shared = "/operations/" + node.operation();
        try (Visitor hq = Visitor.desk(browser, node).logIn("/", "commander").live();
                Visitor officer = Visitor.phone(browser, node)) {
            officer.logIn("/field", "order-officer");
            officer.at("operation").selectOption(node.operation().toString());
            assertThat(officer.at("duty-post")).hasText("역삼1동제1투표소");
            officer.page().waitForCondition(() -> officer.received().contains("\"tick\""));

            String level = Visitor.made(hq.command(shared + "/levels", """
                    {"unit":"seoul-gangnam","level":"A","reason":"개표소 인파","from":"%s"}"""
                    .formatted(node.ledger().now())));
            assertThat(officer.at("level")).hasAttribute("data-level", "A");
            assertThat(officer.at("level")).containsText("가용 인원 전원");
            String directive = Visitor.made(hq.command(shared + "/directives", """
                    {"to":["seoul"],"posts":["POLLING_PLACE"],"urgency":"FLASH","title":"출입구 통제",\
                    "text":"투표소 출입구를 한 곳으로 통제할 것"}"""));
            Locator order = officer.page().locator("[data-testid=directive][data-directive-id='" + directive + "']");
            assertThat(order).containsText("출입구 통제");
            officer.shoot("order-phone");
            officer.page().context().setOffline(true);
            order.getByTestId("directive-acknowledge").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "1");
            officer.page().context().setOffline(false);
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");

            hq.page().navigate(
                    node.origin() + "/?operation=" + node.operation() + "&page=directives&directive=" + directive);
            cell(hq, "seoul-gangnam").click();
            assertThat(hq.at("directive-room")).containsText("현장 수령 1/1");
            officer.page().getByText("English").first().click();
            officer.shoot("order-phone-en");

            assertThat(hq.command(shared + "/directives/" + directive + "/withdrawal", "{\"reason\":\"끝\"}"))
                    .startsWith("200 ");
            assertThat(hq.command(shared + "/levels/" + level + "/lifting", "{\"reason\":\"끝\"}")).startsWith("200 ");
            assertThat(order).hasCount(0);
            assertThat(officer.at("level")).hasCount(0);
            assertThat(officer.errors()).allMatch(error -> error.contains("ERR_INTERNET_DISCONNECTED"));
        }
    }

    @Test
    void aDocumentGoesBeforeTheOrderAndIsSavedOnThePhone() {
        String shared = "/operations/" + node.operation();
        byte[] hwp = Documents.hwp(5);
        try (Visitor hq = Visitor.desk(browser, node).logIn("/?operation=" + node.operation(), "commander").live();
                Visitor officer = Visitor.phone(browser, node)) {
            officer.logIn("/field", "order-officer");
            officer.at("operation").selectOption(node.operation().toString());
            assertThat(officer.at("duty-post")).hasText("역삼1동제1투표소");
            go(hq, "d");
            hq.at("directive-compose").click();
            hq.at("compose").locator("[name=title]").fill("투표소 배치도");
            hq.at("compose").locator("[name=text]").fill("붙임 배치도대로 설 것");
            hq.at("compose-posts").click();
            hq.at("compose").locator("[name=posts][value=POLLING_PLACE]").check();
            hq.at("units-all").click();
            hq.at("compose-files").setInputFiles(new FilePayload("배치도.hwp", "", hwp));
            hq.page().route("**/attachments", Route::abort);
            looks(hq, "directive-files");
            hq.at("compose-send").click();

            assertThat(hq.at("directive-number")).isVisible();
            assertThat(hq.at("bindings")).containsText("배치도.hwp");
            looks(hq, "directive-binding");
            String directive = hq.at("directive").getAttribute("data-directive-id");
            hq.page().unroute("**/attachments");
            assertThat(hq.at("bindings")).hasCount(0);
            assertThat(hq.at("file")).hasCount(1);

            Locator order = officer.page().locator("[data-testid=directive][data-directive-id='" + directive + "']");
            assertThat(order.getByTestId("directive-file")).containsText("배치도.hwp");
            officer.shoot("order-file-phone");
            Download saved = officer.page().waitForDownload(() -> order.getByTestId("directive-file").click());
            assertThat(saved.suggestedFilename()).isEqualTo("배치도.hwp");
            assertThat(saved.path()).hasBinaryContent(hwp);
            assertThat(hq.command(shared + "/directives/" + directive + "/withdrawal", "{\"reason\":\"끝\"}"))
                    .startsWith("200 ");
            assertThat(hq.errors()).allMatch(error -> error.contains("ERR_FAILED"));
            assertThat(officer.errors()).isEmpty();
        }
    }

    /** As rooms say it by telephone, and headquarters enters it for each. */
    private static void everybodyDone(Visitor hq, String directive, int rooms) {
        Object done = hq.page().evaluate("""
                async ([path, units]) => {
                  const say = (unit) => fetch('/api/v1' + path, { method: 'POST', body: JSON.stringify({ unit }),
                    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() } });
                  const answers = await Promise.all(units.map(say));
                  return answers.filter(({ status }) => status === 200).length;
                }""", List.of(operation + "/directives/" + directive + "/done", undone(hq)));
        assertThat(done).isEqualTo(rooms - 1);
    }

    private static Object undone(Visitor hq) {
        Locator waiting = hq.page().locator("[data-testid=room-cell]:not([data-state=DONE])");
        return waiting.evaluateAll("cells => cells.map((cell) => cell.dataset.unit)");
    }

    private static Locator cell(Visitor visitor, String unit) {
        return visitor.page().locator("[data-testid=room-cell][data-unit='" + unit + "']");
    }

    private static String issue(Visitor visitor, String urgency, String title, String unit) {
        return Visitor.made(visitor.command(operation + "/directives", """
                {"to":["%s"],"urgency":"%s","title":"%s","text":"%s"}""".formatted(unit, urgency, title, title)));
    }

    /** Pictures for the eye, where it sits at the desk and where it stands beside it. */
    private static void looks(Visitor visitor, String name) {
        if (!Boolean.getBoolean("looks")) {
            return;
        }
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visitor.page().setViewportSize(1920, 1080);
            visitor.page().waitForTimeout(400);
            visitor.shoot(name + "-1920-" + scheme);
        }
        visitor.page().setViewportSize(1440, 900);
    }

    private static void go(Visitor visitor, String letter) {
        visitor.page().keyboard().press("g");
        visitor.page().keyboard().press(letter);
    }

    private static Visitor desk(String login) {
        Visitor visitor = Visitor.desk(browser, node).logIn(page(), login);
        visitor.live();
        return visitor;
    }

    private static String page() {
        return "/?operation=" + operation.replace("/operations/", "");
    }
}
