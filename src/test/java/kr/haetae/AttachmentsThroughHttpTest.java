package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.event.Hash;
import kr.haetae.event.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of an incident: attached by an officer, seen by exactly those who see the incident. */
class AttachmentsThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final String operation = "/operations/" + node.operation();
    private final Sender officer = new Sender(node, "mapo-officer");
    private final Caller room = Caller.of(node, "mapo-room");
    private final Caller gangnam = Caller.of(node, "gangnam-room");
    private String incident = "";
    private String subject = "";

    @BeforeEach
    void report() {
        JsonObject report = new JsonObject().put("kind", "DISTURBANCE").put("code", 3).put("text", "고성")
                .put("occurredAt", Instant.now().toString());
        incident = Caller.body(Caller.of(node, "mapo-officer").command(operation + "/incidents", report), 201)
                .getString("id");
        subject = "incident/" + incident;
    }

    @Test
    void aPhotographIsShownUprightWithoutWhatItsDeviceWroteIntoIt() {
        byte[] photo = Pictured.jpegOnItsSide(3_300, 1_650, 1);
        String file = attached(photo, "image/jpeg");

        JsonObject listed = files(room).getJsonObject(0);
        HttpResponse<Buffer> thumbnail = room.get(path(file, "thumbnail"));
        HttpResponse<Buffer> view = room.get(path(file, "view"));
        HttpResponse<Buffer> original = room.get(path(file, "original"));

        assertThat(listed.getInteger("width")).isEqualTo(1_650);
        assertThat(listed.getInteger("height")).isEqualTo(3_300);
        assertThat(listed.getString("sha256")).isEqualTo(Hash.of(photo).hex());
        assertThat(Pictured.read(bytes(thumbnail)).getHeight()).isEqualTo(320);
        assertThat(Pictured.read(bytes(thumbnail)).getWidth()).isEqualTo(160);
        assertThat(Pictured.read(bytes(view)).getHeight()).isEqualTo(1_600);
        for (HttpResponse<Buffer> copy : List.of(thumbnail, view)) {
            assertThat(new String(bytes(copy), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", Pictured.PLACE);
            assertThat(copy.getHeader("Content-Type")).isEqualTo("image/jpeg");
            assertThat(copy.getHeader("Content-Disposition")).startsWith("inline;");
        }
        assertThat(bytes(original)).isEqualTo(photo);
        assertThat(original.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"" + file + ".jpg\"; filename*=UTF-8''%EC%82%AC")
                .endsWith("%201.jpg");
        assertThat(original.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(original.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(original.getHeader("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        String file = attached(Pictured.jpeg(640, 480, 2), "image/jpeg");
        String etag = room.get(path(file, "thumbnail")).getHeader("ETag");

        HttpResponse<Buffer> again = room.with("If-None-Match", etag).get(path(file, "thumbnail"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.getHeader("ETag")).isEqualTo(etag);
    }

    @Test
    void aFilmIsSentByRanges() {
        byte[] film = Pictured.film(600_000);
        String file = attached(film, "video/mp4");
        Caller player = room.with("Range", "bytes=262100-262200");

        HttpResponse<Buffer> part = player.get(path(file, "view"));
        HttpResponse<Buffer> tail = room.with("Range", "bytes=-10").get(path(file, "view"));
        HttpResponse<Buffer> beyond = room.with("Range", "bytes=600000-").get(path(file, "view"));
        HttpResponse<Buffer> stale = player.with("If-Range", "\"another\"").get(path(file, "view"));

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.getHeader("Content-Range")).isEqualTo("bytes 262100-262200/600000");
        assertThat(bytes(part)).isEqualTo(Arrays.copyOfRange(film, 262_100, 262_201));
        assertThat(bytes(tail)).isEqualTo(Arrays.copyOfRange(film, 599_990, 600_000));
        assertThat(code(beyond, 416)).isEqualTo("range-not-satisfiable");
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(bytes(stale)).isEqualTo(film);
        assertThat(code(room.get(path(file, "thumbnail")), 404)).isEqualTo("no-copy");
    }

    @Test
    void originalsAreForRoomsOnly() {
        String photo = attached(Pictured.jpeg(640, 480, 3), "image/jpeg");
        String film = attached(Pictured.film(5_000), "video/mp4");
        Caller phone = Caller.of(node, "mapo-officer");

        assertThat(phone.get(path(photo, "view")).statusCode()).isEqualTo(200);
        assertThat(code(phone.get(path(photo, "original")), 403)).isEqualTo("not-your-duty");
        assertThat(code(phone.get(path(film, "view")), 403)).isEqualTo("not-your-duty");
    }

    @Test
    void filesGoWhereTheIncidentGoes() {
        String file = attached(Pictured.jpeg(640, 480, 4), "image/jpeg");
        String key = "attachments/" + incident;
        try (Screen mapo = watching("mapo-room", "seoul-mapo");
                Screen other = watching("gangnam-room",
                        "seoul-gangnam")) {
            assertThat(code(gangnam.get(operation + "/attachments?subject=" + subject), 404))
                    .isEqualTo("unknown-subject");
            assertThat(code(gangnam.get(path(file, "thumbnail")), 404)).isEqualTo("unknown-attachment");
            assertThat(picture(gangnam, "seoul-gangnam")).doesNotContain(file);
            assertThat(picture(room, "seoul-mapo")).contains(file);

            JsonObject moved = Caller.body(room.command(operation + "/incidents/" + incident + "/transfer",
                    new JsonObject().put("unit", "seoul-gangnam").put("reason", "관할")), 200);

            mapo.next("change", frame -> frame.getJsonArray("drop").contains(key));
            other.next("change", frame -> frame.getJsonArray("put").encode().contains(file));
            Caller gone = room.with("Haetae-Cursor", moved.getString("cursor"));
            Caller come = gangnam.with("Haetae-Cursor", moved.getString("cursor"));
            assertThat(code(gone.get(operation + "/attachments?subject=" + subject), 404))
                    .isEqualTo("unknown-subject");
            for (String what : new String[]{"thumbnail", "view", "original"}) {
                assertThat(code(gone.get(path(file, what)), 404)).isEqualTo("unknown-attachment");
                assertThat(come.get(path(file, what)).statusCode()).isEqualTo(200);
            }
            assertThat(picture(gone, "seoul-mapo")).doesNotContain(file);
            assertThat(picture(come, "seoul-gangnam")).contains(file);
            assertThat(code(officer.attach(subject, officer.upload(Pictured.jpeg(64, 64, 9), "image/jpeg")), 404))
                    .isEqualTo("unknown-subject");
        }
    }

    @Test
    void aWithdrawnFileIsShownToNobody() {
        String file = attached(Pictured.jpeg(640, 480, 6), "image/jpeg");
        JsonObject reason = new JsonObject().put("reason", "다른 사건의 사진");
        assertThat(code(Caller.of(node, "mapo-officer").command(path(file, "withdrawal"), reason), 403))
                .isEqualTo("not-your-duty");

        JsonObject done = Caller.body(room.command(path(file, "withdrawal"), reason), 200);

        Caller seen = room.with("Haetae-Cursor", done.getString("cursor"));
        assertThat(code(seen.get(path(file, "original")), 404)).isEqualTo("unknown-attachment");
        assertThat(files(seen).getJsonObject(0).getJsonObject("withdrawn").getString("reason"))
                .isEqualTo("다른 사건의 사진");
        JsonArray timeline = Caller.body(seen.get(operation + "/incidents/" + incident), 200)
                .getJsonArray("timeline");
        assertThat(timeline.encode()).contains("attachment-added", "attachment-withdrawn");
    }

    @Test
    void theRepeatOfAnAttachmentIsTheSameAndWhatIsNotThereIsSaid() {
        UUID upload = officer.upload(Pictured.jpeg(640, 480, 7), "image/jpeg");
        UUID attachment = Backroom.newId();
        JsonObject first = Caller.body(officer.attach(attachment, subject, upload), 201);

        assertThat(Caller.body(officer.attach(attachment, subject, upload), 201)).isEqualTo(first);
        assertThat(code(officer.attach(subject, upload), 409)).isEqualTo("already-there");
        assertThat(code(officer.attach(subject, Backroom.newId()), 404)).isEqualTo("unknown-upload");
        assertThat(code(new Sender(node, "mapo-room").attach(subject, upload), 404)).isEqualTo("unknown-upload");
        assertThat(code(officer.attach("incident/" + Backroom.newId(),
                officer.upload(Pictured.jpeg(64, 48, 8), "image/jpeg")), 404)).isEqualTo("unknown-subject");
        UUID begun = Backroom.newId();
        officer.announce(begun, Pictured.film(100), "video/mp4");
        assertThat(code(officer.attach(subject, begun), 409)).isEqualTo("upload-unfinished");
        assertThat(Caller.of(node, "mapo-officer").unchecked(operation + "/attachments",
                Buffer.buffer("{\"subject\":\"incident\",\"upload\":\"" + upload + "\"}"))).isEqualTo(422);
    }

    @Test
    void whatIsAttachedIsNeverSweptAndWhatIsErasedIsGone() {
        byte[] photo = Pictured.jpeg(900, 700, 10);
        String file = attached(photo, "image/jpeg");

        Backroom.await(node.files().sweep().sweep(Duration.ZERO));

        assertThat(bytes(room.get(path(file, "original")))).isEqualTo(photo);
        assertThat(room.get(path(file, "thumbnail")).statusCode()).isEqualTo(200);

        node.account("file-duty", Role.DUTY_OFFICER, "npa", null);
        String erasure = operation + "/entries/" + added() + "/erasure";
        Caller.body(Caller.of(node, "file-duty").command(erasure,
                new JsonObject().put("reason", "다른 사람의 얼굴").put("basis", "DATA_SUBJECT")), 200);
        Caller.body(Caller.of(node, "commander").command(erasure + "/approval", new JsonObject()), 200);

        JsonObject listed = files(room).getJsonObject(0);
        assertThat(listed.getBoolean("erased")).isTrue();
        assertThat(listed.containsKey("name")).isFalse();
        assertThat(Backroom.await(node.pool().preparedQuery("SELECT count(*) FROM blob WHERE sha256 = $1")
                .execute(Tuple.of(Buffer.buffer(Hash.of(photo).bytes())))).iterator().next().getLong(0)).isZero();
        for (String what : new String[]{"thumbnail", "view", "original"}) {
            assertThat(code(room.get(path(file, what)), 410)).isEqualTo("file-destroyed");
        }
    }

    @Test
    void theSameFileIsKeptOnceHoweverOftenItComes() {
        byte[] photo = Pictured.png(500, 300);
        String one = attached(photo, "image/png");
        UUID again = new Sender(node, "mapo-room").upload(photo, "image/png");

        Backroom.await(node.files().sweep().sweep(Duration.ZERO));

        assertThat(again).isNotNull();
        assertThat(bytes(room.get(path(one, "original")))).isEqualTo(photo);
        int white = Pictured.read(bytes(room.get(path(one, "view")))).getRGB(10, 10) & 0xFFFFFF;
        assertThat(white).as("transparent becomes white").isGreaterThan(0xF0F0F0);
    }

    /** The seq of the entry that attached the file. */
    private long added() {
        return Caller.body(room.get(operation + "/incidents/" + incident), 200).getJsonArray("timeline").stream()
                .map(JsonObject.class::cast).filter(line -> line.getString("type").equals("attachment-added"))
                .findFirst().orElseThrow().getLong("seq");
    }

    private String attached(byte[] file, String type) {
        JsonObject receipt = Caller.body(officer.attach(subject, officer.upload(file, type)), 201);
        return receipt.getString("command");
    }

    private String path(String file, String what) {
        return operation + "/attachments/" + incident + "/" + file + "/" + what;
    }

    private JsonArray files(Caller caller) {
        return Caller.body(caller.get(operation + "/attachments?subject=" + subject), 200)
                .getJsonObject("attachments").getJsonArray("files");
    }

    private String picture(Caller caller, String scope) {
        return new String(bytes(caller.get(operation + "/picture?scope=" + scope)), StandardCharsets.UTF_8);
    }

    private Screen watching(String login, String scope) {
        Screen screen = Screen.open(node, node.token(login));
        screen.hello(new JsonObject().put("type", "hello").put("operation", node.operation().toString())
                .put("scope", scope));
        screen.next("change");
        return screen;
    }

    private static byte[] bytes(HttpResponse<Buffer> response) {
        return Objects.requireNonNull(response.body()).getBytes();
    }

    private static String code(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
