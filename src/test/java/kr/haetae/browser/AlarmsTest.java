package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.Page;
import java.util.List;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must not be missed, on two desks of one room and on the screen of somebody who only looks; in real browsers. */
class AlarmsTest {

    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;
    private static OwnOperation own;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("mapo-viewer", Role.VIEWER, "seoul-mapo", null);
        chromium = Chromium.open();
        browser = chromium.browser();
        own = OwnOperation.open(node, "경보 훈련");
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    @Test
    void oneDeskTakesNoteForTheRoomAndTheAlarmStaysUntilTheIncidentIsAcknowledged() {
        try (Visitor one = desk("mapo-room"); Visitor other = desk("mapo-room"); Visitor viewer = desk("mapo-viewer")) {
            assertThat(one.at("alarm-none")).containsText("경보 없음");
            double before = height(one);
            String incident = Visitor.made(one.command(own.path() + "/incidents",
                    "{\"kind\":\"CROWD\",\"code\":0,\"text\":\"투표소 앞 충돌\",\"unit\":\"seoul-mapo\",\"source\":\"CALL_112\","
                            + "\"reportedBy\":{\"name\":\"신고자\"},\"occurredAt\":\"" + node.ledger().now() + "\"}"));
            for (Visitor visitor : List.of(one, other, viewer)) {
                assertThat(visitor.at("alarm-bar")).hasAttribute("data-ringing", "true");
                assertThat(visitor.at("alarm-what")).containsText("서울마포");
                assertThat(visitor.at("alarm-urgent")).containsText("코드 0 미접수");
                assertThat(visitor.page()).hasTitle(java.util.regex.Pattern.compile("‼경보 1"));
            }
            assertThat(height(one)).isEqualTo(before);
            assertThat(viewer.at("alarm-note")).hasCount(0);
            assertThat(viewer.at("alarm-act")).hasCount(0);
            looks(one, "alarm-loud");

            assertThat(one.at("alarm-bar")).hasAttribute("data-settled", "true");
            one.at("alarm-note").click();
            for (Visitor visitor : List.of(one, other, viewer)) {
                assertThat(visitor.at("alarm-bar")).hasAttribute("data-ringing", "false");
                assertThat(visitor.at("alarm-bar")).hasAttribute("data-noted", "1");
                assertThat(visitor.at("alarm-none")).containsText("확인한 경보 1건");
            }
            other.page().reload();
            other.live();
            assertThat(other.at("alarm-bar")).hasAttribute("data-ringing", "false");
            other.at("alarm-list-open").click();
            assertThat(other.at("alarm-noted")).containsText("mapo-room");
            looks(other, "alarm-list");
            other.at("alarm-list-close").click();

            assertThat(one.command(own.path() + "/incidents/" + incident + "/acknowledgement", "{}"))
                    .startsWith("200 ");
            for (Visitor visitor : List.of(one, other, viewer)) {
                assertThat(visitor.at("alarm-bar")).hasAttribute("data-noted", "0");
            }
            Visitor.clean(one, other, viewer);
        }
    }

    /** Whoever looks into another unit hears his own room none the less. */
    @Test
    void anAlarmOfOnesOwnRoomIsThereWhereverOneLooks() {
        try (Visitor agency = desk("seoul-room")) {
            agency.page().navigate(node.origin() + page() + "&scope=seoul-gangnam");
            agency.live();
            assertThat(agency.at("alarm-none")).isVisible();
            try (Visitor room = desk("mapo-room")) {
                String incident = Visitor.made(room.command(own.path() + "/incidents",
                        "{\"kind\":\"CROWD\",\"code\":3,\"text\":\"소란\",\"unit\":\"seoul-mapo\",\"source\":\"CALL_112\","
                                + "\"reportedBy\":{\"name\":\"신고자\"},\"occurredAt\":\"" + node.ledger().now() + "\"}"));
                assertThat(room.command(own.path() + "/incidents/" + incident + "/upward-reports",
                        "{\"to\":\"seoul\",\"text\":\"1보\"}")).startsWith("201 ");
            }
            assertThat(agency.at("alarm-bar")).hasAttribute("data-loud", "1");
            assertThat(agency.at("alarm-bar")).hasAttribute("data-settled", "true");
            agency.page().keyboard().press("q");
            assertThat(agency.at("upward-count")).isVisible();
            assertThat(agency.at("alarm-bar")).hasAttribute("data-settled", "true");
            agency.at("alarm-act").click();
            assertThat(agency.at("alarm-none")).containsText("경보 없음");
            Visitor.clean(agency);
        }
    }

