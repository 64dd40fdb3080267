package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import java.util.Map;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;

/** The phone's own back button: out of whatever is open, to where one was, and never out of the page while something is. */
class BackButtonTest {
    @Test
    void itLeavesOneStepAtATime() {
        RunningNode node = RunningNode.shared();
        node.account("back-officer", Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
        try (Chromium chromium = Chromium.open(); Visitor officer = Visitor.phone(chromium.browser(), node)) {
            officer.page().onDialog(Dialog::accept);
            officer.logIn("/field", "back-officer");
            assertThat(officer.at("check-in")).isEnabled();
            officer.at("check-in").click();
            assertThat(officer.at("situation")).isEnabled();
            Map.of("situation", "round-form", "visit", "visit-form", "report", "report-form").forEach((act, form) -> {
                officer.at(act).click();
                assertThat(officer.at(form)).isVisible();
                officer.page().goBack();
                assertThat(officer.at(form)).hasCount(0);
                assertThat(officer.at("account")).isVisible();
            });

            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill("쓰다 만 신고");
            officer.page().goBack();
            assertThat(officer.at("kind").first()).isVisible();
            officer.at("kind").nth(1).click();
            assertThat(officer.at("report-text")).hasValue("쓰다 만 신고");
            officer.page().goBack();
            officer.page().goBack();
            assertThat(officer.at("draft")).containsText("쓰다 만 신고");

            // Resumed, the next step back is the home, and what was chosen stays.
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("send").click();
            assertThat(officer.at("draft")).hasCount(0);
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");

            officer.at("duty-find").click();
            officer.at("scan").click();
            assertThat(officer.at("post-search")).isVisible();
            officer.page().goBack();
            assertThat(officer.at("post-search")).hasCount(0);
            assertThat(officer.at("duty-post")).hasText("역삼1동제1투표소");
            assertThat(officer.errors()).isEmpty();
        }
    }
}
