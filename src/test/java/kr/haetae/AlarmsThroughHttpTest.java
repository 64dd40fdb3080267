package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms take note of alarms, through the API. */
class AlarmsThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String notes = operation + "/alarms/acknowledgements";
    private final Caller room = Caller.of(node, "mapo-room");
    private final Caller viewer = Caller.of(node, "viewer");

    @Test
    void whatARoomNotedStandsInItsPictureUntilTheIncidentIsAcknowledged() {
        String incident = incident();
        JsonObject receipt = Caller.body(room.command(notes, body(incident)), 200);
        assertThat(refused(room.command(notes, body(incident)), 409)).isEqualTo("already-there");
        assertThat(noted(room.with("Haetae-Cursor", receipt.getString("cursor")), incident)).isTrue();

        JsonObject acknowledged = Caller.body(
                room.command(operation + "/incidents/" + incident + "/acknowledgement", new JsonObject()), 200);
        assertThat(noted(room.with("Haetae-Cursor", acknowledged.getString("cursor")), incident)).isFalse();
    }

    @Test
    void whoOnlyLooksTakesNoteOfNothing() {
        long before = node.entries();
        assertThat(refused(viewer.command(notes, body("0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d")), 403))
                .isEqualTo("not-your-duty");
        assertThat(node.entries()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind | null | 422 | missing-field",
        "kind | \"FIRE\" | 422 | wrong-value",
        "subject | null | 422 | missing-field",
        "subject | \"\" | 422 | wrong-value",
        "subject | \"incident\" | 422 | wrong-value",
        "subject | \"incident/../x\" | 422 | wrong-value",
        "subject | \"watch/0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d\" | 404 | unknown-subject",
        "subject | \"incident/0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d\" | 404 | unknown-subject",
        "subject | \"unit/seoul-gangnam\" | 403 | not-your-room",
        "since | null | 422 | missing-field",
        "since | \"gestern\" | 422 | wrong-value",
        "since | \"2098-01-01T00:00:00Z\" | 422 | occurred-in-future",
        "person | \"김경위\" | 422 | unknown-field"})
    void aBadEntryIsNamedAndLeavesNothing(String field, String value, int status, String code) {
        JsonObject body = body("1").put("subject", "unit/seoul-mapo")
                .put(field, new JsonObject("{\"value\":" + value + "}").getValue("value"));
        long before = node.entries();

        assertThat(refused(room.command(notes, body), status)).isEqualTo(code);
        assertThat(node.entries()).isEqualTo(before);
    }

    private String incident() {
        return Caller.body(room.command(operation + "/incidents", new JsonObject().put("kind", "CROWD")
                .put("code", 0).put("text", "투표소 앞 충돌").put("unit", "seoul-mapo").put("source", "CALL_112")
                .put("reportedBy", new JsonObject().put("name", "신고자"))
                .put("occurredAt", node.ledger().now().toString())), 201).getString("id");
    }

    private JsonObject body(String incident) {
        return new JsonObject().put("kind", "INCIDENT_CODE_0").put("subject", "incident/" + incident)
                .put("since", Instant.EPOCH.toString());
    }

    private boolean noted(Caller who, String incident) {
        JsonArray put = Caller.body(who.get(operation + "/picture"), 200).getJsonArray("put");
        return put.stream().map(JsonObject.class::cast)
                .anyMatch(it -> it.getString("kind").equals("alarm-acknowledgement")
                        && it.getString("subject").equals("incident/" + incident)
                        && it.getJsonObject("by").getString("unit").equals("seoul-mapo"));
    }

    private static String refused(HttpResponse<Buffer> response, int status) {
        JsonObject problem = Objects.requireNonNull(response.bodyAsJsonObject());
        assertThat(response.statusCode()).as(problem.encode()).isEqualTo(status);
        JsonArray errors = problem.getJsonArray("errors");
        return status == 422 && errors != null && !errors.isEmpty()
                ? errors.getJsonObject(0).getString("code")
                : problem.getString("code");
    }
}
