package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kr.haetae.event.Hash;
import kr.haetae.event.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photographs and films that lay unsent on the phone of a disabled account: a room uploads them, and each is attached once. */
class SealedMediaTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final String login = "media-" + UUID.randomUUID().toString().substring(0, 8);
    private final byte[] photo = Pictured.jpeg(400, 300, ThreadLocalRandom.current().nextLong());
    private Sender room;
    private UUID account;
    private Caller officer;
    private JsonObject key;

    @BeforeEach
    void enrol() {
        account = node.account(login, Role.OFFICER, "seoul-mapo", RunningNode.MAPO_POST);
        officer = Caller.of(node, login);
        key = Caller.body(officer.get("/sealing-key"), 200);
        room = room("room-" + login, "seoul-mapo");
    }

    @Test
    void aPhotographEndsAtItsIncidentOnceHoweverOftenAndByWhomeverItIsTakenIn() {
        byte[] film = Pictured.film(2_000_000);
        JsonObject incident = incident();
        JsonObject first = file(incident, "현장.jpg");
        JsonObject second = file(incident, "영상.mp4");
        // A file is written after its report, but nobody has to rely on it.
        Buffer file = sealed(content(first, incident, second), medium(first, photo, "image/jpeg"),
                medium(second, film, "video/mp4"));
        node.disable(account);

        JsonObject taken = take(room, file);

        assertThat(outcomes(taken)).containsExactly("AWAITED", "ACCEPTED", "AWAITED");
        assertThat(taken.getLong("awaited")).isEqualTo(2);
        assertThat(attached(incident)).isEmpty();
        JsonObject awaited = its(taken, 0);
        assertThat(awaited.getLong("bytes")).isEqualTo(photo.length);
        assertThat(awaited.getString("key")).hasSize(44);
        assertThat(awaited.getLong("from")).isZero();
        assertThat(its(taken, 2).getLong("from")).as("behind one piece and its tag").isEqualTo(photo.length + 16L);

        upload(room, awaited, photo, "image/jpeg");
        assertThat(outcomes(take(room, file))).containsExactly("ACCEPTED", "KNOWN", "AWAITED");
        upload(room, its(taken, 2), film, "video/mp4");
        assertThat(outcomes(take(room, file))).containsExactly("KNOWN", "KNOWN", "ACCEPTED");

        JsonObject again = take(room, file);
        assertThat(outcomes(again)).containsOnly("KNOWN");
        assertThat(again.encode()).as("nobody needs the keys any more").doesNotContain("medium");
        assertThat(outcomes(take(room("other-" + login, "seoul"), file))).containsOnly("KNOWN");
        assertThat(attached(incident)).extracting(it -> it.getString("name")).containsExactly("현장.jpg", "영상.mp4");
        assertThat(attached(incident)).extracting(it -> it.getJsonObject("by").getString("account"))
                .containsOnly(account.toString());
        assertThat(attached(incident).getFirst().getString("sha256")).isEqualTo(sha256(photo));
    }

    @Test
    void whatThePhoneHadSentAfterAllIsKnown() {
        JsonObject incident = incident();
        JsonObject sent = file(incident, "보낸 사진.jpg");
        JsonObject same = file(incident, "같은 사진.jpg");
        Caller.body(officer.with("Idempotency-Key", incident.getString("id")).command(operation + "/incidents", incident
                .getJsonObject("task").getJsonObject("body")), 201);
        Sender phone = new Sender(node, login);
        UUID there = phone.upload(photo, "image/jpeg");
        Caller.body(phone.attach(UUID.fromString(sent.getString("id")), "incident/" + incident.getString("id"), there),
                201);
        Buffer file = sealed(content(incident, sent, same), medium(sent, photo, "image/jpeg"),
                medium(same, photo, "image/jpeg"));

        JsonObject taken = take(room, file);

        assertThat(outcomes(taken)).containsExactly("KNOWN", "KNOWN", "AWAITED");
        upload(room, its(taken, 2), photo, "image/jpeg");
        assertThat(outcomes(take(room, file))).containsOnly("KNOWN");
        assertThat(attached(incident)).hasSize(1);
    }

    @Test
    void whatIsNotWhatThePhoneSealedIsNotAttached() {
        JsonObject incident = incident();
        JsonObject photograph = file(incident, "현장.jpg");
        Buffer file = sealed(content(incident, photograph), medium(photograph, photo, "image/jpeg"));
        JsonObject awaited = its(take(room, file), 1);
        byte[] other = Pictured.jpeg(400, 300, 7);
        UUID upload = UUID.fromString(awaited.getString("upload"));

        Caller.body(room.announce(upload, sha256(photo), photo.length, "image/jpeg"), 201);
        assertThat(code(room.whole(upload, Pictured.film(photo.length)), 422)).isEqualTo("hash-mismatch");
        assertThat(outcomes(take(room, file))).containsExactly("KNOWN", "AWAITED");
        Sender neighbour = room("next-" + login, "seoul-mapo");
        Caller.body(neighbour.announce(upload, sha256(photo), photo.length, "image/jpeg"), 201);
        Caller.body(neighbour.whole(upload, photo), 200);
        assertThat(outcomes(take(room, file))).as("somebody else's upload").containsExactly("KNOWN", "AWAITED");

        JsonObject theirs = its(take(neighbour, file), 1);
        assertThat(theirs.getString("upload")).isNotEqualTo(upload.toString());
        upload(neighbour, theirs, other, "image/jpeg");
        assertThat(outcomes(take(neighbour, file))).containsExactly("KNOWN", "REFUSED hash-mismatch");
        assertThat(attached(incident)).isEmpty();
    }

    @Test
    void whatIsNoPhotographOfThatReportIsRefused() {
        JsonObject incident = incident();
        JsonObject lost = incident();
        JsonObject others = incident();
        Caller.body(Caller.of(node, "mapo-officer").with("Idempotency-Key", others.getString("id"))
                .command(operation + "/incidents", others.getJsonObject("task").getJsonObject("body")), 201);
        JsonObject bodiless = file(incident, "없음.jpg");
        JsonObject unknown = file(lost, "모르는 신고.jpg");
        JsonObject another = file(others, "남의 신고.jpg");
        JsonObject post = file(incident, "근무지.jpg");
        post.getJsonObject("task").getJsonObject("body").put("subject", "post/" + RunningNode.MAPO_POST);
        JsonObject elsewhere = file(incident, "다른 신고.jpg");
        elsewhere.getJsonObject("task").put("report", lost.getString("id"));
        JsonObject check = file(incident, "봉인.jpg");
        check.getJsonObject("task").getJsonObject("body").put("subject", "seal-check/" + incident.getString("id"));
        JsonObject undated = file(incident, "언제.jpg");
        undated.getJsonObject("task").getJsonObject("body").put("takenAt", "어제");
        JsonObject huge = file(incident, "긴 영상.mp4");
        JsonObject foreign = file(incident, "다른 훈련.jpg").put("operation", UUID.randomUUID().toString());
        long entries = node.entries();
        JsonObject content = content(incident, bodiless, unknown, another, post, elsewhere, check, undated, huge,
                foreign);

        JsonObject taken = take(room, sealed(content, medium(unknown), medium(another), medium(post), medium(elsewhere),
                medium(check), medium(undated), medium(huge).put("bytes", 201L * 1024 * 1024), medium(foreign)));

        assertThat(outcomes(taken)).containsExactly("ACCEPTED", "REFUSED queue-medium-absent",
                "REFUSED queue-report-missing", "REFUSED queue-medium-of-another", "REFUSED wrong-value",
                "REFUSED wrong-value", "REFUSED queue-medium-of-another", "REFUSED wrong-value",
                "REFUSED file-too-large", "REFUSED queue-other-operation");
        assertThat(its(taken, 2).getString("key")).as("a room can keep it all the same").hasSize(44);
        assertThat(node.entries()).as("the incident alone").isEqualTo(entries + 1);
    }

    @Test
    void whatNoPhoneWritesIsRefusedAsAWhole() {
        JsonObject incident = incident();
        JsonObject one = file(incident, "현장.jpg");
        JsonObject content = content(incident, one);
        long entries = node.entries();

        assertThat(wrong(content, medium(incident))).isEqualTo("/media/0/id wrong-value");
        assertThat(wrong(content, medium(one), medium(one))).isEqualTo("/media/1/id wrong-value");
        assertThat(wrong(content, medium(one).putNull("id"))).isEqualTo("/media/0/id missing-field");
        assertThat(wrong(content, medium(one).put("bytes", 0))).isEqualTo("/media/0/bytes out-of-range");
        assertThat(wrong(content, medium(one).put("bytes", Long.MAX_VALUE))).isEqualTo("/media/0/bytes out-of-range");
        assertThat(wrong(content, medium(one).put("sha256", "XYZ"))).isEqualTo("/media/0/sha256 wrong-value");
        assertThat(wrong(content, medium(one).put("key", "c2hvcnQ="))).isEqualTo("/media/0/key wrong-value");
        assertThat(wrong(content, medium(one).putNull("key"))).isEqualTo("/media/0/key missing-field");
        assertThat(node.entries()).isEqualTo(entries);
    }

    @Test
    void whatIsNeitherPhotographNorFilmIsNot() {
        JsonObject incident = incident();
        JsonObject script = file(incident, "현장.jpg");
        byte[] page = "<script>alert(1)</script>".repeat(100).getBytes(StandardCharsets.UTF_8);
        Buffer file = sealed(content(incident, script), medium(script, page, "image/jpeg"));
        UUID upload = UUID.fromString(its(take(room, file), 1).getString("upload"));

        Caller.body(room.announce(upload, page, "image/jpeg"), 201);

        assertThat(code(room.whole(upload, page), 415)).isEqualTo("type-not-taken");
        assertThat(outcomes(take(room, file))).containsExactly("KNOWN", "AWAITED");
        assertThat(attached(incident)).isEmpty();
    }

    private JsonObject incident() {
        return item("incident", new JsonObject().put("kind", "OTHER").put("code", 3).put("text", "사진이 있는 신고 " + login)
                .put("occurredAt", Instant.now().toString()));
    }

    private JsonObject file(JsonObject report, String name) {
        JsonObject file = item("file", new JsonObject().put("subject", "incident/" + report.getString("id"))
                .put("name", name).put("takenAt", "2026-06-03T01:00:00Z").put("occurredAt", Instant.now().toString()));
        file.getJsonObject("task").put("report", report.getString("id")).put("file", UUID.randomUUID().toString())
                .put("send", "only");
        return file;
    }

    private JsonObject item(String what, JsonObject body) {
        return new JsonObject().put("id", Backroom.newId().toString()).put("operation", node.operation().toString())
                .put("place", "서교동제1투표소").put("task", new JsonObject().put("what", what).put("body", body));
    }

    private JsonObject medium(JsonObject item) {
        return medium(item, photo, "image/jpeg");
    }

    private static JsonObject medium(JsonObject item, byte[] bytes, String type) {
        return SealedFile.medium(item, bytes, type);
    }

    private JsonObject content(JsonObject... items) {
        return SealedFile.content(key, account.toString(), login, items);
    }

    /** Version 2, with bytes behind it that the server does not look at. */
    private Buffer sealed(JsonObject content, JsonObject... media) {
        JsonObject head = SealedFile.sealed(content.copy().put("media", new JsonArray(List.of(media))), key)
                .toJsonObject().put("version", 2);
        return head.toBuffer().appendString("\n").appendBytes(new byte[]{(byte) 0xff, '\n', 0});
    }

    private Sender room(String name, String unit) {
        node.account(name, Role.ROOM_OPERATOR, unit, null);
        return new Sender(node, name);
    }

    private JsonObject take(Sender by, Buffer file) {
        return Caller.body(post(by, file), 200);
    }

    private HttpResponse<Buffer> post(Sender by, Buffer file) {
        return by.caller().with("Content-Type", "application/octet-stream").post(operation + "/sealed-queues", file);
    }

    private String wrong(JsonObject content, JsonObject... media) {
        JsonObject error = Caller.body(post(room, sealed(content, media)), 422).getJsonArray("errors").getJsonObject(0);
        return error.getString("pointer") + " " + error.getString("code");
    }

    private static void upload(Sender by, JsonObject medium, byte[] bytes, String type) {
        UUID upload = UUID.fromString(medium.getString("upload"));
        Caller.body(by.announce(upload, bytes, type), 201);
        assertThat(Caller.body(by.whole(upload, bytes), 200).getBoolean("complete")).isTrue();
    }

    private List<JsonObject> attached(JsonObject incident) {
        JsonObject list = Caller.body(room.caller().get(operation + "/attachments?subject=incident/"
                + incident.getString("id")), 200).getJsonObject("attachments");
        return list == null ? List.of() : list.getJsonArray("files").stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject its(JsonObject taken, int line) {
        return Objects.requireNonNull(taken.getJsonArray("items").getJsonObject(line).getJsonObject("medium"));
    }

    private static String sha256(byte[] bytes) {
        return Hash.of(bytes).hex();
    }

    private static String code(HttpResponse<Buffer> answer, int status) {
        return Objects.requireNonNullElse(Caller.body(answer, status).getString("code"), "");
    }

    private static List<String> outcomes(JsonObject taken) {
        return taken.getJsonArray("items").stream().map(JsonObject.class::cast)
                .map(line -> line.getString("code") == null ? line.getString("outcome")
                        : line.getString("outcome") + " " + line.getString("code"))
                .toList();
    }
}
