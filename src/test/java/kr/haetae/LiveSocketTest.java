package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.auth.Grant;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that misbehave: closed or bounded, and nobody else notices. */
class LiveSocketTest {
    private final RunningNode node = RunningNode.shared();

    @Test
    void whoSaysNothingIsSentAwayAfterFiveSeconds() {
        try (Screen silent = commander()) {
            long opened = System.nanoTime();
            assertThat(silent.next("bye").getString("code")).isEqualTo("hello-expected");
            assertThat(silent.closeCode()).isEqualTo(1008);
            // Not at once; how much later than five seconds is the machine's matter.
            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isGreaterThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void twoHellosAreFineAndFiftyAreNot() {
        try (Screen screen = commander()) {
            screen.hello(hello("npa"));
            screen.next("change");
            screen.hello(hello("seoul"));
            screen.next("change");
            for (int i = 0; i < 50 && !screen.socket().isClosed(); i++) {
                screen.socket().writeTextMessage(hello("seoul").encode());
            }
            assertThat(screen.next("bye").getString("code")).isEqualTo("hello-too-often");
            assertThat(screen.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void oneLogInIsSentWholeViewsOnlySoOften() {
        String token = node.logIn("commander").access().text();
        List<Screen> screens = new ArrayList<>();
        try {
            int answered = 0;
            JsonObject answer = new JsonObject();
            while (answered < 90 && !"bye".equals(answer.getString("type"))) {
                if (answered % 8 == 0) {
                    screens.add(Screen.open(node, token));
                }
                screens.getLast().hello(hello("busan"));
                answer = screens.getLast().next(frame -> !"tick".equals(frame.getString("type")));
                answered++;
            }
            assertThat(answer.getString("code")).isEqualTo("hello-too-often");
            assertThat(answered).isGreaterThan(60);
        } finally {
            screens.forEach(Screen::close);
        }
    }

    @Test
    void binaryCloses1003() {
        try (Screen screen = commander()) {
            screen.binary(Buffer.buffer(new byte[]{1, 2, 3}));
            assertThat(screen.next("bye").getString("code")).isEqualTo("binary-refused");
            assertThat(screen.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void tenMegabytesClose1009() {
        try (Screen screen = commander()) {
            screen.socket().writeTextMessage("a".repeat(10 << 20));
            // The rest of the message meets a closed connection, whose reset may overtake the close frame.
            assertThat(screen.closeCode()).isIn(1009, 1006);
        }
    }

    @Test
    void whoOnlyAnnouncesTenMegabytesIsTold1009() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                    + "Origin: " + node.origin() + "\r\nAuthorization: Bearer " + node.token("commander") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String end = "";
            while (!end.endsWith("\r\n\r\n")) {
                end += (char) in.read();
            }
            assertThat(end).startsWith("HTTP/1.1 101");
            // Text, masked, 64-bit length of 10 MiB, mask.
            socket.getOutputStream()
                    .write(new byte[]{(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, (byte) 0xa0, 0, 0, 1, 2, 3, 4});
            assertThat(in.read()).isEqualTo(0x88);
            in.skipNBytes(1);
            assertThat(in.read() << 8 | in.read()).isEqualTo(1009);
        }
    }

    @Test
    void tenMegabytesInSmallFramesClose1009() {
        try (Screen screen = commander()) {
            Buffer part = Buffer.buffer("a".repeat(32_768));
            screen.socket().writeFrame(WebSocketFrame.textFrame("a".repeat(32_768), false));
            for (int i = 0; i < 320 && !screen.socket().isClosed(); i++) {
                screen.socket().writeFrame(WebSocketFrame.continuationFrame(part, false));
            }
            assertThat(screen.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void invalidUtf8Closes1007() {
        try (Screen screen = commander()) {
            screen.socket().writeFrame(WebSocketFrame.textFrame("a", false));
            screen.socket().writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(new byte[]{-1}), true));
            assertThat(screen.closeCode()).isEqualTo(1007);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"hello\"", "{}", "{\"type\":\"hello\"}", "{\"type\":\"tick\"}",
        "{\"type\":\"hello\",\"operation\":1,\"scope\":\"npa\"}", "\u0000"})
    void whatIsNoFrameIsMalformed(String text) {
        assertThat(answer(text)).isEqualTo("malformed");
    }

    @Test
    void helloesThatAreNotQuiteOne() {
        JsonObject good = hello("npa");
        List<String> wrong = List.of(
                good.copy().put("more", 1).encode(),
                good.copy().put("type", "Hello").encode(),
                good.copy().put("scope", "NPA").encode(),
                good.copy().put("since", "1.xyz").encode(),
                good.copy().put("since", 7).encode(),
                good.copy().put("id", "").encode(),
                good.copy().put("id", "a".repeat(41)).encode(),
                good.copy().put("id", 1.5).encode(),
                good.copy().put("id", true).encode(),
                good.copy().put("id", new JsonObject()).encode(),
                good.encode() + good.encode(),
                good.encode().replace("{", "{\"type\":\"hello\","),
                "[".repeat(10_000));

        assertThat(wrong).allSatisfy(text -> assertThat(answer(text)).as(text).isEqualTo("malformed"));
    }

    @Test
    void anOperationThatIsNotAndAScopeThatIsNotOurs() {
        assertThat(answer(hello("npa").put("operation", UUID.randomUUID().toString()).encode()))
                .isEqualTo("operation-unknown");
        assertThat(answer(hello("no-such-unit").encode())).isEqualTo("scope-forbidden");
        try (Screen mapo = Screen.open(node, node.token("mapo-room"))) {
            mapo.hello(hello("seoul"));
            assertThat(mapo.next("bye").getString("code")).isEqualTo("scope-forbidden");
        }
    }

    @Test
    void theUpgradeIsRefusedWithoutCredentialsOrFromElsewhere() {
        String bearer = "Bearer " + node.token("commander");
        String cookie = "haetae_access=" + node.token("commander");

        assertThat(Screen.refusal(node.vertx(), Screen.options(node))).isEqualTo(401);
        assertThat(Screen.refusal(node.vertx(), Screen.options(node).addHeader("Authorization", "Bearer x.y.z")))
                .isEqualTo(401);
        assertThat(Screen.refusal(node.vertx(), Screen.options(node).addHeader("Cookie", cookie)
                .putHeader("Origin", "https://evil.example"))).isEqualTo(403);
        assertThat(Screen.refusal(node.vertx(), Screen.options(node).addHeader("Authorization", bearer)
                .putHeader("Origin", "https://evil.example"))).isEqualTo(403);
        assertThat(Screen.refusal(node.vertx(), Screen.options(node).addHeader("Authorization",
                "Bearer " + node.token("admin")))).isEqualTo(403);
        assertThat(Caller.of(node, "commander").get("/live").statusCode()).isEqualTo(426);
    }

    @Test
    void ofTwentySocketsOfOneSessionTwelveStay() {
        String token = node.logIn("commander").access().text();
        List<Screen> screens = Stream.generate(() -> Screen.open(node, token)).limit(20).toList();
        try {
            await().untilAsserted(
                    () -> assertThat(screens).filteredOn(screen -> screen.socket().isClosed()).hasSize(8));
            // All at once: who waits for another's picture before he says hello may be too late.
            screens.stream().filter(screen -> !screen.socket().isClosed()).forEach(it -> it.hello(hello("npa")));
            assertThat(screens).allSatisfy(screen -> {
                if (screen.socket().isClosed()) {
                    assertThat(screen.next("bye").getString("code")).isEqualTo("too-many-sockets");
                    assertThat(screen.closeCode()).isEqualTo(1013);
                } else {
                    screen.next("change");
                }
            });
        } finally {
            screens.forEach(Screen::close);
        }
        await().untilAsserted(() -> {
            try (Screen again = Screen.open(node, token)) {
                again.hello(hello("npa"));
                again.next("change");
            }
        });
    }

    @Test
    void aDisabledAccountsSocketsCloseWithinASecond() {
        String login = "screen-" + UUID.randomUUID().toString().substring(0, 8);
        UUID account = node.account(login, Role.VIEWER, "seoul", null);
        List<Screen> screens = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            screens.add(Screen.open(node, node.token(login)));
        }
        Screen silent = screens.removeLast();
        screens.forEach(screen -> {
            screen.hello(hello("seoul"));
            screen.next("change");
        });
        node.disable(account);
        assertThat(screens).allSatisfy(screen -> {
            assertThat(screen.next("bye").getString("code")).isEqualTo("account-disabled");
            assertThat(screen.closeCode()).isEqualTo(1008);
        });
        silent.hello(hello("seoul"));
        assertThat(silent.next("bye").getString("code")).isEqualTo("account-disabled");
        silent.close();
        screens.forEach(Screen::close);
    }

    @Test
    void loggingOutClosesTheSessionsSocketsAndNoOther() {
        Grant leaving = node.logIn("viewer");
        Grant staying = node.logIn("viewer");
        try (Screen out = Screen.open(node, leaving.access().text());
                Screen in = Screen.open(node, staying.access().text())) {
            out.hello(hello("npa"));
            in.hello(hello("npa"));
            out.next("change");
            in.next("change");

            Caller.stranger(node).with("Authorization", "Bearer " + leaving.access().text())
                    .send(HttpMethod.DELETE, "/session", null);

            assertThat(out.next("bye").getString("code")).isEqualTo("session-ended");
            in.next("tick");
            assertThat(in.socket().isClosed()).isFalse();
        }
    }

    private Screen commander() {
        return Screen.open(node, node.token("commander"));
    }

    private String answer(String text) {
        try (Screen screen = commander()) {
            screen.text(text);
            return screen.next("bye").getString("code");
        }
    }

    private JsonObject hello(String scope) {
        return new JsonObject().put("type", "hello").put("operation", node.operation().toString()).put("scope", scope);
    }
}
