package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what is restricted, no channel gives anything to whom is not cleared, and every channel gives it to who is. */
class RestrictionTest {
    private static final String WORD = "은밀";
    private static final Set<Clearance> ROOMS = EnumSet.noneOf(Clearance.class);

    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final Caller plain = Caller.of(node, "mapo-room");

    /** An incident with everything that can hang on one, and what else was there before it. */
    private record Scene(String id, String number, String beside, String report, String handover, String cursor,
            JsonObject latest) {
        boolean in(String body) {
            return body.contains(id) || body.contains(number) || body.contains(report) || body.contains(WORD + id);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Clearance.class, names = {"PROTECTION", "RESTRICTED"})
    void whatGetsRestrictedLeavesEveryChannelAndComesBack(Clearance clearance) {
        Caller cleared = clearedRoom(clearance);
        Caller other = clearedRoom(clearance == Clearance.PROTECTION ? Clearance.RESTRICTED : Clearance.PROTECTION);
        Scene scene = scene();
        try (Screen screen = screen("mapo-room", "seoul-mapo");
                Screen agency = screen("seoul-room", "seoul");
                Screen trusted = screen(login(clearance), "seoul-mapo")) {
            // A reset is shared for a second, so what just happened may come in the frame after it.
            screen.next("change", frame -> scene.in(frame.encode()));
            agency.next("change", frame -> scene.in(frame.encode()));
            trusted.next("change", frame -> scene.in(frame.encode()));
            channels(seen(plain, scene.latest()), scene)
                    .forEach((channel, body) -> assertThat(scene.in(body)).as(channel).isTrue());

            JsonObject done = restrict(cleared, scene, clearance);

            for (Screen each : new Screen[]{screen, agency}) {
                JsonObject left = each.next("change", frame -> !frame.getJsonArray("drop").isEmpty());
                assertThat(left.getJsonArray("drop").getList().toArray())
                        .contains("incident/" + scene.id(), "upward-report/" + scene.report());
                assertThat(left.getJsonArray("put").encode()).doesNotContain(scene.id(), scene.number());
            }
            assertThat(trusted.next("change", frame -> frame.encode().contains(clearance.name())).getJsonArray("put")
                    .encode()).contains(scene.id());
            for (Caller blind : new Caller[]{plain, other, Caller.of(node, "viewer"),
                Caller.of(node, "seoul-room")}) {
                channels(seen(blind, done), scene)
                        .forEach((channel, body) -> assertThat(scene.in(body)).as(channel + " " + body).isFalse());
            }
            channels(seen(cleared, done), scene).forEach((channel, body) -> {
                // What was linked is cut off and what was handed over taken back, for everybody.
                if (!channel.startsWith("of the one beside") && !channel.equals("hand-overs")) {
                    assertThat(scene.in(body)).as(channel).isTrue();
                }
            });
            nothingCanBeDone(seen(plain, done), scene);

            restrict(cleared, scene, Clearance.GENERAL);
            assertThat(screen.next("change", frame -> frame.encode().contains(scene.id())).getJsonArray("put").encode())
                    .contains(scene.number());
        }
        handOverIsOver(scene);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsReportedAsRestrictedIsNeverSeenByOthers(boolean byOfficer) {
        Caller cleared = clearedRoom(Clearance.PROTECTION);
        Caller author = byOfficer ? Caller.of(node, "mapo-officer") : cleared;
        try (Screen screen = screen("mapo-room", "seoul-mapo")) {
            screen.next("change");
            JsonObject report = report().put("clearance", "PROTECTION");
            JsonObject reported = Caller.body(author.command(operation + "/incidents", report), 201);
            String id = reported.getString("id");
            JsonObject later = Caller.body(plain.command(operation + "/incidents", report()), 201);

            StringBuilder frames = new StringBuilder();
            screen.next("change", frame -> {
                frames.append(frame.encode());
                return frame.encode().contains(later.getString("id"));
            });
            assertThat(frames).doesNotContain(id, reported.getString("number"));
            String path = operation + "/incidents/" + id;
            assertThat(seen(plain, later).get(path).statusCode()).isEqualTo(404);
            JsonObject whole = Caller.body(seen(cleared, later).get(path), 200).getJsonObject("incident");
            assertThat(whole.getString("clearance")).isEqualTo("PROTECTION");
            String figures = Caller.body(seen(cleared, later).get(operation + "/picture?scope=seoul-mapo"), 200)
                    .encode();
            assertThat(figures).contains("tally-protection");
            assertThat(Caller.body(seen(plain, later).get(operation + "/picture?scope=seoul-mapo"), 200).encode())
                    .doesNotContain("tally-protection", "tally-restricted");
        }
    }

    @Test
    void anotherClearanceEndsTheScreensOfTheAccount() {
        UUID account = node.cleared("swift-room", Role.ROOM_OPERATOR, "seoul-mapo", Clearance.RESTRICTED);
        JsonObject session = Caller.body(Caller.of(node, "swift-room").get("/session"), 200);
        assertThat(session.getJsonObject("account").getJsonArray("clearances")).containsExactly("RESTRICTED");
        Caller before = Caller.of(node, "swift-room");
        String etag = before.get(operation + "/picture").getHeader("ETag");
        assertThat(etag).endsWith("+restricted\"");
        try (Screen screen = screen("swift-room", "seoul-mapo")) {
            screen.next("change");
            Caller admin = Caller.of(node, "admin").with("Idempotency-Key", Backroom.newId().toString());
            Caller.body(admin.send(HttpMethod.PUT, "/accounts/" + account + "/clearances",
                    new JsonObject().put("clearances", new JsonArray()).toBuffer()), 200);

            assertThat(screen.next("bye").getString("code")).isEqualTo("session-ended");
        }
        assertThat(before.get("/session").statusCode()).isEqualTo(401);
        assertThat(Caller.body(Caller.of(node, "admin").get("/accounts?q=swift-room"), 200).getJsonArray("items")
                .getJsonObject(0).getJsonArray("clearances")).isEmpty();
    }

    /** What each channel says to the caller. */
    private Map<String, String> channels(Caller who, Scene scene) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("whole picture", "/picture");
        paths.put("what changed", "/picture?since=" + scene.cursor());
        paths.put("list", "/incidents?limit=200");
        paths.put("list by number", "/incidents?q=" + scene.number().replaceAll(".*-", ""));
        paths.put("list by kind", "/incidents?kind=crowd&open=true&limit=200");
        paths.put("one incident with its timeline", "/incidents/" + scene.id());
        paths.put("reports upwards", "/upward-reports?limit=1000");
        paths.put("reports upwards of it", "/upward-reports?incident=" + scene.id());
        paths.put("of the one beside: similar", "/incidents/" + scene.beside() + "/similar");
        paths.put("of the one beside: timeline", "/incidents/" + scene.beside());
        paths.put("similar to it", "/incidents/" + scene.id() + "/similar");
        paths.put("teams", "/teams?unit=seoul-mapo");
        paths.put("hand-overs", "/handovers?limit=1000");
        Map<String, String> bodies = new LinkedHashMap<>();
        paths.forEach((name, path) -> {
            var answer = who.get(operation + path);
            // A refusal repeats the id that was asked for, and says no more than that.
            String body = answer.statusCode() == 404 ? "" : answer.bodyAsString();
            bodies.put(name, name.equals("similar to it") && answer.statusCode() == 200 ? body + scene.id() : body);
        });
        return bodies;
    }

    private void nothingCanBeDone(Caller who, Scene scene) {
        String path = operation + "/incidents/" + scene.id();
        Map<String, JsonObject> commands = new LinkedHashMap<>();
        commands.put("/acknowledgement", new JsonObject());
        commands.put("/comments", json("text", "확인"));
        commands.put("/dispatches", json("note", "1팀"));
        commands.put("/transfer", json("unit", "seoul-gangnam", "reason", "관할"));
        commands.put("/resolution", new JsonObject());
        commands.put("/closure", json("outcome", "WARNED"));
        commands.put("/closure/request", json("outcome", "WARNED"));
        commands.put("/veracity", json("veracity", "CONFIRMED", "reason", "확인"));
        commands.put("/correction", json("kind", "VIOLENCE", "reason", "정정"));
        commands.put("/merger", json("into", scene.beside()));
        commands.put("/links", json("other", scene.beside()));
        commands.put("/falsity", json("reason", "허위"));
        commands.put("/reopening", json("reason", "다시"));
        commands.put("/restriction", json("clearance", "GENERAL", "reason", "공개"));
        commands.put("/shares", json("unit", "seoul-gangnam", "reason", "공조"));
        commands.put("/shares/seoul-gangnam/end", json("reason", "끝"));
        commands.put("/upward-reports", json("to", "seoul", "text", "1보"));
        commands.put("/teams", json("team", UUID.randomUUID().toString()));
        commands.forEach((name, body) -> {
            JsonObject problem = Caller.body(who.command(path + name, body), 404);
            assertThat(problem.getString("code")).as(name).isEqualTo("unknown-incident");
            JsonObject stale = Caller.body(who.with("If-Match", "\"1\"").command(path + name, body), 404);
            assertThat(stale.getString("code")).as(name).isEqualTo("unknown-incident");
            assertThat(problem.encode()).doesNotContain(scene.number());
        });
        assertThat(Caller.body(Caller.of(node, "seoul-room").command(operation + "/upward-reports/" + scene.report()
                + "/receipt", new JsonObject()), 404).getString("code")).isEqualTo("unknown-upward-report");
    }

    private Scene scene() {
        String incidents = operation + "/incidents";
        String cursor = Caller.body(plain.get(operation + "/picture"), 200).getString("upTo");
        JsonObject reported = Caller.body(plain.command(incidents, report()), 201);
        String beside = Caller.body(plain.command(incidents, report().put("text", "정문 앞")), 201).getString("id");
        String id = reported.getString("id");
        String path = incidents + "/" + id;
        Caller.body(plain.command(path + "/comments", json("text", WORD + id)), 200);
        Caller.body(plain.command(path + "/links", json("other", beside)), 200);
        String name = "팀" + id.substring(24);
        Caller.body(plain.command(operation + "/teams", new JsonObject().put("names", new JsonArray().add(name))), 200);
        String team = Caller.body(plain.get(operation + "/teams"), 200).getJsonArray("items").stream()
                .map(JsonObject.class::cast).filter(it -> name.equals(it.getString("name"))).findFirst().orElseThrow()
                .getString("id");
        Caller.body(plain.command(path + "/teams", json("team", team)), 200);
        String report = Caller
                .body(plain.command(path + "/upward-reports", json("to", "seoul", "text", WORD + id)), 201)
                .getString("id");
        JsonObject offered = Caller.body(plain.command(operation + "/handovers", new JsonObject()), 201);
        return new Scene(id, reported.getString("number"), beside, report,
                offered.getJsonArray("ids").getString(0), cursor, offered);
    }

    private void handOverIsOver(Scene scene) {
        Caller withdrawing = plain.with("Idempotency-Key", Backroom.newId().toString());
        Caller.body(withdrawing.send(HttpMethod.DELETE,
                operation + "/handovers/" + scene.handover(), null), 200);
    }

    private JsonObject restrict(Caller cleared, Scene scene, Clearance clearance) {
        return Caller.body(cleared.command(operation + "/incidents/" + scene.id() + "/restriction",
                json("clearance", clearance.name(), "reason", "보안")), 200);
    }

    private JsonObject report() {
        return json("kind", "CROWD", "text", WORD, "occurredAt", Instant.now().toString()).put("code", 2)
                .put("post", RunningNode.MAPO_POST.toString());
    }

    private Caller clearedRoom(Clearance clearance) {
        if (ROOMS.add(clearance)) {
            node.cleared(login(clearance), Role.ROOM_OPERATOR, "seoul-mapo", clearance);
        }
        return Caller.of(node, login(clearance));
    }

    private static String login(Clearance clearance) {
        return "room-" + clearance.name().toLowerCase(Locale.ROOT);
    }

    private Screen screen(String login, String scope) {
        Screen screen = Screen.open(node, node.token(login));
        screen.hello(json("type", "hello", "operation", node.operation().toString(), "scope", scope));
        return screen;
    }

    private static Caller seen(Caller who, JsonObject receipt) {
        return who.with("Haetae-Cursor", receipt.getString("cursor"));
    }

    private static JsonObject json(String... fields) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }
}
