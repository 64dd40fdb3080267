package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.haetae.Pictured;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account is disabled while its phone has unsent reports: they reach the room as a sealed file, each once; in real browsers. */
class SealedQueueJourneyTest {
    private static final String INCIDENTS = "**/api/v1/operations/*/incidents";

    /** Everything that the page's databases hold, as text. */
    private static final String HELD = """
            () => new Promise((done, failed) => {
              const asked = indexedDB.open('haetae-field');
              asked.onerror = failed;
              asked.onsuccess = () => {
                const step = asked.result.transaction(['outbox', 'draft', 'sealed', 'kept']);
                const found = [];
                for (const store of step.objectStoreNames)
                  step.objectStore(store).getAll().onsuccess = (event) => found.push(JSON.stringify(event.target.result));
                step.oncomplete = () => { asked.result.close(); done(found.join() + JSON.stringify({ ...localStorage })); };
              };
            })""";

    @TempDir
    Path folder;

    private static Chromium chromium;
    private static RunningNode node;
    private String login;
    private UUID account;

    @BeforeAll
    static void open() {
        node = RunningNode.shared();
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void enrol() {
        login = "gone-" + UUID.randomUUID().toString().substring(0, 8);
        account = node.account(login, Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
    }

    @Test
    void whatWaitsIsSealedSavedAndTakenInByTheRoomOnce() throws Exception {
        try (Visitor officer = Visitor.phone(chromium.browser(), node);
                Visitor room = Visitor.desk(chromium.browser(), node)) {
            enter(officer);
            // The first arrives and its answer is lost; nothing leaves after that, its next try as little as the second.
            AtomicBoolean begun = new AtomicBoolean();
            AtomicBoolean arrived = new AtomicBoolean();
            officer.page().route(INCIDENTS, route -> {
                if (begun.compareAndSet(false, true)) {
                    arrived.set(route.fetch().ok());
                }
                route.abort();
            });
            write(officer, "도착했으나 답을 못 받은 신고 " + login);
            officer.page().waitForCondition(arrived::get);
            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "waiting");
            write(officer, "보내지 못한 신고 " + login);
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill("쓰다 만 신고");
            officer.at("back").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");

            node.disable(account);

            assertThat(officer.at("frozen")).hasAttribute("data-reports", "2");
            assertThat(officer.at("login-form")).isVisible();
            assertThat(officer.faults()).isEmpty();
            officer.shoot("hand-frozen");
            String held = String.valueOf(officer.page().evaluate(HELD));
            assertThat(held).contains("\"text\":\"ey").doesNotContain("못한 신고", "못 받은 신고", "쓰다 만", "voucher");
            Path file = saved(officer);
            assertThat(file.getFileName().toString()).matches("haetae-queue-" + login + "-\\d{8}-\\d{4}\\.haetae");
            assertThat(Files.readString(file)).doesNotContain("신고");
            assertThat(officer.at("frozen-saved")).isVisible();
            officer.shoot("hand-frozen-saved");

            Locator taken = taken(room, file);
            assertThat(taken).hasAttribute("data-accepted", "1");
            assertThat(taken).hasAttribute("data-known", "1");
            assertThat(taken).hasAttribute("data-refused", "0");
            assertThat(room.faults()).isEmpty();
            room.shoot("sealed-import");
            assertThat(taken(room, file)).hasAttribute("data-known", "2");
            assertThat(count(room, "보내지 못한 신고 " + login)).isEqualTo(1);
            assertThat(count(room, "도착했으나 답을 못 받은 신고 " + login)).isEqualTo(1);

            Path broken = Files.write(folder.resolve("broken.haetae"),
                    List.of(Files.readString(file).substring(0, 300)));
            room.at("sealed-file").setInputFiles(broken);
            assertThat(room.at("sealed-wrong")).containsText("중간에 끊겼거나");
            Visitor.clean(room);
        }
    }

    @Test
    void photographsAndFilmsReachTheirIncidentOnce() throws Exception {
        byte[] film = Pictured.film(2_500_000);
        String text = "사진이 있는 보내지 못한 신고 " + login;
        try (Visitor officer = Visitor.phone(chromium.browser(), node);
                Visitor room = Visitor.desk(chromium.browser(), node)) {
            enter(officer);
            officer.page().route(INCIDENTS, Route::abort);
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill(text);
            officer.at("files").setInputFiles(new FilePayload[]{
                new FilePayload("봉투.jpg", "image/jpeg", Pictured.jpegOnItsSide(3_000, 2_000, 44)),
                new FilePayload("현장.mp4", "video/mp4", film)});
            assertThat(officer.at("chosen-files").locator("li")).hasCount(2);
            officer.at("send").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "3");

            node.disable(account);

            assertThat(officer.at("frozen")).hasAttribute("data-reports", "3");
            assertThat(officer.at("frozen-media")).containsText("사진·영상 3건");
            assertThat(officer.faults()).isEmpty();
            Path file = saved(officer);
            assertThat(officer.at("frozen-saved")).isVisible();
            officer.shoot("hand-frozen-media");
            byte[] whole = Files.readAllBytes(file);
            assertThat(whole.length).isGreaterThan(film.length);
            assertThat(new String(whole, StandardCharsets.ISO_8859_1)).as("nothing of a film lies open")
                    .doesNotContain(new String(film, 0, 16, StandardCharsets.ISO_8859_1));

            // On its way the end was cut off, and a byte of what is left was changed.
            Locator taken = taken(room, Files.write(folder.resolve("cut.haetae"),
                    Arrays.copyOf(whole, whole.length - 10)));
            assertThat(taken).hasAttribute("data-awaited", "0");
            assertThat(room.page().locator("[data-testid=sealed-line][data-code=queue-truncated]")).hasCount(1);
            assertThat(taken).hasAttribute("data-accepted", "3");
            assertThat(taken).hasAttribute("data-known", "0");
            assertThat(room.at("sealed-line").last()).containsText("봉투.jpg");
            room.shoot("sealed-import-cut");
            byte[] changed = whole.clone();
            changed[whole.length - 1_000] ^= 1;
            taken(room, Files.write(folder.resolve("changed.haetae"), changed));
            assertThat(room.page().locator("[data-testid=sealed-line][data-code=queue-tampered]")).hasCount(1);

            assertThat(taken(room, file)).hasAttribute("data-accepted", "1");
            assertThat(taken(room, file)).hasAttribute("data-known", "4");
            assertThat(room.faults()).isEmpty();
            room.shoot("sealed-import-media");
            assertThat(count(room, text)).isEqualTo(1);
            room.page().navigate(node.origin() + "/?page=incidents");
            room.page().locator("[data-testid=incident-row]", new Page.LocatorOptions().setHasText(text)).first()
                    .click();
            // The smaller copy, the film, and the photograph itself.
            assertThat(room.at("file")).hasCount(3);
            assertThat(room.page().locator("[data-testid=file] img").first()).isVisible();
            room.shoot("sealed-import-incident");
            Visitor.clean(room);
        }
    }

