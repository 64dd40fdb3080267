package kr.haetae.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clients that send their reports one after the other, each with the same Idempotency-Key until it is acknowledged. */
final class Burst implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Fifty clients that asked more often would take the processor from the server that is starting again. */
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final Api api;
    private final AtomicInteger open;
    private final AtomicLong attempts = new AtomicLong();
    private final Map<UUID, JsonNode> acknowledged = new ConcurrentHashMap<>();
    /** Answers that no client could make sense of: neither acknowledged nor "repeat later". */
    private final ConcurrentLinkedQueue<Api.Answer> strange = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();

    private Burst(Api api, int reports) {
        this.api = api;
        open = new AtomicInteger(reports);
    }

    static Burst start(Api api, int clients, int reports) {
        Burst burst = new Burst(api, reports);
        IntStream.range(0, clients).forEach(i -> burst.clients.add(Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, e) -> burst.failures.add(e)).start(burst::client)));
        return burst;
    }

    private void client() {
        while (open.getAndDecrement() > 0) {
            UUID id = UUID.randomUUID();
            await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(AGAIN).atMost(PATIENCE)
                    .until(() -> sent(id));
        }
    }

    private boolean sent(UUID id) {
        attempts.incrementAndGet();
        try {
            Api.Answer answer = api.report(id);
            if (answer.status() == 201) {
                acknowledged.put(id, answer.body());
            } else if (answer.status() != 503) {
                strange.add(answer);
            }
            return answer.status() == 201;
        } catch (IOException e) {
            return false;
        }
    }

    /** First answers by Idempotency-Key. */
    Map<UUID, JsonNode> acknowledged() {
        return acknowledged;
    }

    long attempts() {
        return attempts.get();
    }

    void awaitAcknowledged(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.size() >= count);
    }

    /** Waits until every client is done; what went wrong is in the answer. */
    List<String> finish() {
        clients.forEach(Burst::join);
        return Stream.concat(strange.stream().map(Api.Answer::toString), failures.stream().map(Throwable::toString))
                .distinct().toList();
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** No client takes up another report. */
    void enough() {
        open.set(0);
    }

    @Override
    public void close() {
        enough();
        clients.forEach(Burst::join);
    }
}
