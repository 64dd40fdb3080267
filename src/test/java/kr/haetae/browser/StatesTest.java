package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard where there is nothing, nothing yet, nothing any more, nothing for this account, and very much. */
class StatesTest {
    /** More than any room has open at once; source: ours. */
    private static final int VERY_MANY = 400;
    /** Rows of the list that a desk of 900 lines can show, twice. */
    private static final int ROWS = 60;

    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;
    private static OwnOperation own;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
        browser = chromium.browser();
        own = OwnOperation.open(node, "화면 상태 훈련");
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    @Test
    void whereThereIsNothingItSaysSo() {
        try (Visitor room = desk("gangnam-room")) {
            assertThat(room.at("list-empty")).isVisible();
            for (String page : ViewsTest.pages().toList()) {
                room.page().navigate(node.origin() + "/?page=%s&operation=%s".formatted(page, id(own)));
                room.live();
                assertThat(room.page().locator("haetae-dashboard [data-testid=page-failed]")).hasCount(0);
                looks(room, "empty-" + page);
            }
            Visitor.clean(room);
        }
    }

    @Test
    void whileNothingHasComeYetItSaysSo() {
        try (Visitor viewer = Visitor.desk(browser, node)) {
            viewer.page().route("**/picture?**", route -> {});
            viewer.logIn("/", "viewer");
            assertThat(viewer.page().locator("haetae-matrix")).containsText("불러오는 중");
            assertThat(viewer.at("alarm-unknown")).isVisible();
            assertThat(viewer.at("clock")).containsText("--:--:--");
            assertThat(viewer.at("status")).not().hasAttribute("data-freshness", "live");
            looks(viewer, "loading");
            viewer.page().unroute("**/picture?**");
        }
    }

    @Test
    void whatStandsStillLooksFrozenAndKeepsItsFigures() {
        try (Visitor room = Visitor.desk(browser, node)) {
            Line line = new Line(room.page());
            room.logIn("/", "gangnam-room").live();
            String before = room.at("figure-posts").innerText();

            line.cut();

            assertThat(room.page().locator("haetae-dashboard")).hasAttribute("data-freshness", "stale");
            assertThat(room.at("stale")).isVisible();
            assertThat(room.at("figure-posts")).hasText(before);
            looks(room, "stale");
            line.mend();
            room.live();
        }
    }

    @Test
    void whoMayNotSeeIsToldWhy() {
        try (Visitor admin = Visitor.desk(browser, node).logIn("/", "admin");
                Visitor viewer = Visitor.desk(browser, node)) {
            assertThat(admin.at("blind")).isVisible();
            looks(admin, "refused-blind");
            viewer.page().route("**/api/v1/operations", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)
                    .setContentType("application/problem+json")
                    .setBody("{\"status\":403,\"code\":\"not-allowed\",\"detail\":\"This is not yours to see.\"}")));
            viewer.logIn("/", "viewer");
            assertThat(viewer.at("forbidden")).isVisible();
            looks(viewer, "refused");
        }
    }

    @Test
    void hundredsOfIncidentsAreCountedListedAndReachedByKeys() {
        try (Visitor room = desk("mapo-room"); OwnOperation many = OwnOperation.open(node, "아주 많은 상황")) {
            room.page().navigate(node.origin() + "/?operation=" + id(many));
            room.live();
            Object refused = room.page().evaluate("""
                    async ([path, at, count]) => {
                      const answers = await Promise.all(Array.from({ length: count }, (_, n) => fetch('/api/v1' + path, {
                        method: 'POST',
                        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
                        body: JSON.stringify({ kind: 'DISTURBANCE', code: n % 5, text: '투표소 앞 소란 ' + n, unit: 'seoul-mapo',
                          source: 'CALL_112', reportedBy: { name: '신고자' }, occurredAt: at }) })));
                      return answers.filter(({ status }) => status !== 201).length;
                    }""", List.of(many.path() + "/incidents", node.ledger().now().toString(), VERY_MANY));
            assertThat(refused).isEqualTo(0);
            assertThat(room.at("figure-open")).containsText(String.valueOf(VERY_MANY));
            assertThat(room.at("alarm-bar")).hasAttribute("data-ringing", "true");
            assertThat(room.at("incident-row").count()).isLessThan(ROWS);
            looks(room, "very-much");

            room.page().keyboard().press("j");
            room.page().keyboard().press("j");
            room.page().keyboard().press("Enter");
            assertThat(room.page().locator("haetae-incident")).isVisible();
            looks(room, "very-much-one");
            room.at("alarm-list-open").click();
            looks(room, "very-much-alarms");
            Visitor.clean(room);
        }
    }

    private static Visitor desk(String login) {
        Visitor visitor = Visitor.desk(browser, node).logIn("/?operation=" + id(own), login);
        return visitor.live();
    }

    private static String id(OwnOperation operation) {
        return operation.path().replaceFirst(".*/", "");
    }

    /** In both themes without a fault, and pictured. */
    private static void looks(Visitor visitor, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(visitor.faults()).as("%s %s", name, scheme).isEmpty();
        }
        visitor.shoot("state-" + name);
    }
}
