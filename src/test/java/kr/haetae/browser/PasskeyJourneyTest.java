package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Log-in by passkey, in a real browser whose authenticator is made by its own developer tools. */
class PasskeyJourneyTest {
    private static Chromium chromium;
    private static RunningNode node;
    private static String named;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("finger-officer", Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
        node.account("finger-room", Role.ROOM_OPERATOR, "seoul-gangnam", null);
        node.account("finger-again", Role.ROOM_OPERATOR, "seoul-gangnam", null);
        named = "http://localhost:" + node.port();
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** A device's own authenticator, and the hold on it. */
    private record Finger(CDPSession tools, String id) {
        static Finger of(Page page) {
            CDPSession tools = page.context().newCDPSession(page);
            tools.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("ctap2Version", "ctap2_1");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject wanted = new JsonObject();
            wanted.add("options", options);
            return new Finger(tools, tools.send("WebAuthn.addVirtualAuthenticator", wanted)
                    .get("authenticatorId").getAsString());
        }

        /** Whether the person holds the finger on it. */
        void held(boolean now) {
            tell("WebAuthn.setAutomaticPresenceSimulation", "enabled", now);
        }

        void right(boolean now) {
            tell("WebAuthn.setUserVerified", "isUserVerified", now);
        }

        int passkeys() {
            JsonObject of = new JsonObject();
            of.addProperty("authenticatorId", id);
            return tools.send("WebAuthn.getCredentials", of).getAsJsonArray("credentials").size();
        }

        private void tell(String method, String name, boolean value) {
            JsonObject wanted = new JsonObject();
            wanted.addProperty("authenticatorId", id);
            wanted.addProperty(name, value);
            tools.send(method, wanted);
        }
    }

    private static void add(Visitor visitor, String name, String password) {
        visitor.at("passkey-name").fill(name);
        visitor.at("passkey-password").fill(password);
        visitor.at("passkey-add").click();
    }

    @Test
    void anOfficerAddsAPasskeyAndLogsInWithItUntilItIsRemoved() {
        try (Visitor officer = Visitor.phone(chromium.browser(), node)) {
            officer.page().onDialog(Dialog::accept);
            officer.page().navigate(named + "/field");
            Finger finger = Finger.of(officer.page());
            finger.held(false);
            assertThat(officer.at("login-passkey")).isVisible();
            assertThat(officer.faults()).isEmpty();
            officer.shoot("passkey-login-phone");
            officer.logIn("finger-officer");

            officer.at("passkeys-open").click();
            assertThat(officer.at("passkey-none")).isVisible();
            add(officer, "내 휴대전화", "wrong password");
            assertThat(officer.at("passkey-error")).containsText("아이디나 비밀번호가 맞지 않습니다.");
            finger.held(true);
            add(officer, "내 휴대전화", node.password("finger-officer"));
            assertThat(officer.at("passkey-said")).isVisible();
            assertThat(officer.at("passkey")).containsText("내 휴대전화");
            assertThat(finger.passkeys()).isEqualTo(1);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                officer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(officer.faults()).as("%s", scheme).isEmpty();
            }
            officer.shoot("passkey-phone");
            add(officer, "또 하나", node.password("finger-officer"));
            assertThat(officer.at("passkey-error")).hasText("이 기기에는 이 계정의 패스키가 이미 있습니다.");
            officer.at("passkey-rename").click();
            officer.at("passkey-new-name").fill("순찰용 전화");
            officer.at("passkey-naming").getByRole(AriaRole.BUTTON).click();
            assertThat(officer.at("passkey")).containsText("순찰용 전화");
            officer.at("passkeys-close").click();

            finger.held(false);
            officer.at("logout").click();
            assertThat(officer.at("login-passkey")).hasClass("main");
            assertThat(officer.faults()).isEmpty();
            officer.shoot("passkey-login-phone-known");
            finger.held(true);
            finger.right(false);
            officer.at("login-passkey").click();
            assertThat(officer.at("login-error"))
                    .hasText("패스키 확인을 마치지 못했습니다. 다시 하거나 비밀번호로 로그인하십시오.");
            finger.right(true);
            officer.at("login-passkey").click();
            assertThat(officer.at("account")).containsText("finger-officer");

            officer.at("passkeys-open").click();
            assertThat(officer.at("passkey")).containsText("마지막 사용");
            officer.at("passkey-remove").click();
            assertThat(officer.at("passkey-none")).isVisible();
            officer.at("passkeys-close").click();
            finger.held(false);
            officer.at("logout").click();
            finger.held(true);
            officer.at("login-passkey").click();
            assertThat(officer.at("login-error"))
                    .hasText("이 패스키는 더 이상 쓸 수 없습니다. 비밀번호로 로그인한 뒤 다시 추가하십시오.");
            finger.held(false);
            officer.logIn("finger-officer");
            assertThat(officer.at("account")).containsText("finger-officer");
            Visitor.clean(officer);
        }
    }

