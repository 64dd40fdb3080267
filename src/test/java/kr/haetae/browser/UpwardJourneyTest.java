package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports to units above, hand-over at shift change, restriction and sharing, each by whom it concerns; in real browsers. */
class UpwardJourneyTest {
    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;
    /** Of its own: whole rooms are handed over here. */
    private static OwnOperation own;
    private static String operation;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("gangnam-night", Role.ROOM_OPERATOR, "seoul-gangnam", null);
        node.account("gangnam-duty", Role.DUTY_OFFICER, "seoul-gangnam", null);
        chromium = Chromium.open();
        browser = chromium.browser();
        own = OwnOperation.open(node, "보고와 인계 훈련");
        operation = own.path();
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    @Test
    void aStationReportsToItsAgencyWhichReceivesItByKeyboard() {
        try (Visitor station = desk("gangnam-room"); Visitor agency = desk("seoul-room")) {
            String first = report(station, "seoul-gangnam", "VIOLENCE", "투표소 앞 폭행");
            String second = report(station, "seoul-gangnam", "FIRE", "투표소 옆 화재");
            go(agency, "b");
            assertThat(agency.at("upward-empty")).isVisible();

            station.page().navigate(node.origin() + page() + "&incident=" + first);
            assertThat(station.at("act-report")).isVisible();
            station.page().keyboard().press("p");
            assertThat(station.at("ask").locator("[name=to]")).hasValue("seoul");
            assertThat(station.at("ask").locator("[name=text]")).hasValue(Pattern.compile("투표소 앞 폭행"));
            assertThat(station.at("ask-preview")).containsText("서울강남-");
            assertThat(station.at("ask-preview")).containsText("미접수");
            looks(station, "upward-compose");
            station.at("ask-send").click();
            assertThat(station.at("upward-report")).containsText("1보");
            assertThat(station.at("upward-report")).hasAttribute("data-received", "false");
            assertThat(station.at("report-receive")).hasCount(0);
            last(station, second);

            assertThat(agency.at("upward-count")).hasText("2건");
            assertThat(agency.at("page-upward")).hasText(Pattern.compile("받을 보고 2"));
            assertThat(agency.at("upward-report").first()).containsText("1보");
            assertThat(agency.at("upward-report").nth(1)).containsText("최종보");
            looks(agency, "upward-page");
            go(agency, "m");
            go(agency, "b");
            assertThat(agency.at("report-receive").first()).isFocused();
            agency.page().keyboard().press("Enter");
            assertThat(agency.at("upward-count")).hasText("1건");
            assertThat(agency.at("report-receive")).isFocused();
            agency.page().keyboard().press("Enter");

            assertThat(agency.at("upward-empty")).isVisible();
            station.page().navigate(node.origin() + page() + "&incident=" + first);
            assertThat(station.at("upward-report")).hasAttribute("data-received", "true");
            assertThat(station.at("upward-report")).containsText("수신 · 서울청");
            assertThat(station.at("timeline")).containsText("보고 수신");
            looks(station, "upward-received");
            station.page().getByText("English").first().click();
            assertThat(station.at("upward-report")).containsText("Report 1");
            assertThat(station.at("timeline")).containsText("Reported upwards");
            looks(station, "upward-en");
            Visitor.clean(station, agency);
        }
    }

