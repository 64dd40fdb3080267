package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The machine's own Chromium, headless, that asks nothing of any host by itself. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    /** A photograph is hashed, sent, checked and copied on its way, beside other builds on a small machine. */
    private static final double PATIENCE_MILLIS = 30_000;

    static Chromium open() {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(Objects.requireNonNull(System.getProperty("chromium"), "-Dchromium=<path>")))
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-quic",
                        "--disable-component-update", "--disable-sync"))));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
