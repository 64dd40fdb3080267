package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.force.Deployment;
import kr.haetae.force.Duty;
import kr.haetae.force.Force;
import kr.haetae.force.Presence;
import kr.haetae.force.Present;
import kr.haetae.force.Readiness;
import kr.haetae.http.PostPlacing;
import org.junit.jupiter.api.Test;

/** Forces, deployments, check-ins and reserves through the API. */
class PersonnelTest {
    private static final RunningNode NODE = RunningNode.shared();
    private static final UUID FIRST = new UUID(8, 1);
    private static final UUID SECOND = new UUID(8, 2);
    private static final UUID THIRD = new UUID(8, 3);
    private static final UUID OFFICER;

    static {
        Author system = new Author(new UUID(0, 0), "system", UnitCode.HEADQUARTERS, null);
        Backroom.await(new PostPlacing(NODE.ledger(), system, Backroom.newId(), "test").place(List.of(
                post(FIRST, "합정동제1투표소"), post(SECOND, "합정동제2투표소"), post(THIRD, "합정동제3투표소"))));
        OFFICER = NODE.account("mapo-first", Role.OFFICER, "seoul-mapo", FIRST);
        NODE.account("mapo-third", Role.OFFICER, "seoul-mapo", THIRD);
    }

    private final String operation = "/operations/" + NODE.operation();
    private final Caller room = Caller.of(NODE, "mapo-room");
    private final Caller officer = Caller.of(NODE, "mapo-first");
    private final Instant now = Instant.now();

    @Test
    void aListOfForcesIsToldLineByLine() {
        String list = """
                소속,구분,부대명,총원,휴가,교육,파견
                서울마포,교통,교통1팀,20,2,1,0
                없는경찰서,교통,교통2팀,20,,,
                서울마포,기마대,말,3,,,
                서울마포,형사,형사1팀,5,4,3,0
                서울강남,형사,강력1팀,5,0,0,0
                """;
        byte[] bytes = list.getBytes(Charset.forName("x-windows-949"));

        JsonObject refused = Caller.body(upload(room, "forces/import", bytes), 422);
        assertThat(refused.getString("code")).isEqualTo("rows-refused");
        assertThat(codes(refused.getJsonArray("errors"))).containsExactly("unknown-unit", "unknown-force-kind",
                "strength-malformed", "outside-jurisdiction");
        JsonObject taken = Caller.body(upload(room, "forces/import?mode=valid-rows&source=list", bytes), 200);
        assertThat(taken.getInteger("rows")).isEqualTo(5);
        assertThat(taken.getInteger("written")).isEqualTo(1);
        assertThat(lines(taken)).containsExactly(3, 4, 5, 6);
        assertThat(Caller.body(upload(room, "forces/import?mode=valid-rows", bytes), 200).getInteger("unchanged"))
                .isEqualTo(1);

        JsonObject force = Caller.body(room.get(operation + "/forces?kind=traffic&limit=5"), 200)
                .getJsonArray("items").getJsonObject(0);
        assertThat(force.getInteger("available")).isEqualTo(17);
        String path = operation + "/forces/" + force.getString("id");
        JsonObject strength = new JsonObject().put("strength", 20).put("onLeave", 0).put("training", 0)
                .put("detached", 0);
        Caller.body(put(room, path, strength), 200);
        assertProblem(put(room, path, strength), 409, "nothing-changed");
        assertProblem(put(Caller.of(NODE, "gangnam-room"), path, strength.copy().put("onLeave", 1)), 404,
                "force-not-found");
        assertProblem(put(room, path, strength.copy().put("onLeave", 21)), 422, "strength-malformed");
        assertProblem(put(officer, path, strength), 403, "not-your-duty");
    }

