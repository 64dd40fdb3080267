package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.haetae.RunningNode;
import kr.haetae.Sited;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An election commission's liaison at his own page, and the police room that hears of him; in real browsers. */
class LiaisonTest {
    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;
    private static UUID made;
    private static String operation;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.account("liaison-desk", Role.NEC_LIAISON, "nec-seoul", null);
        made = node.anotherOperation();
        operation = "/operations/" + made;
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        try (Visitor commander = Visitor.desk(browser, node).logIn("/", "commander").live()) {
            assertThat(commander.command(operation + "/closure", "{\"reason\":\"끝\"}")).startsWith("200 ");
        }
        chromium.close();
    }

    @Test
    void itReportsToTheRoomsAndSeesWhatIsSharedAndNothingElse() {
        Sited.place(node, made, PostKind.ELECTION_COMMISSION, "seoul-mapo");
        UUID centre = Sited.countingCentre(node, made, "seoul-mapo");
        try (Visitor liaison = at("liaison-desk"); Visitor room = at("mapo-room")) {
            String kept = report(room, "TRAFFIC", "경찰만 볼 신고");
            String shared = report(room, "CROWD", "함께 볼 신고");
            assertThat(room.command(operation + "/incidents/" + shared + "/comments", "{\"text\":\"경찰 내부 의견\"}"))
                    .startsWith("200 ");
            assertThat(liaison.at("liaison-empty")).isVisible();
            assertThat(room.command(operation + "/incidents/" + shared + "/shares",
                    "{\"unit\":\"nec-seoul\",\"reason\":\"협조\"}")).startsWith("200 ");
            assertThat(liaison.at("liaison-incident")).hasCount(1);
            assertThat(liaison.at("liaison-incident")).containsText("함께 볼 신고");
            liaison.shoot("liaison-desk");

            wantPolice(liaison);
            assertThat(liaison.at("liaison-incident")).hasCount(2);
            room.page().waitForCondition(() -> room.received().contains("참관인 다툼"));
            assertThat(room.incident(idOf(room, "참관인 다툼"))).isVisible();
            registerOutage(liaison);
            assertThat(liaison.at("liaison-incident")).hasCount(3);
            endOfCount(liaison, centre);
            room.page().navigate(node.origin() + "/?operation=" + made + "&page=counting&centre=" + centre);
            assertThat(room.at("counting-centre")).containsText("선관위");

            assertThat(keys(liaison)).hasSize(3).contains("incident/" + shared).doesNotContain("incident/" + kept)
                    .allMatch(key -> key.startsWith("incident/"));
            assertThat(liaison.received()).doesNotContain("경찰만 볼 신고", "경찰 내부 의견");
            assertThat(liaison.refused()).isEmpty();
            for (Visitor visitor : List.of(liaison, room)) {
                assertThat(visitor.errors()).isEmpty();
                assertThat(visitor.astray()).isEmpty();
            }
        }
    }

    private static void wantPolice(Visitor liaison) {
        Locator form = liaison.at("liaison-report");
        form.getByTestId("post-search").fill("투표소");
        form.locator("[data-post-id='" + RunningNode.MAPO_POST + "']").click();
        form.locator("textarea").fill("참관인 다툼, 출동 바람");
        form.locator("[name=reporter]").fill("박관리");
        form.locator("button.main").click();
        assertThat(form.getByTestId("liaison-place")).hasCount(0);
    }

    private static void registerOutage(Visitor liaison) {
        Locator form = liaison.at("liaison-report");
        form.locator("[name=matter]").selectOption("REGISTER_OUTAGE");
        form.locator("textarea").fill("통합선거인명부 조회 불가");
        form.locator("button.main").click();
        assertThat(form.locator("textarea")).hasValue("");
    }

    private static void endOfCount(Visitor liaison, UUID centre) {
        Locator form = liaison.at("liaison-end");
        form.getByTestId("post-search").fill("시험");
        form.locator("[data-post-id='" + centre + "']").click();
        form.getByTestId("liaison-place").waitFor();
        form.locator("button.main").click();
        assertThat(form.getByTestId("liaison-place")).hasCount(0);
    }

    private static String report(Visitor room, String kind, String text) {
        return Visitor.made(room.command(operation + "/incidents", """
                {"kind":"%s","code":2,"text":"%s","occurredAt":"%s","post":"%s","source":"PHONE"}"""
                .formatted(kind, text, node.ledger().now(), RunningNode.MAPO_POST)));
    }

    /** Of the incident whose words hold these, as it came over the socket. */
    private static String idOf(Visitor room, String words) {
        return room.received().lines().map(JsonObject::new)
                .flatMap(frame -> frame.getJsonArray("put", new JsonArray()).stream()).map(JsonObject.class::cast)
                .filter(it -> it.getString("kind").equals("incident") && it.getString("text").contains(words))
                .map(it -> it.getString("id")).findFirst().orElseThrow();
    }

    /** Of all that ever came over its socket or as a picture. */
    private static Set<String> keys(Visitor visitor) {
        JsonObject picture = new JsonObject(visitor.ask(operation + "/picture?scope=nec-seoul").substring(4));
        return Stream.concat(
                Stream.of(picture),
                visitor.received().lines().map(JsonObject::new))
                .flatMap(frame -> frame.getJsonArray("put", new JsonArray()).stream())
                .map(JsonObject.class::cast).map(it -> it.getString("kind") + "/" + it.getString("id"))
                .collect(Collectors.toSet());
    }

    private static Visitor at(String login) {
        return Visitor.desk(browser, node).logIn("/?operation=" + made, login).live();
    }
}
