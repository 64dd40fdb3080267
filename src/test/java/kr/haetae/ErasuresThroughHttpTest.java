package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import kr.haetae.event.Role;
import kr.haetae.event.Redaction;
import kr.haetae.ledger.Verification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people destroy the words of an entry; everybody sees that, and nobody the words. */
class ErasuresThroughHttpTest {
    private static final String NAME = "목격자 김개똥";
    private static final RunningNode NODE = RunningNode.shared();

    private final String operation = "/operations/" + NODE.operation();
    private final Caller room = Caller.of(NODE, "mapo-room");
    private final Caller commander = Caller.of(NODE, "commander");
    private final Caller duty = Caller.of(NODE, "npa-duty");

    @BeforeAll
    static void accounts() {
        NODE.account("npa-duty", Role.DUTY_OFFICER, "npa", null);
        NODE.account("npa-auditor", Role.AUDITOR, "npa", null);
        NODE.account("mapo-duty", Role.DUTY_OFFICER, "seoul-mapo", null);
    }

    @Test
    void askedForByOneAndApprovedByAnother() {
        JsonObject reported = report(NAME + "이 알림", NAME);
        String incident = operation + "/incidents/" + reported.getString("id");
        Caller.body(room.command(incident + "/comments", new JsonObject().put("text", NAME + " 연락처")), 200);
        Caller.body(room.command(incident + "/closure/request",
                new JsonObject().put("outcome", "WARNED").put("note", NAME + " 훈방")), 200);
        JsonArray before = timeline(incident);
        assertThat(before).allSatisfy(line -> assertThat(((JsonObject) line).getBoolean("erasable")).isTrue());

        for (Object line : before) {
            String erasure = erasure(((JsonObject) line).getLong("seq"));
            Caller.body(duty.command(erasure, asking()), 200);
            assertThat(refused(duty, erasure, asking())).isEqualTo("erasure-pending");
            assertThat(refused(duty, erasure + "/approval", new JsonObject())).isEqualTo("another-person-needed");
            Caller approving = commander.with("Idempotency-Key", Backroom.newId().toString());
            JsonObject approved = Caller.body(approving.command(erasure + "/approval", new JsonObject()), 200);
            assertThat(Caller.body(approving.command(erasure + "/approval", new JsonObject()), 200))
                    .isEqualTo(approved);
            assertThat(refused(commander, erasure, asking())).isEqualTo("already-erased");
        }

        JsonObject whole = Caller.body(room.get(incident), 200);
        assertThat(whole.encode()).doesNotContain(NAME);
        JsonObject now = whole.getJsonObject("incident");
        assertThat(now.getString("text")).isEqualTo(Redaction.ERASED);
        assertThat(now.containsKey("position")).isFalse();
        assertThat(now.getJsonObject("closureRequest").containsKey("note")).isFalse();
        JsonObject first = whole.getJsonArray("timeline").getJsonObject(0);
        assertThat(first.getBoolean("erasable")).isFalse();
        assertThat(first.getJsonObject("erasure").getString("state")).isEqualTo("ERASED");
        assertThat(first.getJsonObject("erasure").getJsonObject("requestedBy").getString("name")).isEqualTo("npa-duty");
        assertThat(first.getJsonObject("erasure").getString("reason")).isEqualTo("목격자의 요구");
        assertThat(whole.getJsonArray("timeline").getJsonObject(whole.getJsonArray("timeline").size() - 1)
                .getString("type")).isEqualTo("entry-erased");
        assertThat(Caller.body(commander.get(operation + "/picture?scope=npa"), 200).encode()).doesNotContain(NAME);
        Verification.Report report = Backroom.await(Verification.run(NODE.pool(), NODE.operation()));
        assertThat(report.fault()).isEmpty();
        assertThat(report.erased()).containsKey(reported.getLong("seq"));
    }

    @Test
    void aRequestCanBeRefusedAndMadeAgain() {
        String erasure = erasure(report("그대로 둘 말", "시민").getLong("seq"));
        assertThat(refused(commander, erasure + "/approval", new JsonObject())).isEqualTo("erasure-not-requested");
        Caller.body(duty.command(erasure, asking()), 200);
        JsonObject listed = Caller.body(commander.get(operation + "/erasures?state=REQUESTED"), 200)
                .getJsonArray("items").getJsonObject(0);
        assertThat(listed.getString("type")).isEqualTo("incident-reported");

        Caller.body(commander.command(erasure + "/refusal", new JsonObject().put("reason", "수사에 필요")), 200);

        assertThat(refused(commander, erasure + "/approval", new JsonObject())).isEqualTo("erasure-not-requested");
        Caller.body(commander.command(erasure, asking()), 200);
        Caller.body(commander.command(erasure + "/refusal", new JsonObject().put("reason", "취소")), 200);
    }

    @Test
    void onlyHeadquartersMayAndOnlyWhatHasWords() {
        JsonObject reported = report("말", "시민");
        String erasure = erasure(reported.getLong("seq"));
        for (String login : new String[]{"mapo-room", "mapo-officer", "mapo-duty", "npa-auditor", "admin", "gateway"}) {
            assertThat(Caller.of(NODE, login).command(erasure, asking()).statusCode()).as(login).isEqualTo(403);
            assertThat(Caller.of(NODE, login).get(operation + "/erasures").statusCode()).as(login).isEqualTo(403);
        }
        assertThat(refused(duty, erasure(1), asking())).isEqualTo("entry-not-erasable");
        assertThat(refused(duty, erasure(999_999_999), asking())).isEqualTo("unknown-entry");
        assertThat(duty.unchecked(operation + "/entries/none/erasure", asking().toBuffer())).isEqualTo(400);
        long entries = NODE.entries();
        assertThat(refused(duty, erasure, asking().putNull("basis"))).isEqualTo("missing-field");
        assertThat(refused(duty, erasure, asking().put("reason", " "))).isEqualTo("empty-text");
        assertThat(NODE.entries()).isEqualTo(entries);
    }

    private String erasure(long seq) {
        return operation + "/entries/" + seq + "/erasure";
    }

    private static JsonObject asking() {
        return new JsonObject().put("reason", "목격자의 요구").put("basis", "DATA_SUBJECT");
    }

    private static String refused(Caller caller, String path, JsonObject body) {
        var response = caller.command(path, body);
        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        return Objects.requireNonNull(response.bodyAsJsonObject()).getString("code");
    }

    private JsonObject report(String text, String by) {
        return Caller.body(room.command(operation + "/incidents", new JsonObject().put("kind", "OTHER").put("code", 3)
                .put("text", text).put("occurredAt", Instant.now().toString()).put("source", "PHONE")
                .put("reportedBy", new JsonObject().put("name", by))
                .put("position", new JsonObject().put("latitude", 37.55).put("longitude", 126.92))), 201);
    }

    private JsonArray timeline(String incident) {
        return Caller.body(room.get(incident), 200).getJsonArray("timeline");
    }
}
