package kr.haetae;

import static kr.haetae.AccessScene.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command conferences through the API. */
class ConferencesThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String conferences = operation + "/conferences";
    private final Caller commander = Caller.of(node, "commander");
    private final Caller mapo = Caller.of(node, "mapo-room");

    @Test
    void convenedHeldAndWrittenDown() {
        JsonObject convened = Caller.body(commander.command(conferences, wanted()), 201);
        String path = conferences + "/" + convened.getString("id");
        JsonObject first = minutes(commander, convened, path).getJsonObject("conference").getJsonArray("agenda")
                .getJsonObject(0);
        JsonObject wanted = wanted().put("minutes", 45).put("agenda", new JsonArray().add(first)
                .add(json("text", "우천 대비")));
        Caller.body(commander.with("Idempotency-Key", Backroom.newId().toString())
                .send(HttpMethod.PUT, path, wanted.toBuffer()), 200);
        Caller.body(commander.command(path + "/absence", json("unit", "seoul", "reason", "현장 지휘")), 200);
        Caller.body(commander.command(path + "/start", new JsonObject()), 200);
        Caller.body(mapo.command(path + "/attendance", new JsonObject()), 200);
        String item = Caller.body(commander.command(path + "/items", json("text", "교대")), 201).getString("id");
        Caller.body(commander.command(path + "/notes", json("item", item, "text", "06시 교대")), 201);
        String decision = Caller.body(commander.command(path + "/decisions", json("text", "증원한다.")), 201)
                .getString("id");
        Caller.body(mapo.command(path + "/departure", new JsonObject()), 200);
        String directive = Caller.body(commander.command(operation + "/directives", json("urgency", "ROUTINE", "title",
                "증원", "text", "증원한다.", "decision", decision).put("to", new JsonArray().add("seoul-mapo"))), 201)
                .getString("id");
        JsonObject ended = Caller.body(commander.command(path + "/end", new JsonObject()), 200);

        JsonObject minutes = minutes(commander, ended, path);
        assertThat(minutes.getJsonObject("conference").getString("state")).isEqualTo("ENDED");
        assertThat(minutes.getJsonObject("conference").getJsonArray("agenda")).hasSize(3);
        assertThat(minutes.getJsonArray("rooms")).hasSize(2);
        assertThat(minutes.getJsonArray("notes").getJsonObject(0).getString("item")).isEqualTo(item);
        assertThat(minutes.getJsonArray("decisions").getJsonObject(0).getString("directive")).isEqualTo(directive);
        assertThat(minutes(mapo, ended, path).getJsonArray("rooms")).hasSize(1);
        assertThat(Caller.body(mapo.get(conferences + "?state=ENDED&unit=seoul-mapo&limit=1"), 200)
                .getJsonArray("items").getJsonObject(0).getString("id")).isEqualTo(convened.getString("id"));
        assertThat(Caller.body(mapo.with("Haetae-Cursor", ended.getString("cursor")).get(operation + "/picture"), 200)
                .encode())
                .doesNotContain(convened.getString("id"));
        assertThat(refused(mapo.command(path + "/attendance", new JsonObject()), 409)).isEqualTo("conference-over");
    }

    @Test
    void whoIsNotInvitedAndWhoDoesNotKeepIt() {
        String path = conferences + "/" + Caller.body(commander.command(conferences, wanted()), 201).getString("id");

        assertThat(refused(commander.command(path + "/attendance", new JsonObject()), 403)).isEqualTo("not-invited");
        assertThat(refused(mapo.command(path + "/notes", json("text", "말")), 403)).isEqualTo("not-your-conference");
        assertThat(refused(Caller.of(node, "gangnam-room").get(path + "/minutes"), 404))
                .isEqualTo("unknown-conference");
        assertThat(refused(commander.command(path + "/notes", json("text", "말")), 409)).isEqualTo("illegal-transition");
        Caller.body(commander.command(path + "/cancellation", json("reason", "취소")), 200);
        assertThat(refused(commander.command(path + "/start", new JsonObject()), 409)).isEqualTo("conference-over");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "to | [] | missing-field",
        "title | \"\" | empty-text",
        "startsAt | null | missing-field",
        "startsAt | \"2020-01-01T00:00:00Z\" | starts-in-past",
        "minutes | 0 | out-of-range",
        "link | null | missing-field",
        "link | \"http://video.police.example/1\" | malformed-link",
        "link | \"javascript:alert(1)\" | malformed-link",
        "link | \"https:video\" | malformed-link",
        "agenda | [null] | missing-field",
        "agenda | [{\"text\": \"\"}] | empty-text",
        "seats | 3 | unknown-field"})
    void aBadOneIsNamedAndLeavesNothing(String field, String value, String code) {
        JsonObject body = wanted().put(field, new JsonObject("{\"value\":" + value + "}").getValue("value"));
        long before = node.entries();

        assertThat(refused(commander.command(conferences, body), 422)).isEqualTo(code);
        assertThat(node.entries()).isEqualTo(before);
    }

    private JsonObject wanted() {
        return json("title", "투표 마감 대비", "startsAt", node.ledger().now().plusSeconds(600).toString(), "link",
                "https://video.police.example/room/1").put("below", false)
                .put("to", new JsonArray().add("seoul").add("seoul-mapo"))
                .put("agenda", new JsonArray().add(json("text", "회송 경로")));
    }

    private static JsonObject minutes(Caller caller, JsonObject seen, String path) {
        return Caller.body(caller.with("Haetae-Cursor", seen.getString("cursor")).get(path + "/minutes"), 200);
    }

    private static String refused(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
