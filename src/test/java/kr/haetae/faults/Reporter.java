package kr.haetae.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import kr.haetae.EmptyOperation;
import kr.haetae.faults.History.Answered;
import kr.haetae.faults.History.Sent;

/** One who reports: a report after the other, each under one id until it is acknowledged, as the phone's outbox does. */
final class Reporter {
    /** The server gives up after 10 s; a network may need longer to say so. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final List<Place> places;
    private final Supplier<String> bearer;
    private final Duration pause;
    private final String occurred = Instant.now().toString();
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;
    private int place;

    /** @param pause between an acknowledgement and the next report */
    Reporter(HttpClient client, List<Place> places, Supplier<String> bearer, Duration pause) {
        this.client = client;
        this.places = List.copyOf(places);
        this.bearer = bearer;
        this.pause = pause;
    }

    static String mark(UUID id) {
        return "report " + id;
    }

    Queue<Sent> sent() {
        return sent;
    }

    Queue<Answered> answers() {
        return answers;
    }

    /** Takes up no further report; the one under way is brought to its end. */
    void enough() {
        enough = true;
    }

    /** Reports until it is enough, then until nothing is open or the patience is over. */
    void run(Duration patience) throws InterruptedException {
        while (!enough) {
            UUID id = UUID.randomUUID();
            sent.add(new Sent(id, mark(id), System.nanoTime()));
            bringThrough(id, patience);
            Thread.sleep(pause);
        }
    }

    private void bringThrough(UUID id, Duration patience) throws InterruptedException {
        long over = Long.MAX_VALUE;
        while (!attempt(id)) {
            place++;
            if (enough && over == Long.MAX_VALUE) {
                over = System.nanoTime() + patience.toNanos();
            }
            if (System.nanoTime() > over) {
                return;
            }
            Thread.sleep(ThreadLocalRandom.current().nextLong(200, 600));
        }
    }

    private boolean attempt(UUID id) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(
                    request(places.get(place % places.size()), id, bearer.get(), occurred),
                    HttpResponse.BodyHandlers.ofByteArray());
            Answered answered = answered(id, response);
            answers.add(answered);
            return answered.acknowledged();
        } catch (IOException e) {
            answers.add(new Answered(id, 0, e.toString(), 0, "", false, System.nanoTime()));
            return false;
        }
    }

    /** The same id makes the same request. */
    static HttpRequest request(Place place, UUID id, String bearer, String occurred) throws JsonProcessingException {
        String body = JSON.writeValueAsString(Map.of("kind", "DISTURBANCE", "code", 2, "text", mark(id), "unit",
                "seoul-gangnam", "occurredAt", occurred, "source", "CALL_112", "callNumber", "112"));
        return HttpRequest
                .newBuilder(place.api("/operations/%s/incidents".formatted(EmptyOperation.ID)))
                .timeout(TIMEOUT).header("Authorization", bearer).header("Idempotency-Key", id.toString())
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static Answered answered(UUID id, HttpResponse<byte[]> response) {
        long now = System.nanoTime();
        boolean retryAfter = response.headers().firstValue("Retry-After").isPresent();
        try {
            JsonNode body = JSON.readTree(response.body());
            return new Answered(id, response.statusCode(), body.path("code").asText(), body.path("seq").asLong(),
                    body.path("cursor").asText(), retryAfter, now);
        } catch (IOException e) {
            return new Answered(id, response.statusCode(), "no JSON", 0, "", retryAfter, now);
        }
    }
}
