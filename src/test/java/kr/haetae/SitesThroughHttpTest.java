package kr.haetae;

import static kr.haetae.AccessScene.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Storages of early votes and counting centres, through the API. */
class SitesThroughHttpTest {
    private static final RunningNode NODE = RunningNode.shared();

    private final UUID made = NODE.anotherOperation();
    private final String operation = "/operations/" + made;
    private final UUID post = Sited.storage(NODE, made, "seoul-mapo");
    private final String storage = operation + "/storages/" + post;
    private final Caller room = Caller.of(NODE, "mapo-room");

    @Test
    void aStorageFromOpeningToClearance() {
        Caller.body(room.command(storage + "/rounds", at()), 409);
        Caller.body(room.command(storage + "/opening", opening()), 200);
        Caller.body(room.command(storage + "/rounds", at().put("note", "이상 없음")), 200);
        String access = Caller.body(room.command(storage + "/accesses", at().put("who", "OBSERVER").put("people", 2)
                .put("reason", "참관")), 201).getString("id");
        Caller.body(room.command(storage + "/cameras", at().put("camera", "출입문").put("up", false)), 200);
        String check = Caller.body(room.command(storage + "/seal-checks", at().put("seals", new JsonArray().add("9"))
                .put("intact", true)), 201).getString("id");

        JsonObject whole = Caller.body(room.get(storage + "?limit=2"), 200);
        assertThat(whole.getJsonObject("storage").getInteger("gaps")).isEqualTo(2);
        assertThat(whole.getJsonArray("gaps")).hasSize(2);
        assertThat(whole.getJsonArray("inside")).hasSize(1);
        assertThat(whole.getJsonArray("timeline")).hasSize(2);
        assertThat(Caller.body(room.get(storage + "?after=" + whole.getLong("next")), 200).getJsonArray("timeline"))
                .hasSize(3);
        UUID upload = new Sender(NODE, "mapo-room").upload(Pictured.jpeg(640, 480, 77), "image/jpeg");
        Caller.body(room.command(operation + "/attachments", json("subject", "seal-check/" + check, "upload",
                upload.toString())), 201);
        assertThat(Caller.body(room.get(storage + "/seal-checks"), 200).getJsonArray("items").getJsonObject(0)
                .getBoolean("asExpected")).isFalse();

        String gap = Caller.body(room.get(operation + "/storage-gaps?kind=SEAL_CHANGED&open=true&post=" + post), 200)
                .getJsonArray("items").getJsonObject(0).getString("id");
        Caller.body(room.command(operation + "/storage-gaps/" + gap + "/explanation", json("text", "재봉인")), 200);
        Caller.body(room.command(operation + "/storage-accesses/" + access + "/exit", at()), 200);
        Caller.body(room.command(storage + "/boxes", opening().put("boxes", 28).put("reason", "2일차")
                .putNull("observers").putNull("note")), 422);
        Caller.body(room.command(storage + "/boxes", at().put("boxes", 28).put("reason", "2일차").put("seals",
                new JsonArray().add("10"))), 200);
        Caller.body(room.command(storage + "/clearance", at()), 200);

        JsonArray listed = Caller.body(room.get(operation + "/storages?state=CLEARED&gaps=false"), 200)
                .getJsonArray("items");
        assertThat(listed).hasSize(1);
        assertThat(Caller.body(room.get(storage + "/accesses"), 200).getJsonArray("items")).hasSize(1);
    }

