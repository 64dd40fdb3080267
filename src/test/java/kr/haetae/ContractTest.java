package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Goes through the API as its document says; {@link Caller} holds every request and answer against it. */
class ContractTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();

    @Test
    void theDocumentsAreForEverybody() {
        Caller stranger = Caller.stranger(node);

        assertThat(Caller.body(stranger.get("/openapi.json"), 200)).isEqualTo(OpenApi.DOCUMENT);
        assertThat(stranger.get("/live.schema.json").bodyAsString())
                .isEqualTo(Contract.text("feed/live.schema.json"));
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        List<JsonObject> contents = new ArrayList<>();
        contents(OpenApi.DOCUMENT, contents);

        assertThat(contents).hasSizeGreaterThan(10).allSatisfy(content -> Contract.requireFits(
                "openapi.json" + content.getJsonObject("schema").getString("$ref"),
                content.getJsonObject("example").encode()));
    }

    @Test
    void anIncidentFromReportToClosure() {
        Caller officer = Caller.of(node, "mapo-officer");
        Caller room = Caller.of(node, "mapo-room");
        JsonObject report = new JsonObject().put("kind", "CROWD").put("code", 2).put("text", "줄이 길다\n정문 앞")
                .put("occurredAt", Instant.now().toString())
                .put("position", new JsonObject().put("latitude", 37.55).put("longitude", 126.92));

        JsonObject reported = Caller.body(officer.command(operation + "/incidents", report), 201);
        String incident = operation + "/incidents/" + reported.getString("id");
        Caller seen = room.with("Haetae-Cursor", reported.getString("cursor"));
        for (Map.Entry<String, JsonObject> step : steps().entrySet()) {
            Caller.body(seen.command(incident + "/" + step.getKey(), step.getValue()), 200);
        }

        JsonObject whole = Caller.body(seen.get(incident), 200);
        assertThat(whole.getJsonObject("incident").getString("status")).isEqualTo("CLOSED");
        assertThat(whole.getJsonArray("timeline")).hasSize(6);
        JsonArray listed = Caller.body(seen.get(operation + "/incidents?open=false&kind=crowd&limit=10&q=정문"
                .replace("정문", "%EC%A0%95%EB%AC%B8")), 200).getJsonArray("items");
        assertThat(listed.getJsonObject(0).getString("id")).isEqualTo(reported.getString("id"));
    }

    @Test
    void anIncidentIsTriagedMergedAndReopened() {
        Caller room = Caller.of(node, "mapo-room");
        Caller seoul = Caller.of(node, "seoul-room");
        String incidents = operation + "/incidents";
        JsonObject report = new JsonObject().put("kind", "DISTURBANCE").put("code", 3).put("text", "고성")
                .put("occurredAt", Instant.now().toString()).put("post", RunningNode.MAPO_POST.toString())
                .put("source", "CALL_112").put("callNumber", "112-8");
        String one = Caller.body(room.command(incidents, report), 201).getString("id");
        String other = Caller.body(room.command(incidents, report), 201).getString("id");
        Caller.body(room.command(operation + "/teams", new JsonObject().put("names", new JsonArray().add("서교1"))), 200);
        String team = Caller.body(room.get(operation + "/teams"), 200).getJsonArray("items").getJsonObject(0)
                .getString("id");

        String path = incidents + "/" + one;
        assertThat(Caller.body(room.get(path + "/similar"), 200).getJsonArray("items").encode()).contains(other);
        Caller.body(room.command(path + "/veracity", json("veracity", "CONFIRMED", "reason", "확인")), 200);
        Caller.body(room.command(path + "/correction", json("kind", "VIOLENCE", "reason", "폭행 있음").put("code", 1)),
                200);
        Caller.body(room.command(path + "/teams", json("team", team)), 200);
        assertThat(Caller.body(room.command(incidents + "/" + other + "/teams", json("team", team)), 409)
                .getString("code")).isEqualTo("team-busy");
        Caller.body(room.command(path + "/teams/" + team + "/movement", json("to", "ON_SCENE")), 200);
        Caller.body(room.command(path + "/links", json("other", other)), 200);
        Caller.body(room.command(path + "/closure/request", json("outcome", "WARNED")), 200);
        Caller.body(seoul.command(path + "/closure/return", json("reason", "재확인")), 403);
        Caller.body(Caller.of(node, "commander").command(path + "/closure/return", json("reason", "재확인")), 200);
        Caller.body(room.command(incidents + "/" + other + "/merger", json("into", one)), 200);
        Caller.body(room.command(incidents + "/" + other + "/reopening", json("reason", "다른 일")), 200);
        Caller.body(room.command(incidents + "/" + other + "/falsity", json("reason", "허위")), 200);

        JsonObject whole = Caller.body(room.get(path), 200).getJsonObject("incident");
        assertThat(whole.getString("status")).isEqualTo("ACKNOWLEDGED");
        assertThat(whole.getJsonArray("duplicates")).isEmpty();
        assertThat(whole.getJsonArray("teams").getJsonObject(0).getString("state")).isEqualTo("ON_SCENE");
    }

    @Test
    void whoeverLookedAtAnOlderStateIsToldWhatWasDone() {
        Caller room = Caller.of(node, "mapo-room");
        JsonObject report = new JsonObject().put("kind", "OTHER").put("code", 4).put("text", "문의")
                .put("occurredAt", Instant.now().toString()).put("source", "PHONE");
        JsonObject reported = Caller.body(room.command(operation + "/incidents", report), 201);
        String path = operation + "/incidents/" + reported.getString("id");
        Caller stale = room.with("If-Match", "\"" + reported.getLong("seq") + "\"");

        Caller.body(stale.command(path + "/acknowledgement", new JsonObject()), 200);
        JsonObject problem = Caller.body(stale.command(path + "/closure", json("outcome", "WARNED")), 412);

        assertThat(problem.getString("code")).isEqualTo("changed-meanwhile");
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("incident-acknowledged");
        assertThat(room.with("If-Match", "seven").command(path + "/closure", json("outcome", "WARNED")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theRulesOfIncidentsAreTheOperations() {
        Caller commander = Caller.of(node, "commander").with("Idempotency-Key", Backroom.newId().toString());
        JsonObject rules = new JsonObject().put("closureNeedsApproval", false).put("escalation", new JsonArray()
                .add(new JsonObject().put("code", 0).put("waiting", "ACKNOWLEDGEMENT").put("minutes", 3)));

        Caller.body(commander.send(HttpMethod.PUT, operation + "/incident-settings", rules.toBuffer()), 200);
    }

    private static JsonObject json(String... fields) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }

    @Test
    void whatARoomEntersForSomebodyElse() {
        JsonObject report = new JsonObject().put("kind", "VIOLENCE").put("code", 0).put("text", "112 신고")
                .put("occurredAt", Instant.now().toString()).put("source", "CALL_112").put("callNumber", "112-7")
                .put("unit", "seoul-mapo").put("reportedBy", new JsonObject().put("name", "시민"));

        JsonObject reported = Caller.body(Caller.of(node, "gateway").command(operation + "/incidents", report), 201);

        assertThat(reported.getString("number")).startsWith("서울마포-");
    }

    @Test
    void postsAndTheListOfUnknownJurisdiction() {
        Caller room = Caller.of(node, "seoul-room");
        JsonArray unknown = Caller.body(room.get(operation + "/posts?jurisdiction=unknown&limit=5"), 200)
                .getJsonArray("items");
        assertThat(unknown).isNotNull();
        Caller.body(room.get(operation + "/posts/" + RunningNode.MAPO_POST), 200);
        Caller.body(room.command(operation + "/posts/" + RunningNode.LOST_POST + "/assignment",
                new JsonObject().put("unit", "seoul-mapo")), 200);
    }

    @Test
    void anImportIsReportedWithoutBeingTakenOver() {
        long before = node.entries();
        Caller admin = Caller.of(node, "admin").with("Idempotency-Key", Backroom.newId().toString())
                .with("Content-Type", "text/csv");

        JsonObject imported = Caller.body(admin.send(HttpMethod.POST, operation + "/posts/import?dryRun=true",
                Buffer.buffer("kind,name,province,district\nPOLLING_PLACE,시험투표소,서울특별시,마포구\n")), 200);

        assertThat(imported.getInteger("rows")).isEqualTo(1);
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void thePictureWholeAndSince() {
        Caller commander = Caller.of(node, "commander");
        JsonObject whole = Caller.body(commander.get(operation + "/picture?scope=seoul"), 200);
        JsonObject since = Caller.body(commander.get(operation + "/picture?scope=seoul&since="
                + whole.getString("upTo")), 200);
        assertThat(since.containsKey("reset")).isFalse();
        Caller.body(commander.get("/codes"), 200);
        Caller.body(commander.get("/operations"), 200);
    }

    @Test
    void aSessionAndAnAccountFromFirstToLast() {
        Caller stranger = Caller.stranger(node);
        Caller admin = Caller.of(node, "admin");
        JsonObject wanted = new JsonObject().put("login", "contract-01").put("name", "계약").put("role", "OFFICER")
                .put("unit", "seoul-mapo");
        JsonObject issued = Caller.body(admin.command("/accounts", wanted), 201);
        String account = "/accounts/" + issued.getString("id");
        JsonObject activation = new JsonObject().put("login", "contract-01")
                .put("code", issued.getString("activationCode")).put("password", "a password of some length");
        JsonObject session = Caller.body(stranger.post("/session/activation?tokens=body", activation.toBuffer()), 200);
        Caller self = stranger.with("Authorization", "Bearer " + session.getString("accessToken"));
        Caller.body(self.get("/session"), 200);
        Caller.body(stranger.post("/session/refresh?tokens=body", new JsonObject()
                .put("refreshToken", session.getString("refreshToken")).toBuffer()), 200);
        Caller.body(stranger.post("/session?tokens=body", new JsonObject().put("login", "contract-01")
                .put("password", "a password of some length").toBuffer()), 200);
        Caller.body(admin.get("/accounts?q=contract&limit=1"), 200);
        Caller.body(admin.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.PUT, account + "/role",
                new JsonObject().put("role", "VIEWER").put("unit", "seoul").toBuffer()), 200);
        Caller.body(admin.command(account + "/disablement", new JsonObject().put("reason", "끝")), 200);
        assertThat(self.get("/session").statusCode()).isIn(401, 403);
        Caller.body(admin.with("Idempotency-Key", Backroom.newId().toString())
                .send(HttpMethod.DELETE, account + "/disablement", null), 200);
        Caller.body(admin.with("Idempotency-Key", Backroom.newId().toString())
                .send(HttpMethod.POST, account + "/reset", null), 200);
        assertThat(Caller.of(node, "auditor").send(HttpMethod.DELETE, "/session", null).statusCode()).isEqualTo(204);
    }

    private static Map<String, JsonObject> steps() {
        Map<String, JsonObject> steps = new java.util.LinkedHashMap<>();
        steps.put("acknowledgement", new JsonObject());
        steps.put("comments", new JsonObject().put("text", "확인 중"));
        steps.put("dispatches", new JsonObject().put("note", "2명 출동"));
        steps.put("resolution", new JsonObject().put("note", "정리됨"));
        steps.put("closure", new JsonObject().put("outcome", "HANDLED_ON_SITE"));
        return steps;
    }

    private static void contents(Object value, List<JsonObject> found) {
        if (value instanceof JsonObject object) {
            Optional.of(object).filter(it -> it.containsKey("example")).ifPresent(found::add);
            object.forEach(field -> contents(field.getValue(), found));
        } else if (value instanceof JsonArray array) {
            Stream.of(array.getList().toArray()).forEach(item -> contents(item, found));
        }
    }
}
