package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Phase;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostSilence;
import kr.haetae.event.PostState;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Submission;
import kr.haetae.post.Silence;
import kr.haetae.post.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of posts through the API. */
class PostReportsTest {
    private static final UnitCode MAPO = UnitCode.of("seoul-mapo");

    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String mapo = operation + "/posts/" + RunningNode.MAPO_POST + "/reports";
    private final Caller officer = Caller.of(node, "mapo-officer");
    private final Caller room = Caller.of(node, "mapo-room");

    @BeforeEach
    void voting() {
        if (node.ledger().picture().operation().orElseThrow().phase() != Phase.VOTING) {
            record(new OperationEvent.PhaseEntered(Phase.VOTING, null, null));
        }
    }

    @Test
    void anOfficerReportsForHisPostAndTheRoomReadsItBack() {
        JsonObject receipt = Caller.body(officer.command(mapo, situation("CROWDED")), 200);
        JsonObject signOff = Caller.body(officer.command(mapo, report("NIL").put("text", "이상 없음")), 200);
        Caller seen = room.with("Haetae-Cursor", signOff.getString("cursor"));

        JsonObject first = Caller.body(seen.get(mapo + "?limit=1"), 200);
        JsonObject line = first.getJsonArray("items").getJsonObject(0);
        assertThat(line.getString("type")).isEqualTo("post-reported");
        assertThat(line.getJsonObject("event").getString("text")).isEqualTo("이상 없음");
        JsonObject second = Caller.body(seen.get(mapo + "?limit=1&after=" + first.getLong("next")), 200);
        JsonObject older = second.getJsonArray("items").getJsonObject(0);
        assertThat(older.getLong("seq")).isEqualTo(receipt.getLong("seq"));
        assertThat(older.getJsonObject("event").getJsonObject("fields").getString("queue")).isEqualTo("CROWDED");
        assertThat(older.getJsonObject("event").getString("phase")).isEqualTo("VOTING");
        assertThat(watch().state()).isEqualTo(PostState.REPORTING);
    }

    @Test
    void aRoomReportsForSomebodyWhomItNames() {
        JsonObject who = new JsonObject().put("name", "박순경").put("unit", "seoul-mapo");

        assertThat(refused(room.command(mapo, situation("NONE")), 422)).isEqualTo("who-missing");
        assertThat(refused(room.command(mapo, situation("NONE").put("who", new JsonObject())), 422))
                .isEqualTo("who-missing");
        JsonObject taken = Caller.body(room.command(mapo, situation("NONE").put("who", who)), 200);
        JsonObject event = Caller.body(room.with("Haetae-Cursor", taken.getString("cursor")).get(mapo), 200)
                .getJsonArray("items").getJsonObject(0).getJsonObject("event");
        assertThat(event.getJsonObject("who").getString("name")).isEqualTo("박순경");
        assertThat(event.getJsonObject("enteredBy").getString("name")).isEqualTo("mapo-room");
    }

