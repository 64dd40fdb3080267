package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full phone, one whose browser cleared its storage, too large photographs: no words are lost unsaid. */
class PhoneStorageTest {
    private static final String INCIDENTS = "**/api/v1/operations/*/incidents";
    private static final String NOTED = "() => localStorage.getItem('haetae.field.mostFileBytes') !== null";

    /** For words, not for a photograph. */
    private static final long ROOM = 300_000;

    /** Only what a browser writes to a disk counts against what it may. */
    @TempDir
    Path profile;

    /** More bytes than there are on any disk: a terabyte. */
    private static final double HUGE = 0x1p40;

    /** Puts so many bytes into a database beside the page's own; answers what refused them. */
    private static final String PUT = """
            (bytes) => new Promise((done, failed) => {
              const step = 1 << 26;
              let blob = new Blob([new Uint8Array(Math.min(bytes, step))]);
              while (blob.size < bytes) blob = new Blob(Array(Math.min(128, Math.ceil(bytes / blob.size))).fill(blob));
              const asked = indexedDB.open('beside');
              asked.onupgradeneeded = () => asked.result.createObjectStore('one');
              asked.onerror = () => done(asked.error.name);
              asked.onsuccess = () => {
                const all = asked.result.transaction('one', 'readwrite');
                all.objectStore('one').put(blob, 1);
                all.oncomplete = () => { asked.result.close(); done('stored'); };
                all.onabort = () => { asked.result.close(); done(all.error.name); };
              };
            })""";

