package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Police inside a polling place, recorded at its door on a phone without signal; in real browsers. */
class VisitsFromThePhoneTest {
    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("door-officer", Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void inAndOutWithoutSignalReachTheRoomOnceThereIsOne() {
        try (Visitor officer = Visitor.phone(browser, node); Visitor room = Visitor.desk(browser, node)) {
            officer.page().setViewportSize(360, 740);
            officer.page().onDialog(Dialog::accept);
            officer.logIn("/field", "door-officer");
            assertThat(officer.at("visit")).isEnabled();
            officer.page().context().setOffline(true);
            officer.at("visit").click();
            officer.at("visit-send").click();
            assertThat(officer.at("visit-error")).hasText("사유를 적어 주세요.");
            assertThat(officer.at("visit-reason")).isFocused();
            officer.shoot("visit-phone-empty");
            officer.at("visit-officers-more").click();
            officer.at("visit-reason").fill("투표소 안 소란, 투표관리관 요청");
            officer.at("back").click();
            officer.at("visit").click();
            assertThat(officer.at("visit-officers")).hasText("3명");
            officer.shoot("visit-phone-filled");
            officer.at("visit-askedAt-change").click();
            officer.shoot("visit-phone");
            officer.at("visit-send").click();

            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "waiting");
            assertThat(officer.at("inside-visit")).containsText("안에 3명");
            officer.shoot("visit-phone-inside");
            String visit = Objects.requireNonNull(officer.at("inside-visit").getAttribute("data-visit-id"));
            officer.at("visit-leave").click();
            assertThat(officer.at("inside-visit")).hasCount(0);
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");
            officer.shoot("visit-phone-waiting");

            officer.page().context().setOffline(false);

            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("inside-visit")).hasCount(0);
            room.logIn("/", "gangnam-room");
            assertThat(room.at("status")).hasAttribute("data-freshness", "live");
            room.page().navigate(node.origin() + "/?page=posts&post=" + RunningNode.GANGNAM_POST);
            var recorded = room.page().locator("[data-testid=visit][data-visit-id='" + visit + "']");
            assertThat(recorded).hasAttribute("data-inside", "false");
            assertThat(recorded).containsText("3명");
            assertThat(recorded).containsText("door-officer");
            officer.page().getByText("English").first().click();
            officer.at("visit").click();
            officer.shoot("visit-phone-en");
            // The browser itself notes each request that had no signal.
            assertThat(officer.errors()).allMatch(error -> error.contains("ERR_INTERNET_DISCONNECTED"));
        }
    }

    @Test
    void whatTheRoomRecordedTheOfficerEnds() {
        try (Visitor officer = Visitor.phone(browser, node); Visitor room = Visitor.desk(browser, node)) {
            officer.page().onDialog(Dialog::accept);
            room.logIn("/", "gangnam-room");
            assertThat(room.at("status")).hasAttribute("data-freshness", "live");
            room.page().navigate(node.origin() + "/?page=posts&post=" + RunningNode.GANGNAM_POST);
            room.at("visit-record").click();
            room.at("ask").locator("[name=reason]").fill("무전 요청");
            room.at("ask-send").click();
            assertThat(room.at("visit").first()).hasAttribute("data-inside", "true");

            officer.logIn("/field", "door-officer");
            officer.at("visit-leave").first().click();

            assertThat(room.at("visit").first()).hasAttribute("data-inside", "false");
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        }
    }

    @Test
    void whatTheServerRefusesIsCorrectedAndSentAgain() {
        try (Visitor officer = Visitor.phone(browser, node)) {
            officer.page().onDialog(Dialog::accept);
            officer.logIn("/field", "door-officer");
            officer.at("visit").click();
            officer.at("visit-reason").fill("시각을 잘못 적음");
            officer.at("visit-enteredAt-change").click();
            officer.at("visit-enteredAt").fill(inKorea(1));
            officer.at("visit-send").click();
            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "refused");
            officer.shoot("visit-phone-refused");

            officer.at("edit").click();
            assertThat(officer.at("visit-reason")).hasValue("시각을 잘못 적음");
            for (String time : List.of("askedAt", "enteredAt")) {
                officer.at("visit-" + time + "-change").click();
                officer.at("visit-" + time).fill(inKorea(0));
            }
            officer.at("visit-send").click();

            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "sent");
            officer.at("visit-leave").first().click();
            assertThat(officer.at("outbox-item").first()).hasAttribute("data-state", "sent");
        }
    }

    /** As a field for a time takes it: the minute in Korea, so many days from now. */
    private static String inKorea(int days) {
        return LocalDateTime.now(ZoneId.of("Asia/Seoul")).plusDays(days).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
