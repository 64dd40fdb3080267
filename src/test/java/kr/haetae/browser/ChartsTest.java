package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charts say what the server's series says; the matrix sorts and narrows by keyboard. */
class ChartsTest {
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
    void aChartSaysAfterAReloadWhatTheServerKnows() {
        UUID operation = node.anotherOperation();
        try (Visitor room = Visitor.desk(browser, node); Visitor viewer = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room");
            room.live();
            report(room, operation);
            report(room, operation);
            viewer.logIn("/?page=charts&operation=" + operation, "viewer");
            assertThat(viewer.at("chart-plot")).hasCount(6);
            viewer.page().reload();
            assertThat(viewer.at("chart-plot")).hasCount(6);
            viewer.shoot("desk-charts");
            assertThat(viewer.faults()).isEmpty();

            viewer.at("charts-table").click();
            counted(viewer, 2);
            report(room, operation);
            counted(viewer, 3);
            Locator newest = rows(viewer).first();
            String said = newest.locator("th").innerText() + ": 그 밖 " + newest.locator("td").last().innerText();
            assertThat(viewer.faults()).isEmpty();
            viewer.at("charts-table").click();
            assertThat(viewer.at("chart-plot").first()).hasAttribute("aria-valuetext", said);
            viewer.at("chart-plot").first().press("Home");
            assertThat(viewer.at("chart-plot").first()).hasAttribute("aria-valuenow", "0");
            viewer.at("range-whole").click();
            assertThat(viewer.at("range-whole")).hasAttribute("aria-pressed", "true");
            assertThat(viewer.at("chart-plot")).hasCount(6);
            assertThat(viewer.errors()).isEmpty();
            assertThat(viewer.astray()).isEmpty();
        }
    }

    @Test
    void theMatrixSortsAndNarrowsByKeyboardDownToThePosts() {
        try (Visitor viewer = Visitor.desk(browser, node)) {
            viewer.logIn("/", "viewer");
            assertThat(viewer.at("matrix-row").first()).isVisible();
            viewer.at("sort-open").focus();
            viewer.page().keyboard().press("Enter");
            assertThat(viewer.page().locator("th[aria-sort=descending]")).hasCount(1);
            viewer.page().keyboard().press("Enter");
            assertThat(viewer.page().locator("th[aria-sort=ascending]")).hasCount(1);

            narrow(viewer, "seoul");
            narrow(viewer, "seoul-gangnam");
            assertThat(viewer.at("matrix-post-row").first()).isVisible();
            viewer.at("sort-state").focus();
            viewer.page().keyboard().press("Enter");
            assertThat(viewer.page().locator("th[aria-sort=descending]")).hasCount(1);
            assertThat(viewer.faults()).isEmpty();
            viewer.shoot("desk-matrix-posts");
            viewer.page().goBack();
            assertThat(row(viewer, "seoul-gangnam")).isVisible();
            viewer.page().goBack();
            assertThat(row(viewer, "seoul")).isVisible();
            assertThat(viewer.faults()).isEmpty();
            assertThat(viewer.errors()).isEmpty();
        }
    }

    private static void narrow(Visitor viewer, String unit) {
        row(viewer, unit).locator("button").focus();
        viewer.page().keyboard().press("Enter");
        viewer.page().waitForURL(Pattern.compile(".*scope=" + unit + "(&.*)?$"));
    }

    private static Locator row(Visitor viewer, String unit) {
        return viewer.page().locator("[data-testid=matrix-row][data-unit=" + unit + "]");
    }

    private static Locator rows(Visitor viewer) {
        return viewer.at("chart-incidents").locator("[data-testid=chart-table] tbody tr");
    }

    /** So many in all rows of the table: a bucket may end between two reports. */
    private static void counted(Visitor viewer, int reports) {
        viewer.page().waitForCondition(() -> rows(viewer).locator("td:last-child").allInnerTexts().stream()
                .mapToInt(Integer::parseInt).sum() == reports);
    }

    private static void report(Visitor room, UUID operation) {
        String answer = room.command("/operations/" + operation + "/incidents",
                "{\"kind\":\"OTHER\",\"code\":3,\"text\":\"시험\",\"source\":\"RADIO\",\"occurredAt\":\""
                        + Instant.now() + "\"}");
        Visitor.made(answer);
    }
}
