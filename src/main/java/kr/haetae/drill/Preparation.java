package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.haetae.drill.Call.Body;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationState;

/**
 * Everything before the first report: the operation, its posts, forces, duties, timetable and level plan, the accounts. All of it
 * through the API, under ids of the plan, so that a preparation that broke off is done again and goes on.
 */
final class Preparation {
    private final Api api;
    private final DrillDay day;
    private final Terms terms;
    private final Sessions sessions;
    private final Consumer<String> says;

    /** @param clock what the operation's clock is at the end of it */
    record Prepared(UUID operation, OperationClock clock) {}

    Preparation(Api api, DrillDay day, Terms terms, Sessions sessions, Consumer<String> says) {
        this.api = api;
        this.day = day;
        this.terms = terms;
        this.sessions = sessions;
        this.says = says;
    }

    /** Fails with {@link DrillRefused} when the operation is closed or is none of this drill. */
    Future<Prepared> prepare() {
        return sessions.issue(day.staff())
                .compose(v -> operation())
                .compose(operation -> state(operation).compose(state -> switch (state) {
                    case PREPARED -> says(
                            "Preparing %,d posts, %,d forces, %,d duties of %,d people, %,d routes of ballot boxes, %,d accounts."
                                    .formatted(day.country().posts().size(), day.forces().size(), day.duties().size(),
                                            day.duties().stream().mapToInt(Duty::planned).sum(), day.routes().size(),
                                            day.staff().size()))
                            .compose(v -> fill(operation)).map(operation);
                    case OPEN -> says("The operation is open already; the drill goes on.").map(operation);
                    case CLOSED, ARCHIVED -> Future.<UUID>failedFuture(
                            new DrillRefused("The operation " + operation + " is closed; a drill needs another one."));
                }))
                .compose(operation -> clock(operation).map(clock -> new Prepared(operation, clock)));
    }

    private Future<Void> says(String sentence) {
        says.accept(sentence);
        return Future.succeededFuture();
    }

    private Future<UUID> operation() {
        UUID known = terms.operation();
        if (known != null) {
            return Future.succeededFuture(known);
        }
        Body clock = new Body().with("start", day.scenario().begin()).with("rate", 1);
        Call create = Call.post("/operations",
                new Body().with("name", terms.name()).with("kind", "DRILL").with("clock", clock));
        return api.require(sessions.administrator(), terms.key(), create)
                .map(answer -> UUID.fromString(answer.getString("id")));
    }

    private Future<OperationState> state(UUID operation) {
        return entity(operation).map(entity -> OperationState.valueOf(entity.getString("state")));
    }

    /** The clock as the server has it. */
    Future<OperationClock> clock(UUID operation) {
        return entity(operation).map(entity -> entity.getJsonObject("clock"))
                .map(clock -> new OperationClock(Instant.parse(clock.getString("anchor")),
                        Instant.parse(clock.getString("start")), clock.getInteger("rate")));
    }

    private Future<JsonObject> entity(UUID operation) {
        return api.read(sessions.of(Client.commander()), "/operations/" + operation)
                .compose(answer -> answer.status() == 200
                        ? Future.succeededFuture(answer.json())
                        : Future.failedFuture(
                                new DrillRefused("The operation %s can't be read: %d %s".formatted(operation,
                                        answer.status(), answer.code()))));
    }

    /** One after the other, each when the one before is done. */
    private Future<Void> fill(UUID operation) {
        String at = "/operations/" + operation;
        Session administrator = sessions.administrator();
        Session commander = sessions.of(Client.commander());
        List<Supplier<Future<JsonObject>>> parts = List.of(
                () -> api.upload(administrator, id("posts"), at + "/posts/import?source=drill",
                        Lists.posts(day.country().posts())),
                () -> api.upload(administrator, id("forces"), at + "/forces/import?source=drill",
                        Lists.forces(day.forces())),
                () -> api.upload(administrator, id("duties"), at + "/deployments/import?source=drill",
                        Lists.duties(day.duties())),
                () -> api.upload(administrator, id("routes"), at + "/routes/import?source=drill",
                        Lists.routes(day.routes())),
                () -> api.require(commander, id("timetable"), Call.put(at + "/timetable", timetable())),
                () -> api.require(commander, id("level plan"), Call.put(at + "/level-plan", levels())),
                () -> api.require(commander, id("opening"), Call.post(at + "/opening", new Body())));
        Future<JsonObject> done = Future.succeededFuture(new JsonObject());
        for (Supplier<Future<JsonObject>> part : parts) {
            done = done.compose(before -> part.get());
        }
        return done.mapEmpty();
    }

    private UUID id(String name) {
        return day.scenario().id("preparation/" + name);
    }

    private Body timetable() {
        return new Body().with("phases", day.timetable().stream()
                .map(line -> new Body().with("id", line.id()).with("phase", line.phase()).with("from", line.from()))
                .map(Body::fields).toList());
    }

    private Body levels() {
        return new Body().with("steps", day.levels().stream()
                .map(step -> new Body().with("id", step.id()).with("unit", step.unit().value())
                        .with("level", step.level()).with("from", step.from()).with("until", step.until())
                        .with("reason", step.reason()))
                .map(Body::fields).toList());
    }
}
