package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.RunningNode;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ballot box from its polling place to the counting centre: phones on the way, the board of the room; in real browsers. */
class BoxesJourneyTest {
    private static final UUID CENTRE = new UUID(7, 900);
    private static final UUID STORAGE = new UUID(7, 901);

    private static Chromium chromium;
    private static Browser browser;
    private static RunningNode node;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        node.place(node.operation(), site(CENTRE, PostKind.COUNTING_CENTRE, "강남구시험개표소"),
                site(STORAGE, PostKind.BALLOT_STORAGE, "강남구시험보관소"));
        node.account("box-officer", Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
        node.account("centre-officer", Role.OFFICER, "seoul-gangnam", CENTRE);
        node.account("storage-officer", Role.OFFICER, "seoul-gangnam", STORAGE);
        node.account("box-chief", Role.STATION_COMMANDER, "seoul-gangnam", null);
        chromium = Chromium.open();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static PlacedPost site(UUID id, PostKind kind, String name) {
        return new PlacedPost(id, kind, name, new UnitCode("seoul-gangnam"), Jurisdiction.MAPPED, List.of(), "서울특별시",
                "강남구", null, null, null, null, null);
    }

    @Test
    void aSealThatChangedOnTheWayStandsOnTheBoardUntilItIsExplainedAndAccepted() {
        try (Visitor officer = Visitor.phone(browser, node);
                Visitor centre = Visitor.phone(browser, node);
                Visitor room = Visitor.desk(browser, node);
                Visitor chief = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room").live();
            String box = "시험함-" + UUID.randomUUID().toString().substring(0, 8);
            String route = planned(room, box);
            String one = "[data-testid=transport][data-route-id='" + route + "']";
            officer.logIn("/field", "box-officer");
            var mine = officer.page().locator(one);
            assertThat(mine).hasAttribute("data-state", "PLANNED");

            // Without signal: the phone goes on by what waits on it.
            officer.page().context().setOffline(true);
            mine.getByTestId("transport-depart").click();
            assertThat(officer.at("box-number")).hasValue(box);
            officer.at("transport-send").click();
            assertThat(officer.at("transport-error")).hasText("봉인 번호를 적지 않은 투표함이 있습니다.");
            officer.at("box-seals").fill("봉-1, 봉-2");
            assertThat(officer.at("transport-warning")).containsText("두 명");
            officer.at("officer-name").fill("이동료");
            assertThat(officer.at("transport-warning")).hasCount(0);
            officer.shoot("boxes-phone-departure");
            officer.at("transport-send").click();
            assertThat(mine).hasAttribute("data-state", "MOVING");
            mine.getByTestId("transport-checkpoint").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");
            officer.page().context().setOffline(false);
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");

            room.page().navigate(node.origin() + "/?page=transport");
            var row = room.page().locator("[data-testid=centre-row][data-centre='" + CENTRE + "']");
            assertThat(row.locator("[data-column=moving]")).not().hasText("0");
            row.click();
            var listed = room.page().locator("[data-testid=route-row][data-route-id='" + route + "']");
            assertThat(listed).hasAttribute("data-state", "MOVING");

            mine.getByTestId("transport-arrive").click();
            officer.at("transport-send").click();
            assertThat(officer.at("transport-error")).containsText(box);
            officer.at("sight-SAME").click();
            officer.at("transport-send").click();
            assertThat(mine).hasAttribute("data-state", "ARRIVED");
            mine.getByTestId("transport-GIVING").click();
            officer.at("sight-SAME").click();
            officer.at("transport-send").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");

            // Whoever receives it reads another seal than was put on.
            centre.logIn("/field", "centre-officer");
            var brought = centre.page().locator("[data-testid=brought] " + one);
            brought.getByTestId("transport-RECEIVING").click();
            centre.at("sight-OTHER").click();
            centre.at("box-seals").fill("봉-1, 봉-9");
            assertThat(centre.at("transport-warning")).isVisible();
            centre.shoot("boxes-phone-changed");
            centre.at("transport-send").click();
            assertThat(centre.at("noted").first()).containsText("봉인");

            assertThat(listed).hasAttribute("data-state", "HANDED_OVER");
            room.at("centre-back").click();
            assertThat(row.locator("[data-column=discrepancies]")).not().hasText("0");
            room.shoot("boxes-board");
            room.at("transport-discrepancies").click();
            var changed = room.page().locator("[data-testid=discrepancy][data-kind=SEAL_CHANGED]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(box));
            assertThat(changed.getByTestId("discrepancy-compared")).containsText("봉-9");
            changed.getByTestId("discrepancy-explain").click();
            room.at("ask").locator("[name=text]").fill("접수대에서 봉인지를 새로 붙임. 참관인 입회.");
            room.at("ask-send").click();
            assertThat(changed).hasAttribute("data-state", "EXPLAINED");

            chief.logIn("/", "box-chief").live();
            chief.page().navigate(node.origin() + "/?page=transport");
            chief.at("transport-discrepancies").click();
            var waiting = chief.page().locator("[data-testid=discrepancy][data-kind=SEAL_CHANGED]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(box));
            waiting.getByTestId("discrepancy-accept").click();
            chief.at("ask-send").click();
            assertThat(waiting).hasCount(0);
            assertThat(changed).hasCount(0);

            room.at("box-find").locator("input").fill(box);
            room.at("box-find").locator("button").click();
            assertThat(room.at("box")).hasAttribute("data-hand", "AT_CENTRE");
            assertThat(room.at("box-seals")).containsText("봉-9");
            for (String type : List.of("transport-departed", "transport-arrived", "transport-handed-over")) {
                assertThat(room.page().locator("[data-testid=custody-line][data-type=" + type + "]").first())
                        .isVisible();
            }
            room.shoot("boxes-chain");
            assertThat(officer.errors()).allMatch(error -> error.contains("ERR_INTERNET_DISCONNECTED"));
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    void aStorageIsWatchedFromThePhoneAndItsGapIsShown() {
        try (Visitor officer = Visitor.phone(browser, node); Visitor room = Visitor.desk(browser, node)) {
            room.logIn("/", "gangnam-room").live();
            officer.logIn("/field", "storage-officer");
            officer.at("storage-opening").click();
            officer.at("site-send").click();
            assertThat(officer.at("site-error")).isVisible();
            officer.at("open-boxes-more").click();
            officer.at("open-boxes-more").click();
            officer.at("site-seals").fill("문-1");
            officer.shoot("storage-opening-phone");
            officer.at("site-send").click();
            officer.at("storage-round").click();
            officer.at("storage-seal-checks").click();
            officer.at("site-send").click();
            assertThat(officer.at("site-error")).isVisible();
            officer.page().locator("[data-option=true]").click();
            officer.at("site-seals").fill("문-7");
            officer.at("site-send").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("outbox-item").first()).hasAttribute("data-state", "sent");

            room.page().navigate(node.origin() + "/?page=storages&centre=" + STORAGE);
            var gap = room.page().locator("[data-testid=storage-gap][data-kind=SEAL_CHANGED]");
            gap.getByTestId("gap-explain").click();
            room.at("ask").locator("[name=text]").fill("문 봉인을 새로 붙임");
            room.at("ask-send").click();
            assertThat(gap).hasCount(0);
            assertThat(room.page().locator("[data-testid=site-line][data-type=storage-round-made]")).isVisible();
            room.shoot("boxes-storage");
        }
    }

    @Test
    void aCountingCentreGoesOnFromThePhone() {
        try (Visitor officer = Visitor.phone(browser, node); Visitor room = Visitor.desk(browser, node)) {
            officer.page().onDialog(Dialog::accept);
            officer.logIn("/field", "centre-officer");
            officer.at("counting-next").click();
            assertThat(officer.at("counting")).hasAttribute("data-stage", "PREPARED");
            officer.at("storage-cordons").click();
            officer.at("cordon-INSIDE_FENCE-tens-more").click();
            officer.at("cordon-INSIDE_FENCE-more").click();
            officer.shoot("cordons-phone");
            officer.at("site-send").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            room.logIn("/", "gangnam-room").live();
            room.page().navigate(node.origin() + "/?page=counting&centre=" + CENTRE);
            assertThat(room.at("counting-centre")).hasAttribute("data-stage", "PREPARED");
            assertThat(room.at("counting-centre")).containsText("11");
            room.at("counting-cordons").click();
            room.at("ask").locator("[name='INSIDE.planned']").fill("6");
            room.at("ask").locator("[name='INSIDE.actual']").fill("4");
            room.at("ask-send").click();
            assertThat(room.at("counting-centre")).containsText("4 / 계획 6명");
        }
    }

    @Test
    void aPlannedRouteIsChangedAndWhatIsRefusedIsSaid() {
        try (Visitor room = Visitor.desk(browser, node).logIn("/", "gangnam-room").live()) {
            String route = planned(room, "고칠함-" + UUID.randomUUID().toString().substring(0, 8));
            room.page().navigate(node.origin() + "/?page=transport&transport=" + route);
            room.at("route-change").click();
            room.at("ask").locator("[name=checkpoints]").fill("역삼역\n강남역");
            room.at("ask").locator("[name=reason]").fill("도로 통제");
            var arrives = room.at("ask").locator("[name=arrivesAt]");
            String planned = arrives.inputValue();
            arrives.fill("2020-01-01T00:00");
            room.at("ask-send").click();
            assertThat(room.at("ask").locator("[role=alert]").first()).containsText("시각이 맞지 않습니다");
            room.shoot("route-change");
            arrives.fill(planned);
            room.at("ask-send").click();
            assertThat(room.at("route")).containsText("강남역");
            assertThat(room.page().locator("[data-testid=custody-line][data-type=route-changed]")).isVisible();
        }
    }

    private static String planned(Visitor room, String box) {
        Instant now = Instant.now();
        return Visitor.made(room.command("/operations/" + node.operation() + "/routes", """
                {"kind":"TO_COUNTING","from":"%s","to":"%s","departsAt":"%s","arrivesAt":"%s","checkpoints":["역삼역"],
                "boxes":["%s"]}""".formatted(RunningNode.GANGNAM_POST, CENTRE, now, now.plus(Duration.ofMinutes(30)),
                box)));
    }
}
