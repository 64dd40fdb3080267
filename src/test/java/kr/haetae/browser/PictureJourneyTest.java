package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Objects;
import kr.haetae.Pictured;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A photograph from an officer's phone to the desk, in real browsers. */
class PictureJourneyTest {
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

    @Test
    void aPhotographFollowsItsReportToTheDesk() {
        try (Visitor officer = Visitor.phone(browser, node);
                Visitor room = Visitor.desk(browser, node);
                Visitor neighbour = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room");
            neighbour.logIn("/", "mapo-room");
            officer.logIn("/field", "gangnam-officer");
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill("벽보 훼손, 사진 있음");
            officer.at("files").setInputFiles(new FilePayload("벽보.jpg", "image/jpeg",
                    Pictured.jpegOnItsSide(3_000, 2_000, 42)));
            assertThat(officer.at("chosen-files")).containsText("벽보.jpg");
            officer.page().context().setOffline(true);
            officer.at("send").click();
            assertThat(officer.at("outbox-item")).hasCount(2);
            officer.shoot("phone-photo-waits");

            officer.page().context().setOffline(false);

            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(2);
            String id = Objects.requireNonNull(officer.at("outbox-item").last().getAttribute("data-command-id"));
            room.incident(id).click();
            Locator thumbnail = room.page().locator("[data-testid=file] img");
            assertThat(thumbnail).isVisible();
            room.page().waitForCondition(() -> size(thumbnail, "naturalHeight") == 320);
            assertThat(size(thumbnail, "naturalWidth")).isBetween(210, 216);
            room.at("file").click();
            assertThat(room.at("file-viewer")).isVisible();
            Locator view = room.page().locator("[data-testid=file-viewer] img");
            room.page().waitForCondition(() -> size(view, "naturalHeight") == 1_600);
            room.shoot("desk-viewer");
            room.at("file-close").click();

            officer.at("send-original").click();

            assertThat(room.at("file")).hasCount(2);
            room.shoot("desk-thumbnails");
            assertThat(neighbour.received()).doesNotContain(id);

            addAndWithdraw(room);

            for (Visitor visitor : List.of(officer, room, neighbour)) {
                assertThat(visitor.astray()).isEmpty();
                // The officer had no signal for a while.
                assertThat(visitor.errors()).allMatch(error -> error.contains("ERR_INTERNET_DISCONNECTED"));
            }
        }
    }

    private static void addAndWithdraw(Visitor room) {
        room.at("file-add").setInputFiles(new FilePayload("영상.mp4", "video/mp4", Pictured.film(1_500_000)));
        assertThat(room.at("file-said")).containsText("영상.mp4 첨부됨");
        assertThat(room.at("file")).hasCount(3);
        room.at("file").first().click();
        room.at("file-withdraw").click();
        room.at("file-reason").fill("중복");
        room.at("file-reason").press("Enter");
        assertThat(room.at("file")).hasCount(2);
        assertThat(room.at("file-withdrawn")).containsText("중복");
        assertThat(room.page().locator("[data-testid=timeline-line][data-type=attachment-withdrawn]")).hasCount(1);
    }

    private static int size(Locator image, String side) {
        return ((Number) image.evaluate("(image, side) => image[side]", side)).intValue();
    }
}
