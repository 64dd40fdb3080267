package kr.haetae;

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

/** Who gets an incident and who is told of it: rules, sharing, reports upwards, hand-over, the watch over the net. */
class RoutingThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String incidents = operation + "/incidents";
    private final Caller room = Caller.of(node, "mapo-room");
    private final Caller seoul = Caller.of(node, "seoul-room");
    private final Caller gangnam = Caller.of(node, "gangnam-room");

    @Test
    void whatIsFoundOnTheNetGoesToTheAgencyWithItsLink() {
        JsonObject found = report("DEEPFAKE").put("source", "MONITORING").put("monitoring", "AI_CONTENT")
                .put("sourceLink", "https://example.org/watch?v=가짜&t=1");
        JsonObject reported = Caller.body(room.command(incidents, found), 201);

        assertThat(reported.getString("unit")).isEqualTo("seoul");
        assertThat(reported.getString("number")).startsWith("서울청-");
        assertThat(seen(room, reported).get(incidents + "/" + reported.getString("id")).statusCode()).isEqualTo(404);
        JsonObject listed = Caller.body(seen(seoul, reported)
                .get(incidents + "?handling=cyber&source=monitoring&clearance=general&limit=1"), 200)
                .getJsonArray("items").getJsonObject(0);
        assertThat(listed.getString("id")).isEqualTo(reported.getString("id"));
        assertThat(listed.getString("sourceLink")).isEqualTo(found.getString("sourceLink"));
        assertThat(listed.getString("monitoring")).isEqualTo("AI_CONTENT");
        String path = incidents + "/" + reported.getString("id");
        JsonObject handed = Caller.body(seoul.command(path + "/transfer", json("unit", "seoul-mapo", "reason", "관할")),
                200);
        assertThat(Caller.body(seen(room, handed).get(path), 200).getJsonObject("incident").getString("handling"))
                .isEqualTo("CYBER");
    }

    @Test
    void whoeverWatchesTheNetNeedNotBeARoom() {
        JsonObject found = report("OTHER").put("source", "MONITORING").put("monitoring", "FALSE_POST");
        node.account("net-watch", Role.INVESTIGATOR, "seoul-mapo", null);

        Caller.body(Caller.of(node, "net-watch").command(incidents, found), 201);
        Caller.body(Caller.of(node, "gateway").command(incidents, found.copy().put("unit", "seoul-mapo")), 201);
        assertThat(Caller.of(node, "viewer").command(incidents, found).statusCode()).isEqualTo(403);
        assertThat(Caller.of(node, "net-watch").command(incidents, report("OTHER").put("source", "PHONE"))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void aCaseForTheInvestigationRoomIsCountedAsOne() {
        JsonObject reported = Caller.body(room.command(incidents, report("BRIBERY")), 201);
        JsonObject picture = Caller.body(seen(room, reported).get(operation + "/picture"), 200);

        assertThat(picture.encode()).contains("\"incidents.open.investigation\"");
        assertThat(Caller.body(seen(room, reported).get(incidents + "/" + reported.getString("id")), 200)
                .getJsonObject("incident").getString("handling")).isEqualTo("INVESTIGATION");
    }

    @Test
    void rulesOfRoutingAreTheOperationsAndStayWhenNobodyNamesThem() {
        Caller commander = Caller.of(node, "commander");
        JsonObject rules = new JsonObject().put("closureNeedsApproval", false).put("escalation", new JsonArray()
                .add(json("waiting", "ACKNOWLEDGEMENT").put("minutes", 60)));
        String path = operation + "/incident-settings";
        JsonArray routing = new JsonArray()
                .add(json("handling", "INVESTIGATION").put("kinds", new JsonArray().add("BRIBERY").add("MEDICAL"))
                        .put("atAgency", false))
                .add(json("handling", "CYBER").put("kinds", new JsonArray().add("DEEPFAKE")).put("atAgency", true));
        Caller.body(put(commander, path, rules.copy().put("routing", routing)), 200);
        JsonObject again = Caller.body(put(commander, path, rules.copy().put("closureNeedsApproval", true)), 200);
        assertThat(Caller.body(seen(commander, again).get(operation + "/picture"), 200).encode()).contains("MEDICAL");
        assertThat(Caller.body(put(commander, path, rules.copy().put("routing", new JsonArray()
                .add(json("handling", "CYBER").put("kinds", new JsonArray()).put("atAgency", true)))), 422)
                .getJsonArray("errors").getJsonObject(0).getString("pointer")).isEqualTo("/routing/0/kinds");
        assertThat(Caller.body(put(commander, path, rules.copy().put("routing", new JsonArray().addNull())), 422)
                .getJsonArray("errors")).hasSize(3);
        JsonArray standard = new JsonArray()
                .add(json("handling", "INVESTIGATION").put("atAgency", false).put("kinds", new JsonArray()
                        .add("BRIBERY").add("FALSE_INFORMATION").add("OFFICIAL_INVOLVEMENT").add("ELECTION_VIOLENCE")
                        .add("ILLEGAL_ORGANISATION")))
                .add(json("handling", "CYBER").put("atAgency", true)
                        .put("kinds", new JsonArray().add("DEEPFAKE").add("CYBER_ATTACK")));
        Caller.body(put(commander, path, rules.copy().put("routing", standard)), 200);
    }

    @Test
    void whoeverItIsSharedWithSeesAndCommentsUntilThatEnds() {
        String path = incidents + "/" + Caller.body(room.command(incidents, report("CROWD")), 201).getString("id");
        assertThat(gangnam.get(path).statusCode()).isEqualTo(404);

        JsonObject shared = Caller.body(room.command(path + "/shares", json("unit", "seoul-gangnam", "reason", "공조")),
                200);
        Caller beside = seen(gangnam, shared);
        assertThat(Caller.body(beside.get(path), 200).getJsonObject("incident").getJsonArray("sharedWith"))
                .containsExactly("seoul-gangnam");
        assertThat(Caller.body(beside.get(incidents + "?unit=seoul-gangnam&limit=1"), 200).encode())
                .contains(path.substring(path.length() - 36));
        Caller.body(beside.command(path + "/comments", json("text", "확인")), 200);
        assertThat(code(beside.command(path + "/acknowledgement", new JsonObject()), 403)).isEqualTo("only-shared");
        assertThat(code(beside.command(path + "/upward-reports", json("to", "seoul", "text", "1보")), 403))
                .isEqualTo("only-shared");
        assertThat(code(room.command(path + "/shares", json("unit", "seoul", "reason", "공조")), 409))
                .isEqualTo("already-there");
        JsonObject ended = Caller.body(room.command(path + "/shares/seoul-gangnam/end", json("reason", "끝")), 200);
        assertThat(seen(gangnam, ended).get(path).statusCode()).isEqualTo(404);
        assertThat(code(room.command(path + "/shares/seoul-gangnam/end", json("reason", "끝")), 409))
                .isEqualTo("not-shared");
    }

    @Test
    void reportsGoUpAreReceivedAndEnd() {
        String path = incidents + "/" + Caller.body(room.command(incidents, report("CROWD")), 201).getString("id");
        JsonObject sent = Caller.body(room.command(path + "/upward-reports", json("to", "seoul", "text", "대치 중")), 201);
        assertThat(sent.getInteger("ordinal")).isOne();
        String receipt = operation + "/upward-reports/" + sent.getString("id") + "/receipt";

        JsonObject open = Caller.body(seen(seoul, sent)
                .get(operation + "/upward-reports?received=false&to=seoul&limit=1000"), 200);
        assertThat(open.encode()).contains(sent.getString("id"));
        assertThat(Caller.body(seen(seoul, sent).get(operation + "/picture"), 200).encode())
                .contains("\"upwardReports.unreceived\"");
        assertThat(code(Caller.of(node, "commander").command(receipt, new JsonObject()), 403))
                .isEqualTo("not-addressed");
        assertThat(code(gangnam.command(receipt, new JsonObject()), 404)).isEqualTo("unknown-upward-report");
        JsonObject received = Caller.body(seoul.command(receipt, new JsonObject()), 200);
        assertThat(code(seoul.command(receipt, new JsonObject()), 409)).isEqualTo("already-there");
        JsonObject item = Caller.body(seen(room, received).get(operation + "/upward-reports?received=true&incident="
                + path.substring(path.length() - 36)), 200).getJsonArray("items").getJsonObject(0);
        assertThat(item.getJsonObject("receivedBy").getString("name")).isEqualTo("서울청 상황실");
        assertThat(item.getJsonObject("sent").getString("status")).isEqualTo("REPORTED");

        Caller.body(room.command(path + "/upward-reports", json("to", "npa", "text", "종료").put("last", true)), 201);
        assertThat(code(room.command(path + "/upward-reports", json("to", "seoul", "text", "더")), 409))
                .isEqualTo("last-report-sent");
        assertThat(code(room.command(path + "/upward-reports", json("to", "seoul-gangnam", "text", "옆")), 422))
                .isEqualTo("not-superior");
        assertThat(code(room.command(path + "/upward-reports", json("to", "nowhere", "text", "어디")), 422))
                .isEqualTo("unknown-unit");
        assertThat(code(room.command(path + "/upward-reports", json("to", "seoul", "text", "가".repeat(4001))), 422))
                .isEqualTo("text-too-long");
        JsonArray timeline = Caller.body(seen(room, received).get(path), 200).getJsonArray("timeline");
        assertThat(timeline.encode()).contains("upward-report-sent", "upward-report-received");
    }

    @Test
    void aRoomIsHandedOverToSomebodyElse() {
        node.account("mapo-next", Role.ROOM_OPERATOR, "seoul-mapo", null);
        String id = Caller.body(room.command(incidents, report("CROWD")), 201).getString("id");
        JsonObject offered = Caller.body(room.command(operation + "/handovers", json("note", "집회 계속")), 201);
        String path = operation + "/handovers/" + offered.getJsonArray("ids").getString(0);
        Caller next = Caller.of(node, "mapo-next");

        JsonObject item = Caller.body(seen(next, offered).get(operation + "/handovers?accepted=false"), 200)
                .getJsonArray("items").getJsonObject(0);
        assertThat(item.getJsonArray("items").encode()).contains(id);
        assertThat(code(room.command(operation + "/handovers", new JsonObject()), 409)).isEqualTo("handover-open");
        assertThat(code(room.command(path + "/acceptance", new JsonObject()), 403)).isEqualTo("own-handover");
        assertThat(code(seoul.command(path + "/acceptance", new JsonObject()), 404)).isEqualTo("unknown-handover");
        JsonObject accepted = Caller.body(next.command(path + "/acceptance", new JsonObject()), 200);
        assertThat(Caller.body(seen(room, accepted).get(operation + "/handovers?accepted=true&limit=1000"), 200)
                .encode()).contains("\"name\":\"mapo-next\"");
        assertThat(code(delete(room, path), 409)).isEqualTo("already-there");

        JsonObject again = Caller.body(next.command(operation + "/handovers", new JsonObject()), 201);
        Caller.body(delete(room, operation + "/handovers/" + again.getJsonArray("ids").getString(0)), 200);
        assertThat(code(delete(room, operation + "/handovers/" + UUID.randomUUID()), 404))
                .isEqualTo("unknown-handover");
        assertThat(Caller.of(node, "mapo-officer").command(operation + "/handovers", new JsonObject()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void clearancesAreGivenByTheAdministratorAlone() {
        UUID account = node.account("to-clear", Role.ROOM_OPERATOR, "seoul-mapo", null);
        String path = "/accounts/" + account + "/clearances";
        JsonObject both = new JsonObject().put("clearances", new JsonArray().add("RESTRICTED").add("PROTECTION"));
        Caller admin = Caller.of(node, "admin");

        assertThat(put(Caller.of(node, "commander"), path, both).statusCode()).isEqualTo(403);
        assertThat(code(put(admin, path, new JsonObject()), 422)).isEqualTo("missing-field");
        assertThat(code(put(admin, path, new JsonObject().put("clearances", new JsonArray().addNull())), 422))
                .isEqualTo("missing-field");
        assertThat(code(put(admin, path, new JsonObject().put("clearances", new JsonArray().add("GENERAL"))), 422))
                .isEqualTo("clearance-not-grantable");
        assertThat(code(put(admin, path, new JsonObject().put("clearances", new JsonArray().add("SECRET"))), 422))
                .isEqualTo("wrong-value");
        assertThat(code(put(admin, "/accounts/" + UUID.randomUUID() + "/clearances", both), 404))
                .isEqualTo("unknown-account");
        Caller.body(put(admin, path, both), 200);
        assertThat(code(put(admin, path, both), 409)).isEqualTo("nothing-changed");
    }

    private static HttpResponse<Buffer> put(Caller who, String path, JsonObject body) {
        return who.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.PUT, path, body.toBuffer());
    }

    private static HttpResponse<Buffer> delete(Caller who, String path) {
        return who.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.DELETE, path, null);
    }

    private static String code(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }

    private static Caller seen(Caller who, JsonObject receipt) {
        return who.with("Haetae-Cursor", receipt.getString("cursor"));
    }

    private static JsonObject report(String kind) {
        return json("kind", kind, "text", "신고", "occurredAt", Instant.now().toString(), "source", "PHONE").put("code",
                3);
    }

    private static JsonObject json(String... fields) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }
}