    @Test
    void aRoomIsHandedOverAndSomebodyElseTakesItOver() {
        try (Visitor day = desk("gangnam-room"); Visitor night = desk("gangnam-night")) {
            String text = "인계할 소란";
            String id = report(day, "seoul-gangnam", "DISTURBANCE", text);
            assertThat(day.incident(id)).isVisible();
            go(day, "h");
            assertThat(day.at("handover-preview").locator("[data-testid=handed]").first()).containsText("서울강남-");
            looks(day, "handover-preview");
            day.at("handover-offer").click();
            day.at("ask").locator("[name=note]").fill("역삼1동 투표소 앞에 다시 모일 수 있음");
            assertThat(day.at("ask-preview")).containsText("미결 상황");
            day.at("ask-send").click();
            assertThat(day.at("handover-own")).isVisible();
            assertThat(day.at("handover-accept")).hasCount(0);
            day.at("handover-withdraw").click();
            day.at("ask-send").click();
            assertThat(day.at("handover")).hasCount(0);
            day.at("handover-offer").click();
            day.at("ask").locator("[name=note]").fill("역삼1동 투표소 앞에 다시 모일 수 있음");
            day.at("ask-send").click();

            assertThat(night.at("group-case").locator("b")).isVisible();
            go(night, "h");
            assertThat(night.at("page-handovers")).hasText(Pattern.compile("인계·인수 1"));
            assertThat(night.at("handover")).containsText("다시 모일 수 있음");
            assertThat(night.at("handover-accept")).isFocused();
            looks(night, "handover-offered");
            night.page().keyboard().press("Enter");
            assertThat(night.at("ask")).isVisible();
            night.page().keyboard().press("Enter");

            assertThat(night.at("handover")).hasCount(0);
            assertThat(day.at("handover")).hasCount(0);
            assertThat(day.at("handover-done").first()).containsText("gangnam-night");
            looks(day, "handover-history");
            day.page().getByText("English").first().click();
            assertThat(day.at("handover-preview")).containsText("To be handed over now");
            looks(day, "handover-en");
            Visitor.clean(day, night);
        }
    }

    @Test
    void whatIsRestrictedVanishesFromTheScreenOfWhoeverIsNotCleared() {
        try (Visitor duty = desk("gangnam-duty"); Visitor room = desk("gangnam-room")) {
            String text = "후보자 동선 관련 첩보";
            String id = report(duty, "seoul-gangnam", "OTHER", text);
            room.incident(id).click();
            assertThat(room.at("incident-text")).hasText(text);
            assertThat(room.at("act-restrict")).hasCount(0);

            duty.incident(id).click();
            assertThat(duty.at("act-restrict")).isVisible();
            duty.page().keyboard().press("h");
            duty.choice("PROTECTION").click();
            duty.at("ask").locator("[name=reason]").fill("후보자 신변보호");
            looks(duty, "restrict");
            duty.at("ask-send").click();

            assertThat(room.incident(id)).hasCount(0);
            assertThat(room.at("incident-gone")).isVisible();
            assertThat(room.page().getByText(text)).hasCount(0);
            assertThat(room.ask(operation + "/incidents/" + id)).startsWith("404 ");
            looks(room, "restricted-gone");
            assertThat(duty.incident(id).getByTestId("clearance")).containsText("신변보호");
            assertThat(duty.at("access")).isVisible();
            assertThat(duty.at("figure-open").locator(".value"))
                    .hasText(Pattern.compile("^" + duty.at("incident-row").count() + " 건"));
            looks(duty, "restricted");

            duty.page().keyboard().press("h");
            duty.choice("GENERAL").click();
            duty.at("ask").locator("[name=reason]").fill("경호 종료");
            duty.at("ask-send").click();
            assertThat(room.incident(id)).isVisible();
            Visitor.clean(duty, room);
        }
    }

    @Test
    void whatIsSharedIsSeenAndCommentedOnButNotWorkedOn() {
        try (Visitor room = desk("gangnam-room"); Visitor neighbour = desk("mapo-room")) {
            String id = report(room, "seoul-gangnam", "BRIBERY", "식사 제공, 마포에서 이어짐");
            assertThat(neighbour.incident(id)).hasCount(0);
            room.incident(id).click();
            assertThat(room.incident(id)).containsText("수사과");
            room.page().keyboard().press("w");
            room.at("ask").locator("[name=unit]").selectOption("seoul-mapo");
            room.at("ask").locator("[name=reason]").fill("마포 관내에서 계속");
            room.at("ask-send").click();
            assertThat(room.at("shared-with")).hasAttribute("data-unit", "seoul-mapo");

            neighbour.incident(id).click();
            assertThat(neighbour.at("only-shared")).containsText("서울강남 상황입니다");
            assertThat(neighbour.at("act-comment")).isVisible();
            assertThat(neighbour.at("act-close")).hasCount(0);
            looks(neighbour, "shared");

            room.at("unshare").click();
            room.at("ask").locator("[name=reason]").fill("끝");
            room.at("ask-send").click();
            assertThat(neighbour.incident(id)).hasCount(0);
            assertThat(neighbour.at("incident-gone")).isVisible();
            Visitor.clean(room, neighbour);
        }
    }

