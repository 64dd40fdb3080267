package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone whose browser cleared its storage, and photographs that are too large: nothing is lost unsaid. */
class PhoneStorageTest {
    private static final String INCIDENTS = "**/api/v1/operations/*/incidents";
    private static final String NOTED = "() => localStorage.getItem('haetae.field.mostFileBytes') !== null";

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
