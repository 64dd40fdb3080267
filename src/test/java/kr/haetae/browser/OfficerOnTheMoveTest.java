package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.RunningNode;
import kr.haetae.Sited;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An officer on a round of posts, one with two phones, one whose phone's clock is wrong; in real browsers. */
class OfficerOnTheMoveTest {
    private static Chromium chromium;
    private static RunningNode node;
    private static OwnOperation own;
    private static UUID operation;
    private static List<UUID> stops;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
        own = OwnOperation.open(node, "순회 훈련");
        operation = UUID.fromString(own.path().substring(own.path().lastIndexOf('/') + 1));
        stops = List.of(place(), place(), place());
    }

    private static UUID place() {
        return Sited.place(node, operation, PostKind.POLLING_PLACE, "seoul-gangnam");
    }

    @AfterAll
    static void close() {
        own.close();
        chromium.close();
    }

    @Test
    void theNextStopOfARoundMovesOnAsHeArrivesWithoutASignalToo() {
        node.account("round-officer", Role.OFFICER, "seoul-gangnam", null);
        String round = planned();
        try (Visitor officer = phone("round-officer"); Visitor room = Visitor.desk(chromium.browser(), node)) {
            officer.page().locator("[data-testid=circuit][data-circuit='" + round + "']").click();
            assertThat(officer.at("next-stop")).hasAttribute("data-post", stops.get(0).toString());
            assertThat(officer.faults()).isEmpty();
            officer.shoot("hand-next-stop");

            officer.at("next-arrive").click();

            assertThat(officer.at("next-stop")).hasAttribute("data-post", stops.get(1).toString());
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("duty-post")).containsText(stops.get(0).toString());
            officer.page().context().setOffline(true);
            assertThat(officer.at("next-arrive")).isEnabled();
            officer.at("next-arrive").click();
            assertThat(officer.at("next-stop")).hasAttribute("data-post", stops.get(2).toString());
            assertThat(officer.at("nil")).isEnabled();
            officer.at("nil").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");
            officer.page().context().setOffline(false);
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("next-arrive")).isEnabled();
            officer.at("next-arrive").click();
            assertThat(officer.at("next-stop")).hasAttribute("data-post", stops.get(0).toString());
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");

            room.logIn("/", "gangnam-room").live();
            assertThat(room.ask(own.path() + "/posts/" + stops.get(1) + "/reports")).contains("\"NIL\"");
            assertThat(room.ask(own.path() + "/posts/" + stops.get(2) + "/reports")).contains("checked-in");
        }
    }

    @Test
    void twoPhonesOfOneOfficerAreBothCurrentAndDoubleNothing() {
        UUID post = place();
        node.account("two-phones", Role.OFFICER, "seoul-gangnam", post);
        try (Visitor one = phone("two-phones"); Visitor other = phone("two-phones")) {
            assertThat(other.at("check-in")).isEnabled();
            one.at("check-in").click();
            assertThat(one.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(other.at("nil")).isEnabled();
            other.page().context().setOffline(true);
            one.at("nil").click();
            other.at("nil").click();
            assertThat(other.at("queue")).hasAttribute("data-unsent", "1");
            other.page().context().setOffline(false);
            for (Visitor phone : List.of(one, other)) {
                assertThat(phone.at("queue")).hasAttribute("data-unsent", "0");
                assertThat(phone.at("connection")).hasAttribute("data-online", "true");
            }
            write(one, "첫째 전화의 신고");
            write(other, "둘째 전화의 신고");
            for (Visitor phone : List.of(one, other)) {
                assertThat(phone.at("queue")).hasAttribute("data-unsent", "0");
            }
            String path = own.path() + "/incidents?limit=50";
            assertThat(one.ask(path)).contains("첫째 전화의 신고").contains("둘째 전화의 신고");
            assertThat(other.ask(path)).contains("첫째 전화의 신고").contains("둘째 전화의 신고");
            String reports = one.ask(own.path() + "/posts/" + post + "/reports");
            assertThat(reports.split("checked-in", -1)).hasSize(2);
        }
    }

    @Test
    void aPhoneWhoseClockIsHoursWrongTellsTheRightTime() {
        node.account("wrong-clock", Role.OFFICER, "seoul-gangnam", stops.get(1));
        try (Visitor officer = phone("wrong-clock", Duration.ofHours(5))) {
            Instant before = node.ledger(operation).now().minusSeconds(60);
            officer.at("check-in").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            officer.at("nil").click();
            write(officer, "다섯 시간 빠른 전화의 신고");
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            // Written without a signal after the page was loaded anew: what was learnt of the clock is still known.
            officer.page().evaluate("() => navigator.serviceWorker.ready.then(() => undefined)");
            officer.page().context().setOffline(true);
            officer.page().reload();
            assertThat(officer.at("report")).isEnabled();
            write(officer, "신호 없이 쓴 다섯 시간 빠른 신고");
            officer.page().context().setOffline(false);
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            Instant after = node.ledger(operation).now().plusSeconds(60);

            String answer = officer.ask(own.path() + "/incidents?limit=50");
            JsonObject page = new JsonObject(answer.substring(4));
            assertThat(page.getJsonArray("items").stream().map(JsonObject.class::cast)
                    .filter(it -> it.getString("text").contains("다섯 시간")).map(it -> it.getInstant("occurredAt")))
                    .hasSize(2).allSatisfy(at -> assertThat(at).isBetween(before, after));
            String reports = officer.ask(own.path() + "/posts/" + stops.get(1) + "/reports");
            assertThat(reports).containsPattern("\"deviceOffSeconds\":1(7999|800\\d)");
            String due = officer.at("duty").innerText();
            assertThat(due).contains("도착");
        }
    }

    /** While the phone had no signal, the room moved him: what he did is judged when it comes, and counts for where he was then. */
    @Test
    void whoWasReassignedWhileOfflineReportsForWhereHeWas() {
        UUID account = node.account("moved-officer", Role.OFFICER, "seoul-gangnam", null);
        String duty = deployment(List.of(stops.get(2)), Instant.now().minusSeconds(3_600),
                Instant.now().plusSeconds(3_600));
        try (Visitor officer = phone("moved-officer"); Visitor room = Visitor.desk(chromium.browser(), node)) {
            choose(officer, stops.get(2));
            officer.page().context().setOffline(true);
            officer.at("check-in").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "1");
            room.logIn("/", "gangnam-room").live();
            // By the time that the phone is heard, he stands at another post by the room's word.
            assertThat(room.command(own.path() + "/check-ins", """
                    {"post":"%s","occurredAt":"%s","who":{"account":"%s"},"reason":"무전 지시로 이동"}"""
                    .formatted(stops.get(1), Instant.now().plusSeconds(1), account))).startsWith("201 ");

            officer.page().context().setOffline(false);

            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            String reports = room.ask(own.path() + "/posts/" + stops.get(2) + "/reports");
            assertThat(reports).contains("moved-officer").contains(duty);
        }
    }

    private static void choose(Visitor officer, UUID post) {
        officer.at("duty-find").click();
        officer.at("post-search").fill(post.toString().substring(0, 8));
        officer.page().getByText("시험 " + post).first().click();
        assertThat(officer.at("duty-post")).containsText(post.toString());
    }

    private static String planned() {
        return deployment(stops, Instant.now().minusSeconds(3_600), Instant.now().plusSeconds(7_200));
    }

    private static String deployment(List<UUID> posts, Instant from, Instant until) {
        try (Visitor room = Visitor.desk(chromium.browser(), node).logIn("/", "gangnam-room").live()) {
            String answer = room.command(own.path() + "/deployments", new JsonObject().put("unit", "seoul-gangnam")
                    .put("posts", posts.stream().map(UUID::toString).toList()).put("planned", 2)
                    .put("from", from.toString()).put("until", until.toString()).encode());
            return Visitor.made(answer);
        }
    }

    private static Visitor phone(String login) {
        return phone(login, Duration.ZERO);
    }

    private static Visitor phone(String login, Duration ahead) {
        Visitor officer = Visitor.phone(chromium.browser(), node);
        officer.page().onDialog(Dialog::accept);
        officer.page()
                .addInitScript("localStorage.setItem('haetae.field.operation', JSON.stringify('" + operation + "'));");
        if (!ahead.isZero()) {
            officer.page().addInitScript("""
                    { const off = %d, Real = Date;
                      Date = class extends Real {
                        constructor(...given) { given.length === 0 ? super(Real.now() + off) : super(...given); }
                        static now() { return Real.now() + off; }
                      }; }""".formatted(ahead.toMillis()));
        }
        officer.logIn("/field", login);
        assertThat(officer.page().locator("select[data-testid=operation]")).hasValue(operation.toString());
        assertThat(officer.at("report")).isEnabled();
        return officer;
    }

    private static void write(Visitor officer, String text) {
        officer.at("report").click();
        officer.at("kind").first().click();
        officer.at("report-text").fill(text);
        officer.at("send").click();
        assertThat(officer.at("report-form")).hasCount(0);
    }
}