    @Test
    void whatTheWatchOverTheNetFoundIsEnteredWithItsLinkAndItsRestriction() {
        try (Visitor duty = desk("gangnam-duty"); Visitor room = desk("gangnam-room")) {
            assertThat(duty.at("enter-open")).isVisible();
            duty.page().keyboard().press("n");
            assertThat(duty.at("enter-link")).hasCount(0);
            duty.at("enter-source").selectOption("MONITORING");
            duty.at("enter-monitoring").selectOption("FALSE_POST");
            duty.at("enter-link").fill("https://example.org/post/1");
            duty.at("enter-kind").selectOption("FALSE_INFORMATION");
            duty.at("enter-text").fill("투표 시간이 바뀌었다는 게시물");
            duty.at("enter-unit").selectOption("seoul-gangnam");
            duty.at("enter-clearance").selectOption("RESTRICTED");
            looks(duty, "enter-monitoring");
            duty.at("enter-send").click();

            Locator row = duty.at("incident-row").filter(new Locator.FilterOptions().setHasText("투표 시간이"));
            assertThat(row).containsText("수사보안");
            row.click();
            assertThat(duty.at("source-link")).hasAttribute("href", "https://example.org/post/1");
            assertThat(duty.at("incident")).containsText("허위 게시물");
            assertThat(room.at("incident-row").filter(new Locator.FilterOptions().setHasText("투표 시간이"))).hasCount(0);
            assertThat(room.received()).doesNotContain("example.org/post/1");
            room.page().keyboard().press("n");
            assertThat(room.at("enter-source")).isVisible();
            assertThat(room.at("enter-clearance")).hasCount(0);
            Visitor.clean(duty, room);
        }
    }

    @Test
    void whoGetsAKindIsChangedOnThePageOfTheOperation() {
        try (Visitor commander = desk("commander"); Visitor room = desk("gangnam-room")) {
            go(commander, "o");
            assertThat(commander.at("routing")).containsText("수사과");
            commander.at("edit-routing").click();
            assertThat(commander.at("ask").locator("[name=DEEPFAKE]")).hasValue("CYBER agency");
            commander.at("ask").locator("[name=RIGGING_CLAIM]").selectOption("INVESTIGATION agency");
            looks(commander, "routing-edit");
            commander.at("ask-send").click();
            assertThat(commander.at("routing").getByText("부정선거")).hasCount(1);
            looks(commander, "routing");

            String answer = room.command(operation + "/incidents", body("seoul-gangnam", "RIGGING_CLAIM", "주장"));
            assertThat(answer).contains("\"unit\":\"seoul\"");
            Visitor.clean(commander, room);
        }
    }

    private static void last(Visitor station, String incident) {
        station.page().navigate(node.origin() + page() + "&incident=" + incident);
        station.at("act-report").click();
        station.at("ask").locator("[name=last]").check();
        station.at("ask-send").click();
        assertThat(station.at("upward-report")).containsText("최종보");
    }

    /** Pictures for the eye, where it sits at the desk and where it stands beside it. */
    private static void looks(Visitor visitor, String name) {
        if (!Boolean.getBoolean("looks")) {
            return;
        }
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            visitor.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(scheme));
            visitor.page().setViewportSize(1920, 1080);
            visitor.page().waitForTimeout(400);
            visitor.shoot(name + "-1920-" + scheme);
            visitor.page().setViewportSize(820, 1180);
            visitor.page().waitForTimeout(400);
            visitor.shoot(name + "-820-" + scheme);
        }
        visitor.page().setViewportSize(1440, 900);
    }

    private static void go(Visitor visitor, String letter) {
        visitor.page().keyboard().press("g");
        visitor.page().keyboard().press(letter);
    }

    /** Returns the incident's id. */
    private static String report(Visitor visitor, String unit, String kind, String text) {
        return Visitor.made(visitor.command(operation + "/incidents", body(unit, kind, text)));
    }

    private static String body(String unit, String kind, String text) {
        return """
                {"kind":"%s","code":2,"text":"%s","source":"PHONE","unit":"%s","occurredAt":"%s"}"""
                .formatted(kind, text, unit, node.ledger().now());
    }

    private static Visitor desk(String login) {
        Visitor visitor = Visitor.desk(browser, node).logIn(page(), login);
        visitor.live();
        return visitor;
    }

    private static String page() {
        return "/?operation=" + operation.replace("/operations/", "");
    }
}