    @Test
    void aCameraSystemBeatsAndOnlyNewsLeavesAnEntry() {
        Caller gateway = Caller.of(NODE, "gateway");
        Caller.body(room.command(storage + "/opening", opening()), 200);
        JsonObject beat = new JsonObject().put("cameras", new JsonArray()
                .add(json("post", post.toString(), "camera", "출입문").put("up", true)));
        String path = operation + "/camera-beats";

        assertThat(Caller.body(gateway.command(path, beat), 200).getBoolean("recorded")).isTrue();
        long before = NODE.ledger(made).head().seq();
        assertThat(Caller.body(gateway.command(path, beat), 200).getBoolean("recorded")).isFalse();
        assertThat(NODE.ledger(made).head().seq()).isEqualTo(before);

        JsonObject detail = Caller.body(room.get(storage), 200).getJsonObject("detail");
        assertThat(detail.getJsonArray("cameras").getJsonObject(0).getString("state")).isEqualTo("UP");
        beat.getJsonArray("cameras").add(beat.getJsonArray("cameras").getJsonObject(0).copy());
        assertThat(Caller.body(gateway.command(path, beat), 422).encode()).contains("stands-twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "boxes | 0 | out-of-range",
        "boxes | null | missing-field",
        "seals | [] | out-of-range",
        "seals | [\"1\",\"1\"] | stands-twice",
        "seals | [\"\"] | empty-text",
        "seals | [null] | missing-field",
        "observers | -1 | out-of-range",
        "at | null | missing-field",
        "at | \"2098-01-01T00:00:00Z\" | occurred-in-future",
        "ballots | [1] | unknown-field"})
    void aBadOpeningIsNamedAndLeavesNothing(String field, String value, String code) {
        JsonObject body = opening().put(field, new JsonObject("{\"value\":" + value + "}").getValue("value"));
        long before = NODE.ledger(made).head().seq();

        JsonObject problem = Caller.body(room.command(storage + "/opening", body), 422);

        assertThat(problem.encode()).contains(code);
        assertThat(NODE.ledger(made).head().seq()).isEqualTo(before);
    }

    @Test
    void settingsAreTheOperations() {
        Caller commander = Caller.of(NODE, "commander");
        JsonObject settings = Caller.body(room.get(operation + "/storage-settings"), 200);
        Caller.body(commander.with("Idempotency-Key", Backroom.newId().toString()).send(
                HttpMethod.PUT, operation + "/storage-settings",
                settings.put("roundMinutes", 60).toBuffer()), 200);

        assertThat(Caller.body(room.get(operation + "/storage-settings"), 200).getInteger("roundMinutes"))
                .isEqualTo(60);
    }

    @Test
    void aCountingCentreFromCordonsToItsEnd() {
        UUID centre = Sited.countingCentre(NODE, made, "seoul-mapo");
        String path = operation + "/counting-centres/" + centre;
        String login = "centre-" + centre;
        NODE.account(login, Role.OFFICER, "seoul-mapo", centre);
        Caller officer = Caller.of(NODE, login);
        JsonObject planned = new JsonObject().put("cordons", new JsonArray().add(json("cordon", "INSIDE")
                .put("planned", 10)));

        assertThat(Caller.body(put(officer, path + "/cordons", planned), 403).getString("code"))
                .isEqualTo("not-your-duty");
        Caller.body(put(room, path + "/cordons", planned), 200);
        Caller.body(put(officer, path + "/cordons", new JsonObject().put("cordons", new JsonArray()
                .add(json("cordon", "INSIDE").put("actual", 9)))), 200);
        Caller.body(put(room, path + "/commander", json("name", "김지휘", "contact", "마포 1호")), 200);
        Caller.body(officer.command(path + "/stage", at().put("stage", "OPENED")), 200);
        Caller.body(officer.command(path + "/stage", at().put("stage", "ENDED")), 200);
        Caller.body(room.command(path + "/stage/correction", json("stage", "OPENED", "reason", "잘못 누름")), 200);
        Caller.body(room.command(operation + "/incidents", json("kind", "RIGGING_CLAIM", "text", "주장", "occurredAt",
                Instant.now().toString(), "post", centre.toString(), "source", "PHONE").put("code", 2)), 201);

        JsonObject whole = Caller.body(room.get(path), 200);
        JsonObject seen = whole.getJsonObject("centre");
        assertThat(seen.getString("stage")).isEqualTo("OPENED");
        assertThat(seen.getJsonArray("cordons").getJsonObject(0).encode()).contains("\"planned\":10", "\"actual\":9");
        assertThat(seen.getInteger("incidentsOpen")).isEqualTo(1);
        assertThat(whole.getJsonArray("incidents")).hasSize(1);
        assertThat(Caller.body(room.get(operation + "/counting-centres?stage=OPENED"), 200).getJsonArray("items"))
                .hasSize(1);
    }

    private static HttpResponse<Buffer> put(Caller who, String path,
            JsonObject body) {
        return who.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.PUT, path,
                body.toBuffer());
    }

    private static JsonObject at() {
        return json("at", Instant.now().minusSeconds(1).toString());
    }

    private static JsonObject opening() {
        return at().put("boxes", 14).put("observers", 4).put("seals", new JsonArray().add("1").add("2"));
    }
}
