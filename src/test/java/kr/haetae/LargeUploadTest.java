package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Hash;
import org.junit.jupiter.api.Test;

/** A film far larger than what one may hold of it: it goes in and out over one connection each, and the heap stays as it was. */
class LargeUploadTest {
    private static final int PIECE = 1 << 20;
    private static final int PIECES = 150;
    /** A chunk for the upload, one for what is read meanwhile, what sockets and the driver hold, and the test itself. */
    private static final long ALLOWED = 32L << 20;

    private final RunningNode node = RunningNode.shared();
    private final Sender officer = new Sender(node, "mapo-officer");
    private final byte[] piece = Pictured.film(PIECE);
    private long most;

    @Test
    void theHeapStaysFlat() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < PIECES; i++) {
            digest.update(piece);
        }
        String sha256 = Hash.ofBytes(digest.digest()).hex();
        UUID id = Backroom.newId();
        Caller.body(officer.announce(id, sha256, (long) PIECES * PIECE, "video/mp4"), 201);
        long before = live();

        HttpURLConnection sending = connection("/uploads/" + id + "?from=0", "mapo-officer");
        sending.setRequestMethod("PUT");
        sending.setDoOutput(true);
        sending.setFixedLengthStreamingMode((long) PIECES * PIECE);
        try (OutputStream out = sending.getOutputStream()) {
            for (int i = 0; i < PIECES; i++) {
                out.write(piece);
                look(i);
            }
        }
        assertThat(sending.getResponseCode()).isEqualTo(200);
        JsonObject reported = Caller.body(Caller.of(node, "mapo-officer").command(
                "/operations/" + node.operation() + "/incidents",
                new JsonObject().put("kind", "OTHER").put("code", 4).put("text", "영상").put("occurredAt",
                        Instant.now().toString())),
                201);
        String file = Caller.body(officer.attach("incident/" + reported.getString("id"), id), 201).getString("command");

        String path = "/operations/" + node.operation() + "/attachments/" + reported.getString("id") + "/" + file;
        assertThat(read(path + "/original")).isEqualTo(sha256);
        System.out.printf("heap after collection: %d KiB before, at most %d KiB during %d MiB in and out%n",
                before >> 10, most >> 10, PIECES);
        assertThat(most - before).isLessThan(ALLOWED);
    }

    private String read(String path) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[PIECE];
        long read = 0;
        try (InputStream in = connection(path, "mapo-room").getInputStream()) {
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                digest.update(buffer, 0, some);
                long now = read + some;
                if (now / PIECE > read / PIECE) {
                    look((int) (now / PIECE));
                }
                read = now;
            }
        }
        return Hash.ofBytes(digest.digest()).hex();
    }

    private HttpURLConnection connection(String path, String login) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(node.origin() + "/api/v1" + path).toURL()
                .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + node.token(login));
        return connection;
    }

    private void look(int piece) {
        if (piece % 50 == 49) {
            most = Math.max(most, live());
        }
    }

    /** What is reachable. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
