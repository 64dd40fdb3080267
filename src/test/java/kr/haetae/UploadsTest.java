package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;

/** Files on their way in, over HTTP. */
class UploadsTest {
    private static final int CHUNK = 256 * 1024;

    private final RunningNode node = RunningNode.shared();
    private final Sender officer = new Sender(node, "mapo-officer");

    @Test
    void aFileInPiecesIsTheSameFile() {
        byte[] film = Pictured.film(3 * CHUNK + 17);
        UUID id = Backroom.newId();
        Caller.body(officer.announce(id, film, "video/mp4"), 201);

        JsonObject last = Caller.body(officer.rest(id, film), 200);

        assertThat(last.getBoolean("complete")).isTrue();
        assertThat(last.getLong("received")).isEqualTo(film.length);
    }

    @Test
    void aBrokenConnectionLosesLessThanAChunkAndTheRestFollows() {
        byte[] film = Pictured.film(4 * CHUNK + 5);
        UUID id = Backroom.newId();
        Caller.body(officer.announce(id, film, "video/mp4"), 201);

        officer.breakOff(id, film, 2 * CHUNK + 1_000, 2L * CHUNK);

        assertThat(officer.received(id)).isEqualTo(2L * CHUNK);
        assertThat(Caller.body(officer.rest(id, film), 200).getBoolean("complete")).isTrue();
    }

    @Test
    void aPieceThatFollowsSomethingElseIsToldWhereToGoOn() {
        byte[] film = Pictured.film(2 * CHUNK);
        UUID id = Backroom.newId();
        officer.announce(id, film, "video/mp4");
        officer.piece(id, 0, Arrays.copyOf(film, CHUNK));

        HttpResponse<Buffer> again = officer.piece(id, 0, Arrays.copyOf(film, CHUNK));

        JsonObject problem = Caller.body(again, 409);
        assertThat(problem.getString("code")).isEqualTo("upload-moved-on");
        assertThat(problem.getString("detail")).contains(Integer.toString(CHUNK));
        assertThat(Caller.body(officer.rest(id, film), 200).getBoolean("complete")).isTrue();
        assertThat(Caller.body(officer.piece(id, 2L * CHUNK, new byte[0]), 200).getBoolean("complete")).isTrue();
    }

    @Test
    void whatIsShortOfAChunkIsRefusedBecauseItWouldNeverEnd() {
        byte[] film = Pictured.film(CHUNK);
        UUID id = Backroom.newId();
        officer.announce(id, film, "video/mp4");

        assertThat(code(officer.piece(id, 0, Arrays.copyOf(film, CHUNK - 1)), 422)).isEqualTo("piece-too-short");
        assertThat(Caller.body(officer.whole(id, film), 200).getBoolean("complete")).isTrue();
    }

    @Test
    void theSameAnnouncementTwiceIsOneUpload() {
        byte[] film = Pictured.film(1_000);
        UUID id = Backroom.newId();
        Caller.body(officer.announce(id, film, "video/mp4"), 201);

        assertThat(Caller.body(officer.announce(id, film, "video/mp4"), 201).getLong("received")).isZero();
        assertThat(code(officer.announce(id, Pictured.film(1_001), "video/mp4"), 409)).isEqualTo("upload-id-taken");
        assertThat(code(new Sender(node, "mapo-room").announce(id, film, "video/mp4"), 409))
                .isEqualTo("upload-id-taken");
    }

    @Test
    void whatIsRefusedAtOnce() {
        byte[] film = Pictured.film(100);
        String hash = "0".repeat(64);

        assertThat(code(officer.announce(Backroom.newId(), hash, 200L * 1024 * 1024 + 1, "video/mp4"), 413))
                .isEqualTo("file-too-large");
        assertThat(code(officer.announce(Backroom.newId(), film, "application/zip"), 415)).isEqualTo("type-not-taken");
        assertThat(code(officer.announce(Backroom.newId(), "XYZ", 5, "video/mp4"), 422)).isEqualTo("wrong-value");
        assertThat(code(officer.announce(Backroom.newId(), hash, 0, "video/mp4"), 422)).isEqualTo("out-of-range");
        assertThat(code(new Sender(node, "gateway").announce(Backroom.newId(), film, "video/mp4"), 403))
                .isEqualTo("not-your-duty");
    }

    @Test
    void anUploadIsItsSendersAlone() {
        byte[] film = Pictured.film(100);
        UUID id = Backroom.newId();
        officer.announce(id, film, "video/mp4");
        Sender other = new Sender(node, "mapo-room");

        assertThat(code(other.piece(id, 0, film), 404)).isEqualTo("unknown-upload");
        assertThat(code(Caller.of(node, "mapo-room").get("/uploads/" + id), 404)).isEqualTo("unknown-upload");
        assertThat(code(officer.piece(Backroom.newId(), 0, film), 404)).isEqualTo("unknown-upload");
        assertThat(Caller.of(node, "mapo-officer").uncheckedPut("/uploads/" + id, Buffer.buffer(film)))
                .as("without from").isEqualTo(400);
    }