    @Test
    void aRoomAddsOneAtItsDeskAndTheBrowserOffersItWithTheNames() {
        try (Visitor room = Visitor.desk(chromium.browser(), node)) {
            room.page().onDialog(Dialog::accept);
            room.page().navigate(named + "/");
            Finger finger = Finger.of(room.page());
            finger.held(false);
            room.logIn("finger-room").live();
            room.at("passkeys-open").click();
            finger.held(true);
            add(room, "상황실 PC", node.password("finger-room"));
            assertThat(room.at("passkey")).containsText("상황실 PC");
            assertThat(room.faults()).isEmpty();
            room.shoot("passkey-desk");
            room.at("passkeys-close").click();

            room.at("logout").click();
            // Without a press: the browser fills it in, and the made authenticator chooses at once.
            room.live();
            Visitor.clean(room);
        }
    }

    @Test
    void afterAPressThatFailedTheBrowserOffersItWithTheNamesAgain() {
        try (Visitor room = Visitor.desk(chromium.browser(), node)) {
            room.page().onDialog(Dialog::accept);
            room.page().navigate(named + "/");
            Finger finger = Finger.of(room.page());
            finger.held(false);
            room.logIn("finger-again").live();
            room.at("passkeys-open").click();
            finger.held(true);
            add(room, "상황실 PC", node.password("finger-again"));
            assertThat(room.at("passkey")).containsText("상황실 PC");
            room.at("passkeys-close").click();
            // Nothing is offered at first, and the press is not answered.
            failing(room, "**/session/passkey/challenge");
            failing(room, "**/session/passkey");

            room.page().waitForResponse("**/session/passkey/challenge", () -> room.at("logout").click());
            room.page().waitForResponse("**/session/passkey", () -> room.at("login-passkey").click());

            room.live();
        }
    }

    /** Once, as a server that is overloaded. */
    private static void failing(Visitor visitor, String path) {
        AtomicBoolean failed = new AtomicBoolean();
        visitor.page().route(path, route -> {
            if (failed.compareAndSet(false, true)) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setContentType("application/problem+json")
                        .setBody("{\"status\":503,\"code\":\"overloaded\",\"detail\":\"\"}"));
            } else {
                route.resume();
            }
        });
    }

    @Test
    void anAddressOfDigitsSaysThatItHasNone() {
        try (Visitor officer = Visitor.phone(chromium.browser(), node)) {
            officer.page().navigate(node.origin() + "/field");
            assertThat(officer.at("passkey-not-here")).containsText("IP");
            assertThat(officer.at("login-passkey")).hasCount(0);
            assertThat(officer.faults()).isEmpty();
            officer.logIn("finger-officer");
            officer.at("passkeys-open").click();
            assertThat(officer.at("passkey-not-here").last()).containsText("비밀번호로 로그인");
            assertThat(officer.faults()).isEmpty();
            Visitor.clean(officer);
        }
    }
}
