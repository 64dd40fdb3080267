package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.http.PostPlacing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ballot boxes on their way, through the API. */
class TransportThroughHttpTest {
    private static final UUID CENTRE = new UUID(7, 70);

    private final RunningNode node = RunningNode.shared();
    private final UUID made = node.anotherOperation();
    private final String operation = "/operations/" + made;
    private final String routes = operation + "/routes";
    private final Caller officer = Caller.of(node, "mapo-officer");
    private final Caller room = Caller.of(node, "mapo-room");
    private final Instant now = Instant.now();

    @BeforeEach
    void aCentreIsPlaced() {
        PlacedPost centre = new PlacedPost(CENTRE, PostKind.COUNTING_CENTRE, "마포구 개표소", new UnitCode("seoul-mapo"),
                Jurisdiction.MAPPED, List.of(), "서울", "마포구", null, null, null, null, null);
        Author system = new Author(new UUID(0, 0), "system", UnitCode.HEADQUARTERS, null);
        Backroom.await(new PostPlacing(node.ledger(made), system, Backroom.newId(), "test").place(List.of(centre)));
    }

    @Test
    void fromThePlanToTheHandOverAndTheWholeChainOfABox() {
        JsonObject planned = Caller.body(room.command(routes, plan("함-1")), 201);
        assertThat(planned.getString("number")).isEqualTo("서울마포-회송 1");
        String route = routes + "/" + planned.getString("id");

        JsonObject left = Caller.body(officer.command(route + "/departure", departure("김경위")), 200);
        assertThat(left.getJsonArray("discrepancies").getJsonObject(0).getString("kind")).isEqualTo("ONE_OFFICER");
        assertThat(code(officer.command(route + "/departure", departure("김경위")), 409))
                .isEqualTo("transport-departed");
        Caller.body(officer.command(route + "/checkpoint", at().put("place", "서교사거리")), 200);
        Caller.body(officer.command(route + "/stop", at().put("reason", "신호 고장")), 200);
        Caller.body(officer.command(route + "/resumption", at()), 200);
        Caller.body(officer.command(route + "/arrival", at()), 200);
        Caller.body(officer.command(route + "/handover", at().put("side", "GIVING")), 200);
        assertThat(code(officer.command(route + "/handover", at().put("side", "RECEIVING")), 403))
                .isEqualTo("not-your-side");
        Caller.body(room.command(route + "/handover", at().put("side", "RECEIVING")
                .put("who", new JsonObject().put("name", "박경사"))), 200);

        JsonObject whole = Caller.body(room.get(route), 200);
        assertThat(whole.getJsonObject("route").getString("state")).isEqualTo("HANDED_OVER");
        assertThat(whole.getJsonArray("timeline")).hasSize(8);
        JsonObject chain = Caller.body(room.get(operation + "/boxes/%ED%95%A8-1"), 200);
        assertThat(chain.getJsonObject("box").getJsonObject("holder").getString("hand")).isEqualTo("AT_CENTRE");
        assertThat(chain.getJsonArray("timeline")).hasSize(8);
        assertThat(code(Caller.of(node, "gangnam-room").get(operation + "/boxes/%ED%95%A8-1"), 404))
                .isEqualTo("unknown-box");
        JsonObject board = items(room, "/centres").getJsonObject(0);
        assertThat(board.getInteger("handedOver")).isEqualTo(1);
        assertThat(board.getJsonObject("boxes").getInteger("arrived")).isEqualTo(1);
        assertThat(items(room, "/routes?state=HANDED_OVER&centre=" + CENTRE)).hasSize(1);
    }

    @Test
    void aDiscrepancyIsExplainedByTheRoomAndAcceptedByACommander() {
        String route = routes + "/" + Caller.body(room.command(routes, plan("함-1")), 201).getString("id");
        Caller.body(room.command(route + "/departure", departure("김경위")), 200);
        String path = operation + "/discrepancies/" + items(room, "/discrepancies?state=OPEN").getJsonObject(0)
                .getString("id");
        Caller commander = Caller.of(node, "commander");

        assertThat(code(commander.command(path + "/acceptance", new JsonObject()), 409)).isEqualTo("not-explained");
        Caller.body(officer.command(path + "/explanation", new JsonObject().put("text", "뒤차에 동승")), 200);
        Caller.body(commander.command(path + "/acceptance", new JsonObject()), 200);

        assertThat(items(room, "/discrepancies?state=OPEN")).isEmpty();
        assertThat(items(room, "/discrepancies").getJsonObject(0).getJsonObject("answer").getString("text"))
                .isEqualTo("뒤차에 동승");
    }

