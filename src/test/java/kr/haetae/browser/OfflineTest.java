package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.haetae.RunningNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phone without a signal: what was written there arrives, once each and in order, whatever happens in between. */
class OfflineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 500;

    @TempDir
    Path profile;

    private static Chromium chromium;
    private static RunningNode node;
    private OwnOperation operation;
    private BadLine line;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void begin() throws Exception {
        operation = OwnOperation.open(node, "신호 없는 훈련");
        line = BadLine.to(node);
    }

    @AfterEach
    void end() {
        operation.close();
        line.close();
    }

    @Test
    void tenReportsWrittenWithoutASignalOutliveTheBrowser() throws Exception {
        List<String> texts = IntStream.rangeClosed(1, 10).mapToObj(n -> "신호 없이 쓴 신고 " + n).toList();
        Page before = enter(chromium.phoneWithProfile(profile));
        line.cut();
        before.reload();
        assertThat(before.getByTestId("account")).containsText("강남");
        for (String text : texts) {
            write(before, text);
        }
        assertThat(before.getByTestId("queue")).hasAttribute("data-unsent", "10");
        // Nothing is closed any more: there is nobody left to close.
        Chromium.kill(profile);
        try (BrowserContext phone = chromium.phoneWithProfile(profile)) {
            Page page = phone.newPage();
            page.navigate(line.origin() + "/field");
            assertThat(waiting(page)).hasCount(10);
            // The browser may have been killed before it wrote its cookies down: then one logs in again.
            phone.clearCookies();
            line.mend();
            logIn(page);
            assertThat(page.getByTestId("queue")).hasAttribute("data-unsent", "0");
        }
        assertThat(recorded()).containsExactlyElementsOf(texts);
    }

    /** The page's own sender, over a line that loses every second answer after the server has done what was asked. */
    @Test
    void everySecondAnswerLostDoublesNothingAndLosesNothing() throws Exception {
        try (BrowserContext phone = chromium.phoneWithProfile(profile)) {
            Page page = enter(phone);
            AtomicInteger turn = new AtomicInteger();
            line.lose((method, path) -> method.equals(HttpMethod.POST) && path.endsWith("/incidents")
                    && turn.getAndIncrement() % 2 == 0);
            fill(page, MANY);
            // As a phone does whose signal comes and goes: each time, what waits is tried at once.
            page.evaluate("() => { window.flapping = setInterval(() => dispatchEvent(new Event('online')), 20); }");
            page.reload();
            page.evaluate("() => { window.flapping = setInterval(() => dispatchEvent(new Event('online')), 20); }");
            page.waitForCondition(() -> line.lost() >= MANY && unsent(page) == 0,
                    new Page.WaitForConditionOptions().setTimeout(240_000));
        }
        assertThat(line.lost()).isGreaterThanOrEqualTo(MANY);
        assertThat(recorded()).containsExactlyElementsOf(
                IntStream.range(0, MANY).mapToObj(n -> "끊기는 신고 " + n).toList());
    }

    @Test
    void aNewEditionLeavesWhatWaitsAlone() throws Exception {
        try (BrowserContext phone = chromium.phoneWithProfile(profile)) {
            Page page = enter(phone);
            // From the second time on it comes from the device.
            page.reload();
            line.lose((method, path) -> path.startsWith("/api/"));
            write(page, "판이 바뀌어도 남는 신고");
            assertThat(waiting(page)).hasCount(1);
            line.bring(worker -> worker + "\n// another edition");
            page.evaluate("() => dispatchEvent(new Event('online'))");
            assertThat(page.getByTestId("edition")).isVisible();
            page.evaluate("() => { window.former = true; }");

            page.getByTestId("edition-take").click();

            page.waitForFunction("() => window.former === undefined");
            assertThat(waiting(page)).hasCount(1);
            line.lose((method, path) -> false);
            page.getByTestId("send-now").first().click();
            assertThat(page.getByTestId("queue")).hasAttribute("data-unsent", "0");
        }
        assertThat(recorded()).containsExactly("판이 바뀌어도 남는 신고");
    }

    @Test
    void nobodyIsLoggedOutByTabsThatRefreshAtOnceOrByALostAnswer() throws Exception {
        try (BrowserContext phone = chromium.phoneWithProfile(profile)) {
            Page one = enter(phone);
            Page two = phone.newPage();
            two.navigate(line.origin() + "/field");
            assertThat(two.getByTestId("queue")).isVisible();
            AtomicInteger refreshes = new AtomicInteger();
            line.lose((method, path) -> path.endsWith("/session/refresh") && refreshes.getAndIncrement() == 0);
            phone.clearCookies(new BrowserContext.ClearCookiesOptions().setName("haetae_access"));

            for (Page page : List.of(one, two)) {
                write(page, "로그인이 바뀌는 사이의 신고");
            }

            for (Page page : List.of(one, two)) {
                page.evaluate("() => dispatchEvent(new Event('online'))");
                assertThat(page.getByTestId("queue")).hasAttribute("data-unsent", "0");
            }
            assertThat(refreshes.get()).isGreaterThanOrEqualTo(2);
        }
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void thePageCanBeInstalled() throws Exception {
        try (BrowserContext phone = chromium.phoneWithProfile(profile)) {
            Page page = enter(phone);
            JsonObject answer = phone.newCDPSession(page).send("Page.getInstallabilityErrors");
            assertThat(answer.getAsJsonArray("installabilityErrors")).isEmpty();
        }
    }

    /** Logged in, and the page lies on the device. */
    private Page enter(BrowserContext phone) {
        Page page = phone.newPage();
        page.navigate(line.origin() + "/field");
        logIn(page);
        String id = operation.path().substring(operation.path().lastIndexOf('/') + 1);
        page.getByTestId("operation").selectOption(id);
        page.evaluate("() => navigator.serviceWorker.ready.then(() => undefined)");
        assertThat(page.getByTestId("connection")).hasAttribute("data-online", "true");
        return page;
    }

    private static void logIn(Page page) {
        page.getByTestId("login-name").fill("gangnam-officer");
        page.getByTestId("login-password").fill(node.password("gangnam-officer"));
        page.getByTestId("login-submit").click();
    }

    private static void write(Page page, String text) {
        page.getByTestId("report").click();
        page.getByTestId("kind").first().click();
        page.getByTestId("report-text").fill(text);
        page.getByTestId("send").click();
        assertThat(page.getByTestId("report-form")).hasCount(0);
    }

    private static Locator waiting(Page page) {
        return page.locator(
                "[data-testid=outbox-item][data-state=waiting], [data-testid=outbox-item][data-state=sending]");
    }

    private static int unsent(Page page) {
        String said = page.getByTestId("queue").getAttribute("data-unsent");
        return said == null ? -1 : Integer.parseInt(said);
    }

    /** Straight into the outbox, as {@code OutboxItem}: five hundred forms by hand would test the form. */
    private void fill(Page page, int many) {
        page.evaluate("""
                ([many, operation]) => new Promise((done, failed) => {
                  const asked = indexedDB.open('haetae-field');
                  asked.onerror = failed;
                  asked.onsuccess = () => {
                    const account = JSON.parse(localStorage.getItem('haetae.field.account')).id;
                    const step = asked.result.transaction('outbox', 'readwrite');
                    for (let n = 0; n < many; n++) {
                      const body = { kind: 'OTHER', code: 3, text: `끊기는 신고 ${n}`, occurredAt: new Date().toISOString() };
                      step.objectStore('outbox').put({ id: crypto.randomUUID(), account, operation, place: '',
                        task: { what: 'incident', body }, writtenAt: n, state: 'waiting' });
                    }
                    step.oncomplete = () => { asked.result.close(); done(); };
                    step.onerror = failed;
                  };
                })""", List.of(many, operation.path().substring(operation.path().lastIndexOf('/') + 1)));
    }

    /** The texts of what was recorded, in the order it was taken: numbers rise. */
    private List<String> recorded() throws Exception {
        try (Visitor room = Visitor.desk(chromium.browser(), node).logIn("/", "gangnam-room").live()) {
            List<JsonNode> found = new ArrayList<>();
            @Nullable
            String after = "";
            while (after != null) {
                String answer = room.ask(operation.path() + "/incidents?limit=200" + after);
                assertThat(answer).startsWith("200 ");
                JsonNode list = JSON.readTree(answer.substring(answer.indexOf(' ') + 1));
                list.get("items").forEach(found::add);
                after = list.hasNonNull("next") ? "&after=" + list.get("next").asText() : null;
            }
            return found.stream().sorted(Comparator.comparing(incident -> incident.get("number").asText()))
                    .map(incident -> incident.get("text").asText()).toList();
        }
    }

}
