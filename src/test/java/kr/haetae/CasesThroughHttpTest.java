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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.event.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Election-crime cases through the API. */
class CasesThroughHttpTest {
    private static final RunningNode NODE = RunningNode.shared();
    private static final String NOTHING = "/" + new UUID(0, 1);

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
    private final String operation = "/operations/" + NODE.operation();
    private final String cases = operation + "/cases";
    private final Caller investigator = Caller.of(NODE, "mapo-investigator");
    private final Caller room = Caller.of(NODE, "mapo-room");
    private final Caller hq = Caller.of(NODE, "commander");

    @BeforeAll
    static void investigators() {
        NODE.account("mapo-investigator", Role.INVESTIGATOR, "seoul-mapo", null);
        NODE.account("gangnam-investigator", Role.INVESTIGATOR, "seoul-gangnam", null);
    }

    @Test
    void aCaseFromTheIncidentToTheProsecution() {
        String incident = incident();
        JsonObject opened = Caller.body(room.command(cases, opening().put("incident", incident)), 201);
        assertThat(opened.getString("number")).startsWith("서울마포-사건-");
        String path = cases + "/" + opened.getString("id");
        Caller seen = investigator.with("Haetae-Cursor", opened.getString("cursor"));

        JsonObject persons = new JsonObject().put("principals", 2).put("accomplices", 1).put("instigators", 1);
        Caller.body(seen.command(path + "/stage", json("to", "INVESTIGATION", "note", "입건")), 200);
        Caller.body(seen.command(path + "/persons", json("reason", "입건").put("persons", persons)), 200);
        Caller.body(seen.command(path + "/correction", json("kind", "ILLEGAL_ORGANISATION", "reason", "죄명 변경")), 200);
        Caller.body(seen.command(path + "/notes", json("text", "참고인 2명 조사")), 200);
        Caller.body(seen.command(path + "/links", json("incident", incident())), 200);
        Caller.body(hq.command(path + "/transfer", json("unit", "seoul", "reason", "광역")), 200);
        assertThat(refused(seen.get(path), 404)).isEqualTo("unknown-case");
        JsonObject sent = Caller.body(hq.command(path + "/stage", json("to", "SENT")), 200);
        assertThat(refused(hq.command(path + "/stage", json("to", "INVESTIGATION")), 409))
                .isEqualTo("illegal-transition");

        JsonObject whole = Caller.body(hq.with("Haetae-Cursor", sent.getString("cursor")).get(path), 200);
        JsonObject found = whole.getJsonObject("case");
        assertThat(found.getString("stage")).isEqualTo("SENT");
        assertThat(found.getString("crimeKind")).isEqualTo("ILLEGAL_ORGANISATION");
        assertThat(found.getJsonObject("persons")).isEqualTo(persons);
        assertThat(found.getJsonArray("incidents")).hasSize(2).contains(incident);
        assertThat(whole.getJsonArray("timeline").stream().map(it -> ((JsonObject) it).getString("type")))
                .containsExactly("case-opened", "case-stage-moved", "case-persons-counted", "case-corrected",
                        "case-noted", "case-linked", "case-transferred", "case-stage-moved");
    }

    @Test
    void whoIsNotClearedHearsNothingOfThem() {
        JsonObject opened = Caller.body(investigator.command(cases, opening()), 201);
        String id = opened.getString("id");
        String incident = incident();
        Caller.body(room.command(cases, opening().put("incident", incident)), 201);

        for (String login : new String[]{"mapo-room", "mapo-officer", "viewer", "seoul-room"}) {
            Caller caller = Caller.of(NODE, login).with("Haetae-Cursor", opened.getString("cursor"));
            assertThat(refused(caller.get(cases), 403)).as(login).isEqualTo("not-your-duty");
            assertThat(refused(caller.get(cases + "/" + id), 403)).isEqualTo("not-your-duty");
            assertThat(refused(caller.get(cases + "/figures"), 403)).isEqualTo("not-your-duty");
            assertThat(refused(caller.command(cases + "/" + id + "/notes", json("text", "x")), 403))
                    .isEqualTo("not-your-duty");
            assertThat(Caller.body(caller.get(operation + "/picture"), 200).encode()).as(login)
                    .doesNotContain("\"case\"", "cases.", "-사건-", "case/");
        }
        assertThat(Caller.body(room.get(operation + "/incidents/" + incident), 200).encode())
                .doesNotContain("case-opened", "사건");
        for (String login : new String[]{"mapo-investigator", "commander"}) {
            assertThat(Caller.body(Caller.of(NODE, login).with("Haetae-Cursor", opened.getString("cursor"))
                    .get(operation + "/picture"), 200).encode()).as(login).contains(id, "tally-cases", "cases.open");
        }
        assertThat(refused(Caller.of(NODE, "gangnam-investigator").get(cases + "/" + id), 404))
                .isEqualTo("unknown-case");
        assertThat(refused(Caller.of(NODE, "mapo-officer").command(cases, opening()), 403)).isEqualTo("not-your-duty");
        assertThat(refused(room.command(cases, opening()), 403)).isEqualTo("incident-needed");
        assertThat(Caller.body(Caller.of(NODE, "auditor").get(cases + "/" + id), 200).getJsonObject("case")
                .getString("id")).isEqualTo(id);
        assertThat(refused(Caller.of(NODE, "auditor").command(cases + "/" + id + "/notes", json("text", "x")), 403))
                .isEqualTo("not-your-duty");
    }