    @Test
    void aListIsTakenOnceAndWrongLinesAreToldByLine() {
        String list = "노선번호,구분,출발,도착,일자,출발시각,도착시각,투표함번호\n"
                + "마포-1,개표소," + RunningNode.MAPO_POST + "," + CENTRE + ",2026-06-03,20:10,20:40,함-3\n";
        assertThat(Caller.body(upload(list, ""), 200).getInteger("written")).isEqualTo(1);
        JsonObject again = Caller.body(upload(list, ""), 200);
        assertThat(again.getInteger("written")).isZero();
        assertThat(again.getInteger("unchanged")).isEqualTo(1);

        String wrong = list + "마포-2,산책," + RunningNode.MAPO_POST + "," + CENTRE + ",2026-06-03,20:10,20:40,\n"
                + "마포-3,개표소," + RunningNode.MAPO_POST + "," + CENTRE + ",2026-06-03,20:10,20:40,함-3\n"
                + "마포-4,개표소," + RunningNode.MAPO_POST + "," + RunningNode.MAPO_POST
                + ",2026-06-03,20:10,20:40,\n";
        JsonArray errors = Caller.body(upload(wrong, "?mode=valid-rows"), 200).getJsonArray("errors");
        assertThat(errors.stream().map(it -> ((JsonObject) it).getString("code")).toList())
                .containsExactly("unknown-route-kind", "box-on-other-route", "route-malformed");
        assertThat(code(upload("이름,값\n가,나\n", ""), 422)).isEqualTo("not-a-list-of-routes");
    }

    @Test
    void routesAreProposedFromThePostsAndTheSameAgainChangesNothing() {
        JsonObject terms = new JsonObject().put("kind", "TO_COUNTING").put("departsAt", now.toString())
                .put("arrivesAt", now.plusSeconds(1_800).toString()).put("unit", "seoul-mapo").put("boxes", 1);
        String path = routes + "/proposal";

        JsonObject dry = Caller.body(room.command(path + "?dryRun=true", terms), 200);
        assertThat(dry.getInteger("rows")).isEqualTo(1);
        assertThat(dry.getInteger("written")).isZero();
        assertThat(Caller.body(room.command(path, terms), 200).getInteger("written")).isEqualTo(1);
        assertThat(Caller.body(room.command(path, terms), 200).getInteger("rows")).isZero();
        assertThat(items(room, "/centres").getJsonObject(0).getJsonObject("boxes").getInteger("expected"))
                .isEqualTo(1);
    }

    @Test
    void aRouteIsChangedAndCancelledBeforeItLeaves() {
        String route = routes + "/" + Caller.body(room.command(routes, plan("함-5")), 201).getString("id");
        JsonObject change = new JsonObject().put("route", plan("함-6")).put("reason", "함 교체");
        Caller keyed = room.with("Idempotency-Key", Backroom.newId().toString());
        Caller.body(keyed.send(HttpMethod.PUT, route, change.toBuffer()), 200);
        assertThat(code(room.get(operation + "/boxes/%ED%95%A8-5"), 404)).isEqualTo("unknown-box");

        Caller.body(room.command(route + "/cancellation", new JsonObject().put("reason", "통합")), 200);
        assertThat(code(officer.command(route + "/departure", departure("김", "이")), 409))
                .isEqualTo("route-cancelled");
        assertThat(code(room.command(route + "/departure", departure("김", "이").put("boxes", new JsonArray())), 422))
                .isEqualTo("out-of-range");
        assertThat(code(room.command(operation + "/overdue/seoul-mapo/acknowledgement", new JsonObject()), 404))
                .isEqualTo("nothing-overdue");
    }

    private JsonObject plan(String box) {
        return new JsonObject().put("kind", "TO_COUNTING").put("from", RunningNode.MAPO_POST.toString())
                .put("to", CENTRE.toString()).put("departsAt", now.toString())
                .put("arrivesAt", now.plusSeconds(1_800).toString()).put("boxes", new JsonArray().add(box));
    }

    private JsonObject departure(String... officers) {
        JsonArray named = new JsonArray();
        List.of(officers).forEach(name -> named.add(new JsonObject().put("name", name)));
        return at().put("commissionStaff", 2).put("officers", named)
                .put("boxes", new JsonArray().add(new JsonObject().put("box", "함-1")
                        .put("seals", new JsonArray().add("A-1"))));
    }

    private static JsonObject at() {
        return new JsonObject().put("occurredAt", Instant.now().toString());
    }

    private JsonArray items(Caller by, String path) {
        return Caller.body(by.get(operation + path), 200).getJsonArray("items");
    }

    private HttpResponse<Buffer> upload(String list, String query) {
        return room.with("Content-Type", "text/csv").with("Idempotency-Key", Backroom.newId().toString())
                .send(HttpMethod.POST, routes + "/import" + query, Buffer.buffer(list));
    }

    private static String code(HttpResponse<Buffer> response, int status) {
        return Caller.body(response, status).getString("code");
    }
}
