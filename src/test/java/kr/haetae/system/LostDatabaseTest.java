package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that can't ask its database must fall silent: what it shows may be old. */
class LostDatabaseTest {
    /** docs/protocol.md: every 2 s, while the head was confirmed within 2 s. */
    private static final double SILENT_AFTER_SECONDS = 4;
    /** One tick's due time and what a loaded machine adds to it. */
    private static final double REGULAR_SECONDS = 3;

    @TempDir
    Path directory;

    @Test
    void ticksStopWithTheDatabaseAndComeBackWithIt() throws IOException {
        try (Outside outside = Outside.in(directory.resolve("data"));
                ServerProcess server = outside.serve(directory.resolve("node"))) {
            Path node = directory.resolve("node");
            Api api = Api.logIn(server, node, "gangnam-room");
            try (Screen screen = Screen.open(api, "seoul-gangnam")) {
                await().until(() -> screen.secondsSinceTick() < 1);
                long stopped = System.nanoTime();
                outside.signal("STOP");
                try {
                    await().atMost(Duration.ofSeconds(15)).until(() -> server.health() == 503);
                    await().atMost(Duration.ofSeconds(15))
                            .until(() -> screen.secondsSinceTick() > SILENT_AFTER_SECONDS + REGULAR_SECONDS);
                    double lastTick = (System.nanoTime() - stopped) / 1e9 - screen.secondsSinceTick();
                    assertThat(lastTick).isLessThan(SILENT_AFTER_SECONDS);
                } finally {
                    outside.signal("CONT");
                }
                await().atMost(Duration.ofSeconds(20)).until(() -> screen.secondsSinceTick() < 1);
                await().atMost(Duration.ofSeconds(20)).until(server::ready);
                UUID late = UUID.randomUUID();
                await().atMost(Duration.ofSeconds(20)).until(() -> api.report(late).status() == 201);
                await().until(() -> screen.holds("incident/" + late));
                assertThat(screen.errors()).isEmpty();
            }
        }
    }
}
