package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.haetae.RunningNode;
import kr.haetae.Sited;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the phone in both themes, both languages and on a small and a large phone; pictures lie under target/screens. */
class FieldViewsTest {
    private static final int[][] SIZES = {{360, 640}, {412, 915}};
    /** What a thumb in a glove hits, in CSS pixels; more than WCAG 2.2's 24. Source: Android's accessibility guide, touch targets. */
    private static final int TARGET = 48;
    private static final String WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** What can be pressed and is in either direction smaller than that; looks into every component. */
    private static final String SMALL = """
            (least) => {
              const found = [];
              const look = (root) => {
                for (const node of root.querySelectorAll('*')) {
                  if (node.shadowRoot !== null) look(node.shadowRoot);
                  if (!node.matches('button, input, select, textarea, a[href], summary')) continue;
                  const { width, height } = node.getBoundingClientRect();
                  if (width === 0 || (width >= least - 0.5 && height >= least - 0.5)) continue;
                  found.push(`${node.dataset.testid ?? node.textContent.trim()} ${Math.round(width)}x${Math.round(height)}`);
                }
              };
              look(document);
              return found;
            }""";

    private static Chromium chromium;
    private static RunningNode node;
    private static OwnOperation own;
    private static UUID operation;

    /** All that is wrong with a page is told at once: each look takes a browser its while. */
    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
        own = OwnOperation.open(node, "휴대전화 화면 훈련");
        operation = UUID.fromString(own.path().substring(own.path().lastIndexOf('/') + 1));
        node.place(operation, RunningNode.POSTS.toArray(PlacedPost[]::new));
        UUID storage = Sited.storage(node, operation, "seoul-gangnam");
        UUID centre = Sited.countingCentre(node, operation, "seoul-gangnam");
        for (String language : List.of("ko", "en")) {
            node.account("look-post-" + language, Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
            node.account("look-storage-" + language, Role.OFFICER, "seoul-gangnam", storage);
            node.account("look-centre-" + language, Role.OFFICER, "seoul-gangnam", centre);
        }
        plan(centre);
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    @AfterEach
    void tell() {
        softly.assertAll();
    }

    /** A route to depart on, and an order that asks for an answer. */
    private static void plan(UUID centre) {
        Instant now = Instant.now();
        try (Visitor room = Visitor.desk(chromium.browser(), node).logIn("/", "gangnam-room").live();
                Visitor hq = Visitor.desk(chromium.browser(), node).logIn("/", "commander").live()) {
            Visitor.made(room.command(own.path() + "/routes", """
                    {"kind":"TO_COUNTING","from":"%s","to":"%s","departsAt":"%s","arrivesAt":"%s","checkpoints":["역삼역"],
                    "boxes":["역삼1-1"]}""".formatted(RunningNode.GANGNAM_POST, centre, now,
                    now.plus(Duration.ofMinutes(30)))));
            Visitor.made(hq.command(own.path() + "/directives", """
                    {"to":["seoul-gangnam"],"below":false,"posts":["%s"],"urgency":"URGENT","title":"우산 시위 대비",
                    "text":"투표소 출입구 앞 우산·피켓 반입 여부를 확인하고 특이사항 있으면 바로 보고할 것"}"""
                    .formatted(PostKind.POLLING_PLACE)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void whatAnOfficerAtAPollingPlaceSees(String language) {
        try (Visitor officer = phone(language)) {
            officer.page().navigate(node.origin() + "/field");
            assertThat(officer.at("login-form")).isVisible();
            looks(officer, language, "login");
            officer.at("login-first-use").click();
            looks(officer, language, "first-use");
            officer.at("login-first-use").click();
            enter(officer, "look-post-" + language);
            // The first who takes note does it for the post.
            if (language.equals("ko")) {
                assertThat(officer.at("directive")).isVisible();
            }
            assertThat(officer.at("transport").first()).isVisible();
            looks(officer, language, "home-first");
            if (language.equals("ko")) {
                officer.at("directive-acknowledge").click();
            }
            officer.at("check-in").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("nil")).isEnabled();
            looks(officer, language, "home-on-duty");
            forms(officer, language);
            found(officer, language);
            outbox(officer, language);
            assertThat(officer.errors()).allMatch(error -> error.contains("ERR_INTERNET_DISCONNECTED"));
            assertThat(officer.astray()).isEmpty();
        }
    }

    private void forms(Visitor officer, String language) {
        officer.at("report").click();
        looks(officer, language, "report-kinds");
        officer.at("kind-more").click();
        looks(officer, language, "report-kinds-all");
        officer.at("kind").first().click();
        officer.at("other-place").click();
        officer.at("files").setInputFiles(new FilePayload("현장 기록.pdf", "application/pdf",
                "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
        assertThat(officer.at("chosen-files")).isVisible();
        looks(officer, language, "report");
        officer.at("back").click();
        assertThat(officer.at("draft")).isVisible();
        looks(officer, language, "home-draft");
        officer.at("draft-discard").click();
        officer.at("situation").click();
        looks(officer, language, "round");
        officer.at("back").click();
        officer.at("visit").click();
        officer.at("visit-askedAt-change").click();
        officer.at("visit-send").click();
        looks(officer, language, "visit");
        officer.at("back").click();
        officer.at("transport-depart").first().click();
        officer.at("transport-send").click();
        looks(officer, language, "departure");
        officer.at("back").click();
    }

    /** No camera on this machine: what a phone says whose camera somebody else holds. */
    private void found(Visitor officer, String language) {
        officer.at("duty-find").click();
        officer.at("scan").click();
        assertThat(officer.at("scan-trouble")).isVisible();
        looks(officer, language, "scan");
        officer.at("duty-find").click();
    }

    /** Waiting, refused, accepted; a call for help that nobody saw yet; no signal. */
    private void outbox(Visitor officer, String language) {
        officer.page().context().setOffline(true);
        officer.at("nil").click();
        assertThat(officer.at("queue")).hasAttribute("data-unsent", "1");
        looks(officer, language, "home-offline");
        officer.page().context().setOffline(false);
        assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        officer.page().route("**/incidents", route -> refuse(route));
        officer.at("urgent").click();
        assertThat(officer.page().locator("[data-testid=outbox-item][data-state=refused]").first()).isVisible();
        looks(officer, language, "outbox-refused");
        officer.page().unroute("**/incidents");
        officer.at("again").first().click();
        assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        assertThat(officer.at("urgent-call")).isVisible();
        looks(officer, language, "urgent");
    }

    private static void refuse(Route route) {
        if (!route.request().method().equals("POST")) {
            route.resume();
            return;
        }
        route.fulfill(new Route.FulfillOptions().setStatus(422).setContentType("application/problem+json").setBody("""
                {"status":422,"code":"validation-failed","detail":"","errors":[{"pointer":"/post","code":"unknown-post",
                "detail":"There is no post."}]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void whatAnOfficerAtAStorageAndAtACountingCentreSees(String language) {
        try (Visitor storage = phone(language); Visitor centre = phone(language)) {
            enter(opened(storage), "look-storage-" + language);
            looks(storage, language, "storage");
            if (language.equals("ko")) {
                storage.at("storage-opening").click();
                storage.at("site-send").click();
                looks(storage, language, "storage-opening");
                storage.at("open-boxes-more").click();
                storage.at("site-seals").fill("문-1");
                storage.at("site-send").click();
            }
            assertThat(storage.at("storage-watch")).isVisible();
            looks(storage, language, "storage-watched");
            for (String form : List.of("seal-checks", "cameras", "accesses")) {
                storage.at("storage-" + form).click();
                looks(storage, language, "storage-" + form);
                storage.at("back").click();
            }
            enter(opened(centre), "look-centre-" + language);
            looks(centre, language, "counting");
            centre.at("storage-cordons").click();
            looks(centre, language, "cordons");
            Visitor.clean(storage, centre);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void whatIsSeenWhileNothingAnswers(String language) {
        try (Visitor officer = phone(language)) {
            // One route from beginning to end: nothing that is asked in between gets an answer.
            AtomicBoolean cut = new AtomicBoolean();
            officer.page().route("**/api/**", route -> {
                if (cut.get()) {
                    route.abort();
                }
            });
            officer.page().navigate(node.origin() + "/field");
            assertThat(officer.page().locator("p.state")).isVisible();
            looks(officer, language, "loading");
            cut.set(true);
            officer.page().reload();
            assertThat(officer.page().locator("p.state")).isVisible();
            looks(officer, language, "unreachable");
        }
    }

    private static Visitor phone(String language) {
        Visitor officer = Visitor.phone(chromium.browser(), node);
        officer.page().onDialog(Dialog::accept);
        officer.page().addInitScript("localStorage.setItem('haetae.language', '" + language + "');"
                + "localStorage.setItem('haetae.field.operation', JSON.stringify('" + operation + "'));");
        return officer;
    }

    private static Visitor opened(Visitor officer) {
        officer.page().navigate(node.origin() + "/field");
        return officer;
    }

    private static void enter(Visitor officer, String login) {
        officer.at("login-name").fill(login);
        officer.at("login-password").fill(node.password(login));
        officer.at("login-submit").click();
        assertThat(officer.page().locator("select[data-testid=operation]")).hasValue(operation.toString());
        assertThat(officer.at("connection")).hasAttribute("data-online", "true");
        assertThat(officer.at("report")).isEnabled();
    }

    private void looks(Visitor officer, String language, String scene) {
        assertThat(officer.page().locator("html")).hasAttribute("lang", language);
        for (int[] size : SIZES) {
            officer.page().setViewportSize(size[0], size[1]);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                String what = "%s %s %s %d".formatted(scene, language, scheme.name().toLowerCase(Locale.ROOT), size[0]);
                officer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                officer.shoot("hand-" + what.replace(' ', '-'));
                softly.assertThat(officer.faults()).as(what).isEmpty();
            }
            softly.assertThat(small(officer)).as("%s %s at %d: too small to hit", scene, language, size[0]).isEmpty();
            softly.assertThat(wider(officer)).as("%s %s at %d: wider than the phone", scene, language, size[0])
                    .isZero();
        }
    }

    private static List<?> small(Visitor officer) {
        return (List<?>) Objects.requireNonNull(officer.page().evaluate(SMALL, TARGET));
    }

    private static int wider(Visitor officer) {
        return ((Number) Objects.requireNonNull(officer.page().evaluate(WIDER))).intValue();
    }
}
