package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the dashboard in both themes, both languages and at the three places' sizes; pictures lie under target/screens. */
class ViewsTest {
    /** Wall, desk, tablet. */
    private static final int[][] SIZES = {{3_840, 2_160}, {1_920, 1_080}, {820, 1_180}};
    /** Source: the product's promise of a first load; of the phone's network and processor. */
    private static final long SHELL_BYTES = 300_000;
    private static final long PHONE_BYTES = 120_000;

    /** Bytes of scripts as they came over the line, by the time that the page can be used. */
    private static final String SCRIPT_BYTES = """
            () => performance.getEntriesByType('resource')
                .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
                .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)""";
    private static final String WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static Chromium chromium;
    private static RunningNode node;
    private static Visitor commander;
    private static Visitor room;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
        commander = Visitor.desk(chromium.browser(), node).logIn("/", "commander").live();
        room = Visitor.desk(chromium.browser(), node).logIn("/", "gangnam-room").live();
    }

    @AfterAll
    static void close() {
        commander.close();
        room.close();
        chromium.close();
    }

    static Stream<String> pages() {
        return Stream.of("map", "matrix", "charts", "levels", "directives", "conferences", "silence", "posts", "forces",
                "reserves", "teams", "cases", "upward", "handovers", "search", "transport", "storages", "counting",
                "operation", "imports", "unassigned");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsCleanInBothThemesAndFitsEverySize(String page) {
        for (Visitor visitor : List.of(commander, room)) {
            String who = visitor == commander ? "hq" : "station";
            show(visitor, "/?page=" + page);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(visitor.faults()).as("%s %s %s", who, page, scheme).isEmpty();
            }
            for (int[] size : SIZES) {
                visitor.page().setViewportSize(size[0], size[1]);
                visitor.shoot("view-%s-%s-%d".formatted(who, page, size[0]));
                assertThat(wider(visitor)).as("%s %s at %d", who, page, size[0]).isZero();
            }
            visitor.page().setViewportSize(1_440, 900);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageSpeaksEnglish(String page) {
        commander.page().evaluate("() => localStorage.setItem('haetae.language', 'en')");
        try {
            show(commander, "/?page=" + page);
            assertThat(commander.page().locator("html")).hasAttribute("lang", "en");
            assertThat(commander.faults()).as(page).isEmpty();
            assertThat(wider(commander)).as(page).isZero();
            commander.shoot("view-en-" + page.toLowerCase(Locale.ROOT));
        } finally {
            commander.page().evaluate("() => localStorage.removeItem('haetae.language')");
        }
    }

    @Test
    void thePrintedSheetsAreClean() {
        for (String sheet : List.of("report", "handover", "codes")) {
            room.page().navigate(node.origin() + "/?sheet=" + sheet);
            assertThat(room.at("sheet")).isVisible();
            assertThat(room.faults()).as(sheet).isEmpty();
            room.shoot("sheet-" + sheet);
        }
    }

    @Test
    void whatIsLoadedFirstIsSmall() {
        try (Visitor desk = Visitor.desk(chromium.browser(), node).logIn("/", "viewer").live();
                Visitor phone = Visitor.phone(chromium.browser(), node).logIn("/field", "gangnam-officer")) {
            assertThat(phone.at("queue")).isVisible();
            long shell = bytes(desk);
            long hand = bytes(phone);
            System.out.printf("first load, compressed script: dashboard %,d bytes, phone %,d bytes%n", shell, hand);
            assertThat(shell).isBetween(1L, SHELL_BYTES);
            assertThat(hand).isBetween(1L, PHONE_BYTES);
        }
    }

    private static void show(Visitor visitor, String path) {
        visitor.page().navigate(node.origin() + path);
        visitor.live();
        assertThat(visitor.page().locator("haetae-dashboard [data-testid=page-failed]")).hasCount(0);
        visitor.page().waitForLoadState();
    }

    private static int wider(Visitor visitor) {
        return ((Number) Objects.requireNonNull(visitor.page().evaluate(WIDER))).intValue();
    }

    private static long bytes(Visitor visitor) {
        return ((Number) Objects.requireNonNull(visitor.page().evaluate(SCRIPT_BYTES))).longValue();
    }
}
