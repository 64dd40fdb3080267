package kr.haetae.http;

import static kr.haetae.auth.Installation.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.haetae.auth.Installation;
import io.vertx.pgclient.PgConnectOptions;
import kr.haetae.blob.FileLimits;
import kr.haetae.blob.FileStore;
import kr.haetae.config.Limits;
import kr.haetae.config.MapLayers;
import kr.haetae.event.Role;
import kr.haetae.feed.Feed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsThroughHttpTest {
    private static final String ORIGIN = "https://haetae.test";
    private static final String PASSWORD = "correct horse 강남";

    private final Installation installation = Installation.ready();
    private final WebClient client = WebClient.create(installation.vertx(), new WebClientOptions(),
            new PoolOptions().setHttp1MaxSize(64));
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Premises premises = new Premises(installation.node().house(), new Origins(() -> Set.of(ORIGIN)),
                Proxies.NONE, new OpenOperations(), new Feed(viewer -> Optional.empty()),
                new Limits(100, 65_536, 65_536, 10_000_000, 1_000_000, 1_000_000, Duration.ofHours(1),
                        Duration.ofMinutes(10)),
                new OperationTerms(Instant::now, false), new WholePictures(installation.vertx()),
                new FileStore(installation.vertx(), new PgConnectOptions(),
                        new FileLimits(1_000_000, 1_000_000, Duration.ofHours(1))),
                MapLayers.NONE);
        get(installation.vertx().deployVerticle(
                new ApiServer(ApiServer.options(65_536).setHost("127.0.0.1").setPort(port), premises)));
        installation.person("root", Role.ADMINISTRATOR, "npa", PASSWORD);
    }

    @AfterEach
    void close() {
        client.close();
        installation.close();
    }

    /** A browser, as far as cookies and the Origin go. */
    private final class Browser {
        private final Map<String, String> cookies = new HashMap<>();
        private String origin = ORIGIN;

        HttpResponse<Buffer> send(HttpMethod method, String path, JsonObject body) {
            HttpRequest<Buffer> request = client.request(method, port, "127.0.0.1", "/api/v1" + path);
            if (!origin.isEmpty()) {
                request.putHeader("Origin", origin);
            }
            if (!cookies.isEmpty()) {
                request.putHeader("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("; ")));
            }
            request.putHeader("Idempotency-Key", UUID.randomUUID().toString());
            HttpResponse<Buffer> response = get(Set.of(HttpMethod.GET, HttpMethod.DELETE).contains(method)
                    ? request.send()
                    : request.sendJsonObject(body));
            for (String cookie : response.cookies()) {
                String[] pair = cookie.split(";", -1)[0].split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return response;
        }

        JsonObject ok(HttpMethod method, String path, JsonObject body) {
            HttpResponse<Buffer> response = send(method, path, body);
            assertThat(response.statusCode()).as(response.bodyAsString()).isBetween(200, 299);
            return response.statusCode() == 204 ? new JsonObject() : json(response);
        }

        String problem(HttpMethod method, String path, JsonObject body) {
            HttpResponse<Buffer> response = send(method, path, body);
            assertThat(response.getHeader("Content-Type")).as(response.bodyAsString())
                    .isEqualTo("application/problem+json");
            return response.statusCode() + " " + json(response).getString("code");
        }
    }

    private Browser loggedIn(String login, String password) {
        Browser browser = new Browser();
        browser.ok(HttpMethod.POST, "/session", login(login, password));
        return browser;
    }

    private static JsonObject login(String login, String password) {
        return new JsonObject().put("login", login).put("password", password);
    }

    private static JsonObject account(String login, Role role, String unit) {
        return new JsonObject().put("login", login).put("name", "근무자").put("role", role.name()).put("unit", unit);
    }

    private static JsonObject json(HttpResponse<Buffer> response) {
        return Objects.requireNonNull(response.bodyAsJsonObject());
    }

    private static JsonObject none() {
        return new JsonObject();
    }

    /** This node is told that its database is the embedded one. */
    @Test
    void aRealElectionIsRefusedOnTheEmbeddedDatabase() {
        JsonObject wanted = new JsonObject().put("name", "제9회 전국동시지방선거").put("kind", "ELECTION");
        assertThat(loggedIn("root", PASSWORD).problem(HttpMethod.POST, "/operations", wanted))
                .isEqualTo("409 election-on-embedded-database");
        assertThat(installation.node().house().gate().house().operations()).isEmpty();
    }

    @Test
    void aBrowserLogsInRefreshesAndLogsOut() {
        Browser browser = new Browser();
        assertThat(browser.problem(HttpMethod.GET, "/session", none())).isEqualTo("401 not-logged-in");
        HttpResponse<Buffer> answer = browser.send(HttpMethod.POST, "/session", login("root", PASSWORD));
        assertThat(answer.cookies()).hasSize(3).allSatisfy(cookie -> assertThat(cookie).contains("HTTPOnly", "Secure",
                "SameSite=Strict"));
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        JsonObject document = json(answer);
        assertThat(document.fieldNames()).containsExactlyInAnyOrder("account", "actions", "works", "expiresAt");
        assertThat(document.getJsonArray("actions")).contains("account.manage").doesNotContain("incident.report");
        assertThat(browser.ok(HttpMethod.GET, "/session", none())).isEqualTo(document);

        Map<String, String> before = Map.copyOf(browser.cookies);
        browser.ok(HttpMethod.POST, "/session/refresh", none());
        assertThat(browser.cookies.get("haetae_refresh")).isNotEqualTo(before.get("haetae_refresh"));
        String once = browser.cookies.get("haetae_refresh");
        browser.cookies.putAll(before);
        browser.ok(HttpMethod.POST, "/session/refresh", none());
        assertThat(browser.cookies.get("haetae_refresh")).isEqualTo(once);

        browser.ok(HttpMethod.DELETE, "/session", none());
        assertThat(browser.cookies).as("the device is known again").containsOnlyKeys("haetae_device");
        browser.cookies.putAll(before);
        assertThat(browser.problem(HttpMethod.GET, "/session", none())).isEqualTo("401 session-ended");
        assertThat(browser.problem(HttpMethod.POST, "/session/refresh", none())).isEqualTo("401 session-ended");
        assertThat(browser.cookies).containsOnlyKeys("haetae_device");
        assertThat(browser.problem(HttpMethod.POST, "/session/refresh", none())).isEqualTo("401 refresh-refused");
    }

    @Test
    void aMachineGetsItsTokensInTheBody() {
        Browser machine = new Browser();
        machine.origin = "";
        HttpResponse<Buffer> answer = machine.send(HttpMethod.POST, "/session?tokens=body", login("root", PASSWORD));
        assertThat(answer.cookies()).isEmpty();
        JsonObject next = machine.ok(HttpMethod.POST, "/session/refresh?tokens=body",
                new JsonObject().put("refreshToken", json(answer).getString("refreshToken")));
        HttpResponse<Buffer> self = get(client.get(port, "127.0.0.1", "/api/v1/session")
                .bearerTokenAuthentication(next.getString("accessToken")).send());
        assertThat(json(self).getJsonObject("account").getString("login")).isEqualTo("root");
    }

    @Test
    void forgedRequestsAreRefused() {
        Browser browser = loggedIn("root", PASSWORD);
        for (String path : List.of("/accounts", "/session/refresh")) {
            browser.origin = "";
            assertThat(browser.problem(HttpMethod.POST, path, none())).isEqualTo("403 origin-missing");
            browser.origin = "https://elsewhere.test";
            assertThat(browser.problem(HttpMethod.POST, path, none())).isEqualTo("403 origin-foreign");
        }
        assertThat(new Browser().problem(HttpMethod.POST, "/session", login("root", "wrong")))
                .isEqualTo("401 credentials-wrong");
        Browser foreign = new Browser();
        foreign.origin = "https://elsewhere.test";
        assertThat(foreign.problem(HttpMethod.POST, "/session", login("root", PASSWORD)))
                .isEqualTo("403 origin-foreign");
    }

    @Test
    void badInputHasACodeOfItsOwn() {
        Browser browser = new Browser();
        assertThat(browser.problem(HttpMethod.POST, "/session", none())).isEqualTo("422 missing-field");
        assertThat(browser.problem(HttpMethod.POST, "/session", login("root", "x".repeat(1_001))))
                .isEqualTo("422 text-too-long");
        assertThat(browser.problem(HttpMethod.POST, "/session", login("root", PASSWORD).put("more", 1)))
                .isEqualTo("422 unknown-field");
        assertThat(browser.problem(HttpMethod.POST, "/session", login("ro\0ot", "\0")))
                .isEqualTo("401 credentials-wrong");
        Browser root = loggedIn("root", PASSWORD);
        assertThat(root.problem(HttpMethod.POST, "/accounts", account("kim", Role.OFFICER, "nowhere")))
                .isEqualTo("422 unknown-unit");
        assertThat(root.problem(HttpMethod.POST, "/accounts", account("k m", Role.OFFICER, "seoul")))
                .isEqualTo("422 login-malformed");
        assertThat(root.problem(HttpMethod.POST, "/accounts/bulk", none())).isEqualTo("400 malformed-list");
    }

    @Test
    void anAccountsWholeLife() {
        Browser root = loggedIn("root", PASSWORD);
        JsonObject created = root.ok(HttpMethod.POST, "/accounts", account("kim", Role.OFFICER, "seoul-gangnam"));
        String id = created.getString("id");
        assertThat(created.getString("cursor")).startsWith(created.getLong("seq") + ".");
        Browser kim = new Browser();
        String code = created.getString("activationCode");
        assertThat(kim.problem(HttpMethod.POST, "/session", login("kim", code))).isEqualTo("403 activation-needed");
        JsonObject activation = login("kim", "short").put("code", code);
        assertThat(kim.problem(HttpMethod.POST, "/session/activation", activation)).isEqualTo("422 password-too-short");
        kim.ok(HttpMethod.POST, "/session/activation", activation.put("password", PASSWORD));
        kim.ok(HttpMethod.PUT, "/session/password",
                new JsonObject().put("current", PASSWORD).put("password", PASSWORD + "!"));
        assertThat(kim.problem(HttpMethod.POST, "/accounts", account("lee", Role.OFFICER, "seoul")))
                .isEqualTo("403 not-your-duty");
        assertThat(kim.problem(HttpMethod.GET, "/accounts", none())).isEqualTo("403 not-your-duty");

        root.ok(HttpMethod.PUT, "/accounts/" + id + "/role",
                new JsonObject().put("role", "ROOM_OPERATOR").put("unit", "seoul"));
        assertThat(kim.ok(HttpMethod.GET, "/session", none()).getJsonObject("account").getString("unit"))
                .isEqualTo("seoul");
        root.ok(HttpMethod.POST, "/accounts/" + id + "/disablement", new JsonObject().put("reason", "left"));
        assertThat(kim.problem(HttpMethod.GET, "/session", none())).isEqualTo("403 account-disabled");
        root.ok(HttpMethod.DELETE, "/accounts/" + id + "/disablement", none());
        assertThat(kim.problem(HttpMethod.GET, "/session", none())).isEqualTo("401 session-ended");
        String again = root.ok(HttpMethod.POST, "/accounts/" + id + "/reset", none()).getString("activationCode");
        new Browser().ok(HttpMethod.POST, "/session/activation", login("kim", PASSWORD).put("code", again));
    }

    @Test
    void whoGuessesIsToldWhenToComeBack() {
        Browser browser = new Browser();
        for (int i = 0; i < 10; i++) {
            assertThat(browser.problem(HttpMethod.POST, "/session", login("nobody", "wrong")))
                    .isEqualTo("401 credentials-wrong");
        }
        HttpResponse<Buffer> answer = browser.send(HttpMethod.POST, "/session", login("nobody", "wrong"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void aFloodFromAGatewayEndsInTheSlowLaneAndKnownDevicesBehindItLogIn() {
        Browser known = loggedIn("root", PASSWORD);
        known.ok(HttpMethod.DELETE, "/session", none());
        for (int i = 0; installation.suspected("slowed") == 0; i++) {
            assertThat(i).as("guesses").isLessThan(30);
            assertThat(new Browser().problem(HttpMethod.POST, "/session", login("nobody" + i, "wrong")))
                    .isEqualTo("401 credentials-wrong");
        }
        Runnable rested = installation.restingLane();
        assertThat(new Browser().problem(HttpMethod.POST, "/session", login("nobody", "wrong")))
                .isEqualTo("401 credentials-wrong");
        int slowed = installation.suspected("slowed");
        List<Future<HttpResponse<Buffer>>> flood = IntStream.range(0, 20).mapToObj(i -> client
                .post(port, "127.0.0.1", "/api/v1/session").putHeader("Origin", ORIGIN)
                .sendJsonObject(login("guess" + i, "wrong"))).toList();
        await().until(() -> installation.suspected("slowed") == slowed + 20);

        HttpResponse<Buffer> stranger = new Browser().send(HttpMethod.POST, "/session", login("root", PASSWORD));
        assertThat(stranger.statusCode()).isEqualTo(429);
        assertThat(stranger.getHeader("Retry-After")).isEqualTo("10");
        assertThat(json(stranger).getString("code")).isEqualTo("log-in-throttled");
        assertThat(installation.suspected("refused")).isEqualTo(1);
        known.ok(HttpMethod.POST, "/session", login("root", PASSWORD));
        assertThat(flood).noneMatch(Future::isComplete);

        rested.run();
        assertThat(flood).allSatisfy(one -> assertThat(get(one).statusCode()).isEqualTo(401));
    }

    @Test
    void aListIsIssuedAndLookedUpByJurisdiction() {
        installation.person("seoul-admin", Role.ADMINISTRATOR, "seoul", PASSWORD);
        Browser seoul = loggedIn("seoul-admin", PASSWORD);
        String list = """
                name,login,unit,role
                홍길동,hong,seoul-gangnam,OFFICER
                "김, 철수",kim,seoul-jongno,room-operator
                부산,busan,busan-haeundae,OFFICER
                누구,who,seoul,CHIEF
                """.replace("\n", "\r\n");
        for (Charset charset : List.of(Charset.forName("x-windows-949"), Charset.forName("UTF-8"))) {
            HttpResponse<Buffer> answer = get(client.post(port, "127.0.0.1", "/api/v1/accounts/bulk")
                    .putHeader("Origin", ORIGIN)
                    .putHeader("Cookie", "haetae_access=" + seoul.cookies.get("haetae_access"))
                    .putHeader("Content-Type", "text/csv")
                    .sendBuffer(Buffer.buffer(list.getBytes(charset))));
            assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
            JsonArray lines = json(answer).getJsonArray("items");
            assertThat(json(answer).getInteger("issued")).isEqualTo(2);
            assertThat(lines.getJsonObject(0).getInteger("line")).isEqualTo(2);
            assertThat(lines.getJsonObject(2).getString("code")).isEqualTo("outside-jurisdiction");
            assertThat(lines.getJsonObject(3).getString("detail")).contains("CHIEF");
        }
        JsonObject page = seoul.ok(HttpMethod.GET, "/accounts?limit=1&q=%EA%B9%80", none());
        assertThat(page.getJsonArray("items").getJsonObject(0).getString("name")).isEqualTo("김, 철수");
        JsonObject first = seoul.ok(HttpMethod.GET, "/accounts?limit=2", none());
        assertThat(first.getString("next")).isEqualTo("kim");
        JsonObject rest = seoul.ok(HttpMethod.GET, "/accounts?limit=2&after=kim", none());
        assertThat(rest.getJsonArray("items").getJsonObject(0).getString("login")).isEqualTo("seoul-admin");
        assertThat(rest.containsKey("next")).isFalse();
        assertThat(seoul.problem(HttpMethod.GET, "/accounts?unit=busan", none())).isEqualTo("403 outside-jurisdiction");
    }
}
