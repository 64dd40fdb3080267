package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Police inside a polling place, through the API. */
class VisitsThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String visits = operation + "/posts/" + RunningNode.MAPO_POST + "/visits";
    private final Caller officer = Caller.of(node, "mapo-officer");
    private final Caller room = Caller.of(node, "mapo-room");

    @Test
    void anOfficerIsAskedGoesInAndLeavesAndTheRoomPutsItRight() {
        Instant now = node.ledger().now();
        JsonObject recorded = Caller.body(officer.command(visits, entering(now)), 201);
        String path = operation + "/visits/" + recorded.getString("id");
        Caller seen = room.with("Haetae-Cursor", recorded.getString("cursor"));
        assertThat(visit(seen, recorded.getString("id")).getString("leftAt")).isNull();
        assertThat(Caller.body(seen.get(operation + "/picture"), 200).encode()).contains("visits.inside");

        Caller.body(officer.command(path + "/exit", new JsonObject().put("leftAt", now.toString())), 200);
        assertThat(refused(officer.command(path + "/exit", new JsonObject().put("leftAt", now.toString())), 409))
                .isEqualTo("already-there");
        JsonObject corrected = Caller.body(room.command(path + "/correction",
                new JsonObject().put("officers", 4).put("inUniform", false).put("reason", "인원 착오")), 200);

        JsonObject visit = visit(room.with("Haetae-Cursor", corrected.getString("cursor")), recorded.getString("id"));
        assertThat(visit.getInteger("officers")).isEqualTo(4);
        assertThat(visit.getInteger("corrections")).isEqualTo(1);
        assertThat(visit.getJsonObject("recordedBy").getString("name")).isEqualTo("mapo-officer");
        JsonObject page = Caller.body(room.get(visits + "?limit=1"), 200);
        assertThat(page.getJsonArray("items")).hasSize(1);
    }

    /** The phone runs two hours fast and says so; a room's wrong hour is refused, not bent. */
    @Test
    void aPhonesClockIsCorrectedAndAWrongHourIsRefused() {
        Instant real = node.ledger().realNow();
        Instant fast = real.plusSeconds(7_200);
        JsonObject recorded = Caller.body(officer.with("Haetae-Device-Time", fast.toString())
                .command(visits, entering(fast)), 201);

        Instant entered = Instant.parse(visit(room.with("Haetae-Cursor", recorded.getString("cursor")),
                recorded.getString("id")).getString("enteredAt"));
        assertThat(entered).isBetween(real.minusSeconds(90), real.minusSeconds(30));
        assertThat(refused(room.with("Haetae-Device-Time", real.toString()).command(visits, entering(fast)), 422))
                .isEqualTo("occurred-in-future");
        assertThat(refused(room.command(visits, entering(fast)), 422)).isEqualTo("occurred-in-future");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "askedBy | null | missing-field",
        "askedBy | \"MAYOR\" | wrong-value",
        "askedAt | null | missing-field",
        "askedAt | \"2098-01-01T00:00:00Z\" | occurred-out-of-order",
        "askedAt | \"2020-01-01T00:00:00Z\" | occurred-too-long-ago",
        "enteredAt | \"2020-01-01T00:00:00Z\" | occurred-out-of-order",
        "officers | 0 | out-of-range",
        "officers | 51 | out-of-range",
        "inUniform | null | missing-field",
        "reason | \"\" | empty-text",
        "ballot | \"1\" | unknown-field"})
    void aBadEntryIsNamedAndLeavesNothing(String field, String value, String code) {
        JsonObject body = entering(node.ledger().now())
                .put(field, new JsonObject("{\"value\":" + value + "}").getValue("value"));
        long before = node.entries();

        assertThat(refused(room.command(visits, body), 422)).isEqualTo(code);
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void notEverybodysToWrite() {
        Instant now = node.ledger().now();
        String gangnam = operation + "/posts/" + RunningNode.GANGNAM_POST + "/visits";
        String nothing = operation + "/visits/" + new UUID(0, 1);
        long before = node.entries();

        assertThat(refused(officer.command(gangnam, entering(now)), 404)).isEqualTo("post-not-found");
        assertThat(refused(officer.get(gangnam), 404)).isEqualTo("post-not-found");
        assertThat(refused(Caller.of(node, "viewer").command(visits, entering(now)), 403)).isEqualTo("not-your-duty");
        assertThat(refused(room.command(visits, entering(now).put("incident", new UUID(0, 1).toString())), 404))
                .isEqualTo("unknown-incident");
        assertThat(refused(room.command(nothing + "/exit", new JsonObject().put("leftAt", now.toString())), 404))
                .isEqualTo("unknown-visit");
        assertThat(refused(room.command(nothing + "/correction", new JsonObject().put("reason", "x")), 422))
                .isEqualTo("missing-field");
        assertThat(node.entries()).isEqualTo(before);
    }

    private JsonObject visit(Caller caller, String id) {
        JsonArray items = Caller.body(caller.get(visits), 200).getJsonArray("items");
        return items.stream().map(JsonObject.class::cast).filter(it -> it.getString("id").equals(id)).findFirst()
                .orElseThrow();
    }

    private static JsonObject entering(Instant now) {
        return new JsonObject().put("askedBy", "POLL_MANAGER").put("askedAt", now.minusSeconds(120).toString())
                .put("enteredAt", now.minusSeconds(60).toString()).put("officers", 2).put("inUniform", true)
                .put("reason", "투표소 안 소란");
    }

    private static String refused(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
