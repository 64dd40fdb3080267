package kr.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import kr.haetae.RunningNode;

/** A drill of a test's own, so that what it does buries nothing of other tests; closed again, else their pages would show it. */
final class OwnOperation implements AutoCloseable {
    private final Browser browser;
    private final RunningNode node;
    private final String path;

    private OwnOperation(Browser browser, RunningNode node, String path) {
        this.browser = browser;
        this.node = node;
        this.path = path;
    }

    static OwnOperation open(Browser browser, RunningNode node, String name) {
        try (Visitor commander = Visitor.desk(browser, node).logIn("/", "commander").live()) {
            String path = "/operations/" + Visitor.made(commander.command("/operations",
                    "{\"name\":\"" + name + "\",\"kind\":\"DRILL\"}"));
            assertThat(commander.command(path + "/opening", "{}")).startsWith("200 ");
            return new OwnOperation(browser, node, path);
        }
    }

    /** {@code /operations/<id>}. */
    String path() {
        return path;
    }

    @Override
    public void close() {
        try (Visitor commander = Visitor.desk(browser, node).logIn("/", "commander").live()) {
            assertThat(commander.command(path + "/closure", "{\"reason\":\"끝\"}")).startsWith("200 ");
        }
    }
}