    private static Chromium chromium;
    private static RunningNode node;
    private String login;

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
        login = "full-" + UUID.randomUUID().toString().substring(0, 8);
        node.account(login, Role.OFFICER, "seoul-gangnam", RunningNode.GANGNAM_POST);
    }

    @Test
    void aFullPhoneKeepsTheWordsAndSaysThatThePhotographIsNotThere() throws IOException {
        String text = "사진은 없어도 남는 신고 " + login;
        try (Visitor officer = Visitor.phone(chromium.phoneWithProfile(profile), node)) {
            enter(officer);
            AtomicBoolean cut = cuttable(officer);
            // Else it makes room by itself: fonts go first.
            officer.page().evaluate("() => caches.delete('haetae-fonts')");
            quota(officer.page(), used(officer.page()) + ROOM, (int) ROOM + 100_000);
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill(text);
            officer.at("files").setInputFiles(noise("현장.jpg"));

            assertThat(officer.at("files-error")).containsText("현장.jpg");
            assertThat(officer.at("files-error")).containsText("저장 공간이 없어");
            assertThat(officer.at("chosen-files")).hasCount(0);
            assertThat(officer.at("report-text")).hasValue(text);
            assertThat(officer.faults()).isEmpty();
            officer.shoot("hand-full");
            officer.at("send").click();

            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "waiting");
            assertThat(officer.at("fleeting")).hasCount(0);
            cut.set(false);
            officer.at("send-now").click();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("outbox-item")).containsText(text);
        }
        assertThat(reported(text)).isEqualTo(1);
    }

    @Test
    void aPhoneThatStoresNothingAtAllSendsFromThePageAndSaysSo() {
        String text = "아무것도 저장하지 못하는 전화의 신고 " + login;
        try (Visitor officer = Visitor.phone(chromium.phoneWithProfile(profile), node)) {
            enter(officer);
            AtomicBoolean cut = cuttable(officer);
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("report-text").fill("저장된 앞글");
            officer.page().waitForCondition(() -> drafts(officer).contains("저장된 앞글"));
            quota(officer.page(), 1, 1_000);
            officer.at("report-text").fill(text);
            Locator form = officer.at("report-form");
            assertThat(form).containsText("저장 공간이 가득");
            assertThat(officer.at("report-text")).hasValue(text);
            officer.shoot("hand-full-draft");
            officer.at("send").click();

            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "waiting");
            assertThat(officer.at("fleeting")).containsText("보고 1건은 저장하지 못한 채");
            assertThat(officer.faults()).isEmpty();
            officer.shoot("hand-full-fleeting");
            cut.set(false);
            officer.at("send-now").click();

            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("outbox-item")).hasAttribute("data-state", "sent");
            assertThat(officer.at("fleeting")).hasCount(0);
            // What it writes next is not held up by what it could not note.
            officer.at("report").click();
            officer.at("kind").first().click();
            officer.at("send").click();
            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(2);
            assertThat(drafts(officer)).as("nobody sends it a second time").isEqualTo("[]");
        }
        assertThat(reported(text)).isEqualTo(1);
    }

    @Test
    void whatWaitedWhenThePhoneBecameFullIsSentOnce() {
        String text = "가득 차기 전에 쓴 신고 " + login;
        try (Visitor officer = Visitor.phone(chromium.phoneWithProfile(profile), node)) {
            enter(officer);
            AtomicBoolean cut = cuttable(officer);
            for (String part : List.of(" 하나", " 둘")) {
                officer.at("report").click();
                officer.at("kind").first().click();
                officer.at("report-text").fill(text + part);
                officer.at("send").click();
                assertThat(officer.at("report-form")).hasCount(0);
            }
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");
            quota(officer.page(), 1, 1_000);
            cut.set(false);
            officer.at("send-now").first().click();

            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.page().locator("[data-testid=outbox-item][data-state=sent]")).hasCount(2);
            officer.page().reload();
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
        }
        assertThat(reported(text)).isEqualTo(2);
    }

    @Test
    void aPhotographLargerThanAllowedIsRefusedAtOnceWithBothSizes() throws IOException {
        try (Visitor officer = Visitor.phone(chromium.browser(), node)) {
            enter(officer);
            officer.page().evaluate("() => localStorage.setItem('haetae.field.mostFileBytes', '1024')");
            officer.at("report").click();
            officer.at("kind").first().click();
            FilePayload photograph = noise("큰사진.jpg");
            officer.at("files").setInputFiles(photograph);

            assertThat(officer.at("files-error")).containsText("큰사진.jpg");
            assertThat(officer.at("files-error")).containsText("까지 보낼 수 있습니다");
            officer.at("send").click();

            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.at("outbox-item")).hasCount(1);
        }
    }

    @Test
    void whatTheBrowserHasClearedIsSaidAtTheNextStart() {
        try (Visitor officer = Visitor.phone(chromium.browser(), node)) {
            enter(officer);
            officer.page().route(INCIDENTS, Route::abort);
            for (int i = 0; i < 2; i++) {
                officer.at("report").click();
                officer.at("kind").first().click();
                officer.at("send").click();
                assertThat(officer.at("report-form")).hasCount(0);
            }
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "2");

            officer.page().navigate(node.origin() + "/api/v1/openapi.json");
            JsonObject cleared = new JsonObject();
            cleared.addProperty("origin", node.origin());
            cleared.addProperty("storageTypes", "indexeddb,cache_storage,service_workers");
            session(officer.page()).send("Storage.clearDataForOrigin", cleared);
            officer.page().navigate(node.origin() + "/field");

            assertThat(officer.at("lost")).containsText("2건");
            assertThat(officer.at("queue")).hasAttribute("data-unsent", "0");
            assertThat(officer.faults()).isEmpty();
            officer.shoot("hand-lost");
            officer.at("lost-noted").click();
            assertThat(officer.at("lost")).hasCount(0);
        }
    }

    private void enter(Visitor officer) {
        officer.logIn("/field", login);
        assertThat(officer.at("report")).isEnabled();
        officer.page().waitForCondition(() -> Boolean.TRUE.equals(officer.page().evaluate(NOTED)));
    }

    private static AtomicBoolean cuttable(Visitor officer) {
        AtomicBoolean cut = new AtomicBoolean(true);
        officer.page().route(INCIDENTS, route -> {
            if (cut.get()) {
                route.abort();
            } else {
                route.resume();
            }
        });
        return cut;
    }

    /** Those that lie on the device. */
    private static String drafts(Visitor officer) {
        return String.valueOf(officer.page().evaluate("""
                () => new Promise((done, failed) => {
                  const asked = indexedDB.open('haetae-field');
                  asked.onerror = failed;
                  asked.onsuccess = () => {
                    const all = asked.result.transaction('draft').objectStore('draft').getAll();
                    all.onsuccess = () => { asked.result.close(); done(JSON.stringify(all.result)); };
                  };
                })"""));
    }

    private static int reported(String text) {
        try (Visitor room = Visitor.desk(chromium.browser(), node)) {
            room.logIn("/", "gangnam-room").live();
            String answer = room.ask("/operations/" + node.operation() + "/incidents?limit=200");
            assertThat(answer).startsWith("200 ");
            return answer.split(text, -1).length - 1;
        }
    }

    private static long used(Page page) {
        return ((Number) Objects.requireNonNull(
                page.evaluate("() => navigator.storage.estimate().then(({ usage }) => usage)"))).longValue();
    }

    /** From now on the browser stores no more than that, and nothing of so many bytes. */
    private static void quota(Page page, long bytes, int refused) {
        JsonObject limit = new JsonObject();
        limit.addProperty("origin", node.origin());
        limit.addProperty("quotaSize", bytes);
        session(page).send("Storage.overrideQuotaForOrigin", limit);
        // For half a minute it relies on what it found last; what is larger than all disks makes it look again.
        assertThat(page.evaluate(PUT, HUGE)).isEqualTo("QuotaExceededError");
        assertThat(page.evaluate(PUT, refused)).isEqualTo("QuotaExceededError");
    }

    private static CDPSession session(Page page) {
        return page.context().newCDPSession(page);
    }

    /** Nothing compresses it: some hundred kilobytes, and its smaller copy too. */
    private static FilePayload noise(String name) throws IOException {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(1_600, 1_200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 1_200; y++) {
            for (int x = 0; x < 1_600; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpeg", bytes)).isTrue();
        return new FilePayload(name, "image/jpeg", bytes.toByteArray());
    }
}