    @Test
    void aListOfDeploymentsWithCircuitsAndShiftsAcrossMidnight() {
        String good = "seoul-mapo,투표소/서울/마포구/합정동 제1투표소 > " + SECOND + ",2,2026-06-03,22:00,06:00\n";
        String list = "unit,posts,planned,date,from,until\n" + good
                + "서울마포,%s,2,2026-06-03,05:00,13:00\n".formatted(UUID.randomUUID())
                + "서울마포,투표소/서울/마포구/없는투표소,2,2026-06-03,05:00,13:00\n"
                + "서울마포,%s,2,,05:00,13:00\n".formatted(FIRST)
                + "서울마포,%s,2,2026-06-03,2026-06-09 05:00,2026-06-08 05:00\n".formatted(FIRST)
                + "서울강남,%s,2,2026-06-03,05:00,13:00\n".formatted(RunningNode.GANGNAM_POST) + good;

        JsonObject taken = Caller.body(upload(room, "deployments/import?mode=valid-rows", list.getBytes(
                StandardCharsets.UTF_8)), 200);

        assertThat(codes(taken.getJsonArray("errors"))).containsExactly("unknown-post", "unknown-post", "not-a-time",
                "not-a-time", "shift-malformed", "outside-jurisdiction", "duplicate-line");
        assertThat(taken.getInteger("written")).isEqualTo(1);
        JsonObject planned = Caller.body(room.get(operation + "/deployments?post=" + SECOND + "&state=planned"), 200)
                .getJsonArray("items").getJsonObject(0);
        assertThat(planned.getString("from")).isEqualTo("2026-06-03T13:00:00Z");
        assertThat(planned.getString("until")).isEqualTo("2026-06-03T21:00:00Z");
        assertThat(planned.getJsonArray("posts"))
                .isEqualTo(new JsonArray().add(FIRST.toString()).add(SECOND.toString()));
        assertThat(Caller.body(upload(room, "deployments/import?mode=valid-rows", list.getBytes(
                StandardCharsets.UTF_8)), 200).getInteger("written")).isZero();
        Caller.body(room.command(operation + "/deployments/" + planned.getString("id") + "/movement",
                new JsonObject().put("to", "CANCELLED").put("occurredAt", now.toString())), 200);
        assertProblem(upload(room, "deployments/import", "name,kind\na,b\n".getBytes(
                StandardCharsets.UTF_8)), 422, "not-a-list-of-deployments");
    }

    @Test
    void anOfficerArrivesWithAClockTwoHoursOff() {
        UUID deployment = plan(FIRST, 2);
        Instant wrong = now.plus(Duration.ofHours(2));
        JsonObject checkIn = new JsonObject().put("occurredAt", wrong.minusSeconds(60).toString())
                .put("position", new JsonObject().put("latitude", 37.55).put("longitude", 126.92));
        Caller phone = officer.with("Haetae-Device-Time", wrong.toString())
                .with("Idempotency-Key", Backroom.newId().toString());

        assertProblem(phone.with("Haetae-Device-Time", "soon").command(operation + "/check-ins", checkIn), 400,
                "malformed-device-time");
        JsonObject answer = Caller.body(phone.command(operation + "/check-ins", checkIn), 201);

        assertThat(answer.getString("deployment")).isEqualTo(deployment.toString());
        assertThat(Caller.body(phone.with("Haetae-Device-Time", wrong.plusSeconds(30).toString())
                .command(operation + "/check-ins", checkIn), 201)).isEqualTo(answer);
        assertProblem(officer.command(operation + "/check-ins", new JsonObject().put("occurredAt", now.toString())),
                409, "already-there");
        Present present = duty(FIRST).present().stream().filter(it -> it.person().equals(OFFICER)).findFirst()
                .orElseThrow();
        assertThat(present.clock()).isNotNull().satisfies(clock -> {
            assertThat(clock.stated()).isEqualTo(wrong.minusSeconds(60));
            assertThat(clock.deviceOffSeconds()).isBetween(7_190, 7_205);
        });
        assertThat(Duration.between(present.at(), now.minusSeconds(60)).abs()).isLessThan(Duration.ofSeconds(20));
        Deployment standing = deployment(deployment);
        assertThat(standing.state()).isEqualTo(DeploymentState.ON_POST);
        assertThat(standing.underStrength()).isTrue();
        correctedAndRelieved(deployment);
    }

