package kr.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older copy of the database is put in place of the present one: nobody goes on showing what it does not hold. */
class RestoredTest {
    private static final String SCOPE = "seoul-gangnam";

    @TempDir
    Path directory;

    @Test
    void everyNewerCursorIsResetAfterARestoreOfTheFiles() throws IOException {
        Site site = Site.in(directory.resolve("data"));
        Path copy = directory.resolve("copy");
        UUID kept = UUID.randomUUID();
        UUID lost = UUID.randomUUID();
        String newer;
        Screen screen;
        try (ServerProcess server = site.serve()) {
            Api.logIn(server, site.data(), "gangnam-room").report(kept);
        }
        Site.copy(site.database(), copy);
        Api api;
        try (ServerProcess server = site.serve()) {
            api = Api.logIn(server, site.data(), "gangnam-room");
            reports(api, 20);
            api.report(lost);
            newer = api.picture(SCOPE, "").path("upTo").asText();
            screen = Screen.open(api, SCOPE);
            assertThat(screen.holds("incident/" + lost)).isTrue();
        }
        replace(site, copy);

        try (ServerProcess server = site.serve(); screen) {
            Api again = Api.logIn(server, site.data(), "gangnam-room");
            assertReset(again.picture(SCOPE, newer), kept, lost);
            // As many entries again, so that the old cursor's number exists, and means another entry.
            reports(again, 40);
            assertReset(again.picture(SCOPE, newer), kept, lost);
            screen.follow(again);
            await().until(() -> screen.cursor().equals(again.picture(SCOPE, "").path("upTo").asText()));
            assertThat(screen.resets()).isEqualTo(1);
            assertSame(screen, again, kept, lost);
            assertThat(again.report(lost).status()).isEqualTo(201);
        }
        assertThat(site.verify()).isZero();
    }

    @Test
    void aRunningNodeStartsAnewWhenItsDatabaseIsReplaced() throws IOException {
        Path copy = directory.resolve("copy");
        try (Outside outside = Outside.in(directory.resolve("data"));
                ServerProcess server = outside.serve(directory.resolve("node"))) {
            Api api = Api.logIn(server, directory.resolve("node"), "gangnam-room");
            UUID kept = UUID.randomUUID();
            UUID lost = UUID.randomUUID();
            api.report(kept);
            outside.stopped(site -> Site.copy(site.database(), copy));
            await().atMost(Duration.ofSeconds(20)).until(() -> api.report(lost).status() == 201);
            reports(api, 20);
            String newer = api.picture(SCOPE, "").path("upTo").asText();
            try (Screen screen = Screen.open(api, SCOPE)) {
                assertThat(screen.holds("incident/" + lost)).isTrue();

                outside.stopped(site -> replace(site, copy));

                await().atMost(Duration.ofSeconds(20)).until(() -> screen.resets() == 1);
                await().atMost(Duration.ofSeconds(20)).until(server::ready);
                assertSame(screen, api, kept, lost);
                assertReset(api.picture(SCOPE, newer), kept, lost);
                UUID next = UUID.randomUUID();
                await().atMost(Duration.ofSeconds(20)).until(() -> api.report(next).status() == 201);
                await().until(() -> screen.holds("incident/" + next));
                assertSame(screen, api, kept, lost);
                assertThat(screen.errors()).isEmpty();
            }
        }
    }

    private static void reports(Api api, int count) {
        IntStream.range(0, count).forEach(i -> {
            UUID id = UUID.randomUUID();
            await().atMost(Duration.ofSeconds(20)).until(() -> api.report(id).status() == 201);
        });
    }

    private static void replace(Site site, Path copy) {
        Programs.run("rm", "-rf", site.database().toString());
        Site.copy(copy, site.database());
    }

    private static void assertReset(JsonNode change, UUID kept, UUID lost) {
        assertThat(change.path("reset").asBoolean()).isTrue();
        assertThat(change.toString()).contains(kept.toString()).doesNotContain(lost.toString());
    }

    private static void assertSame(Screen screen, Api api, UUID kept, UUID lost) throws IOException {
        assertThat(screen.canonical()).isEqualTo(Screen.canonical(api.picture(SCOPE, "")))
                .contains(kept.toString()).doesNotContain(lost.toString());
    }
}
