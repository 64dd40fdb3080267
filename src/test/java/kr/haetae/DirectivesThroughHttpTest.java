package kr.haetae;

import static kr.haetae.AccessScene.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directives through the API, and how they and a level reach rooms and phones. */
class DirectivesThroughHttpTest {
    private static final String MAPO = "seoul-mapo";

    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String directives = operation + "/directives";
    private final Caller commander = Caller.of(node, "commander");
    private final Caller mapo = Caller.of(node, "mapo-room");
    private final Caller gangnam = Caller.of(node, "gangnam-room");
    private final Caller officer = Caller.of(node, "mapo-officer");

    @Test
    void aDirectiveGoesToEveryRoomOfTheCountryAndComesBackGreen() {
        JsonObject wanted = wanted("npa").put("due", node.ledger().now().plusSeconds(3_600).toString());
        JsonObject preview = Caller.body(commander.post(directives + "/preview", wanted.toBuffer()), 200);
        JsonObject issued = Caller.body(commander.command(directives, wanted), 201);
        int rooms = Caller.body(commander.get(operation + "/units"), 200).getJsonArray("items").size();
        assertThat(issued.getInteger("rooms")).isEqualTo(rooms).isEqualTo(preview.getInteger("rooms"));
        String path = directives + "/" + issued.getString("id");

        Caller.body(mapo.command(path + "/reading", new JsonObject()), 200);
        Caller.body(mapo.command(path + "/acknowledgement", new JsonObject()), 200);
        Caller.body(gangnam.command(path + "/done", json("note", "완료")), 200);
        Caller.body(commander.command(path + "/acknowledgement", json("unit", "busan")), 200);
        Caller.body(commander.command(path + "/chase", new JsonObject().put("rooms", new JsonArray().add("busan"))),
                200);
        JsonObject last = Caller.body(commander.command(path + "/reopening",
                json("unit", "seoul-gangnam", "reason", "한 곳 누락")), 200);

        JsonObject whole = Caller.body(commander.with("Haetae-Cursor", last.getString("cursor")).get(path), 200);
        assertThat(whole.getJsonArray("rooms")).hasSize(rooms);
        assertThat(room(whole, MAPO).getString("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(room(whole, "seoul-gangnam").getString("returned")).isEqualTo("한 곳 누락");
        assertThat(room(whole, "busan").getInteger("chased")).isEqualTo(1);
        assertThat(types(whole)).containsExactly("directive-issued", "directive-read", "directive-acknowledged",
                "directive-done", "directive-acknowledged", "directives-chased", "directive-reopened");
        JsonObject own = Caller.body(mapo.with("Haetae-Cursor", last.getString("cursor")).get(path), 200);
        assertThat(own.getJsonArray("rooms")).hasSize(1);
        assertThat(types(own)).containsExactly("directive-issued", "directive-read", "directive-acknowledged",
                "directives-chased");
        assertThat(ids(mapo, "?open=true&urgency=URGENT&unit=" + MAPO)).contains(issued.getString("id"));
        assertThat(ids(mapo, "?open=false")).doesNotContain(issued.getString("id"));
    }

    @Test
    void onceWithdrawnItIsFoundByListsOnly() {
        JsonObject issued = Caller.body(commander.command(directives, wanted(MAPO)), 201);
        String id = issued.getString("id");
        assertThat(keys(mapo.with("Haetae-Cursor", issued.getString("cursor")))).contains("directive/" + id,
                "directive-room/" + id + ":" + MAPO);

        JsonObject gone = Caller.body(commander.command(directives + "/" + id + "/withdrawal", json("reason", "종료")),
                200);

        Caller seen = mapo.with("Haetae-Cursor", gone.getString("cursor"));
        assertThat(keys(seen)).doesNotContain("directive/" + id, "directive-room/" + id + ":" + MAPO,
                "directive-chase/" + id);
        assertThat(ids(seen, "?open=false")).contains(id);
        JsonObject whole = Caller.body(seen.get(directives + "/" + id), 200);
        assertThat(whole.getJsonObject("directive").getJsonObject("ending").getString("reason")).isEqualTo("종료");
        assertThat(refused(mapo.command(directives + "/" + id + "/acknowledgement", new JsonObject()), 409))
                .isEqualTo("directive-over");
    }

    @Test
    void filesOfADirectiveAreTheIssuersAndSeenByTheRoomsAsked() {
        String id = Caller.body(commander.command(directives, wanted(MAPO)), 201).getString("id");
        UUID upload = new Sender(node, "commander").upload(Pictured.jpeg(640, 480, 77), "image/jpeg");
        Caller.body(commander.command(operation + "/attachments",
                json("subject", "directive/" + id, "upload", upload.toString())), 201);

        String files = operation + "/attachments?subject=directive/" + id;
        assertThat(Caller.body(mapo.get(files), 200).getJsonObject("attachments").getJsonArray("files")).hasSize(1);
        assertThat(refused(gangnam.get(files), 404)).isEqualTo("unknown-subject");
        UUID other = new Sender(node, "mapo-room").upload(Pictured.jpeg(640, 480, 78), "image/jpeg");
        assertThat(refused(mapo.command(operation + "/attachments",
                json("subject", "directive/" + id, "upload", other.toString())), 403)).isEqualTo("not-your-directive");
    }

    @Test
    void aDocumentIsSavedByWhomeverTheDirectiveAsksAndNobodyElse() {
        String id = Caller.body(commander.command(directives, wanted(MAPO).put("posts",
                new JsonArray().add("POLLING_PLACE"))), 201).getString("id");
        byte[] hwp = Documents.hwp(5);
        Sender sender = new Sender(node, "commander");
        JsonObject attached = Caller.body(commander.command(operation + "/attachments", json("subject",
                "directive/" + id, "upload", sender.upload(hwp, "application/octet-stream").toString(), "name",
                "지시 1호.hwp.exe")), 201);
        String file = operation + "/attachments/" + id + "/" + attached.getString("command");

        HttpResponse<Buffer> phone = officer.with("Haetae-Cursor", attached.getString("cursor")).get(file + "/view");

        assertThat(phone.statusCode()).isEqualTo(200);
        assertThat(Objects.requireNonNull(phone.body()).getBytes()).isEqualTo(hwp);
        assertThat(phone.getHeader("Content-Type")).isEqualTo("application/vnd.hancom.hwp");
        assertThat(phone.getHeader("Content-Disposition")).startsWith("attachment;").endsWith("hwp.exe.hwp");
        assertThat(phone.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(phone.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(refused(officer.get(file + "/original"), 403)).isEqualTo("not-your-duty");
        for (String what : new String[]{"thumbnail", "view", "original"}) {
            assertThat(refused(gangnam.get(file + "/" + what), 404)).isEqualTo("unknown-attachment");
        }
        assertThat(refused(mapo.get(file + "/thumbnail"), 404)).isEqualTo("no-copy");
    }

    @Test
    void anErasedDocumentIsGoneForWhomeverItWasSentTo() {
        String id = Caller.body(commander.command(directives, wanted(MAPO)), 201).getString("id");
        UUID upload = new Sender(node, "commander").upload(Documents.pdf("이름이 적힌 명단"), "application/pdf");
        JsonObject attached = Caller.body(commander.command(operation + "/attachments",
                json("subject", "directive/" + id, "upload", upload.toString(), "name", "명단.pdf")), 201);
        String file = operation + "/attachments/" + id + "/" + attached.getString("command") + "/view";
        assertThat(mapo.get(file).statusCode()).isEqualTo(200);

        node.account("order-files", Role.DUTY_OFFICER, "npa", null);
        String erasure = operation + "/entries/" + attached.getLong("seq") + "/erasure";
        Caller.body(Caller.of(node, "order-files").command(erasure,
                json("reason", "잘못 보낸 명단", "basis", "DATA_SUBJECT")), 200);
        Caller.body(commander.command(erasure + "/approval", new JsonObject()), 200);

        assertThat(refused(mapo.get(file), 410)).isEqualTo("file-destroyed");
        String listed = Caller.body(mapo.get(operation + "/attachments?subject=directive/" + id), 200).encode();
        assertThat(listed).doesNotContain("명단").contains("\"erased\":true");
    }

    @Test
    void theOfficersPhoneHoldsItAndTakesNote() {
        JsonObject issued = Caller.body(commander.command(directives, wanted(MAPO).put("posts",
                new JsonArray().add("POLLING_PLACE"))), 201);
        String id = issued.getString("id");
        String note = directives + "/" + id + "/posts/" + RunningNode.MAPO_POST + "/acknowledgement";
        assertThat(keys(officer.with("Haetae-Cursor", issued.getString("cursor")))).contains("directive/" + id);

        JsonObject noted = Caller.body(officer.command(note, new JsonObject()), 200);

        assertThat(refused(officer.command(note, new JsonObject()), 409)).isEqualTo("already-there");
        JsonObject whole = Caller.body(mapo.with("Haetae-Cursor", noted.getString("cursor"))
                .get(directives + "/" + id), 200);
        JsonObject posts = room(whole, MAPO).getJsonObject("posts");
        assertThat(posts.getInteger("asked")).isPositive();
        assertThat(posts.getInteger("acknowledged")).isEqualTo(1);
        assertThat(whole.getJsonArray("posts").getJsonObject(0).getJsonArray("posts"))
                .containsExactly(RunningNode.MAPO_POST.toString());
        assertThat(refused(officer.command(directives + "/" + id + "/acknowledgement", new JsonObject()), 403))
                .isEqualTo("not-your-duty");
    }

    /** One frame: nothing has to be fetched before a room and an officer can read the order. */
    @Test
    void aLevelOfAAndAFlashDirectiveReachARoomAndAPhoneInOneFrame() {
        UUID other = node.anotherOperation();
        String there = "/operations/" + other;
        try (Screen station = watching(other, "mapo-room"); Screen phone = watching(other, "mapo-officer")) {
            Caller.body(commander.command(there + "/levels", json("unit", "npa", "level", "A", "reason", "전국 갑호",
                    "until", node.ledger(other).now().plus(Duration.ofHours(12)).toString())), 201);
            JsonObject wanted = wanted("npa").put("urgency", "FLASH").put("posts",
                    new JsonArray().add("POLLING_PLACE"));
            String id = Caller.body(commander.command(there + "/directives", wanted), 201).getString("id");
            for (Screen screen : List.of(station, phone)) {
                JsonObject level = entity(screen, "level");
                assertThat(level.getString("level")).isEqualTo("A");
                assertThat(level.getString("state")).isEqualTo("IN_FORCE");
                assertThat(level.getString("reason")).isEqualTo("전국 갑호");
                JsonObject directive = entity(screen, "directive");
                assertThat(directive.getString("id")).isEqualTo(id);
                assertThat(directive.getString("text")).isEqualTo("투표소 주변 순찰을 늘린다.");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "to | null | missing-field",
        "to | [] | missing-field",
        "to | [null] | missing-field",
        "to | [\"nowhere\"] | unknown-unit",
        "posts | [\"PUB\"] | wrong-value",
        "urgency | null | missing-field",
        "urgency | \"NOW\" | wrong-value",
        "title | \"\" | empty-text",
        "text | null | missing-field",
        "due | \"2020-01-01T00:00:00Z\" | due-in-past",
        "due | \"2098-01-01T00:00:00Z\" | span-out-of-range",
        "decision | \"00000000-0000-0000-0000-000000000001\" | unknown-decision",
        "ballot | \"1\" | unknown-field"})
    void aBadOneIsNamedAndLeavesNothing(String field, String value, String code) {
        JsonObject body = wanted("npa").put(field, new JsonObject("{\"value\":" + value + "}").getValue("value"));
        long before = node.entries();

        assertThat(refused(commander.command(directives, body), 422)).isEqualTo(code);
        assertThat(refused(commander.post(directives + "/preview", body.toBuffer()), 422)).isEqualTo(code);
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void whoWasNotAskedHasNothingToSay() {
        String id = Caller.body(commander.command(directives, wanted(MAPO)), 201).getString("id");
        String path = directives + "/" + id;
        long before = node.entries();

        assertThat(refused(Caller.of(node, "seoul-room").command(path + "/acknowledgement", new JsonObject()), 403))
                .isEqualTo("not-asked");
        assertThat(refused(gangnam.command(path + "/acknowledgement", new JsonObject()), 404))
                .isEqualTo("unknown-directive");
        assertThat(refused(mapo.command(path + "/withdrawal", json("reason", "종료")), 403)).isEqualTo("not-your-duty");
        assertThat(refused(commander.command(path + "/chase", new JsonObject()), 409)).isEqualTo("nobody-late");
        assertThat(node.entries()).isEqualTo(before);
    }

    @Test
    void theLimitsCanBeChangedForLater() {
        String settings = operation + "/directive-settings";
        JsonArray rules = Caller.body(commander.get(settings), 200).getJsonArray("chasing");
        assertThat(rules).hasSize(3);
        Caller put = commander.with("Idempotency-Key", Backroom.newId().toString());
        JsonObject twice = new JsonObject().put("chasing", new JsonArray().add(rules.getJsonObject(0))
                .add(rules.getJsonObject(0)).add(rules.getJsonObject(1)));
        assertThat(refused(put.send(HttpMethod.PUT, settings, twice.toBuffer()), 422))
                .isEqualTo("wrong-value");
        rules.getJsonObject(0).put("acknowledgeWithin", 45);
        JsonObject changed = Caller.body(put.send(HttpMethod.PUT, settings,
                new JsonObject().put("chasing", rules).toBuffer()), 200);

        assertThat(Caller.body(commander.with("Haetae-Cursor", changed.getString("cursor")).get(settings), 200)
                .getJsonArray("chasing")).isEqualTo(rules);
    }

    private Screen watching(UUID which, String login) {
        Screen screen = Screen.open(node, node.token(login));
        screen.hello(json("type", "hello", "operation", which.toString(), "scope", MAPO));
        screen.next("change", frame -> frame.getBoolean("reset", false));
        return screen;
    }

    private static JsonObject entity(Screen screen, String kind) {
        JsonObject frame = screen.next("change", it -> it.getJsonArray("put").stream().map(JsonObject.class::cast)
                .anyMatch(entity -> entity.getString("kind").equals(kind)));
        return frame.getJsonArray("put").stream().map(JsonObject.class::cast)
                .filter(entity -> entity.getString("kind").equals(kind)).findFirst().orElseThrow();
    }

    private Set<String> keys(Caller caller) {
        return Caller.body(caller.get(operation + "/picture"), 200).getJsonArray("put").stream()
                .map(JsonObject.class::cast).map(it -> it.getString("kind") + "/" + it.getString("id"))
                .collect(Collectors.toSet());
    }

    private List<String> ids(Caller caller, String query) {
        return Caller.body(caller.get(directives + query), 200).getJsonArray("items").stream()
                .map(it -> ((JsonObject) it).getString("id")).toList();
    }

    private static List<String> types(JsonObject whole) {
        return whole.getJsonArray("timeline").stream().map(it -> ((JsonObject) it).getString("type")).toList();
    }

    private static JsonObject room(JsonObject whole, String unit) {
        return whole.getJsonArray("rooms").stream().map(JsonObject.class::cast)
                .filter(it -> it.getString("unit").equals(unit)).findFirst().orElseThrow();
    }

    private static JsonObject wanted(String to) {
        return json("urgency", "URGENT", "title", "순찰 강화", "text", "투표소 주변 순찰을 늘린다.")
                .put("to", new JsonArray().add(to));
    }

    private static String refused(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
