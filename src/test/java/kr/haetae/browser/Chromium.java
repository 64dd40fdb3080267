package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own Chromium, headless, that asks nothing of any host by itself. One for all test classes of a JVM, with which it
 * ends; who is done with it closes what he left open in it.
 */
record Chromium(Playwright playwright, Browser browser, boolean shared) implements AutoCloseable {
    /** A photograph is hashed, sent, checked and copied on its way, beside other builds on a small machine. */
    private static final double PATIENCE_MILLIS = 30_000;
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-background-networking",
            "--disable-quic", "--disable-component-update", "--disable-sync");

    private static @Nullable Chromium one;

    /** The one of this JVM; for the thread that the tests run on. */
    static Chromium open() {
        Chromium open = one;
        if (open == null || !open.browser.isConnected()) {
            open = launch(open == null ? driver() : open.playwright, true, List.of());
            one = open;
        }
        return open;
    }

    /** A browser of its own, whose camera sees that film (Motion JPEG), over and over, and asks nobody for leave. */
    static Chromium seeing(Path film) {
        return launch(open().playwright, false, List.of("--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film));
    }

    private static Playwright driver() {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Chromium launch(Playwright playwright, boolean shared, List<String> more) {
        return new Chromium(playwright, playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program())
                        .setArgs(Stream.concat(ARGUMENTS.stream(), more.stream()).toList())),
                shared);
    }

    /** A phone whose browser keeps what it was given in that folder, over its end. */
    BrowserContext phoneWithProfile(Path folder) {
        return playwright.chromium().launchPersistentContext(folder,
                new BrowserType.LaunchPersistentContextOptions().setExecutablePath(program()).setArgs(ARGUMENTS)
                        .setViewportSize(360, 800).setIsMobile(true).setHasTouch(true));
    }

    /** As when the battery falls out: nothing is written any more. Only the browser of that folder. */
    static void kill(Path folder) {
        ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static Path program() {
        return Path.of(Objects.requireNonNull(System.getProperty("chromium"), "-Dchromium=<path>"));
    }

    @Override
    public void close() {
        if (shared) {
            browser.contexts().forEach(BrowserContext::close);
        } else {
            browser.close();
        }
    }
}