    @Test
    void theSoundIsThisDevicesAndItsSilenceIsInSight() {
        try (Visitor room = desk("gangnam-room")) {
            // Logging in was a press: the page may sound.
            assertThat(room.at("alarm-bar")).hasAttribute("data-sound", "on");
            room.at("alarm-sound").click();
            room.at("volume-0").click();
            assertThat(room.at("alarm-bar")).hasAttribute("data-sound", "off");
            room.at("alarm-list-close").click();
            assertThat(room.at("alarm-sound")).containsText("소리 꺼짐");
            room.page().reload();
            room.live();
            assertThat(room.at("alarm-bar")).hasAttribute("data-sound", "off");
            Page second = room.page().context().newPage();
            second.navigate(node.origin() + page());
            second.getByTestId("alarm-list-open").click();
            second.getByTestId("volume-0.5").click();
            assertThat(second.getByTestId("alarm-bar")).hasAttribute("data-sound", "on");
            room.at("alarm-list-open").click();
            assertThat(room.at("alarm-bar")).hasAttribute("data-sound", "elsewhere");
            Visitor.clean(room);
        }
    }

    @Test
    void aHiddenTabTellsThroughTheBrowserOfWhatKindAndWhereAndNoMore() {
        try (Visitor room = desk("mapo-room"); Visitor caller = desk("mapo-room")) {
            room.page().context().grantPermissions(List.of("notifications"));
            room.at("alarm-list-open").click();
            room.at("notices").click();
            assertThat(room.at("notices")).containsText("끄기");
            room.at("alarm-list-close").click();
            room.page().evaluate("""
                    () => {
                      window.told = [];
                      window.standing = new Set();
                      window.Notification = class extends window.Notification {
                        constructor(title, options) {
                          super(title, options);
                          window.told.push(`${title} / ${options.body}`);
                          window.standing.add(options.tag);
                        }
                        close() {
                          window.standing.delete(this.tag);
                          super.close();
                        }
                      };
                      Object.defineProperty(document, 'hidden', { get: () => true });
                    }""");
            String incident = Visitor.made(caller.command(own.path() + "/incidents",
                    "{\"kind\":\"CROWD\",\"code\":0,\"text\":\"홍길동이 밀쳤다\",\"unit\":\"seoul-mapo\",\"source\":\"CALL_112\","
                            + "\"reportedBy\":{\"name\":\"신고자\"},\"occurredAt\":\"" + node.ledger().now() + "\"}"));

            room.page().waitForCondition(() -> told(room, "window.told.length > 0"));

            assertThat(String.valueOf(room.page().evaluate("() => window.told.join()")))
                    .contains("코드 0", "서울마포").doesNotContain("홍길동", "신고자");
            assertThat(caller.command(own.path() + "/incidents/" + incident + "/acknowledgement", "{}"))
                    .startsWith("200 ");
            room.page().waitForCondition(() -> told(room, "window.standing.size === 0"));
            Visitor.clean(room, caller);
        }
    }

    private static boolean told(Visitor visitor, String condition) {
        return Boolean.TRUE.equals(visitor.page().evaluate("() => " + condition));
    }

    private static double height(Visitor visitor) {
        return visitor.at("alarm-bar").boundingBox().height;
    }

    private static Visitor desk(String login) {
        Visitor visitor = Visitor.desk(browser, node).logIn(page(), login);
        return visitor.live();
    }

    private static String page() {
        return "/?operation=" + own.path().replaceFirst(".*/", "");
    }

    private static void looks(Visitor visitor, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visitor.shoot(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(visitor.faults()).isEmpty();
        }
    }
}
