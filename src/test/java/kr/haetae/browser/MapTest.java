package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map of the country in a real browser: seen, pressed, typed at, and read out. */
class MapTest {

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
    void theCountryNarrowsToAStationAndItsPost() {
        try (Visitor commander = Visitor.desk(browser, node)) {
            commander.logIn("/?page=map", "commander").live();
            ready(commander);
            assertThat(commander.at("map-symbol")).hasCount(18);
            listSaysTheSame(commander);
            assertThat(commander.faults()).isEmpty();
            commander.shoot("map-country");

            symbol(commander, "seoul").click();
            assertThat(commander.page()).hasURL(Pattern.compile("scope=seoul(&|$)"));
            ready(commander);
            symbol(commander, "seoul-gangnam").click();
            assertThat(commander.page()).hasURL(Pattern.compile("scope=seoul-gangnam"));
            ready(commander);
            assertThat(commander.page().locator("[data-testid=map-list-post]").first()).isAttached();
            commander.page().goBack();
            assertThat(symbol(commander, "seoul-mapo")).isVisible();

            commander.at("map-search").fill("역삼1동제1");
            commander.at("map-search").press("Enter");
            assertThat(commander.page()).hasURL(Pattern.compile("focus=" + RunningNode.GANGNAM_POST));
            assertThat(commander.at("map-card")).containsText("역삼1동제1투표소");
            assertThat(commander.at("map-card-place")).hasText("좌표: 명부");
            assertThat(commander.at("map-focus")).isVisible();
            assertThat(commander.faults()).isEmpty();
            commander.at("map-card-open").click();
            assertThat(commander.page()).hasURL(Pattern.compile("page=posts&post=" + RunningNode.GANGNAM_POST));

            assertThat(commander.astray()).isEmpty();
            assertThat(commander.errors()).isEmpty();
        }
    }

    @Test
    void theKeyboardDoesItAll() {
        try (Visitor commander = Visitor.desk(browser, node)) {
            commander.logIn("/", "commander").live();
            commander.page().keyboard().press("g");
            commander.page().keyboard().press("a");
            ready(commander);

            commander.at("map").focus();
            double before = left(symbol(commander, "daejeon"));
            commander.page().keyboard().press("ArrowRight");
            commander.page().waitForCondition(() -> left(symbol(commander, "daejeon")) < before - 50);

            Locator jeju = symbol(commander, "jeju");
            jeju.focus();
            commander.page().keyboard().press("ArrowUp");
            String reached = String.valueOf(commander.page().evaluate("""
                    () => { let e = document.activeElement;
                      while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
                      return e.dataset.unit; }"""));
            assertThat(reached).isIn("jeonnam", "gwangju", "gyeongnam");
            commander.page().keyboard().press("Enter");
            assertThat(commander.page()).hasURL(Pattern.compile("scope=" + reached));
        }
    }

    @Test
    void theOperatorsBoundariesAreServedAndDrawn() {
        try (Visitor room = Visitor.desk(browser, node)) {
            room.logIn("/?page=map", "gangnam-room").live();
            ready(room);

            assertThat(room.at("map")).hasAttribute("data-boundaries", "1");
            assertThat(room.ask("/map/boundaries")).startsWith("200 ").contains("시험구");
            Object again = room.page().evaluate("""
                    async () => {
                      const first = await fetch('/api/v1/map/boundaries');
                      const headers = { 'If-None-Match': first.headers.get('ETag') };
                      return (await fetch('/api/v1/map/boundaries', { headers, cache: 'no-store' })).status;
                    }""");
            assertThat(again).isEqualTo(304);
        }
    }

    private static void ready(Visitor visitor) {
        assertThat(visitor.at("map")).hasAttribute("data-ready", "yes");
    }

    private static Locator symbol(Visitor visitor, String unit) {
        return visitor.page().locator("[data-testid=map-symbol][data-unit='" + unit + "']");
    }

    private static double left(Locator symbol) {
        return Objects.requireNonNull(symbol.boundingBox()).x;
    }

    /** For each agency the list has a line that says the same state as its symbol. */
    private static void listSaysTheSame(Visitor visitor) {
        visitor.page().waitForCondition(() -> Boolean.TRUE.equals(visitor.page().evaluate("""
                () => {
                  const all = (root, found = []) => {
                    for (const e of root.querySelectorAll('*')) {
                      if (e.dataset?.unit && e.dataset.worst) found.push([e.dataset.testid, e.dataset.unit, e.dataset.worst].join());
                      if (e.shadowRoot) all(e.shadowRoot, found);
                    }
                    return found;
                  };
                  const of = (id) => all(document).filter((e) => e.startsWith(id)).map((e) => e.slice(id.length)).sort().join(';');
                  return of('map-symbol').length > 100 && of('map-symbol') === of('map-list-unit');
                }""")));
    }
}
