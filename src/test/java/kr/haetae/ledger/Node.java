package kr.haetae.ledger;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.metrics.LedgerMeters;

/** One node: a Vert.x of its own, its database connections and one ledger. */
final class Node implements AutoCloseable {
    static final UUID ACCOUNT = UUID.fromString("0192f0c4-8f7e-7cc1-9d6b-0c2f3a4b5c6d");
    static final Person PERSON = new Person(ACCOUNT, "홍길동", UnitCode.HEADQUARTERS);

    private final Vertx vertx = Vertx.vertx();
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final LedgerDatabase database;
    final Ledger<Counting.Picture> ledger;

    private Node(PgConnectOptions options, UUID id, LedgerSettings settings, Fold<Counting.Picture> fold) {
        database = await(LedgerDatabase.open(vertx, options, new LedgerMeters(registry)));
        ledger = await(Ledger.open(database, id, fold, settings));
    }

    static Node open(PgConnectOptions options, UUID id) {
        return open(options, id, LedgerSettings.defaults());
    }

    static Node open(PgConnectOptions options, UUID id, LedgerSettings settings) {
        return open(options, id, settings, new Counting());
    }

    static Node open(PgConnectOptions options, UUID id, LedgerSettings settings, Fold<Counting.Picture> fold) {
        return new Node(options, id, settings, fold);
    }

    Counting.Picture picture() {
        return ledger.picture();
    }

    /** Comments on an incident, once. */
    Future<Answer> comment(UUID command, UUID incident, String text) {
        return ledger.submit(commenting(command, incident, text));
    }

    Answer commented(UUID command, UUID incident, String text) {
        return await(comment(command, incident, text));
    }

    static Submission<Counting.Picture> commenting(UUID command, UUID incident, String text) {
        return submission(command, text, (picture, at) -> Decision.accept(event(incident, text)));
    }

    static Submission<Counting.Picture> submission(
            UUID command, String request, BiFunction<Counting.Picture, Instant, Decision> decide) {
        return new Submission<>(command, ACCOUNT, UnitCode.HEADQUARTERS,
                Hash.of(request.getBytes(StandardCharsets.UTF_8)), decide);
    }

    static Event event(UUID incident, String text) {
        return new Event.IncidentCommented(incident, text, PERSON);
    }

    double meter(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in 20 s", e);
        }
    }

    @Override
    public void close() {
        ledger.close().otherwiseEmpty().await();
        await(database.close());
        await(vertx.close());
    }
}
