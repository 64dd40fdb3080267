package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;

/** An operation's whole life by the API, and the levels declared in it. */
class OperationsThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final Caller hq = Caller.of(node, "commander");

    @Test
    void createdOpenedClosedArchivedLetGoOfAndReadAgain() {
        String operation = created(new JsonObject().put("name", "보관 시험").put("kind", "DRILL"));
        assertThat(Caller.body(hq.get(operation), 200).getString("state")).isEqualTo("PREPARED");
        problem(hq.command(operation + "/archive", new JsonObject()), 409, "operation-not-closed");
        problem(hq.command(operation + "/levels", level("seoul", "A")), 409, "operation-not-open");

        Caller.body(hq.command(operation + "/opening", new JsonObject()), 200);
        problem(hq.command(operation + "/opening", new JsonObject()), 409, "already-there");
        JsonObject declared = Caller.body(hq.command(operation + "/levels", level("seoul", "A")), 201);
        Caller.body(hq.command(operation + "/closure", new JsonObject().put("reason", "훈련 종료")), 200);
        assertThat(Caller.body(hq.get(operation + "/levels?state=LIFTED"), 200).getJsonArray("items")).hasSize(1);
        Caller.body(hq.command(operation + "/archive", new JsonObject()), 200);
        problem(hq.command(operation + "/archive", new JsonObject()), 409, "already-there");

        UUID id = UUID.fromString(operation.replaceFirst(".*/", ""));
        await().atMost(Duration.ofSeconds(20)).until(() -> !node.holds(id));
        assertThat(Caller.body(hq.get("/operations"), 200).getJsonArray("items").encode()).contains("ARCHIVED");
        assertThat(node.holds(id)).isFalse();
        JsonObject again = Caller.body(hq.get(operation), 200);
        assertThat(again.getString("state")).isEqualTo("ARCHIVED");
        assertThat(node.holds(id)).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> !node.holds(id));
        assertThat(Caller.body(hq.get(operation + "/levels/" + declared.getString("id") + "/musters"), 200)
                .getJsonObject("level").getString("state")).isEqualTo("LIFTED");
    }

    @Test
    void aSocketBringsAnArchivedOperationBackAndKeepsIt() {
        String operation = created(new JsonObject().put("name", "소켓 시험").put("kind", "DRILL"));
        UUID id = UUID.fromString(operation.replaceFirst(".*/", ""));
        Caller.body(hq.command(operation + "/closure", new JsonObject().put("reason", "훈련 종료")), 200);
        Caller.body(hq.command(operation + "/archive", new JsonObject()), 200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !node.holds(id));

        try (Screen screen = Screen.open(node, node.token("commander"))) {
            screen.hello(new JsonObject().put("type", "hello").put("operation", id.toString()).put("scope", "npa"));
            assertThat(screen.next("change").getBoolean("reset")).isTrue();
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> node.holds(id));
            screen.next("tick");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !node.holds(id));
    }

    @Test
    void theSameCreationAgainIsTheSameOperation() {
        JsonObject wanted = new JsonObject().put("name", "반복").put("kind", "DRILL").put("clock",
                new JsonObject().put("start", "2026-06-02T20:00:00Z").put("rate", 60));
        Caller once = hq.with("Idempotency-Key", UUID.randomUUID().toString());

        JsonObject first = Caller.body(once.command("/operations", wanted), 201);

        assertThat(Caller.body(once.command("/operations", wanted), 201)).isEqualTo(first);
        problem(once.command("/operations", wanted.copy().put("name", "다른")), 409, "idempotency-key-reused");
        assertThat(Caller.body(hq.get("/operations/" + first.getString("id")), 200).getJsonObject("clock")
                .getInteger("rate")).isEqualTo(60);
    }

    @Test
    void badCreations() {
        long before = node.entries();
        problem(hq.command("/operations", new JsonObject().put("name", " ").put("kind", "DRILL")), 422, "empty-text");
        problem(hq.command("/operations", new JsonObject().put("name", "x")), 422, "missing-field");
        problem(hq.command("/operations", drill(new JsonObject().put("rate", 601))), 422, "out-of-range");
        problem(hq.command("/operations", drill(new JsonObject().put("start", "1890-01-01T00:00:00Z"))), 422,
                "out-of-range");
        problem(hq.command("/operations", drill(new JsonObject().put("rate", 2)).put("kind", "ELECTION")), 422,
                "clock-not-of-kind");
        problem(hq.command("/operations",
                drill(new JsonObject().put("start", "2026-06-02T20:00:00Z")).put("kind", "ELECTION")), 422,
                "clock-not-of-kind");
        problem(Caller.of(node, "mapo-room").command("/operations", drill(new JsonObject())), 403, "not-your-duty");
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void theCourseOfADrill() {
        String operation = created(new JsonObject().put("name", "진행").put("kind", "DRILL").put("clock",
                new JsonObject().put("start", "2026-06-02T19:00:00Z").put("rate", 1)));
        JsonObject proposal = Caller.body(hq.get(operation
                + "/timetable/proposal?pollingDay=2026-06-03&close=20:00".replace(":", "%3A")), 200);
        JsonArray phases = proposal.getJsonArray("phases");
        assertThat(phases).hasSize(8);
        assertThat(phases.getJsonObject(6)).isEqualTo(new JsonObject().put("phase", "COUNTING").put("from",
                "2026-06-03T11:30:00Z"));
        put(operation + "/timetable", new JsonObject().put("phases", phases), 200);
        put(operation + "/level-plan", new JsonObject().put("steps", proposal.getJsonArray("steps")), 200);
        Caller.body(hq.command(operation + "/opening", new JsonObject()), 200);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(Caller.body(hq.get(operation), 200).getString("phase")).isEqualTo("STORAGE_WATCH");
            assertThat(Caller.body(hq.get(operation + "/levels/effective?unit=seoul-mapo"), 200)
                    .getJsonArray("items").getJsonObject(0).getString("level")).isEqualTo("ALERT");
        });

        problem(send(operation + "/timetable", new JsonObject().put("phases", phases)), 409, "nothing-changed");
        problem(send(operation + "/level-plan", new JsonObject().put("steps", proposal.getJsonArray("steps"))), 409,
                "nothing-changed");
        assertThat(Caller.body(hq.get(operation + "/levels"), 200).getJsonArray("items")).hasSize(1);
        put(operation + "/clock", new JsonObject().put("rate", 600).put("reason", "빨리"), 200);
        put(operation + "/clock", new JsonObject().put("rate", 600).put("reason", "또"), 409);
        Caller.body(hq.command(operation + "/phase", new JsonObject().put("phase", "VOTING")), 200);
        JsonObject settings = Caller.body(hq.get(operation), 200).getJsonObject("settings");
        put(operation + "/settings", settings.copy().put("confirmHighLevels", true), 200);
        problem(send(operation + "/settings", settings.copy().put("outagePercent", 0)), 422, "out-of-range");
        problem(send(operation + "/timetable", new JsonObject().put("phases", new JsonArray()
                .add(new JsonObject().put("phase", "VOTING").put("from", "1970-01-01T00:00:00Z")))), 422,
                "timetable-out-of-range");
        JsonArray many = new JsonArray();
        for (int i = 0; i < 101; i++) {
            many.add(new JsonObject().put("phase", "VOTING").put("from", Instant.parse("2026-06-03T00:00:00Z")
                    .plusSeconds(i).toString()));
        }
        problem(send(operation + "/timetable", new JsonObject().put("phases", many)), 422, "timetable-malformed");
        problem(hq.get(operation + "/timetable/proposal?pollingDay=tomorrow"), 400, "malformed-parameter");
        problem(hq.get(operation + "/timetable/proposal"), 400, "malformed-parameter");
    }

    @Test
    void anOrderFromTheDeclarationToTheMuster() {
        node.account("levels-seoul", Role.AGENCY_COMMANDER, "seoul", null);
        String operation = created(new JsonObject().put("name", "비상").put("kind", "DRILL"));
        Caller.body(hq.command(operation + "/opening", new JsonObject()), 200);
        Caller seoul = Caller.of(node, "levels-seoul");
        Caller mapo = Caller.of(node, "mapo-room");
        JsonObject preview = Caller.body(seoul.post(operation + "/levels/preview", level("seoul", "B").toBuffer()),
                200);
        assertThat(preview.getJsonArray("needs")).containsExactly("APPROVAL");

        String level = operation + "/levels/"
                + Caller.body(seoul.command(operation + "/levels", level("seoul", "B")), 201).getString("id");
        problem(seoul.command(level + "/approval", new JsonObject()), 403, "superior-needed");
        problem(mapo.command(level + "/approval", new JsonObject()), 403, "not-your-duty");
        Caller.body(hq.command(level + "/approval", new JsonObject()), 200);
        Caller.body(mapo.command(level + "/receipt", new JsonObject()), 200);
        report(mapo, level + "/musters/seoul-mapo", new JsonObject().put("ordered", 50).put("mustered", 20), 200);
        report(mapo, level + "/musters/seoul-mapo", new JsonObject().put("mustered", 55).put("note", "완료"), 200);
        report(mapo, level + "/musters/seoul-gangnam", new JsonObject().put("mustered", 1), 403);
        report(mapo, level + "/musters/seoul-mapo", new JsonObject().put("mustered", -1), 422);

        JsonObject musters = Caller.body(seoul.get(level + "/musters"), 200);
        assertThat(musters.getJsonObject("rate")).isEqualTo(new JsonObject().put("ordered", 50).put("mustered", 55)
                .put("byEssentialDeadline", 55).put("byDeadline", 55));
        assertThat(musters.getJsonArray("course")).hasSize(2);
        assertThat(Caller.body(mapo.get(level + "/musters"), 200).getJsonArray("items")).hasSize(1);
        Caller.body(hq.command(level + "/extension", new JsonObject().put("until", Instant.now().plusSeconds(7_200)
                .toString()).put("reason", "지연")), 200);
        problem(hq.command(level + "/extension", new JsonObject().put("until", "2020-01-01T00:00:00Z").put("reason",
                "x")), 422, "span-out-of-range");
        problem(seoul.command(operation + "/levels", level("busan", "A")), 403, "outside-jurisdiction");
        problem(seoul.command(operation + "/levels", level("seoul", "A").put("from", Instant.now().plusSeconds(60)
                .toString()).put("until", Instant.now().toString())), 422, "span-ends-before-start");
        Caller.body(hq.command(level + "/lifting", new JsonObject().put("reason", "상황 종료")), 200);
        problem(hq.command(level + "/lifting", new JsonObject().put("reason", "또")), 409, "illegal-transition");
        problem(hq.get(operation + "/levels/" + UUID.randomUUID() + "/musters"), 404, "unknown-level");
        problem(Caller.of(node, "gangnam-room").get(operation + "/levels?unit=seoul-mapo"), 403,
                "outside-jurisdiction");
        try (Screen screen = Screen.open(node, node.token("mapo-room"))) {
            screen.hello(new JsonObject().put("type", "hello").put("operation", operation.replaceFirst(".*/", ""))
                    .put("scope", "seoul-mapo"));
            assertThat(screen.next("change").encode()).contains("\"kind\":\"level\"").contains("\"kind\":\"muster\"");
        }
    }

    @Test
    void aNationalOrderIsOneEntryForEveryRoom() {
        String operation = created(new JsonObject().put("name", "전국").put("kind", "DRILL"));
        Caller.body(hq.command(operation + "/opening", new JsonObject()), 200);
        long before = node.ledger(UUID.fromString(operation.replaceFirst(".*/", ""))).head().seq();

        JsonObject declared = Caller.body(hq.command(operation + "/levels", level("npa", "A")), 201);

        assertThat(declared.getLong("seq")).isEqualTo(before + 1);
        JsonArray rooms = Caller.body(hq.get(operation + "/levels/" + declared.getString("id") + "/musters"), 200)
                .getJsonArray("items");
        assertThat(rooms).hasSize(Caller.body(hq.get(operation + "/levels/effective"), 200).getJsonArray("items")
                .size()).hasSizeGreaterThanOrEqualTo(280);
    }

    @Test
    void refusalsAndConfirmations() {
        node.account("levels-second", Role.DUTY_OFFICER, "npa", null);
        String operation = created(new JsonObject().put("name", "확인").put("kind", "DRILL"));
        JsonObject settings = Caller.body(hq.get(operation), 200).getJsonObject("settings");
        put(operation + "/settings", settings.copy().put("confirmHighLevels", true), 200);
        Caller.body(hq.command(operation + "/opening", new JsonObject()), 200);
        Caller second = Caller.of(node, "levels-second");
        String one = operation + "/levels/"
                + Caller.body(hq.command(operation + "/levels", level("npa", "A")), 201).getString("id");
        String two = operation + "/levels/"
                + Caller.body(hq.command(operation + "/levels", level("npa", "A")), 201).getString("id");

        problem(hq.command(one + "/confirmation", new JsonObject()), 403, "second-commander-needed");
        Caller.body(second.command(one + "/confirmation", new JsonObject()), 200);
        Caller.body(second.command(two + "/refusal", new JsonObject().put("reason", "중복")), 200);

        assertThat(Caller.body(hq.get(operation + "/levels?limit=1"), 200).getJsonArray("items").getJsonObject(0)
                .getString("state")).isEqualTo("REFUSED");
        JsonArray overlapping = new JsonArray()
                .add(level("npa", "A").put("from", soon(10)).put("until", soon(30)))
                .add(level("npa", "B").put("from", soon(20)).put("until", soon(40)));
        problem(send(operation + "/level-plan", new JsonObject().put("steps", overlapping)), 422, "plan-overlaps");
        JsonArray longest = new JsonArray();
        for (int minute = 0; minute < 500; minute++) {
            longest.add(
                    level("npa", "ALERT").put("from", soon(60 + minute)).put("until", soon(61 + minute)).put("reason",
                            "단계별 비상근무 계획 " + "가".repeat(150)));
        }
        put(operation + "/level-plan", new JsonObject().put("steps", apart(longest)), 200);
    }

    private String created(JsonObject wanted) {
        return "/operations/" + Caller.body(hq.command("/operations", wanted), 201).getString("id");
    }

    private HttpResponse<Buffer> send(String path, JsonObject body) {
        return hq.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.PUT, path, body.toBuffer());
    }

    private void put(String path, JsonObject body, int status) {
        Caller.body(send(path, body), status);
    }

    private static void report(Caller caller, String path, JsonObject body, int status) {
        Caller.body(caller.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.PUT, path,
                body.toBuffer()), status);
    }

    private static JsonObject drill(JsonObject clock) {
        return new JsonObject().put("name", "훈련").put("kind", "DRILL").put("clock", clock);
    }

    private static JsonObject level(String unit, String level) {
        return new JsonObject().put("unit", unit).put("level", level).put("reason", "집회");
    }

    /** Each begins when the one before ends: the test's own clock went on between them. */
    private static JsonArray apart(JsonArray steps) {
        for (int i = 1; i < steps.size(); i++) {
            steps.getJsonObject(i).put("from", steps.getJsonObject(i - 1).getString("until"));
        }
        return steps;
    }

    private static String soon(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes)).toString();
    }

    private static void problem(HttpResponse<Buffer> response, int status, String code) {
        assertThat(Caller.body(response, status).getString("code")).isEqualTo(code);
    }
}
