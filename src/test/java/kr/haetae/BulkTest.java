package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.haetae.incident.Incident;
import kr.haetae.incident.IncidentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One step for many incidents. */
class BulkTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String bulk = operation + "/incidents/bulk";
    private final Caller room = Caller.of(node, "mapo-room");

    @Test
    void allAreClosedInOneEntrySetAndARepeatGetsTheVerySame() {
        List<JsonObject> three = report(3);
        Caller again = room.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject closing = closing(three, true);
        long before = node.entries();

        JsonObject first = Caller.body(again.command(bulk, closing), 200);
        JsonObject second = Caller.body(again.command(bulk, closing), 200);

        assertThat(node.entries() - before).isEqualTo(3);
        assertThat(second).isEqualTo(first);
        assertThat(first.getInteger("done")).isEqualTo(3);
        assertThat(first.getLong("seq")).isEqualTo(node.ledger().head().seq());
        three.forEach(one -> assertThat(status(one)).isEqualTo(IncidentStatus.CLOSED));
        assertThat(again.command(bulk, closing(three, true).put("action", "REOPEN")
                .put("body", new JsonObject().put("reason", "다시"))).statusCode()).isEqualTo(409);
    }

    @Test
    void oneThatCannotBeKeepsAllFromHappeningAndIsNamedWithItsReason() {
        List<JsonObject> three = report(3);
        close(three.get(1));
        long before = node.entries();

        JsonObject problem = Caller.body(room.command(bulk, closing(three, true)), 409);

        assertThat(problem.getString("code")).isEqualTo("not-for-all");
        assertThat(problem.getJsonArray("errors")).hasSize(1);
        JsonObject error = problem.getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("pointer")).isEqualTo("/incidents/1");
        assertThat(error.getString("code")).isEqualTo("changed-meanwhile");
        assertThat(node.entries()).isEqualTo(before);
        assertThat(status(three.get(0))).isEqualTo(IncidentStatus.REPORTED);

        JsonObject unseen = Caller.body(room.command(bulk, without(closing(three, true))), 409);
        assertThat(unseen.getJsonArray("errors").getJsonObject(0).getString("code")).isEqualTo("illegal-transition");
    }

    @Test
    void eachByItselfDoesWhatCanBeDoneAndARepeatDoesNothingTwice() {
        List<JsonObject> four = report(4);
        close(four.get(2));
        four.add(new JsonObject().put("id", UUID.randomUUID().toString()).put("seq", 1));
        Caller again = room.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject closing = closing(four, false);
        long before = node.entries();

        JsonObject first = Caller.body(again.command(bulk, closing), 200);
        JsonObject second = Caller.body(again.command(bulk, closing), 200);

        assertThat(node.entries() - before).isEqualTo(3);
        assertThat(first.getInteger("done")).isEqualTo(3);
        assertThat(first.getInteger("refused")).isEqualTo(2);
        assertThat(codes(first)).containsExactly("-", "-", "changed-meanwhile", "-", "unknown-incident");
        assertThat(second).isEqualTo(first);
        assertThat(again.command(bulk, closing(report(1), false)).statusCode()).isEqualTo(409);
    }

    @Test
    void aPreviewSaysTheSameAndWritesNothing() {
        List<JsonObject> three = report(3);
        close(three.get(0));
        long before = node.entries();

        JsonObject seen = Caller.body(room.command(bulk + "?preview=true", without(closing(three, true))), 200);

        assertThat(seen.getBoolean("preview")).isTrue();
        assertThat(codes(seen)).containsExactly("illegal-transition", "-", "-");
        assertThat(seen.getJsonArray("items").getJsonObject(0).getString("detail")).contains("Possible now");
        assertThat(seen.containsKey("seq")).isFalse();
        assertThat(node.entries()).isEqualTo(before);
        assertThat(codes(Caller.body(room.command(bulk, without(closing(three, false))), 200)))
                .isEqualTo(codes(seen));
    }

    @Test
    void whatOneMayNotSeeIsUnknownToItAndItsDutyIsTheStepsOwn() {
        List<JsonObject> two = report(2);
        Caller neighbour = Caller.of(node, "gangnam-room");
        assertThat(codes(Caller.body(neighbour.command(bulk + "?preview=true", closing(two, true)), 200)))
                .containsExactly("unknown-incident", "unknown-incident");
        Caller officer = Caller.of(node, "mapo-officer");
        assertThat(Caller.body(officer.command(bulk, closing(two, true)), 403).getString("code"))
                .isEqualTo("not-your-duty");
        JsonObject comment = closing(two, true).put("action", "COMMENT").put("body", new JsonObject().put("text", "봄"));
        Caller.body(officer.command(bulk, comment), 200);
    }

    @Test
    void manyAreMergedIntoOneThatIsNotAmongThem() {
        List<JsonObject> three = report(3);
        JsonObject into = three.removeFirst();
        JsonObject merging = closing(three, true).put("action", "MERGE")
                .put("body", new JsonObject().put("into", into.getString("id")));

        Caller.body(room.command(bulk, merging), 200);

        assertThat(incident(into).duplicates()).hasSize(2);
        three.forEach(one -> assertThat(status(one)).isEqualTo(IncidentStatus.DUPLICATE));
        JsonObject itself = closing(List.of(into), true).put("action", "MERGE")
                .put("body", new JsonObject().put("into", into.getString("id")));
        assertThat(Caller.body(room.command(bulk, without(itself)), 409).getJsonArray("errors").getJsonObject(0)
                .getString("code")).isEqualTo("same-incident");
    }

    /** Each row: the step, a body that it takes, and what an acknowledged incident is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ACKNOWLEDGE     | {}                                              | illegal-transition",
        "COMMENT         | {\"text\":\"확인\"}                               | -",
        "DISPATCH        | {\"note\":\"1팀\"}                                | -",
        "TRANSFER        | {\"unit\":\"seoul-gangnam\",\"reason\":\"관할\"}    | -",
        "RESOLVE         | {}                                              | -",
        "JUDGE           | {\"veracity\":\"CONFIRMED\",\"reason\":\"확인\"}     | -",
        "CORRECT         | {\"code\":1,\"reason\":\"부상\"}                    | -",
        "MERGE           | {\"into\":\"00000000-0000-0000-0000-00000000dead\"}  | unknown-incident",
        "LINK            | {\"other\":\"00000000-0000-0000-0000-00000000dead\"} | unknown-incident",
        "REQUEST_CLOSURE | {\"outcome\":\"WARNED\"}                          | -",
        "CLOSE           | {\"outcome\":\"WARNED\"}                          | -",
        "FIND_FALSE      | {\"reason\":\"허위\"}                              | -",
        "REOPEN          | {\"reason\":\"다시\"}                              | illegal-transition"})
    void everyStepIsThere(String action, String body, String code) {
        List<JsonObject> one = report(1);
        Caller.body(room.command(operation + "/incidents/" + one.getFirst().getString("id") + "/acknowledgement",
                new JsonObject()), 200);
        JsonObject wanted = without(closing(one, false)).put("action", action).put("body", new JsonObject(body));

        assertThat(codes(Caller.body(room.command(bulk, wanted), 200))).containsExactly(code);
    }

    @Test
    void aRequestedClosureIsReturnedByACommanderOnly() {
        List<JsonObject> two = report(2);
        JsonObject back = without(closing(two, true)).put("action", "RETURN_CLOSURE")
                .put("body", new JsonObject().put("reason", "재확인"));
        Caller.body(room.command(bulk, closing(two, true).put("action", "REQUEST_CLOSURE")), 200);

        assertThat(room.command(bulk, back).statusCode()).isEqualTo(403);
        Caller.body(Caller.of(node, "commander").command(bulk, back), 200);

        two.forEach(one -> assertThat(status(one)).isEqualTo(IncidentStatus.ACKNOWLEDGED));
    }

    @Test
    void whatIsWrongIsToldAndLeavesNoTrace() {
        List<JsonObject> one = report(1);
        long before = node.entries();
        requireRefused(closing(List.of(), true), "out-of-range", "/incidents");
        requireRefused(closing(report(0, 201), true), "out-of-range", "/incidents");
        requireRefused(closing(List.of(one.getFirst(), one.getFirst()), true), "named-twice", "/incidents/1");
        requireRefused(closing(one, true).put("action", "MOVE_TEAM"), "wrong-value", "/action");
        requireRefused(closing(one, true).put("body", new JsonObject()), "missing-field", "/body/outcome");
        requireRefused(closing(one, true).put("body", new JsonObject().put("outcome", "WARNED").put("unit", "seoul")),
                "unknown-field", "/body/unit");
        requireRefused(closing(one, true).putNull("allOrNothing"), "missing-field", "/allOrNothing");
        requireRefused(closing(one, true).put("incidents", new JsonArray().addNull()), "missing-field",
                "/incidents/0/incident");
        assertThat(room.with("Idempotency-Key", null).post(bulk, closing(one, true).toBuffer()).statusCode())
                .isEqualTo(400);
        assertThat(room.command(bulk + "?preview=perhaps", closing(one, true)).statusCode()).isEqualTo(400);
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void twoHundredAtOnce() {
        List<JsonObject> many = report(200);

        assertThat(Caller.body(room.command(bulk, closing(many, true)), 200).getInteger("done")).isEqualTo(200);
    }

    @Test
    void theTreeAndTheRulesAreToBeRead() {
        JsonArray units = Caller.body(room.get(operation + "/units"), 200).getJsonArray("items");
        assertThat(units.encode()).contains("\"seoul-gangnam\"").contains("\"seoul-mapo\"");
        assertThat(Caller.body(room.get(operation + "/incident-settings"), 200).getJsonArray("escalation"))
                .isNotEmpty();
    }

    private void requireRefused(JsonObject wanted, String code, String pointer) {
        HttpResponse<Buffer> response = room.command(bulk, wanted);
        JsonObject problem = Caller.body(response, 422);
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("code")).isEqualTo(code);
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer")).isEqualTo(pointer);
    }

    private List<JsonObject> report(int number) {
        List<JsonObject> reported = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            reported.add(Caller.body(room.command(operation + "/incidents", new JsonObject().put("kind", "OTHER")
                    .put("code", 4).put("text", "문의").put("occurredAt", Instant.now().toString())
                    .put("source", "PHONE")), 201));
        }
        return reported;
    }

    /** Some that nobody reported. */
    private static List<JsonObject> report(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new JsonObject().put("id", new UUID(0, i + 1).toString())
                .put("seq", 1)).toList();
    }

    private static JsonObject closing(List<JsonObject> incidents, boolean allOrNothing) {
        JsonArray lines = new JsonArray();
        incidents.forEach(one -> lines.add(
                new JsonObject().put("incident", one.getString("id")).put("seq", one.getLong("seq"))));
        return new JsonObject().put("action", "CLOSE").put("incidents", lines)
                .put("body", new JsonObject().put("outcome", "NO_ACTION_NEEDED")).put("allOrNothing", allOrNothing);
    }

    /** Whatever the incidents are by now. */
    private static JsonObject without(JsonObject wanted) {
        wanted.getJsonArray("incidents").forEach(line -> ((JsonObject) line).remove("seq"));
        return wanted;
    }

    private void close(JsonObject one) {
        Caller.body(room.command(operation + "/incidents/" + one.getString("id") + "/closure",
                new JsonObject().put("outcome", "WARNED")), 200);
    }

    private static List<String> codes(JsonObject outcomes) {
        return Stream.of(outcomes.getJsonArray("items").getList().toArray())
                .map(item -> item instanceof JsonObject object ? object : JsonObject.mapFrom(item))
                .map(item -> item.getString("code", "-")).toList();
    }

    private Incident incident(JsonObject one) {
        return node.ledger().picture().find(Incident.key(UUID.fromString(one.getString("id"))), Incident.class)
                .orElseThrow();
    }

    private IncidentStatus status(JsonObject one) {
        return incident(one).status();
    }
}
