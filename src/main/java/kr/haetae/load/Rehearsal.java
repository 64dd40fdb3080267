package kr.haetae.load;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kr.haetae.event.OperationClock;
import org.jspecify.annotations.Nullable;

/** Holds a rehearsal from the first log-in to the last frame. */
public final class Rehearsal implements AutoCloseable {
    /** A crowd's log-ins come first, one password after the other. */
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int ENOUGH_AS_FAST_AS_ANSWERED = 20_000;

    private final Terms terms;
    private final Consumer<String> progress;
    private final Loops loops = new Loops();
    private final Requests requests;
    private final Tape tape = new Tape();
    private final Marks marks;
    private final Places places;
    private final Audience audience;
    private final ServerWatch watch;

    /** {@code progress} gets a line each second, from the caller's thread. */
    public Rehearsal(Terms terms, Consumer<String> progress) {
        this.terms = terms;
        this.progress = progress;
        Terms.Traffic traffic = terms.traffic();
        long seconds = traffic.warmUp().plus(traffic.measured()).toSeconds() + 2;
        marks = new Marks(Math.toIntExact(seconds * (traffic.perSecond() == 0 ? ENOUGH_AS_FAST_AS_ANSWERED
                : traffic.perSecond())), new Random());
        requests = new Requests(loops.vertx(), terms.venue());
        places = new Places(terms);
        audience = new Audience(loops, terms, requests, tape);
        watch = new ServerWatch(terms.watch());
    }

    /** Fails with {@link RehearsalRefused} when the server lets nobody in, or not where it was asked for. */
    public Findings hold() throws IOException, InterruptedException {
        Instant began = Instant.now();
        Reporter.Scene scene = scene();
        audience.add(places.dashboards(), scope -> places.account(terms.crowd().dashboardLogin(), scope), marks);
        audience.add(places.phones(), scope -> places.account(terms.crowd().phoneLogin(), scope), marks);
        ServerWatch.Taken empty = watch.taken();
        long opening = System.nanoTime();
        opened(audience.open(scene.operation()));
        double openedSeconds = (System.nanoTime() - opening) / 1e9;
        Course course = new Course(loops.vertx(), terms, marks, tape, watch, progress);
        Capture capture = capture();
        course.report(scene, places.reporting());
        if (capture != null) {
            capture.close();
        }
        course.settle(audience.screens());
        if (terms.traffic().storm()) {
            await(audience.storm(scene.operation()), "come back");
        }
        return course.findings(began, openedSeconds, empty, audience.screens());
    }

    @Override
    public void close() {
        audience.close();
        loops.close();
    }

    private Reporter.Scene scene() throws InterruptedException {
        String token = await(requests.logIn(places.reporter()), "log in");
        UUID operation = terms.operation().isPresent() ? terms.operation().get() : first(token);
        JsonObject clock = await(requests.read(token, "/operations/" + operation), "read").getJsonObject("clock");
        return new Reporter.Scene(operation, new OperationClock(Instant.parse(clock.getString("anchor")),
                Instant.parse(clock.getString("start")), clock.getInteger("rate")), token);
    }

    private UUID first(String token) throws InterruptedException {
        return await(requests.read(token, "/operations"), "read").getJsonArray("items").stream()
                .map(JsonObject.class::cast).filter(it -> it.getString("state").equals("OPEN"))
                .map(it -> UUID.fromString(it.getString("id"))).findFirst()
                .orElseThrow(() -> new RehearsalRefused("No operation is open; open one, or name one."));
    }

    private void opened(Future<Void> opening) throws InterruptedException {
        while (!opening.isComplete()) {
            Thread.sleep(1_000);
            progress.accept("%,d of %,d screens are open".formatted(audience.current(), audience.screens().size()));
        }
        await(opening, "open");
    }

    private @Nullable Capture capture() throws IOException {
        if (terms.watch().capture().isEmpty() || audience.screens().isEmpty()) {
            return null;
        }
        Capture capture = new Capture(
                new BufferedOutputStream(Files.newOutputStream(terms.watch().capture().get())));
        audience.screens().getFirst().capture(capture);
        return capture;
    }

    static <T> T await(Future<T> future, String what) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RehearsalRefused refused ? refused
                    : new RehearsalRefused("The rehearsal could not %s: %s".formatted(what, e.getCause()));
        } catch (TimeoutException e) {
            throw new RehearsalRefused("The rehearsal could not %s within %d minutes.".formatted(what,
                    PATIENCE.toMinutes()));
        }
    }
}