    private void correctedAndRelieved(UUID deployment) {
        String path = operation + "/deployments/" + deployment;
        Caller other = Caller.of(NODE, "gangnam-room");
        JsonObject relief = new JsonObject().put("to", "RELIEVED").put("occurredAt", Instant.now().toString());
        assertProblem(other.command(path + "/movement", relief), 404, "unknown-deployment");
        assertProblem(officer.command(path + "/movement", relief), 403, "not-your-duty");
        JsonObject two = new JsonObject().put("present", 2).put("reason", "1명 미입력");
        assertProblem(put(other, path + "/attendance", two), 404, "unknown-deployment");
        assertProblem(put(room, path + "/attendance", new JsonObject().put("present", 2)), 422, "missing-field");
        Caller.body(put(room, path + "/attendance", two), 200);
        assertThat(deployment(deployment).attendance().present()).isEqualTo(2);
        assertProblem(room.command(path + "/movement", relief.copy().put("to", "EN_ROUTE")), 409,
                "illegal-transition");
        Caller.body(room.command(path + "/movement", relief), 200);
        assertThat(deployment(deployment).attendance().present()).isZero();
        assertThat(NODE.ledger().picture().find(Presence.key(OFFICER), Presence.class)).isEmpty();
    }

    @Test
    void anArrivalThatNobodyPlannedIsShownAndMovesWithTheOfficer() {
        Caller third = Caller.of(NODE, "mapo-third");
        JsonObject here = new JsonObject().put("occurredAt", Instant.now().toString());
        plan(SECOND, 2);

        JsonObject unplanned = Caller.body(third.command(operation + "/check-ins", here), 201);
        assertThat(unplanned.getBoolean("unplanned")).isTrue();
        assertThat(unplanned.containsKey("deployment")).isFalse();
        assertThat(duty(THIRD).present()).hasSize(1).allMatch(Present::unplanned);
        JsonObject moved = Caller.body(third.command(operation + "/check-ins", here.copy().put("post",
                SECOND.toString()).put("occurredAt", Instant.now().toString())), 201);
        assertThat(moved.getBoolean("unplanned")).as("his own post is another").isTrue();
        assertThat(duty(THIRD).present()).isEmpty();
        assertThat(duty(SECOND).present()).anyMatch(it -> THIRD.equals(it.movedFrom()));
        assertProblem(third.command(operation + "/check-ins", here.copy().put("post",
                RunningNode.GANGNAM_POST.toString())), 403, "outside-jurisdiction");
        assertProblem(third.command(operation + "/check-ins", here.copy().put("post", new UUID(1, 1).toString())),
                422, "unknown-post");
        Caller.body(third.command(operation + "/check-outs", new JsonObject().put("occurredAt", Instant.now()
                .toString())), 200);
        assertProblem(third.command(operation + "/check-outs", here), 409, "not-there");
    }

    @Test
    void aSupervisorChecksInOthersAndSaysWhy() {
        plan(SECOND, 5);
        JsonObject body = new JsonObject().put("post", SECOND.toString()).put("occurredAt", Instant.now().toString())
                .put("who", new JsonObject().put("name", "박순경")).put("reason", "휴대전화 고장");

        assertProblem(officer.command(operation + "/check-ins", body), 403, "not-your-duty");
        JsonObject silent = body.copy();
        silent.remove("reason");
        assertProblem(room.command(operation + "/check-ins", silent), 422, "missing-field");
        assertProblem(room.command(operation + "/check-ins", body.copy().put("who", new JsonObject().put("account",
                UUID.randomUUID().toString()))), 422, "unknown-account");
        JsonObject answer = Caller.body(room.command(operation + "/check-ins", body), 201);

        assertThat(answer.getBoolean("unplanned")).isFalse();
        assertThat(duty(SECOND).present()).anySatisfy(it -> {
            assertThat(it.who().name()).isEqualTo("박순경");
            assertThat(it.enteredBy()).isNotNull();
            assertThat(it.reason()).isEqualTo("휴대전화 고장");
        });
        assertProblem(Caller.of(NODE, "viewer").command(operation + "/check-ins", body), 403, "not-your-duty");
    }

