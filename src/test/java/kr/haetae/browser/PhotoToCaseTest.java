package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import kr.haetae.Pictured;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a photograph at a school gate to a case that was sent to the prosecutor, each in the browser of whoever does it. */
class PhotoToCaseTest {
    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("gate-investigator", Role.INVESTIGATOR, "seoul-gangnam", null);
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aPhotographAtTheGateEndsAsAClosedCase() {
        try (Visitor officer = Visitor.phone(browser, node);
                Visitor room = Visitor.desk(browser, node);
                Visitor investigator = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room");
            investigator.logIn("/", "gate-investigator");
            officer.logIn("/field", "gangnam-officer");

            String id = photographed(officer);
            String opened = closedAndReferred(room, id);
            sentToTheProsecutor(investigator, opened);

            for (Visitor visitor : List.of(officer, room, investigator)) {
                assertThat(visitor.astray()).isEmpty();
                assertThat(visitor.errors()).isEmpty();
            }
        }
    }

    private static String photographed(Visitor officer) {
        officer.at("report").click();
        officer.at("kind-more").click();
        officer.page().locator("[data-testid=kind]", new Page.LocatorOptions()
                .setHasText("금품수수")).click();
        officer.at("report-text").fill("정문 앞에서 봉투를 나눠 줌, 사진 있음");
        officer.at("files").setInputFiles(new FilePayload("봉투.jpg", "image/jpeg",
                Pictured.jpegOnItsSide(3_000, 2_000, 43)));
        officer.at("send").click();
        assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(2);
        return Objects.requireNonNull(officer.at("outbox-item").last().getAttribute("data-command-id"));
    }

    /** The number of the case that the room opened. */
    private static String closedAndReferred(Visitor room, String id) {
        room.incident(id).click();
        Locator thumbnail = room.page().locator("[data-testid=file] img");
        assertThat(thumbnail).isVisible();
        room.page().keyboard().press("a");
        assertThat(room.at("incident-status")).hasText("접수");
        room.page().keyboard().press("c");
        room.page().keyboard().press("4");
        assertThat(room.at("incident-status")).hasText("종결");
        room.at("incident-open-case").click();
        room.at("ask").locator("[name=summary]").fill("정문 앞 금품 제공 의혹");
        room.at("ask").locator("[name=electionDay]").fill(LocalDate.now(ZoneId.of("Asia/Seoul")).toString());
        room.at("ask-send").click();
        assertThat(room.at("ask")).isHidden();
        Locator number = room.page().getByText("서울강남-사건-").first();
        assertThat(number).isVisible();
        return number.textContent().replaceFirst("(?s).*(서울강남-사건-\\d+).*", "$1");
    }

    private static void sentToTheProsecutor(Visitor investigator, String number) {
        investigator.turn("cases");
        investigator.page().locator("[data-testid=case-row]",
                new Page.LocatorOptions().setHasText(number)).click();
        for (String stage : List.of("INVESTIGATION", "SENT")) {
            investigator.at("case-to-" + stage).click();
            investigator.at("ask-send").click();
            assertThat(investigator.at("ask")).isHidden();
        }
        assertThat(investigator.at("case-stage")).hasText("송치");
        investigator.shoot("case-sent");
    }
}
