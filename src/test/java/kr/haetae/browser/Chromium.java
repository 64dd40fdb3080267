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

/** The machine's own Chromium, headless, that asks nothing of any host by itself. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    /** A photograph is hashed, sent, checked and copied on its way, beside other builds on a small machine. */
    private static final double PATIENCE_MILLIS = 30_000;
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-background-networking",
            "--disable-quic", "--disable-component-update", "--disable-sync");

    static Chromium open() {
        return open(List.of());
    }

    /** One whose camera sees that film (Motion JPEG), over and over, and asks nobody for leave. */
    static Chromium seeing(Path film) {
        return open(List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film));
    }

    private static Chromium open(List<String> more) {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program())
                        .setArgs(Stream.concat(ARGUMENTS.stream(), more.stream()).toList())));
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
        playwright.close();
    }
}