    @Test
    void nobodyReportsForAnothersPost() {
        node.account("seoul-officer", Role.OFFICER, "seoul", RunningNode.GANGNAM_POST);
        String gangnam = operation + "/posts/" + RunningNode.GANGNAM_POST + "/reports";
        long before = node.entries();

        assertThat(refused(officer.command(gangnam, report("NIL")), 404)).isEqualTo("post-not-found");
        assertThat(refused(Caller.of(node, "seoul-officer").command(mapo, report("NIL")), 403))
                .isEqualTo("not-your-post");
        assertThat(refused(officer.command(mapo, report("NIL").put("who", new JsonObject().put("name", "남"))), 403))
                .isEqualTo("not-your-post");
        assertThat(Caller.of(node, "viewer").command(mapo, report("NIL")).statusCode()).isEqualTo(403);
        assertThat(refused(officer.get(gangnam), 404)).isEqualTo("post-not-found");
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        long before = node.entries();
        JsonObject fields = new JsonObject().put("queue", "ENDLESS").put("people", "many").put("facilities", "OK")
                .put("turnout", "63");

        HttpResponse<Buffer> answer = officer.command(mapo, report("SITUATION").put("fields", fields));

        assertThat(refused(answer, 422)).isEqualTo("form-malformed");
        JsonArray errors = Objects.requireNonNull(answer.bodyAsJsonObject()).getJsonArray("errors");
        assertThat(errors.stream().map(JsonObject.class::cast)
                .map(error -> error.getString("pointer") + " " + error.getString("code")))
                .containsExactly("/fields/queue unknown-value", "/fields/order missing-field",
                        "/fields/people out-of-range", "/fields/turnout unknown-field");
        assertThat(refused(officer.command(mapo, report("NIL").put("fields", new JsonObject().put("queue", "NONE"))),
                422)).isEqualTo("form-malformed");
        assertThat(refused(officer.command(mapo, report("NIL").put("fields", new JsonObject().put("a/b", "NONE"))),
                422)).isEqualTo("unknown-field");
        assertThat(refused(officer.command(mapo, new JsonObject()), 422)).isEqualTo("missing-field");
        assertThat(refused(officer.command(mapo, report("NIL").put("occurredAt", "2020-01-01T00:00:00Z")), 422))
                .isEqualTo("occurred-too-long-ago");
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void theFormIsThatOfThePhaseThatThePhoneKnew() {
        JsonObject fields = new JsonObject().put("facilities", "OK").put("order", "CALM").put("people", "2");

        Caller.body(officer.command(mapo, report("SITUATION").put("phase", "PREPARATION").put("fields", fields)), 200);
        assertThat(refused(officer.command(mapo, report("SITUATION").put("fields", fields)), 422))
                .isEqualTo("form-malformed");
    }

    @Test
    void aPhoneTwoHoursOffIsCorrectedAndARepeatIsTheSame() {
        Instant real = node.ledger().realNow();
        Caller wrong = officer.with("Idempotency-Key", Backroom.newId().toString());
        JsonObject report = report("NIL").put("occurredAt", real.minus(Duration.ofHours(2)).toString());

        JsonObject first = Caller.body(wrong.with("Haetae-Device-Time", real.minus(Duration.ofHours(2)).toString())
                .command(mapo, report), 200);
        JsonObject again = Caller.body(wrong.with("Haetae-Device-Time", real.minus(Duration.ofHours(3)).toString())
                .command(mapo, report), 200);

        assertThat(again).isEqualTo(first);
        JsonObject occurred = Caller.body(officer.with("Haetae-Cursor", first.getString("cursor")).get(mapo), 200)
                .getJsonArray("items").getJsonObject(0).getJsonObject("event").getJsonObject("occurred");
        assertThat(occurred.getInteger("deviceOffSeconds")).isBetween(-7205, -7195);
        assertThat(Instant.parse(occurred.getString("at"))).isBetween(real.minusSeconds(10), real.plusSeconds(10));
        assertThat(refused(officer.with("Haetae-Device-Time", "noon").command(mapo, report), 400))
                .isEqualTo("malformed-device-time");
    }

    @Test
    void whatIsSilentIsTakenNoteOf() {
        String path = operation + "/silences/seoul-mapo/acknowledgement";
        record(new PostEvent.PostsFellSilent(MAPO, List.of(new PostSilence(RunningNode.MAPO_POST,
                PostState.NEVER_REPORTED, Instant.now()))));

        assertThat(refused(Caller.of(node, "gangnam-room").command(path, new JsonObject()), 404))
                .isEqualTo("nothing-silent");
        Caller.body(room.command(path, new JsonObject().put("note", "확인 중")), 200);
        assertThat(refused(room.command(path, new JsonObject()), 409)).isEqualTo("already-there");
        assertThat(node.ledger().picture().find(Silence.key(MAPO), Silence.class).orElseThrow().acknowledgedAt())
                .isNotNull();
        Caller.body(Caller.of(node, "commander").get(operation + "/picture"), 200);
        Caller.body(officer.command(mapo, report("NIL")), 200);
        assertThat(refused(room.command(path, new JsonObject()), 404)).isEqualTo("nothing-silent");
        assertThat(refused(room.command(operation + "/silences/NOWHERE/acknowledgement", new JsonObject()), 400))
                .isEqualTo("malformed-id");
    }

    @Test
    void theTablesHoldNoVotesNoTurnoutNoParties() {
        String codes = Caller.body(officer.get("/codes"), 200).getJsonArray("reportForms").encode();

        assertThat(codes).doesNotContain("투표율", "득표", "정당", "지지", "turnout", "party", "vote count");
    }

    private void record(Event event) {
        Backroom.await(node.ledger().submit(new Submission<>(UUID.randomUUID(), Entry.SYSTEM,
                UnitCode.HEADQUARTERS, Hash.of("test".getBytes(StandardCharsets.UTF_8)),
                (picture, at) -> Decision.accept(event))));
    }

    private Watch watch() {
        return node.ledger().picture().find(Watch.key(RunningNode.MAPO_POST), Watch.class).orElseThrow();
    }

    private JsonObject report(String kind) {
        return new JsonObject().put("kind", kind).put("occurredAt", node.ledger().now().toString());
    }

    private JsonObject situation(String queue) {
        return report("SITUATION").put("fields", new JsonObject().put("queue", queue).put("order", "CALM")
                .put("facilities", "OK").put("people", "2"));
    }

    private static String refused(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
