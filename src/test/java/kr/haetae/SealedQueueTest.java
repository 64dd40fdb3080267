package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lay unsent on the phone of a disabled account: sealed there, taken in by its room, opened by nobody else. */
class SealedQueueTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String queues = operation + "/sealed-queues";
    private final Caller room = Caller.of(node, "mapo-room");
    private final String login = "sealed-" + UUID.randomUUID().toString().substring(0, 8);
    private UUID account;
    private Caller officer;
    private JsonObject key;

    @BeforeEach
    void enrol() {
        account = node.account(login, Role.OFFICER, "seoul-mapo", RunningNode.MAPO_POST);
        officer = Caller.of(node, login);
        key = Caller.body(officer.get("/sealing-key"), 200);
    }

    @Test
    void aRoomTakesInWhatNobodyCouldSendAndNothingIsDoubled() {
        JsonObject arrived = item("incident", incident("이미 도착한 신고"));
        Caller.body(officer.with("Idempotency-Key", arrived.getString("id")).command(operation + "/incidents",
                arrived.getJsonObject("task").getJsonObject("body")), 201);
        JsonObject visit = item("visit", new JsonObject().put("reason", "소란"));
        JsonObject foreign = item("incident", incident("다른 훈련에서 쓴 신고")).put("operation", UUID.randomUUID().toString());
        JsonObject wrong = item("incident", incident("코드 없음").putNull("code"));
        JsonObject lost = item("incident", incident("보내지 못한 신고"));
        Buffer file = sealed(content(arrived, lost, nil(), checkIn(), visit, foreign, wrong));
        node.disable(account);

        JsonObject taken = Caller.body(take(room, file), 200);

        assertThat(outcomes(taken)).containsExactly("KNOWN", "ACCEPTED", "ACCEPTED", "ACCEPTED",
                "REFUSED queue-by-hand",
                "REFUSED queue-other-operation", "REFUSED missing-field");
        assertThat(taken.getJsonArray("items").getJsonObject(4).getJsonObject("task").getJsonObject("body")
                .getString("reason")).isEqualTo("소란");
        JsonObject incident = Caller.body(room.get(operation + "/incidents/" + lost.getString("id")), 200)
                .getJsonObject("incident");
        assertThat(incident.getString("source")).isEqualTo("SEALED_QUEUE");
        assertThat(incident.getJsonObject("reportedBy").getString("account")).isEqualTo(account.toString());
        assertThat(incident.getJsonObject("enteredBy").getString("name")).isEqualTo("mapo-room");
        assertThat(incident.getString("post")).isEqualTo(RunningNode.MAPO_POST.toString());

        long entries = node.entries();
        assertThat(outcomes(Caller.body(take(room, file), 200)).subList(0, 4)).containsOnly("KNOWN");
        node.account("other-" + login, Role.ROOM_OPERATOR, "seoul", null);
        long before = node.entries();
        assertThat(before).isGreaterThan(entries);
        assertThat(outcomes(Caller.body(take(Caller.of(node, "other-" + login), file), 200)).subList(0, 4))
                .containsOnly("KNOWN");
        assertThat(node.entries()).isEqualTo(before);
    }

    /** The phone ran two hours fast; the report says when it was all the same. */
    @Test
    void theClockOfThePhoneIsCorrected() {
        Instant now = node.ledger().now();
        JsonObject nil = nil();
        nil.getJsonObject("task").getJsonObject("body").put("occurredAt", now.plusSeconds(7_200).toString());

        JsonObject taken = Caller.body(take(room, sealed(content(nil).put("deviceOffSeconds", 7_200))), 200);

        assertThat(outcomes(taken)).containsExactly("ACCEPTED");
        JsonObject line = Caller.body(room.get(operation + "/posts/" + RunningNode.MAPO_POST + "/reports"), 200)
                .getJsonArray("items").stream().map(JsonObject.class::cast)
                .filter(it -> it.encode().contains(account.toString())).findFirst().orElseThrow();
        assertThat(line.encode()).contains("\"deviceOffSeconds\":7200");
        Instant at = Instant.parse(found(line, "at"));
        assertThat(at).isBetween(now.minusSeconds(60), now.plusSeconds(60));
    }

    @Test
    void whoseAccountIsEnabledAgainGetsItBackAndNobodyElseDoes() {
        JsonObject lost = item("incident", incident("다시 보낼 신고"));
        JsonObject arrived = item("incident", incident("이미 도착한 신고"));
        Caller.body(officer.with("Idempotency-Key", arrived.getString("id")).command(operation + "/incidents",
                arrived.getJsonObject("task").getJsonObject("body")), 201);
        Buffer file = sealed(content(lost, arrived).put("phone", new JsonObject().put("files", new JsonArray())));

        JsonObject opened = Caller.body(post(officer, "/sealed-queues/opening", file), 200);

        assertThat(outcomes(opened)).containsExactly("UNSENT", "KNOWN");
        assertThat(opened.getJsonArray("items").getJsonObject(0).getJsonObject("task")).isEqualTo(lost
                .getJsonObject("task"));
        assertThat(opened.getJsonObject("phone").getJsonArray("files")).isEmpty();
        assertThat(code(post(room, "/sealed-queues/opening", file), 403)).isEqualTo("queue-of-another");
    }

    @Test
    void whatIsNoSealedFileOfOursIsSaidSo() throws Exception {
        long entries = node.entries();
        Buffer good = sealed(content(item("incident", incident("신고"))));
        JsonObject file = good.toJsonObject();
        String jwe = file.getString("sealed");
        char turned = jwe.charAt(jwe.length() - 40) == 'A' ? 'B' : 'A';
        String changed = jwe.substring(0, jwe.length() - 40) + turned + jwe.substring(jwe.length() - 39);
        ECKey theirs = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();

        assertThat(refused(Buffer.buffer())).isEqualTo("not-a-queue");
        assertThat(refused(Buffer.buffer("%PDF-1.7"))).isEqualTo("not-a-queue");
        assertThat(refused(Buffer.buffer("{}"))).isEqualTo("not-a-queue");
        for (int bytes : List.of(1, 20, 60, good.length() / 2, good.length() - 1)) {
            assertThat(refused(good.slice(0, bytes))).as("the first %d bytes", bytes).isEqualTo("queue-truncated");
        }
        assertThat(refused(file.copy().put("version", 3).toBuffer())).isEqualTo("queue-newer");
        assertThat(refused(file.copy().put("sealed", changed).toBuffer())).isEqualTo("queue-tampered");
        assertThat(refused(file.copy().put("sealed", jwe.substring(0, 200)).toBuffer())).isEqualTo("queue-tampered");
        assertThat(refused(SealedFile.sealed(content(), theirs))).isEqualTo("queue-of-other-installation");
        assertThat(refused(sealed(new JsonObject().put("nothing", "of ours")))).isEqualTo("queue-malformed");
        assertThat(refused(sealed(content().put("voucher", "forged")))).isEqualTo("queue-unvouched");
        assertThat(refused(sealed(content().put("account", UUID.randomUUID().toString()))))
                .isEqualTo("queue-unvouched");
        assertThat(refused(sealed(content().put("deviceOffSeconds", Integer.MAX_VALUE)))).isEqualTo("out-of-range");
        assertThat(node.entries()).isEqualTo(entries);
    }

    @Test
    void onlyARoomOfItsJurisdictionTakesItIn() {
        Buffer file = sealed(content(item("incident", incident("신고"))));
        node.account("far-" + login, Role.ROOM_OPERATOR, "seoul-gangnam", null);

        assertThat(code(take(officer, file), 403)).isEqualTo("not-your-duty");
        assertThat(code(take(Caller.of(node, "far-" + login), file), 403)).isEqualTo("outside-jurisdiction");
        assertThat(code(room.command(operation + "/incidents", incident("신고").put("source", "SEALED_QUEUE")), 422))
                .isEqualTo("source-not-entered");
    }

    private static JsonObject incident(String text) {
        return new JsonObject().put("kind", "OTHER").put("code", 3).put("text", text)
                .put("occurredAt", Instant.now().toString());
    }

    private JsonObject nil() {
        JsonObject item = item("post-report", new JsonObject().put("kind", "NIL").put("occurredAt", Instant.now()
                .toString()));
        item.getJsonObject("task").put("post", RunningNode.MAPO_POST.toString());
        return item;
    }

    private JsonObject checkIn() {
        return item("check-in", new JsonObject().put("post", RunningNode.MAPO_POST.toString())
                .put("occurredAt", Instant.now().toString()));
    }

    private JsonObject item(String what, JsonObject body) {
        return new JsonObject().put("id", Backroom.newId().toString()).put("operation", node.operation().toString())
                .put("place", "서교동제1투표소").put("task", new JsonObject().put("what", what).put("body", body));
    }

    private JsonObject content(JsonObject... items) {
        return SealedFile.content(key, account.toString(), login, items);
    }

    private Buffer sealed(JsonObject content) {
        return SealedFile.sealed(content, key);
    }

    private HttpResponse<Buffer> take(Caller caller, Buffer file) {
        return post(caller, queues, file);
    }

    private static HttpResponse<Buffer> post(Caller caller, String path, Buffer file) {
        return caller.with("Content-Type", "application/octet-stream").post(path, file);
    }

    private String refused(Buffer file) {
        return code(take(room, file), 422);
    }

    private static String code(HttpResponse<Buffer> answer, int status) {
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
        return Objects.requireNonNull(answer.bodyAsJsonObject()).getString("code");
    }

    private static List<String> outcomes(JsonObject taken) {
        return taken.getJsonArray("items").stream().map(JsonObject.class::cast)
                .map(line -> line.getString("code") == null
                        ? line.getString("outcome")
                        : line.getString("outcome") + " " + line.getString("code"))
                .toList();
    }

    /** The time of what was reported, wherever the line carries it. */
    private static String found(JsonObject line, String field) {
        String json = Objects.requireNonNull(line).encode();
        int at = json.indexOf("\"" + field + "\":\"", json.indexOf("\"stated\""));
        return json.substring(at + field.length() + 4, json.indexOf('"', at + field.length() + 4));
    }
}