    @Test
    void reservesFromTheRequestToTheReturn() {
        Caller commander = Caller.of(NODE, "commander");
        String list = """
                unit,kind,name,strength
                busan,기동대,부산1기동대,80
                busan,형사,광역수사,30
                """;
        Caller.body(upload(Caller.of(NODE, "admin"), "forces/import?mode=valid-rows", list.getBytes(
                StandardCharsets.UTF_8)), 200);
        UUID mobile = force("MOBILE_UNIT", "busan");
        JsonObject asked = new JsonObject().put("people", 80).put("forceKind", "MOBILE_UNIT").put("reason", "집회");
        assertProblem(room.command(operation + "/reserves", asked.copy().put("forceKind", "CYBER")), 422,
                "not-a-reserve");
        String request = operation + "/reserves/"
                + Caller.body(room.command(operation + "/reserves", asked), 201).getString("id");
        JsonObject forces = new JsonObject().put("forces", new JsonArray().add(mobile.toString()));

        assertProblem(room.command(request + "/approval", forces), 403, "not-your-duty");
        assertProblem(commander.command(request + "/approval", new JsonObject().put("forces",
                new JsonArray().add(force("CRIMINAL_INVESTIGATION", "busan").toString()))), 422, "not-a-reserve");
        Caller.body(commander.command(request + "/approval", forces), 200);
        String again = operation + "/reserves/"
                + Caller.body(room.command(operation + "/reserves", asked), 201).getString("id");
        assertProblem(commander.command(again + "/approval", forces), 409, "force-committed");
        for (String to : List.of("MOVING", "ARRIVED")) {
            Caller.body(room.command(request + "/movement", new JsonObject().put("to", to)), 200);
        }
        assertThat(readiness(mobile)).isEqualTo(Readiness.COMMITTED);
        assertThat(Caller.body(room.get(operation + "/forces?kind=MOBILE_UNIT"), 200).getJsonArray("items")).hasSize(1);
        assertProblem(room.command(request + "/movement", new JsonObject().put("to", "WITHDRAWN")), 409,
                "illegal-transition");
        Caller.body(room.command(request + "/movement", new JsonObject().put("to", "RETURNED")), 200);
        assertThat(readiness(mobile)).isEqualTo(Readiness.AVAILABLE);
        assertProblem(Caller.of(NODE, "gangnam-room").command(again + "/movement", new JsonObject().put("to",
                "WITHDRAWN")), 404, "unknown-reserve");
        Caller.body(commander.command(again + "/movement", new JsonObject().put("to", "REFUSED").put("reason",
                "여력 없음")), 200);
    }

    private UUID plan(UUID post, int people) {
        JsonObject body = new JsonObject().put("posts", new JsonArray().add(post.toString())).put("planned", people)
                .put("from", now.minusSeconds(600).toString()).put("until", now.plusSeconds(7_200).toString());
        return UUID.fromString(Caller.body(room.command(operation + "/deployments", body), 201).getString("id"));
    }

    private UUID force(String kind, String unit) {
        return UUID.fromString(Caller.body(Caller.of(NODE, "commander").get(operation + "/forces?limit=1000&kind="
                + kind + "&unit=" + unit), 200).getJsonArray("items").getJsonObject(0).getString("id"));
    }

    private static Duty duty(UUID post) {
        return NODE.ledger().picture().find(Duty.key(post), Duty.class).orElseThrow();
    }

    private static Deployment deployment(UUID id) {
        return NODE.ledger().picture().find(Deployment.key(id), Deployment.class).orElseThrow();
    }

    private static Readiness readiness(UUID force) {
        return Objects.requireNonNull(
                NODE.ledger().picture().find(Force.key(force), Force.class).orElseThrow().reserveState());
    }

    private HttpResponse<Buffer> upload(Caller caller, String path, byte[] list) {
        return caller.with("Idempotency-Key", Backroom.newId().toString()).with("Content-Type", "text/csv")
                .send(HttpMethod.POST, operation + "/" + path, Buffer.buffer(list));
    }

    private static HttpResponse<Buffer> put(Caller caller, String path, JsonObject body) {
        return caller.with("Idempotency-Key", Backroom.newId().toString()).send(HttpMethod.PUT, path, body.toBuffer());
    }

    private static List<String> codes(JsonArray errors) {
        return errors.stream().map(it -> ((JsonObject) it).getString("code")).toList();
    }

    private static List<Integer> lines(JsonObject report) {
        return report.getJsonArray("errors").stream().map(it -> ((JsonObject) it).getInteger("line")).toList();
    }

    private static void assertProblem(HttpResponse<Buffer> response, int status, String code) {
        JsonObject problem = Caller.body(response, status);
        assertThat(problem.getString("code")).as(problem.encode()).isEqualTo(code);
    }

    private static PlacedPost post(UUID id, String name) {
        return new PlacedPost(id, PostKind.POLLING_PLACE, name, UnitCode.of("seoul-mapo"), Jurisdiction.MAPPED,
                List.of(), "서울", "마포구", "합정동", null, null, null, null);
    }
}
