package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The wall: read from metres away, touched by nobody, and back by itself. */
class WallTest {
    /** 16 minutes of arc on 55 inches from 5 m, as a share of the width. */
    private static final double LEAST = 73.4 / 3_840;
    private static final String ACCESS = "haetae_access";

    /** The smallest text that is seen, through all shadow roots; as `pixels text`. */
    private static final String SMALLEST = """
            () => {
              let least = [1e9, ''];
              const look = (root) => {
                for (const node of root.childNodes) {
                  if (node.nodeType === 3 && node.textContent.trim() !== '' && node.parentElement !== null) {
                    const box = document.createRange();
                    box.selectNodeContents(node);
                    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
                    if (box.getBoundingClientRect().width > 1 && size < least[0]) least = [size, node.textContent.trim()];
                  }
                  if (node.nodeType !== 1 || ['STYLE', 'SCRIPT', 'NOSCRIPT'].includes(node.tagName)) continue;
                  if (node.shadowRoot) look(node.shadowRoot);
                  look(node);
                }
              };
              look(document.body.querySelector('haetae-dashboard').shadowRoot);
              return least[0];
            }""";

    /** How many elements could be scrolled, or stand outside the screen. */
    private static final String SCROLLING = """
            () => {
              const found = [];
              const look = (root) => {
                for (const node of root.querySelectorAll('*')) {
                  const style = getComputedStyle(node);
                  const over = node.scrollHeight > node.clientHeight + 1 && ['auto', 'scroll'].includes(style.overflowY);
                  if (over) found.push(node.tagName);
                  if (node.shadowRoot) look(node.shadowRoot);
                }
              };
              look(document);
              if (document.documentElement.scrollHeight > innerHeight + 1) found.push('page');
              return found.join(' ');
            }""";

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

    /** Both sizes at once: each waits until its panels have changed. */
    @Test
    void everyGlyphCanBeReadAndNothingScrolls() {
        try (BrowserContext large = screen(3_840, 2_160); BrowserContext small = screen(1_920, 1_080)) {
            List<Page> walls = List.of(large.newPage(), small.newPage());
            walls.forEach(wall -> wall(wall, "&panels=matrix,charts&every=5"));
            for (Page wall : walls) {
                int width = wall.viewportSize().width;
                assertThat(wall.getByTestId("wall-unit")).hasCount(18);
                wall.screenshot(new Page.ScreenshotOptions().setPath(
                        Path.of("target", "screens", "wall-" + width + ".png")));
                assertThat(number(wall, SMALLEST)).isGreaterThanOrEqualTo(LEAST * width);
                assertThat(wall.evaluate(SCROLLING)).isEqualTo("");
                assertThat(wall.locator("haetae-nav")).hasCount(0);
            }
            for (String panel : List.of("charts", "matrix")) {
                for (Page wall : walls) {
                    assertThat(wall.getByTestId("wall-panel")).hasAttribute("data-panel", panel);
                }
            }
            for (Page wall : walls) {
                wall.keyboard().press("Escape");
                assertThat(wall.getByTestId("group-picture")).isVisible();
                assertThat(URI.create(wall.url()).getQuery()).isNull();
            }
        }
    }

    /**
     * Both when the server was away for a moment and, as after an hour without it, when what is short-lived has run out meanwhile and
     * what a log-in lives by has not. Two walls at once: each waits until it is frozen.
     */
    @Test
    void itIsBackByItselfOnceTheServerIs() {
        try (BrowserContext context = screen(1_920, 1_080); BrowserContext late = screen(1_920, 1_080)) {
            List<Page> walls = List.of(context.newPage(), late.newPage());
            List<Line> lines = walls.stream().map(Line::new).toList();
            walls.forEach(wall -> wall(wall, "&panels=matrix"));
            int before = late.cookies().size();

            lines.forEach(Line::cut);
            late.clearCookies(new BrowserContext.ClearCookiesOptions().setName(ACCESS));

            for (Page wall : walls) {
                assertThat(wall.getByTestId("status")).hasAttribute("data-freshness", "stale");
                assertThat(wall.locator("haetae-dashboard")).hasAttribute("data-freshness", "stale");
                assertThat(wall.getByTestId("stale")).isVisible();
            }
            assertThat(late.cookies()).hasSizeLessThan(before);

            lines.forEach(Line::mend);

            for (Page wall : walls) {
                assertThat(wall.getByTestId("status")).hasAttribute("data-freshness", "live");
                // The band that says what was missed takes a row; what does not fit beside it is counted.
                assertThat(wall.getByTestId("wall-unit").first()).isVisible();
            }
            assertThat(late.cookies()).hasSize(before);
        }
    }

    @Test
    void itLoadsAnotherVersionOnlyOnceItsCodeIsThere() {
        try (BrowserContext context = screen(1_920, 1_080)) {
            Page wall = wall(context.newPage(), "&panels=matrix");
            AtomicInteger loads = new AtomicInteger();
            wall.onLoad(page -> loads.incrementAndGet());
            wall.route("**/assets/another.js", route -> route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody("")));
            wall.route(node.origin() + "/",
                    route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                            .setBody("<script type=\"module\" src=\"/assets/another.js\"></script>")));

            wall.waitForCondition(() -> loads.get() == 1);

            assertThat(wall.getByTestId("status")).hasAttribute("data-freshness", "live");
            assertThat(wall.getByTestId("wall-unit")).hasCount(18);
        }
    }

    private static BrowserContext screen(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setScreenSize(width,
                height));
    }

    private static Page wall(Page page, String settings) {
        page.navigate(node.origin() + "/?wall=1" + settings);
        page.getByTestId("login-name").fill("viewer");
        page.getByTestId("login-password").fill(node.password("viewer"));
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("status")).hasAttribute("data-freshness", "live");
        return page;
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
