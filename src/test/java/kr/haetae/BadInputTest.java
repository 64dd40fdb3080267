package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of bad input has a problem of its own, and none leaves a trace in a ledger. */
class BadInputTest {
    private final RunningNode node = RunningNode.shared();
    private final String incidents = "/operations/" + node.operation() + "/incidents";
    private final Caller officer = Caller.of(node, "mapo-officer");
    private final Caller room = Caller.of(node, "mapo-room");
    private long before;
    private boolean traceExpected;

    @BeforeEach
    void count() {
        before = node.entries();
    }

    @AfterEach
    void leavesNoTrace() {
        if (!traceExpected) {
            assertThat(node.entries()).as("entries in all ledgers").isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind        | 3                       | 422 | wrong-type      | /kind",
        "kind        | \"NO_SUCH\"             | 422 | wrong-value     | /kind",
        "kind        | \"violence\"            | 422 | wrong-value     | /kind",
        "kind        | \"\"                    | 422 | wrong-value     | /kind",
        "kind        | null                    | 422 | missing-field   | /kind",
        "kind        | [\"CROWD\"]             | 422 | wrong-type      | /kind",
        "code        | \"2\"                   | 422 | wrong-type      | /code",
        "code        | 2.0                     | 422 | wrong-type      | /code",
        "code        | 2.5                     | 422 | wrong-type      | /code",
        "code        | true                    | 422 | wrong-type      | /code",
        "code        | 5                       | 422 | out-of-range    | /code",
        "code        | -1                      | 422 | out-of-range    | /code",
        "code        | 99999999999             | 422 | wrong-type      | /code",
        "code        | 1e400                   | 422 | wrong-type      | /code",
        "text        | 7                       | 422 | wrong-type      | /text",
        "text        | false                   | 422 | wrong-type      | /text",
        "text        | {}                      | 422 | wrong-type      | /text",
        "text        | \"  \"                  | 422 | empty-text      | /text",
        "text        | \"a\\u0000b\"           | 422 | control-character | /text",
        "text        | \"a\\u001bb\"           | 422 | control-character | /text",
        "text        | \"a\\u0085b\"           | 422 | control-character | /text",
        "text        | \"a\\ud800b\"           | 422 | unpaired-surrogate | /text",
        "occurredAt  | 1780452441              | 422 | wrong-type      | /occurredAt",
        "occurredAt  | \"yesterday\"           | 422 | wrong-value     | /occurredAt",
        "occurredAt  | \"2026-06-03T10:00:00\" | 422 | wrong-value     | /occurredAt",
        "occurredAt  | \"9999-12-31T00:00:00Z\" | 422 | occurred-in-future | /occurredAt",
        "occurredAt  | \"+999999999-12-31T00:00:00Z\" | 422 | occurred-in-future | /occurredAt",
        "occurredAt  | \"1970-01-01T00:00:00Z\" | 422 | occurred-too-long-ago | /occurredAt",
        "occurredAt  | \"-999999999-01-01T00:00:00Z\" | 422 | occurred-too-long-ago | /occurredAt",
        "position    | 5                       | 422 | wrong-type      | /position",
        "position    | {\"latitude\":91,\"longitude\":0}   | 422 | position-off-earth | /position",
        "position    | {\"latitude\":0,\"longitude\":181}  | 422 | position-off-earth | /position",
        "position    | {\"latitude\":\"NaN\",\"longitude\":0} | 422 | position-off-earth | /position",
        "position    | {\"latitude\":\"37.5\",\"longitude\":127} | 422 | wrong-type | /position/latitude",
        "position    | {\"latitude\":1e999,\"longitude\":0} | 422 | position-off-earth | /position",
        "position    | {\"latitude\":37}       | 422 | missing-field   | /position/longitude",
        "position    | {\"latitude\":37,\"longitude\":127,\"height\":1} | 422 | unknown-field | /position/height",
        "post        | \"00000000-0000-0000-0000-00000000dead\" | 422 | unknown-post | /post",
        "post        | \"no-uuid\"             | 422 | wrong-value     | /post",
        "post        | 7                       | 422 | wrong-value     | /post",
        "unit        | \"no-such-unit\"        | 422 | unknown-unit    | /unit",
        "unit        | \"../etc/passwd\"       | 422 | wrong-value     | /unit",
        "unit        | 5                       | 422 | wrong-type      | /unit",
        "unit        | \"seoul-gangnam\"       | 403 | outside-jurisdiction | /unit",
        "source      | 1                       | 422 | wrong-type      | /source",
        "clearance   | \"SECRET\"              | 422 | wrong-value     | /clearance",
        "clearance   | 1                       | 422 | wrong-type      | /clearance",
        "clearance   | \"RESTRICTED\"          | 403 | not-cleared     | /clearance",
        "sourceLink  | 7                       | 422 | wrong-type      | /sourceLink",
        "sourceLink  | \"javascript:alert(1)\" | 422 | malformed-link  | /sourceLink",
        "sourceLink  | \"data:text/html,x\"    | 422 | malformed-link  | /sourceLink",
        "sourceLink  | \"https://\"            | 422 | malformed-link  | /sourceLink",
        "sourceLink  | \"//example.org\"       | 422 | malformed-link  | /sourceLink",
        "sourceLink  | \"http://a b\"          | 422 | malformed-link  | /sourceLink",
        "monitoring  | \"GOSSIP\"              | 422 | wrong-value     | /monitoring",
        "monitoring  | \"OTHER\"               | 422 | monitoring-mismatch | /monitoring",
        "source      | \"MONITORING\"          | 422 | monitoring-mismatch | /monitoring",
        "callNumber  | \"1\"                   | 422 | source-missing  | /source",
        "nonsense    | 1                       | 422 | unknown-field   | /nonsense",
        "__proto__   | {}                      | 422 | unknown-field   | /__proto__",
        "a/b~c       | 1                       | 422 | unknown-field   | /a~1b~0c"})
    void aWrongField(String field, String value, int status, String code, String pointer) {
        String body = report().encode();
        String wrong = report().containsKey(field)
                ? body.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+)",
                        Matcher.quoteReplacement("\"" + field + "\":" + value))
                : "{\"" + field + "\":" + value + "," + body.substring(1);

        requireProblem(officer.with("Idempotency-Key", key()).post(incidents, Buffer.buffer(wrong)), status, code,
                pointer);
    }

    @Test
    void somebodyElsesJurisdictionByItsPost() {
        JsonObject report = report().put("post", RunningNode.GANGNAM_POST.toString());
        requireProblem(officer.command(incidents, report), 403, "outside-jurisdiction", "/post");
        requireProblem(room.command(incidents, report().put("unit", "seoul-gangnam").put("post",
                RunningNode.MAPO_POST.toString())), 422, "post-of-other-unit", "/unit");
    }

    @Test
    void severalWrongFieldsAreToldAtOnce() {
        JsonObject report = report().put("code", 9).put("text", "");
        report.remove("kind");

        JsonArray errors = requireProblem(officer.command(incidents, report), 422, "missing-field", "/kind")
                .getJsonArray("errors");

        assertThat(errors.stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactly("/kind", "/code", "/text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"kind\"", "nope", "{\"kind\":}", "{'kind':1}", "{\"kind\":NaN}", "{}{}", "{} x",
        "null",
        "{\"a\":1,}", "{\"kind\":\"CROWD\",\"kind\":\"CROWD\"}"})
    void whatIsNotJson(String body) {
        String code = body.isEmpty() ? "missing-field" : "malformed-json";
        requireProblem(officer.with("Idempotency-Key", key()).post(incidents, Buffer.buffer(body)),
                body.isEmpty() ? 422 : 400, code, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "true"})
    void whatIsNoObject(String body) {
        requireProblem(officer.with("Idempotency-Key", key()).post(incidents, Buffer.buffer(body)), 422, "wrong-type",
                "");
    }

    @Test
    void deepNestingAndHugeNumbers() {
        Caller caller = officer.with("Idempotency-Key", key());
        for (String open : List.of("[", "{\"a\":", "{\"text\":[", "{\"position\":")) {
            HttpResponse<Buffer> response = caller.post(incidents, Buffer.buffer(open.repeat(
                    Math.min(10_000, 60_000 / open.length()))));
            assertThat(response.statusCode()).as(open).isIn(400, 422);
        }
        requireProblem(caller.post(incidents, Buffer.buffer("{\"code\":" + "9".repeat(5_000) + "}")), 400,
                "malformed-json", null);
    }

    @Test
    void invalidUtf8AndBodiesOverTheLimit() {
        Caller caller = officer.with("Idempotency-Key", key());
        requireProblem(
                caller.post(incidents, Buffer.buffer("{\"text\":\"").appendByte((byte) 0xff).appendString("\"}")),
                400, "invalid-utf-8", null);
        requireProblem(caller.post(incidents, Buffer.buffer("{\"text\":\"" + "가".repeat(30_000) + "\"}")), 413,
                "body-too-large", null);
        requireProblem(caller.post(incidents, report().put("text", "가".repeat(2_001)).toBuffer()), 422,
                "text-too-long", "/text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", "nonsense", "-"})
    void theWrongContentType(String type) {
        requireProblem(officer.with("Idempotency-Key", key()).with("Content-Type", type.equals("-") ? "" : type)
                .post(incidents, report().toBuffer()), 415, "not-json", null);
    }

    @Test
    void theWrongTimes() {
        Instant now = Instant.now();
        requireProblem(officer.command(incidents, report(now.plus(Duration.ofMinutes(6)))), 422, "occurred-in-future",
                "/occurredAt");
        requireProblem(officer.command(incidents, report(now.minus(Duration.ofDays(31)))), 422,
                "occurred-too-long-ago", "/occurredAt");
    }

    @Test
    void idsThatNameNothing() {
        String other = UUID.randomUUID().toString();
        requireProblem(officer.command("/operations/" + other + "/incidents", report()), 404, "unknown-operation",
                null);
        requireProblem(officer.command("/operations/7/incidents", report()), 400, "malformed-id", null);
        requireProblem(room.command(incidents + "/" + other + "/acknowledgement", new JsonObject()), 404,
                "unknown-incident", null);
        requireProblem(room.command(incidents + "/not-an-id/acknowledgement", new JsonObject()), 400, "malformed-id",
                null);
        requireProblem(room.get(incidents + "/" + other), 404, "unknown-incident", null);
        requireProblem(room.get("/operations/" + node.operation() + "/posts/" + other), 404, "post-not-found", null);
        requireProblem(room.get("/operations/" + node.operation() + "/posts/" + RunningNode.GANGNAM_POST), 404,
                "post-not-found", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "-      | idempotency-key-missing", "''     | idempotency-key-missing", "7      | idempotency-key-malformed",
        "not-a-uuid | idempotency-key-malformed",
        "0192f0c48f7e7cc19d6b0c2f3a4b5c6d | idempotency-key-malformed"})
    void anIdempotencyKeyThatIsNone(@Nullable String key, String code) {
        requireProblem(officer.with("Idempotency-Key", key).post(incidents, report().toBuffer()), 400, code, null);
    }

    @Test
    void anIdUsedTwiceForDifferentThings() {
        traceExpected = true;
        String key = key();
        JsonObject report = report();
        JsonObject first = Caller.body(officer.with("Idempotency-Key", key).command(incidents, report), 201);
        long after = node.entries();

        assertThat(Caller.body(officer.with("Idempotency-Key", key).command(incidents, report), 201)).isEqualTo(first);
        for (Map.Entry<Caller, JsonObject> other : Map.of(officer, report.copy().put("text", "다른 글"), room, report)
                .entrySet()) {
            JsonObject problem = requireProblem(other.getKey().with("Idempotency-Key", key)
                    .command(incidents, other.getValue()), 409, "idempotency-key-reused", null);
            assertThat(problem.encode()).doesNotContain(first.getString("number"));
        }
        requireProblem(officer.with("Idempotency-Key", key).command(incidents + "?x=1", report), 409,
                "idempotency-key-reused", null);
        assertThat(node.entries()).isEqualTo(after).isEqualTo(before + 1);
    }

    @Test
    void stepsThatAreNotOrNoLongerPossible() {
        traceExpected = true;
        String incident = incidents + "/" + Caller.body(officer.command(incidents, report()), 201).getString("id");
        Caller.body(room.command(incident + "/acknowledgement", new JsonObject()), 200);
        long after = node.entries();
        requireProblem(room.command(incident + "/acknowledgement", new JsonObject()), 409, "illegal-transition", null);
        requireProblem(room.command(incident + "/closure", new JsonObject()), 422, "missing-field", "/outcome");
        requireProblem(officer.command(incident + "/closure", new JsonObject().put("outcome", "WARNED")), 403,
                "not-your-duty", null);
        requireProblem(Caller.of(node, "gangnam-room").command(incident + "/comments", new JsonObject().put("text",
                "남의 것")), 404, "unknown-incident", null);
        requireProblem(room.command(incident + "/transfer", new JsonObject().put("unit", "seoul-mapo").put("reason",
                "같은 곳")), 409, "already-there", "/unit");
        requireProblem(room.command(incident + "/comments", new JsonObject().put("text", "a\u0000")), 422,
                "control-character", "/text");
        assertThat(node.entries()).isEqualTo(after);
        Caller.body(room.command(incident + "/closure", new JsonObject().put("outcome", "WARNED")), 200);
        for (String step : List.of("resolution", "acknowledgement")) {
            requireProblem(room.command(incident + "/" + step, new JsonObject()), 409, "illegal-transition", null);
        }
    }

    @Test
    void cookiesNeedOurOrigin() {
        Caller browser = Caller.stranger(node).with("Cookie", "haetae_access=" + node.token("mapo-officer"));
        requireProblem(browser.command(incidents, report()), 403, "origin-missing", null);
        for (String origin : List.of("https://evil.example", "null", node.origin() + ".evil.example",
                "http://127.0.0.1:1")) {
            requireProblem(browser.with("Origin", origin).command(incidents, report()), 403, "origin-foreign", null);
        }
        requireProblem(officer.with("Origin", "https://evil.example").command(incidents, report()), 403,
                "origin-foreign", null);
        requireProblem(Caller.stranger(node).command(incidents, report()), 401, "not-logged-in", null);
        requireProblem(Caller.stranger(node).with("Authorization", "Bearer x").command(incidents, report()), 401,
                "not-logged-in", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture?scope=%00", "picture?scope=A", "picture?since=1", "picture?since=1.zz",
        "incidents?unit=*",
        "incidents?status=gone", "incidents?open=yes", "incidents?kind=7", "incidents?code=9", "incidents?code=a",
        "incidents?post=1", "incidents?from=now", "incidents?to=2026-06-03", "incidents?limit=0", "incidents?limit=201",
        "incidents?limit=1e2", "incidents?after=-1", "incidents?after=99999999999999999999", "posts?unit=%F0",
        "posts?kind=X",
        "posts?jurisdiction=maybe", "posts?limit=x", "posts?after=x"})
    void aGarbledParameter(String query) {
        requireProblem(room.get("/operations/" + node.operation() + "/" + query), 400, "malformed-parameter", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents?q=%", "incidents?q=%zz", "incidents?q=%ff%fe", "incidents?limit=5&limit=6",
        "incidents?&&=",
        "picture?scope=seoul-mapo&scope=npa", "posts?q=%00"})
    void aStrangeQueryIsNeverOurFault(String query) {
        assertThat(room.raw("/operations/" + node.operation() + "/" + query)).isLessThan(500);
    }

    @Test
    void outsideOnesJurisdictionOneSeesNothing() {
        String operation = "/operations/" + node.operation();
        requireProblem(room.get(operation + "/picture?scope=seoul"), 403, "outside-jurisdiction", null);
        requireProblem(room.get(operation + "/incidents?unit=seoul-gangnam"), 403, "outside-jurisdiction", null);
        requireProblem(room.get(operation + "/posts?unit=npa"), 403, "outside-jurisdiction", null);
        requireProblem(room.get(operation + "/picture?scope=no-such-unit"), 404, "unknown-unit", null);
        requireProblem(Caller.of(node, "admin").get(operation + "/picture"), 403, "not-your-duty", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x.y", "-1.0123456789abcdef", "1.0123456789ABCDEF",
        "99999999999999999999.0123456789abcdef"})
    void aBadCursorHeader(String cursor) {
        requireProblem(room.with("Haetae-Cursor", cursor).get(incidents), 400, "malformed-cursor", null);
    }

    @Test
    void methodsThatAPathDoesNotTakeAndPathsThatAreNot() {
        requireProblem(room.send(HttpMethod.PATCH, "/codes", null), 405, "method-not-allowed", null);
        requireProblem(room.send(HttpMethod.DELETE, incidents, null), 405, "method-not-allowed", null);
        requireProblem(room.get("/nothing/here"), 404, "no-such-path", null);
        requireProblem(room.get("/../../etc/passwd"), 404, "no-such-path", null);
        requireProblem(room.get("/codes?q=" + "a".repeat(9_000)), 414, "path-too-long", null);
        requireProblem(room.with("X-Long", "a".repeat(20_000)).get("/codes"), 431, "headers-too-large", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../../../etc/passwd", "/..%2f..%2f..%2f..%2fetc/passwd",
        "/../../assets/%2e%2e/%2e%2e/logback.xml",
        "/../../assets/..%5c..%5clogback.xml", "/../../..%252flogback.xml", "/../../assets/%00", "/../../logback.xml",
        "/../../kr/haetae/http/codes.json"})
    void noPathLeadsOutOfThePages(String path) {
        assertThat(Caller.stranger(node).raw(path)).isIn(400, 401, 404);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonObject report() {
        return report(Instant.now());
    }

    private static JsonObject report(Instant occurredAt) {
        return new JsonObject().put("kind", "CROWD").put("code", 2).put("text", "줄이 길다")
                .put("occurredAt", occurredAt.toString());
    }

    private static JsonObject requireProblem(HttpResponse<Buffer> response, int status, String code,
            @Nullable String pointer) {
        JsonObject problem = Caller.body(response, status);
        assertThat(problem.getString("code")).as(problem.encode()).isEqualTo(code);
        if (pointer != null) {
            assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer")).isEqualTo(pointer);
        }
        return problem;
    }
}