    @Test
    void whoGetsAnotherRoleLosesTheScreenWithTheCases() {
        UUID account = NODE.account("case-mover", Role.INVESTIGATOR, "seoul-mapo", null);
        String token = NODE.token("case-mover");
        String id = Caller.body(investigator.command(cases, opening()), 201).getString("id");
        JsonObject hello = new JsonObject().put("type", "hello").put("operation", NODE.operation().toString())
                .put("scope", "seoul-mapo");
        try (Screen screen = Screen.open(NODE, token)) {
            screen.hello(hello);
            assertThat(screen.next("change").encode()).contains(id);

            Caller.body(Caller.of(NODE, "admin").with("Idempotency-Key", UUID.randomUUID().toString()).send(
                    HttpMethod.PUT, "/accounts/" + account + "/role",
                    json("role", "VIEWER", "unit", "seoul-mapo").toBuffer()), 200);

            assertThat(screen.next("bye").getString("code")).isEqualTo("session-ended");
        }
        try (Screen screen = Screen.open(NODE, token)) {
            screen.hello(hello);
            assertThat(screen.next("change").encode()).doesNotContain(id, "tally-cases");
        }
    }

    @Test
    void listsByFilterAndFiguresOfTheSame() {
        JsonObject near = opening().put("kind", "DEEPFAKE").put("origin", "INTELLIGENCE")
                .put("electionDay", today.minusMonths(6).plusDays(5).toString())
                .put("persons", new JsonObject().put("principals", 3).put("accomplices", 0).put("instigators", 0));
        JsonObject opened = Caller.body(investigator.command(cases, near), 201);
        String id = opened.getString("id");
        Caller seen = investigator.with("Haetae-Cursor", opened.getString("cursor"));
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(ids(Caller.body(seen.get(cases
                + "?near=true&open=true&kind=DEEPFAKE&origin=INTELLIGENCE&stage=PRE_INVESTIGATION&unit=seoul-mapo"),
                200))).contains(id));
        assertThat(Caller.body(seen.get(cases + "/" + id), 200).getJsonObject("case").getInteger("limitationAlarm"))
                .isEqualTo(7);

        assertThat(ids(Caller.body(seen.get(cases + "?open=false"), 200))).doesNotContain(id);
        assertThat(ids(Caller.body(seen.get(cases + "?incident=" + new UUID(0, 1)), 200))).isEmpty();
        JsonObject first = Caller.body(seen.get(cases + "?limit=1"), 200);
        assertThat(first.getJsonArray("items")).hasSize(1);
        if (first.getLong("next") != null) {
            assertThat(ids(Caller.body(seen.get(cases + "?limit=200&after=" + first.getLong("next")), 200)))
                    .doesNotContainAnyElementsOf(ids(first));
        }
        assertThat(refused(seen.get(cases + "?unit=seoul-gangnam"), 403)).isEqualTo("outside-jurisdiction");
        assertThat(refused(seen.get(cases + "?stage=GONE"), 400)).isEqualTo("malformed-parameter");

