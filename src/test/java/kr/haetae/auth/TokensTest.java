package kr.haetae.auth;

import static kr.haetae.auth.Installation.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Duration LIFE = Duration.ofMinutes(10);

    @TempDir
    Path directory = Path.of("");

    private final Vertx vertx = Vertx.vertx();
    private final LoginSession session = new LoginSession(UUID.randomUUID(), UUID.randomUUID(), 42);
    private Instant now = Instant.parse("2026-06-03T05:00:00Z");

    @AfterEach
    void close() {
        get(vertx.close());
    }

    private KeyFile file() {
        return new KeyFile(directory.resolve("keys/keys.json"), new SecureRandom());
    }

    private Tokens tokens() throws IOException {
        return new Tokens(vertx, file(), () -> now, LIFE);
    }

    private static String header(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    }

    @Test
    void aTokenNamesItsSessionUntilItExpires() throws IOException {
        Tokens tokens = tokens();
        Tokens.AccessToken token = tokens.issue(session);
        assertThat(token.expiresAt()).isEqualTo(now.plus(LIFE));
        assertThat(get(tokens.verify(token.text()))).contains(session);
        now = now.plus(LIFE).minusSeconds(1);
        assertThat(get(tokens.verify(token.text()))).contains(session);
        now = now.plusSeconds(1);
        assertThat(get(tokens.verify(token.text()))).isEmpty();
        assertThat(get(tokens().verify(token.text()))).isEmpty();
        JsonObject claims = new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.text().split("\\.", -1)[1]), StandardCharsets.UTF_8));
        assertThat(claims.fieldNames()).containsExactlyInAnyOrder("sub", "sid", "since", "iat", "exp", "iss", "aud");
    }

    @Test
    void forgedAndForeignTokensAreNone() throws IOException {
        Tokens tokens = tokens();
        String token = tokens.issue(session).text();
        String[] parts = token.split("\\.", -1);
        String none = Base64.getUrlEncoder().withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        Tokens foreign = new Tokens(vertx, new KeyFile(directory.resolve("other/keys.json"), new SecureRandom()),
                () -> now, LIFE);
        List<String> wrong = List.of("", ".", "..", "x.y.z", none + "." + parts[1] + ".", none + "." + parts[1],
                parts[0] + "." + parts[1], parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1] + "x." + parts[2],
                foreign.issue(session).text());
        for (String each : wrong) {
            assertThat(get(tokens.verify(each))).as(each).isEmpty();
        }
    }

    @Test
    void aRotationLetsOldTokensLiveAndNewOnesBeVerifiedByEveryNodeAtOnce() throws IOException {
        Tokens one = tokens();
        Tokens other = tokens();
        String before = one.issue(session).text();
        file().rotate(now, LIFE);
        one.reload();
        other.reload();
        assertThat(header(one.issue(session).text())).isEqualTo(header(before));
        now = now.plus(KeyFile.AHEAD);
        String after = one.issue(session).text();
        assertThat(header(after)).isNotEqualTo(header(before));
        assertThat(get(other.verify(after))).contains(session);
        assertThat(get(other.verify(before))).contains(session);
    }

    @Test
    void aRotationDropsKeysWhoseLastTokenHasExpired() throws IOException {
        KeyRing first = file().open(now);
        file().rotate(now, LIFE);
        assertThat(file().read().keys()).hasSize(2).containsAll(first.keys());
        now = now.plus(KeyFile.AHEAD.multipliedBy(2)).plus(LIFE);
        file().rotate(now, LIFE);
        assertThat(file().read().keys()).hasSize(2).doesNotContainAnyElementsOf(first.keys());
        assertThat(file().read().secret()).isEqualTo(first.secret());
    }

    @Test
    void theKeyFileIsItsOwnersAlone() throws IOException {
        file().open(now);
        Path path = directory.resolve("keys/keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                .isEqualTo("rwx------");
        file().rotate(now, LIFE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> file().open(now)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(path, "{\"secret\":\"AA\",\"keys\":[]}");
        assertThatThrownBy(() -> file().open(now)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void processesThatStartAtOnceHaveTheSameKeys() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<KeyRing> open = () -> file().open(now);
            Set<KeyRing> rings = new HashSet<>();
            for (Future<KeyRing> ring : threads.invokeAll(java.util.Collections.nCopies(32, open))) {
                rings.add(ring.get());
            }
            assertThat(rings).hasSize(1);
        }
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files).hasSize(1);
        }
    }
}