    @Test
    void whatIsNotTakenLeavesNothingBehind() {
        byte[] film = Pictured.film(CHUNK + 1);
        UUID wrongHash = Backroom.newId();
        officer.announce(wrongHash, "0".repeat(64), film.length, "video/mp4");
        assertThat(code(officer.whole(wrongHash, film), 422)).isEqualTo("hash-mismatch");

        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        UUID wrongType = Backroom.newId();
        officer.announce(wrongType, page, "image/jpeg");
        assertThat(code(officer.whole(wrongType, page), 415)).isEqualTo("type-not-taken");

        byte[] bomb = Pictured.bomb(20_000, 20_000);
        UUID pixels = Backroom.newId();
        officer.announce(pixels, bomb, "image/png");
        assertThat(code(officer.whole(pixels, bomb), 422)).isEqualTo("too-many-pixels");

        byte[] line = Pictured.bomb(60_000, 1);
        UUID side = Backroom.newId();
        officer.announce(side, line, "image/png");
        assertThat(code(officer.whole(side, line), 422)).isEqualTo("too-many-pixels");

        for (UUID id : new UUID[]{wrongHash, wrongType, pixels, side}) {
            assertThat(code(Caller.of(node, "mapo-officer").get("/uploads/" + id), 404)).isEqualTo("unknown-upload");
            assertThat(chunks(id)).isZero();
        }
    }

    @Test
    void moreThanWasAnnouncedIsCutOff() {
        byte[] film = Pictured.film(CHUNK);
        UUID id = Backroom.newId();
        officer.announce(id, film, "video/mp4");

        assertThat(code(officer.piece(id, 0, Arrays.copyOf(film, CHUNK + 1)), 413)).isEqualTo("file-too-large");
        // What was announced may have come before the byte too many did.
        long held = officer.received(id);
        assertThat(held).isIn(0L, (long) CHUNK);
        assertThat(Caller.body(officer.piece(id, held, Arrays.copyOfRange(film, (int) held, CHUNK)), 200)
                .getBoolean("complete")).isTrue();
    }

    @Test
    void nobodyBeginsMoreThanHeCanFinish() {
        node.account("many-uploads", Role.OFFICER, "seoul-mapo", RunningNode.MAPO_POST);
        Sender many = new Sender(node, "many-uploads");
        byte[] film = Pictured.film(100);

        assertThat(IntStream.range(0, 20).map(i -> many.announce(Backroom.newId(), film, "video/mp4").statusCode()))
                .containsOnly(201);

        HttpResponse<Buffer> refused = many.announce(Backroom.newId(), film, "video/mp4");
        assertThat(code(refused, 429)).isEqualTo("too-many-uploads");
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
    }

    @Test
    void aDamagedPhotographIsKeptWithoutACopy() {
        byte[] cut = Arrays.copyOf(Pictured.jpeg(640, 480, 5), 400);

        UUID id = officer.upload(cut, "image/jpeg");

        assertThat(count("SELECT count(*) FROM blob WHERE store = $1 AND thumbnail IS NULL", id)).isEqualTo(1);
    }

    @Test
    void whatNobodyGoesOnWithAndNobodyNamesIsSweptAway() {
        byte[] film = Pictured.film(CHUNK + 99);
        UUID begun = Backroom.newId();
        officer.announce(begun, film, "video/mp4");
        officer.piece(begun, 0, Arrays.copyOf(film, CHUNK));
        UUID unattached = officer.upload(Pictured.jpeg(500, 400, 77), "image/jpeg");
        long thumbnails = count("SELECT count(*) FROM blob WHERE $1::uuid IS NOT NULL", begun);

        Backroom.await(node.files().sweep().sweep(Duration.ofHours(1)));
        assertThat(officer.received(begun)).as("too young").isEqualTo(CHUNK);
        assertThat(chunks(unattached)).isPositive();

        Backroom.await(node.files().sweep().sweep(Duration.ZERO));

        assertThat(chunks(begun)).isZero();
        assertThat(chunks(unattached)).isZero();
        assertThat(count("SELECT count(*) FROM blob WHERE $1::uuid IS NOT NULL", begun))
                .as("the copies went too").isLessThanOrEqualTo(thumbnails - 3);
        assertThat(Caller.of(node, "mapo-officer").get("/uploads/" + begun).statusCode()).isEqualTo(404);
        assertThat(Caller.of(node, "mapo-officer").with("Content-Type", "application/octet-stream")
                .send(HttpMethod.PUT, "/uploads/" + begun + "?from=" + CHUNK, Buffer.buffer("x")).statusCode())
                .isEqualTo(404);
    }

    private long chunks(UUID store) {
        return count("SELECT count(*) FROM blob_chunk WHERE store = $1", store);
    }

    private long count(String query, UUID id) {
        return Backroom.await(node.pool().preparedQuery(query).execute(Tuple.of(id))).iterator().next().getLong(0);
    }

    private static String code(HttpResponse<Buffer> answer, int status) {
        return Caller.body(answer, status).getString("code");
    }
}