    @Test
    void whoseAccountIsEnabledAgainSendsItAfterAll() {
        try (Visitor officer = Visitor.phone(chromium.browser(), node);
                Visitor room = Visitor.desk(chromium.browser(), node)) {
            enter(officer);
            officer.page().route(INCIDENTS, Route::abort);
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill("다시 보낼 신고 " + login);
            officer.at("files").setInputFiles(new FilePayload("봉투.jpg", "image/jpeg",
                    Pictured.jpegOnItsSide(3_000, 2_000, 45)));
            officer.at("send").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");
            node.disable(account);
            assertThat(officer.at("frozen")).isVisible();
            officer.page().unroute(INCIDENTS);
            officer.at("login-name").fill(login);
            officer.at("login-password").fill(node.password(login));
            officer.at("login-submit").click();
            assertThat(officer.at("login-error")).isVisible();

            node.enable(account);

            officer.at("login-submit").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("frozen")).hasCount(0);
            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(3);
            room.logIn("/", "gangnam-room").live();
            assertThat(count(room, "다시 보낼 신고 " + login)).isEqualTo(1);
        }
    }

    private void enter(Visitor officer) {
        officer.page().onDialog(Dialog::accept);
        officer.logIn("/field", login);
        assertThat(officer.at("report")).isEnabled();
        officer.page().waitForCondition(() -> Boolean.TRUE
                .equals(officer.page().evaluate("() => localStorage.getItem('haetae.field.sealing') !== null")));
    }

    private static void write(Visitor officer, String text) {
        officer.at("report").click();
        officer.at("kind").first().click();
        officer.at("report-text").fill(text);
        officer.at("send").click();
        assertThat(officer.at("report-form")).hasCount(0);
    }

    private Path saved(Visitor officer) {
        Download download = officer.page().waitForDownload(() -> officer.at("frozen-save").click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static Locator taken(Visitor room, Path file) {
        if (Objects.equals(room.page().url(), "about:blank")) {
            room.logIn("/", "gangnam-room").live();
        }
        room.page().navigate(node.origin() + "/?page=imports");
        room.at("sealed-file").setInputFiles(file);
        return room.at("sealed-taken");
    }

    private static int count(Visitor room, String text) {
        String answer = room.ask("/operations/" + node.operation() + "/incidents?limit=200");
        assertThat(answer).startsWith("200 ");
        return answer.split(text, -1).length - 1;
    }
}
