package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does one step through the API and counts what came of it. For one context. */
final class Delivery implements Driver.Delivery {
    private static final Pattern LEVEL = Pattern.compile("\\{level:([0-9a-f-]{36})\\}");
    private static final long LOOK_AGAIN_MILLIS = 1_000;
    /** A step of the plan takes effect within a second; a room that still sees nothing says so. */
    private static final int LOOKS = 30;

    private final Vertx vertx;
    private final Api api;
    private final Sessions sessions;
    private final UUID operation;
    private final Counts counts;
    private final LongConsumer acknowledged;
    private final long before;
    private final Map<UUID, Future<String>> levels = new HashMap<>();

    /**
     * @param before entries up to this one were there when the drill began
     * @param acknowledged told the seq of each entry
     */
    Delivery(Vertx vertx, Api api, Sessions sessions, UUID operation, Counts counts, long before,
            LongConsumer acknowledged) {
        this.vertx = vertx;
        this.api = api;
        this.sessions = sessions;
        this.operation = operation;
        this.counts = counts;
        this.before = before;
        this.acknowledged = acknowledged;
    }

    @Override
    public Future<?> ready(Client client) {
        return sessions.of(client).token();
    }

    @Override
    public Future<Void> deliver(Step step) {
        Kind kind = step.act().kind();
        Session session = sessions.of(step.client());
        counts.of(kind).sent++;
        return request(session, step)
                .compose(call -> look(session, step).compose(v -> api.command(session, step.id(), call)))
                .map(answer -> {
                    count(kind, answer);
                    return null;
                })
                .onFailure(e -> counts.of(kind).unknown++)
                .mapEmpty();
    }

    /** Whoever takes note of an incident has read it. */
    private Future<Void> look(Session session, Step step) {
        return step.act() instanceof IncidentAct.Acknowledge(UUID incident)
                ? api.read(session, "/operations/" + operation + "/incidents/" + incident).mapEmpty()
                : Future.succeededFuture();
    }

    void count(Kind kind, Wire.Answer answer) {
        if (answer.status() >= 300) {
            counts.refused(kind, answer.code(), answer.detail());
            return;
        }
        long seq = api.receipt(answer).seq();
        if (seq <= before) {
            counts.of(kind).repeated++;
        } else {
            counts.of(kind).acknowledged++;
            acknowledged.accept(seq);
        }
    }

    private Future<Call> request(Session session, Step step) {
        Call call = step.act().call(step.at());
        String path = "/operations/" + operation + call.path();
        Matcher level = LEVEL.matcher(path);
        if (!level.find()) {
            return Future.succeededFuture(new Call(call.method(), path, call.body()));
        }
        UUID planned = UUID.fromString(level.group(1));
        return levels.computeIfAbsent(planned, it -> declaration(session, it, LOOKS))
                .onFailure(e -> levels.remove(planned))
                .otherwise(planned.toString())
                .map(declared -> new Call(call.method(), path.replace(level.group(), declared), call.body()));
    }

    /** The declaration that came of a step of the plan, as soon as the room sees it. */
    private Future<String> declaration(Session session, UUID step, int looks) {
        return api.read(session, "/operations/" + operation + "/levels?limit=200").compose(answer -> {
            JsonArray items = answer.status() == 200 ? answer.json().getJsonArray("items") : new JsonArray();
            for (int i = 0; i < items.size(); i++) {
                JsonObject level = items.getJsonObject(i);
                if (step.toString().equals(level.getString("step"))) {
                    return Future.succeededFuture(level.getString("id"));
                }
            }
            return looks == 0 ? Future.failedFuture(new DrillRefused("no level came of the step " + step))
                    : pause().compose(v -> declaration(session, step, looks - 1));
        });
    }

    private Future<Void> pause() {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(LOOK_AGAIN_MILLIS, t -> over.complete());
        return over.future();
    }
}
