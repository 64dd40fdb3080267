package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.haetae.RunningNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A room works its calls off without the mouse, while five more arrive every second. */
class TriageByKeyboardTest {
    private static final int CALLS = 40;
    private static final int MOST_KEYS = 6;

    /** Reports until it is told to stop, five a second; what it has reported is in {@code window.reported}. */
    private static final String ARRIVING = """
            ([operation, unit]) => {
              window.reported = 0;
              window.arriving = setInterval(async () => {
                const answer = await fetch(`/api/v1${operation}/incidents`, {
                  method: 'POST',
                  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
                  body: JSON.stringify({ kind: 'CROWD', code: 0, text: '줄이 길다', unit, source: 'PHONE',
                    occurredAt: new Date().toISOString() }),
                });
                if (answer.status === 201) window.reported += 1;
              }, 200);
            }""";

    /** Notes every row that is in hand from now on, whenever the list is drawn. */
    private static final String WATCHING = """
            () => {
              const root = document.querySelector('haetae-dashboard').shadowRoot;
              const list = root.querySelector('haetae-incidents').shadowRoot;
              const inHand = () => list.querySelector('[aria-current=true]')?.dataset.incidentId ?? '';
              window.hands = [inHand()];
              const look = () => {
                const now = inHand();
                if (now !== window.hands.at(-1)) window.hands.push(now);
              };
              new MutationObserver(look).observe(list, { subtree: true, childList: true, attributes: true });
            }""";

    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;
    /** Of its own: hundreds of calls would bury those of other tests. */
    private static OwnOperation own;
    private static String operation;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
        browser = chromium.browser();
        own = OwnOperation.open(node, "신고 처리 훈련");
        operation = own.path();
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    /** A station holds what is closed, an agency loses it: its row in hand keeps its place all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"gangnam-room", "seoul-room"})
    void fortyAreClosedWhileFiveASecondArrive(String login) {
        try (Visitor caller = desk("gangnam-room"); Visitor room = Visitor.desk(browser, node)) {
            for (int i = 0; i <= CALLS; i++) {
                report(caller, "문의 " + i);
            }
            room.logIn(page(), login);
            room.live();
            room.page().keyboard().press("j");
            assertThat(hand(room)).hasCount(1);
            room.page().evaluate(WATCHING);
            caller.page().evaluate(ARRIVING, List.of(operation, "seoul-gangnam"));
            Keys keys = new Keys(room);
            Set<String> worked = new HashSet<>();
            List<String> hands = new ArrayList<>();

            for (int i = 0; i < CALLS; i++) {
                String id = inHand(room);
                keys.begin();
                keys.press("a").press("c").press("7");
                assertThat(room.page().locator("[data-testid=row-gone][data-incident-id='" + id + "'],"
                        + "[data-incident-id='" + id + "'][data-status=CLOSED]")).hasCount(1);
                assertThat(inHand(room)).as("the row in hand").isEqualTo(id);
                assertThat(worked.add(id)).isTrue();
                hands.add(id);
                keys.press("j");
                assertThat(keys.pressed()).isLessThanOrEqualTo(MOST_KEYS);
            }

            hands.add(inHand(room));
            assertThat(room.page().evaluate("() => window.hands")).isEqualTo(hands);
            int arrived = (int) caller.page()
                    .evaluate("() => { clearInterval(window.arriving); return window.reported; }");
            // How many depends on how fast this machine is; some must have come in between.
            assertThat(arrived).isGreaterThan(CALLS / 8);
            worked.forEach(id -> assertThat(room.ask(operation + "/incidents/" + id))
                    .contains("\"status\":\"CLOSED\"").contains("\"outcome\":\"NO_ACTION_NEEDED\""));
            assertThat(room.at("failures")).hasCount(0);
            assertThat(room.at("fresh")).isVisible();
            room.shoot("triage-" + login);
            String held = inHand(room);
            room.page().keyboard().press("f");
            assertThat(room.at("fresh")).hasCount(0);
            assertThat(inHand(room)).isEqualTo(held);
            assertThat(room.errors()).isEmpty();
            assertThat(room.astray()).isEmpty();
        }
    }

    @Test
    void whatAnotherRoomDidMeanwhileIsShownAndNotOverrun() {
        try (Visitor room = desk("gangnam-room"); Visitor other = desk("gangnam-room")) {
            String id = report(room, "그 사이");
            room.at("search").fill("그 사이");
            assertThat(room.incident(id)).isVisible();
            room.incident(id).click();
            room.page().keyboard().press("c");
            assertThat(room.choice("WARNED")).isVisible();
            other.command(operation + "/incidents/" + id + "/comments", "{\"text\":\"먼저\"}");

            room.page().keyboard().press("2");

            assertThat(room.at("changed-meanwhile").first()).isVisible();
            assertThat(room.at("failure").first()).containsText("의견");
            assertThat(room.incident(id)).hasAttribute("data-status", "REPORTED");
            room.at("act-retry").first().click();
            assertThat(room.incident(id)).hasAttribute("data-status", "CLOSED");
            assertThat(room.at("failure")).hasCount(0);
        }
    }

    @Test
    void severalAreLookedAtAndClosedAtOnce() {
        try (Visitor room = desk("gangnam-room")) {
            List<String> ids = List.of(report(room, "한꺼번에 가"), report(room, "한꺼번에 나"), report(room, "한꺼번에 다"));
            room.at("search").fill("한꺼번에");
            ids.forEach(id -> assertThat(room.incident(id)).isVisible());
            room.at("search").blur();
            room.page().keyboard().press("j");
            room.page().keyboard().press("Shift+ArrowDown");
            room.page().keyboard().press("Shift+ArrowDown");
            assertThat(room.at("selection")).containsText("3");

            room.page().keyboard().press("c");
            room.page().keyboard().press("7");

            assertThat(room.at("bulk-summary")).containsText("3");
            room.shoot("bulk");
            room.page().keyboard().press("Enter");
            ids.forEach(id -> assertThat(room.incident(id)).hasAttribute("data-status", "CLOSED"));
            assertThat(room.at("selection")).hasCount(0);
        }
    }

    @Test
    void aTeamIsAddedSentAndArrivesByKeyboard() {
        try (Visitor room = desk("gangnam-room")) {
            room.page().keyboard().press("g");
            room.page().keyboard().press("t");
            room.at("teams-add").click();
            room.page().locator("textarea[name=names]").fill("역삼21\n역삼22");
            room.at("ask-send").click();
            assertThat(room.page().locator("[data-testid=team]")).hasCount(2);
            String id = report(room, "출동");
            room.at("search").fill("출동");
            room.incident(id).click();

            room.page().keyboard().press("s");
            assertThat(room.at("choice").first()).containsText("역삼21");
            room.page().keyboard().press("1");
            assertThat(room.incident(id)).hasAttribute("data-status", "DISPATCHED");
            room.page().keyboard().press("s");
            assertThat(room.at("choice").first()).containsText("현장 도착");
            room.page().keyboard().press("1");

            assertThat(room.incident(id)).hasAttribute("data-status", "ON_SCENE");
            assertThat(room.at("team-at-work")).containsText("역삼21");
            room.page().reload();
            assertThat(room.at("incident")).hasAttribute("data-incident-id", id);
            assertThat(room.at("incident-row").first()).isVisible();
        }
    }

    /** Returns the incident's id. */
    private static String report(Visitor visitor, String text) {
        String answer = visitor.command(operation + "/incidents",
                "{\"kind\":\"CROWD\",\"code\":3,\"text\":\"" + text + "\",\"source\":\"PHONE\","
                        + "\"unit\":\"seoul-gangnam\",\"occurredAt\":\"" + Instant.now() + "\"}");
        return Visitor.made(answer);
    }

    private static Visitor desk(String login) {
        Visitor visitor = Visitor.desk(browser, node).logIn(page(), login);
        visitor.live();
        return visitor;
    }

    private static String page() {
        return "/?operation=" + operation.replace("/operations/", "");
    }

    private static Locator hand(Visitor room) {
        return room.page().locator("haetae-incidents [aria-current=true]");
    }

    private static String inHand(Visitor room) {
        return Objects.requireNonNull(hand(room).getAttribute("data-incident-id"));
    }

    /** Presses keys and counts them. */
    private static final class Keys {
        private final Visitor room;
        private int pressed;

        Keys(Visitor room) {
            this.room = room;
        }

        void begin() {
            pressed = 0;
        }

        Keys press(String key) {
            pressed++;
            room.page().keyboard().press(key);
            return this;
        }

        int pressed() {
            return pressed;
        }
    }
}
