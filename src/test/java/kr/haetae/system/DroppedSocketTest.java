package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A socket may break at any moment; the screen ends with the server's picture all the same. */
class DroppedSocketTest {
    private static final int DROPS = 100;
    /** More than are sent in any time: each drop is under load. */
    private static final int REPORTS = 1_000_000;
    private static final int FRAMES_BETWEEN = 4;

    @TempDir
    Path directory;

    @Test
    void aScreenThatDropsAHundredTimesEndsWithTheServersPicture() throws IOException {
        Site site = Site.in(directory.resolve("data"));
        try (ServerProcess server = site.serve()) {
            Api api = Api.logIn(server, site.data(), "gangnam-room");
            Random random = new Random(100);
            try (Screen screen = Screen.open(api, "seoul-gangnam"); Burst burst = Burst.start(api, 4, REPORTS)) {
                for (int i = 0; i < DROPS; i++) {
                    int until = screen.frames() + random.nextInt(FRAMES_BETWEEN);
                    await().atMost(ServerProcess.PATIENCE).pollInterval(Duration.ofMillis(2))
                            .until(() -> screen.frames() >= until);
                    screen.drop();
                }
                burst.enough();
                assertThat(burst.finish()).isEmpty();

                String newest = api.picture("seoul-gangnam", "").path("upTo").asText();
                await().until(() -> screen.cursor().equals(newest));
                assertThat(screen.canonical()).isEqualTo(Screen.canonical(api.picture("seoul-gangnam", "")));
                assertThat(screen.resets()).isZero();
                assertThat(screen.errors()).isEmpty();
            }
        }
    }
}
