package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import kr.haetae.event.Hash;

/** Somebody who sends files: in pieces, over connections that may break. */
final class Sender {
    private static final Duration HELD_WITHIN = Duration.ofSeconds(20);
    private static final int PIECE = 300_000;

    private final RunningNode node;
    private final String login;
    private final Caller caller;

    Sender(RunningNode node, String login) {
        this.node = node;
        this.login = login;
        this.caller = Caller.of(node, login);
    }

    Caller caller() {
        return caller;
    }

    HttpResponse<Buffer> announce(UUID id, byte[] file, String type) {
        return announce(id, Hash.of(file).hex(), file.length, type);
    }

    HttpResponse<Buffer> announce(UUID id, String sha256, long bytes, String type) {
        return caller.with("Idempotency-Key", id.toString()).command("/uploads",
                new JsonObject().put("sha256", sha256).put("bytes", bytes).put("type", type));
    }

    HttpResponse<Buffer> piece(UUID id, long from, byte[] piece) {
        return caller.with("Content-Type", "application/octet-stream")
                .send(HttpMethod.PUT, "/uploads/" + id + "?from=" + from, Buffer.buffer(piece));
    }

    long received(UUID id) {
        return Caller.body(caller.get("/uploads/" + id), 200).getLong("received");
    }

    /** Everything, piece by piece; answers the last answer. */
    HttpResponse<Buffer> rest(UUID id, byte[] file) {
        HttpResponse<Buffer> answer;
        int from = (int) received(id);
        do {
            answer = piece(id, from, Arrays.copyOfRange(file, from, Math.min(file.length, from + PIECE)));
            from = answer.statusCode() == 200 ? Caller.body(answer, 200).getInteger("received") : file.length;
        } while (from < file.length);
        return answer;
    }

    /** A complete upload. */
    UUID upload(byte[] file, String type) {
        UUID id = Backroom.newId();
        assertThat(announce(id, file, type).statusCode()).isEqualTo(201);
        assertThat(Caller.body(whole(id, file), 200).getBoolean("complete")).isTrue();
        return id;
    }

    HttpResponse<Buffer> whole(UUID id, byte[] file) {
        return piece(id, 0, file);
    }

    HttpResponse<Buffer> attach(String subject, UUID upload) {
        return attach(Backroom.newId(), subject, upload);
    }

    HttpResponse<Buffer> attach(UUID attachment, String subject, UUID upload) {
        return caller.with("Idempotency-Key", attachment.toString()).command(
                "/operations/" + node.operation() + "/attachments",
                new JsonObject().put("subject", subject).put("upload", upload.toString()).put("name", "사진 1.jpg")
                        .put("takenAt", "2026-06-03T01:05:00Z"));
    }

    /** Begins to send and breaks off after some bytes, once the server holds so many of them. */
    void breakOff(UUID id, byte[] file, int after, long held) {
        String head = "PUT /api/v1/uploads/" + id + "?from=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + node.token(login) + "\r\nContent-Length: " + file.length + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(file, 0, after);
            out.flush();
            await().atMost(HELD_WITHIN).until(() -> received(id) == held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