        JsonObject figures = Caller.body(seen.get(cases + "/figures?unit=seoul-mapo"), 200);
        JsonArray all = Caller.body(seen.get(cases + "?limit=200"), 200).getJsonArray("items");
        assertThat(figures.getInteger("cases")).isEqualTo(all.size());
        assertThat(figures.getInteger("persons")).isEqualTo(all.stream().map(it -> ((JsonObject) it)
                .getJsonObject("persons")).mapToInt(it -> it.stream().mapToInt(n -> (Integer) n.getValue()).sum())
                .sum());
        assertThat(figures.getJsonArray("lines").getJsonObject(0).getString("unit")).isEqualTo("seoul");
        assertThat(Caller.body(seen.get(cases + "/figures?from=2099-01-01"), 200).getInteger("cases")).isZero();
        assertThat(Caller.body(seen.get(cases + "/figures?from=" + today + "&to=" + today.plusDays(1)), 200)
                .getInteger("cases")).isPositive();
        assertThat(refused(seen.get(cases + "/figures?to=tomorrow"), 400)).isEqualTo("malformed-parameter");
    }

    /** Cases outlive the operation: they are opened and warned of once it is closed, and until they end it is not put away. */
    @Test
    void aClosedOperationIsStillWarnedAndNotPutAway() {
        String other = "/operations/" + Caller.body(hq.command("/operations",
                json("name", "선거사범", "kind", "DRILL")), 201).getString("id");
        JsonObject near = opening().put("electionDay", today.minusMonths(6).plusDays(10).toString());
        assertThat(refused(hq.command(other + "/cases", near), 409)).isEqualTo("operation-not-open");
        Caller.body(hq.command(other + "/opening", new JsonObject()), 200);
        Caller.body(hq.command(other + "/closure", json("reason", "종료")), 200);

        JsonObject opened = Caller.body(hq.command(other + "/cases", near), 201);
        String path = other + "/cases/" + opened.getString("id");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(Caller.body(hq.get(path), 200)
                .getJsonObject("case").getInteger("limitationAlarm")).isEqualTo(14));
        assertThat(Caller.body(hq.get(other + "/picture"), 200).encode()).contains("cases.limitationNear");

        assertThat(refused(hq.command(other + "/archive", new JsonObject()), 409)).isEqualTo("cases-open");
        JsonObject ended = Caller.body(hq.command(path + "/stage", json("to", "CLOSED_BEFORE")), 200);
        Caller.body(hq.with("Haetae-Cursor", ended.getString("cursor")).command(other + "/archive", new JsonObject()),
                200);
        assertThat(refused(hq.command(other + "/cases", near), 409)).isEqualTo("operation-not-open");
        assertThat(Caller.body(hq.get(path), 200).getJsonArray("timeline").stream()
                .map(it -> ((JsonObject) it).getString("type")))
                .containsExactly("case-opened", "case-limitation-near", "case-stage-moved");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind | null | missing-field",
        "origin | null | missing-field",
        "summary | null | missing-field",
        "summary | \" \" | empty-text",
        "electionDay | \"3.6.2026\" | malformed-date",
        "electionDay | \"1999-12-31\" | out-of-range",
        "electionDay | null | election-day-missing",
        "actOn | \"2026-02-30\" | malformed-date",
        "actOn | \"2098-01-01\" | occurred-in-future",
        "unit | \"nowhere\" | unknown-unit",
        "kind | \"MURDER\" | wrong-value",
        "persons | {} | missing-field",
        "persons | {\"principals\":-1,\"accomplices\":0,\"instigators\":10000} | out-of-range",
        "suspect | \"홍길동\" | unknown-field",
        "party | \"정당\" | unknown-field"})
    void aBadOpeningIsNamedAndLeavesNothing(String field, String value, String code) {
        JsonObject body = opening();
        JsonObject wrong = new JsonObject("{\"value\":" + value + "}");
        body.put(field, wrong.getValue("value"));
        long before = NODE.entries();

        HttpResponse<Buffer> answer = investigator.command(cases, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(refused(answer, 422)).isEqualTo(code);
        assertThat(NODE.entries()).isEqualTo(before);
    }

    @Test
    void badWorkIsNamedAndLeavesNothing() {
        String path = cases + "/" + Caller.body(investigator.command(cases, opening()), 201).getString("id");
        long before = NODE.entries();

        Map.<String, JsonObject>of(
                "/stage", json("to", "GONE"),
                "/persons", json("reason", "x"),
                "/correction", json("reason", "x"),
                "/transfer", json("unit", "seoul"),
                "/notes", json("text", ""),
                "/links", new JsonObject()).forEach(
                        (step, body) -> assertThat(investigator.command(path + step, body).statusCode()).as(step)
                                .isEqualTo(422));
        assertThat(refused(investigator.command(path + "/links", json("incident", new UUID(0, 1).toString())), 404))
                .isEqualTo("unknown-incident");
        assertThat(refused(investigator.command(path + "/transfer", json("unit", "nowhere", "reason", "x")), 422))
                .isEqualTo("unknown-unit");
        assertThat(refused(investigator.command(path + "/stage", json("to", "SENT")), 409))
                .isEqualTo("illegal-transition");
        assertThat(refused(investigator.command(cases + NOTHING + "/notes", json("text", "x")), 404))
                .isEqualTo("unknown-case");
        assertThat(refused(investigator.get(cases + "/x"), 400)).isEqualTo("malformed-id");
        assertThat(NODE.entries()).isEqualTo(before);
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream().map(it -> ((JsonObject) it).getString("id")).toList();
    }

    private String incident() {
        JsonObject report = new JsonObject().put("kind", "BRIBERY").put("code", 3).put("text", "식사 제공 신고")
                .put("occurredAt", Instant.now().toString()).put("source", "CALL_112").put("unit", "seoul-mapo");
        return Caller.body(room.command(operation + "/incidents", report), 201).getString("id");
    }

    private JsonObject opening() {
        return json("kind", "BRIBERY", "origin", "REPORT", "electionDay", today.toString(), "summary", "식사 제공 의혹");
    }

    private static JsonObject json(String... fields) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }

    private static String refused(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
