package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import kr.haetae.Pictured;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Films and photographs that a phone's browser can't show, and what waits for a line that costs nobody anything. */
class PhoneFilesTest {
    private static final int HEAVY = 6_000_000;
    /** Larger than any copy of it. */
    private static final byte[] PHOTO = Pictured.jpegOnItsSide(3_000, 2_000, 46);
    private static Chromium chromium;
    private static RunningNode node;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aHeavyFilmWaitsForWifiAndGoesWhenItIsThere() {
        try (Visitor officer = phone("cellular")) {
            report(officer, film());
            Locator file = officer.page().locator("[data-testid=outbox-item]").filter(
                    new Locator.FilterOptions().setHas(officer.page().getByTestId("waits-for-wifi")));
            assertThat(file).containsText("5.7 MB");
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "1");
            officer.shoot("hand-waits-for-wifi");

            officer.page().evaluate("() => { navigator.connection.type = 'wifi';"
                    + " navigator.connection.dispatchEvent(new Event('change')); }");

            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        }
    }

    @ParameterizedTest
    @CsvSource({"cellular", "unknown"})
    void theOfficerNeedNotWait(String line) {
        try (Visitor officer = phone(line)) {
            report(officer, film());
            officer.at("send-heavy").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        }
    }

    @Test
    void theOriginalFollowsByItselfOverWifi() {
        try (Visitor officer = phone("cellular"); Visitor room = Visitor.desk(chromium.browser(), node)) {
            String incident = photographed(officer);
            assertThat(officer.at("send-original")).isVisible();
            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(2);
            room.logIn("/", "gangnam-room").live();
            room.incident(incident).click();
            assertThat(room.at("file")).hasCount(1);

            // Both at once, as where one comes home: nothing goes twice.
            officer.page().evaluate("() => { navigator.connection.type = 'wifi';"
                    + " navigator.connection.dispatchEvent(new Event('change')); window.dispatchEvent(new Event('online')); }");

            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(3);
            assertThat(officer.at("send-original")).hasCount(0);
            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=refused]")).hasCount(0);
            officer.shoot("hand-original-sent");
            assertThat(room.at("file")).hasCount(2);
            room.at("file").nth(1).click();
            Download original = room.page().waitForDownload(() -> room.at("file-original").click());
            assertThat(original.path()).hasBinaryContent(PHOTO);
            room.shoot("desk-original");
        }
    }

    @Test
    void onWifiTheOriginalFollowsItsCopyAtOnceButNotWhereDataIsSaved() {
        try (Visitor officer = phone("wifi"); Visitor saving = phone("wifi', saveData: true, x: '")) {
            photographed(saving);
            photographed(officer);
            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(3);
            assertThat(officer.at("send-original")).hasCount(0);
            assertThat(saving.page().locator("[data-testid=outbox-item]")).hasCount(2);
            assertThat(saving.at("send-original")).isVisible();
        }
    }

    /** The incident's id, once the photograph's smaller copy is there. */
    private static String photographed(Visitor officer) {
        officer.at("report").click();
        officer.at("kind").first().click();
        officer.at("files").setInputFiles(new FilePayload("봉투.jpg", "image/jpeg", PHOTO));
        assertThat(officer.at("chosen-files").locator("li")).hasCount(1);
        officer.at("send").click();
        assertThat(officer.at("report-form")).hasCount(0);
        assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        return Objects.requireNonNull(officer.at("outbox-item").last().getAttribute("data-command-id"));
    }

    @Test
    void whatTheBrowserCannotShowHasASignNameAndSize() {
        try (Visitor officer = phone("wifi")) {
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("files").setInputFiles(new FilePayload[]{
                new FilePayload("사진.heic", "image/heic", "....ftypheic....".getBytes(StandardCharsets.US_ASCII)),
                film()});
            assertThat(officer.at("chosen-files").locator("li")).hasCount(2);
            assertThat(officer.at("thumb").first()).hasAttribute("data-shown", "false");
            assertThat(officer.at("thumb").nth(1)).hasText("▶");
            assertThat(officer.at("chosen-files")).containsText("사진.heic");
            assertThat(officer.at("chosen-files")).containsText("5.7 MB");
            officer.shoot("hand-files");
        }
    }

    private static Visitor phone(String line) {
        String login = "film-" + UUID.randomUUID().toString().substring(0, 8);
        node.account(login, Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
        Visitor officer = Visitor.phone(chromium.browser(), node);
        officer.page().addInitScript("Object.defineProperty(navigator, 'connection',"
                + " { value: Object.assign(new EventTarget(), { type: '" + line + "' }) });");
        officer.logIn("/field", login);
        assertThat(officer.at("report")).isEnabled();
        return officer;
    }

    private static void report(Visitor officer, FilePayload film) {
        officer.at("report").click();
        officer.at("kind").first().click();
        officer.at("files").setInputFiles(film);
        assertThat(officer.at("chosen-files")).containsText("Wi-Fi에서 보냅니다");
        officer.at("send").click();
        assertThat(officer.at("report-form")).hasCount(0);
        assertThat(officer.at("waits-for-wifi")).isVisible();
    }

    /** The beginning of an MP4, and what no line compresses. */
    private static FilePayload film() {
        byte[] bytes = new byte[HEAVY];
        new Random(7).nextBytes(bytes);
        byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm', 'm', 'p',
            '4', '2'};
        System.arraycopy(head, 0, bytes, 0, head.length);
        return new FilePayload("현장.mp4", "video/mp4", bytes);
    }
}
