package kr.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import kr.haetae.RunningNode;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that a room prints for a post, held before the camera of a phone. */
class ScanTest {
    private static final int FRAMES = 10;

    @TempDir
    Path folder;

    @Test
    void thePrintedCodeOfAPostChoosesIt() throws Exception {
        RunningNode node = RunningNode.shared();
        node.account("scan-officer", Role.OFFICER, "seoul-gangnam", null);
        Path film = folder.resolve("code.mjpeg");
        try (Chromium chromium = Chromium.open(); Visitor room = Visitor.desk(chromium.browser(), node)) {
            room.logIn("/", "gangnam-room").live();
            room.page().navigate(node.origin() + "/?sheet=codes");
            film(room.page().locator("[data-post-id='" + RunningNode.GANGNAM_POST + "'] svg").screenshot(), film);
        }
        try (Chromium chromium = Chromium.seeing(film); Visitor officer = Visitor.phone(chromium.browser(), node)) {
            officer.logIn("/field", "scan-officer");
            assertThat(officer.at("duty-post")).hasText("–");
            officer.at("duty-find").click();
            officer.at("scan").click();

            assertThat(officer.at("duty-post")).hasText("역삼1동제1투표소");
            assertThat(officer.at("scan-video")).hasCount(0);
            assertThat(officer.at("check-in")).isEnabled();
            officer.shoot("hand-scanned");
            assertThat(officer.errors()).isEmpty();
        }
    }

    /** As a hand holds it: a third of the picture, on paper. */
    private static void film(byte[] code, Path film) throws IOException {
        BufferedImage printed = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(code)));
        BufferedImage seen = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = seen.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, 640, 480);
        drawing.drawImage(printed, 200, 120, 240, 240, null);
        drawing.dispose();
        try (OutputStream frames = Files.newOutputStream(film)) {
            for (int i = 0; i < FRAMES; i++) {
                assertThat(ImageIO.write(seen, "jpeg", frames)).isTrue();
            }
        }
    }
}
