package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.RunningNode;
import org.assertj.core.api.Assertions;

/** Somebody with a browser of his own; notes all that reached it, and everything that it asked of another host. */
final class Visitor implements AutoCloseable {
    private static final String AXE = source();

    private final RunningNode node;
    private final BrowserContext context;
    private final Page page;
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> astray = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    private Visitor(RunningNode node, BrowserContext context) {
        this.node = node;
        this.context = context;
        // Where nothing else was chosen: the drill that tests share, however many others are open.
        context.addInitScript("""
                const drill = '%s';
                if (localStorage.getItem('haetae.operation') === null) localStorage.setItem('haetae.operation', drill);
                if (localStorage.getItem('haetae.field.operation') === null)
                  localStorage.setItem('haetae.field.operation', JSON.stringify(drill));
                """.formatted(node.operation()));
        page = context.newPage();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> received.add(frame.text())));
        page.onRequest(request -> {
            if (!List.of("127.0.0.1:" + node.port(), "localhost:" + node.port())
                    .contains(URI.create(request.url()).getAuthority())) {
                astray.add(request.url());
            }
        });
        page.onResponse(answer -> {
            if (answer.status() == 403) {
                refused.add(answer.request().method() + " " + URI.create(answer.url()).getPath());
            }
        });
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            // A refusal of the API is an answer, not an error: who am I is answered with 401 until somebody has logged in.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource: the server responded")) {
                errors.add(message.text());
            }
        });
    }

    static Visitor desk(Browser browser, RunningNode node) {
        return new Visitor(node, browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)));
    }

    static Visitor phone(Browser browser, RunningNode node) {
        return new Visitor(node, browser.newContext(
                new Browser.NewContextOptions().setViewportSize(360, 800).setIsMobile(true).setHasTouch(true)));
    }

    /** On a phone whose browser is one of its own. */
    static Visitor phone(BrowserContext phone, RunningNode node) {
        return new Visitor(node, phone);
    }

    /** Waits until the page shows that it is current. */
    Visitor live() {
        assertThat(at("status")).hasAttribute("data-freshness", "live");
        return this;
    }

    /** The id in the answer to a command that has made something. */
    static String made(String answer) {
        Assertions.assertThat(answer).startsWith("201 ");
        return answer.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    Visitor logIn(String path, String login) {
        page.navigate(node.origin() + path);
        return logIn(login);
    }

    /** On the page that asks for it. */
    Visitor logIn(String login) {
        at("login-name").fill(login);
        at("login-password").fill(node.password(login));
        at("login-submit").click();
        return this;
    }

    Page page() {
        return page;
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** To a page of the middle, by its group. */
    Visitor turn(String to) {
        page.locator("[data-testid^=group-][data-pages~='" + to + "']").click();
        at("page-" + to).click();
        return this;
    }

    Locator incident(String id) {
        return page.locator("[data-testid=incident-row][data-incident-id='" + id + "']");
    }

    /** What is offered to be chosen, by its code. */
    Locator choice(String code) {
        return page.locator("[data-testid=choice][data-code='" + code + "']");
    }

    /** What axe finds wrong with the page as it stands, by WCAG 2.2 A and AA; each with where. */
    List<String> faults() {
        // A page keeps it until it is left; half a megabyte each time would take longer than the look itself.
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            page.evaluate(AXE);
        }
        Object found = page.evaluate("async () => (await axe.run(document, {"
                + " runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }))"
                + ".violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).join(', '))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Everything that came over its sockets. */
    String received() {
        return String.join("\n", List.copyOf(received));
    }

    List<String> astray() {
        return List.copyOf(astray);
    }

    /** What it asked for without being allowed to. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** What the page itself gets when it asks the API: status, a space, the body. */
    String ask(String path) {
        return fetch(path, Map.of());
    }

    /** The same for a command, under an id of its own. */
    String command(String path, String json) {
        return fetch(path, Map.of("method", "POST", "body", json, "headers",
                Map.of("Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString())));
    }

    private String fetch(String path, Map<String, Object> options) {
        Object answer = page.evaluate(
                "async ([path, options]) => { const r = await fetch('/api/v1' + path, options);"
                        + " return r.status + ' ' + await r.text(); }",
                List.of(path, options));
        return String.valueOf(answer);
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    private static String source() {
        try {
            return Files.readString(Path.of("webroot", "node_modules", "axe-core", "axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** None of them was wrong about anything, or asked another host. */
    static void clean(Visitor... visitors) {
        for (Visitor visitor : visitors) {
            Assertions.assertThat(visitor.errors()).isEmpty();
            Assertions.assertThat(visitor.astray()).isEmpty();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
