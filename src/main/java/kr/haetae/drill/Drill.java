package kr.haetae.drill;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import kr.haetae.drill.Call.Body;
import kr.haetae.drill.ClosingReport.Findings;
import kr.haetae.event.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Holds one drill: prepares it, lets its day happen, closes it and reports. All of it on one context of its own; the methods may be
 * called from any thread.
 */
public final class Drill {
    private static final Duration LOOK = Duration.ofMillis(500);
    /** A run keeps its commands less late than this, see {@link Governor}. */
    private static final Duration OVERLAP = Duration.ofMinutes(30);

    private static final Duration LOG_INS = Duration.ofHours(1);

    /** Everybody logs in at the beginning; the governor makes it faster when that is done. */
    private static final int FIRST_SPEED = 20;
    /** How long a stop waits for outcomes before it lets them be unknown. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(8);

    private final Vertx vertx;
    private final Context context;
    private final Terms terms;
    private final @Nullable LedgerRows rows;
    private final Consumer<String> says;
    private final Consumer<String> journal;
    private final Counts counts = new Counts();
    private final Retry retry;
    private final Wire wire;
    private final Api api;
    private final Sessions sessions;
    private final Promise<ClosingReport> report = Promise.promise();
    private final Promise<UUID> ready = Promise.promise();
    private @Nullable Running running;
    private boolean stopped;
    /** The newest setting of the clock; the next waits for it, and so does the counting. */
    private Future<Void> clockSet = Future.succeededFuture();

    /** What there is while the day happens. */
    private record Running(DrillDay day, UUID operation, Preparation preparation, Pace pace, Driver driver,
            Screen screen, Delivery delivery, LedgerRows.@Nullable Rows before) {}

    /**
     * @param vertx the drill's own, so that the server's meters show the server
     * @param rows absent: the ledger's rows are not counted
     * @param says takes the progress, a line each
     * @param journal takes each command of the plan when it is first sent, as {@link Step#line}
     */
    public Drill(Vertx vertx, Terms terms, @Nullable LedgerRows rows, Consumer<String> says,
            Consumer<String> journal) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.terms = terms;
        this.rows = rows;
        this.says = says;
        this.journal = journal;
        retry = new Retry(vertx, counts::retried);
        wire = new Wire(vertx, terms.venue());
        api = new Api(wire, retry);
        sessions = new Sessions(wire, retry, api, new Session(wire, retry, terms.administrator(), new Doors()),
                terms.accounts() + "-");
    }

    /**
     * Holds the drill to its end, or until {@link #stop}.
     *
     * @return fails with {@link DrillRefused} when it can't be held
     */
    public Future<ClosingReport> hold() {
        context.runOnContext(v -> reached()
                .compose(there -> vertx.executeBlocking(() -> DrillDay.of(terms.scenario()), false))
                .compose(day -> prepared(Objects.requireNonNull(day)))
                .compose(now -> now == null ? Future.succeededFuture(nothing()) : happen(now))
                .onComplete(held -> {
                    wire.close();
                    report.handle(held);
                    ready.tryFail("nothing was prepared");
                }));
        return report.future();
    }

    /** The operation, as soon as it is open and the administrator is not needed any more; fails when it comes to nothing. */
    public Future<UUID> ready() {
        return ready.future();
    }

    /** Sends nothing more, waits a moment for what is on its way, and reports. The operation stays open. */
    public Future<ClosingReport> stop() {
        context.runOnContext(v -> {
            stopped = true;
            Running now = running;
            if (now == null) {
                report.tryFail(new DrillRefused("Stopped before the drill began."));
            } else {
                now.driver().stop();
                vertx.setTimer(LAST_WAIT.toMillis(), t -> retry.giveUp());
            }
        });
        return report.future();
    }

    /** A server that is not there is a wrong address; one that goes away later comes back. */
    private Future<Wire.Answer> reached() {
        return wire.send(Wire.Request.get("/api/v1/session"))
                .recover(e -> Future.failedFuture(new DrillRefused("No server answers at %s:%d: %s".formatted(
                        terms.venue().host(), terms.venue().port(), e.getMessage()))));
    }

    /** Prepared, and whether anybody acts: nobody does at speed 0, and then there is no answer. */
    private Future<@Nullable Running> prepared(DrillDay day) {
        Preparation preparation = new Preparation(api, day, terms, sessions, says);
        return preparation.prepare().compose(prepared -> {
            says.accept("The operation is " + prepared.operation() + ".");
            ready.complete(prepared.operation());
            if (terms.speed() == 0 || stopped) {
                return Future.succeededFuture(null);
            }
            return baseline(prepared.operation()).map(before -> {
                Pace pace = new Pace(prepared.clock());
                Screen screen = new Screen(vertx, terms.venue(), sessions.of(Client.commander()),
                        prepared.operation(), api, new Screen.Listener(counts::onScreen, pace::heard));
                Delivery delivery = new Delivery(vertx, api, sessions, prepared.operation(), counts, before.seq(),
                        screen::await);
                Driver driver = new Driver(vertx, remaining(day.steps(), before.at()), pace, delivery,
                        step -> journal.accept(step.line()));
                Running now = new Running(day, prepared.operation(), preparation, pace, driver, screen, delivery,
                        before.rows());
                running = now;
                return now;
            });
        });
    }

    /**
     * Where the operation stood when the drill began, or went on.
     *
     * @param at what its clock showed at the drill's own newest entry; long ago where that is not known
     */
    private record Baseline(long seq, Instant at, LedgerRows.@Nullable Rows rows) {}

    /** What an earlier run had sent long before its last entry is not sent again; the rest is, under the same ids. */
    private static List<Step> remaining(List<Step> steps, Instant at) {
        Instant from = at.equals(Instant.EPOCH) ? at : at.minus(OVERLAP);
        return steps.stream().filter(step -> !step.send().isBefore(from)).toList();
    }

    /** What an earlier run of the drill left. */
    private Future<Baseline> baseline(UUID operation) {
        return api.picture(sessions.of(Client.commander()), operation)
                .compose(answer -> vertx.executeBlocking(answer::json, false))
                .map(Objects::requireNonNull)
                .compose(picture -> {
                    long seq = seq(picture);
                    return rows == null ? Future.succeededFuture(new Baseline(seq, Instant.EPOCH, null))
                            : rows.count(operation, seq, sessions.accounts()).map(counted -> new Baseline(seq,
                                    Objects.requireNonNullElse(counted.newest(), Instant.EPOCH), counted));
                });
    }

    private static long seq(JsonObject picture) {
        return Cursor.require(picture.getString("upTo")).seq();
    }

    private Future<ClosingReport> happen(Running now) {
        now.screen().open();
        logIn(now.day());
        Governor governor = new Governor(terms.speed());
        Progress progress = new Progress(now.day(), counts, terms.progress(), says);
        long[] retries = {counts.retries()};
        long timer = vertx.setPeriodic(LOOK.toMillis(), t -> {
            Duration late = now.driver().late();
            progress.look(now.pace(), late, now.driver().outstanding());
            Integer rate = governor.look(now.pace().rate(), late, counts.retries() - retries[0]);
            retries[0] = counts.retries();
            if (rate != null && !stopped) {
                setClock(now, rate, late);
            }
        });
        return setClock(now, Math.min(terms.speed(), FIRST_SPEED), Duration.ZERO)
                .compose(v -> now.driver().run())
                .compose(v -> over(now))
                .onComplete(v -> vertx.cancelTimer(timer))
                .compose(v -> clockSet.otherwiseEmpty())
                .compose(v -> closing(now))
                .onComplete(v -> now.screen().close());
    }

    /** Around 05:00 everybody who is needed in the first hour logs in, in the order of need; who is late for it waits for it. */
    private void logIn(DrillDay day) {
        Instant until = day.scenario().begin().plus(LOG_INS);
        day.steps().stream().takeWhile(step -> step.send().isBefore(until)).map(Step::client).distinct()
                .forEach(client -> sessions.of(client).token());
    }

    /** The clock follows the machine's load, so it is no part of the plan. */
    private Future<Void> setClock(Running now, int rate, Duration late) {
        if (!clockSet.isComplete() || rate == now.pace().rate()) {
            return Future.succeededFuture();
        }
        String why = rate == terms.speed() ? "훈련 속도" : "훈련 속도 조절, 지연 " + late.toSeconds() + "초";
        counts.of(Kind.CLOCK).sent++;
        if (rate < now.pace().rate()) {
            now.pace().slow(rate);
        }
        Call call = Call.put("/operations/" + now.operation() + "/clock",
                new Body().with("rate", rate).with("reason", why));
        clockSet = api.command(sessions.of(Client.commander()), UUID.randomUUID(), call)
                .compose(answer -> {
                    now.delivery().count(Kind.CLOCK, answer);
                    return now.preparation().clock(now.operation());
                })
                .map(clock -> {
                    now.pace().set(clock);
                    return null;
                });
        return clockSet;
    }

    /** The day ends when its clock says so, not with its last report. */
    private Future<Void> over(Running now) {
        Instant end = now.day().scenario().end();
        if (stopped || !now.pace().now().isBefore(end)) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        vertx.setPeriodic(100, t -> {
            if ((stopped || !now.pace().now().isBefore(end)) && over.tryComplete()) {
                vertx.cancelTimer(t);
            }
        });
        return over.future();
    }

    /** The figures first: closing ends posts, levels and deployments, and their figures with them. */
    private Future<ClosingReport> closing(Running now) {
        Session commander = sessions.of(Client.commander());
        return api.picture(commander, now.operation())
                .compose(answer -> vertx.executeBlocking(answer::json, false))
                .map(Objects::requireNonNull)
                .compose(picture -> counted(now, picture))
                .compose(findings -> board(now, commander)
                        .compose(board -> (stopped ? Future.<Void>succeededFuture() : close(now, commander))
                                .map(v -> new ClosingReport(findings.lines(), remarks(now, board)))));
    }

    /** What does not fit on the way of the ballot boxes, as headquarters sees it. */
    private Future<String> board(Running now, Session commander) {
        return api.read(commander, "/operations/" + now.operation() + "/discrepancies").map(answer -> {
            List<String> found = new ArrayList<>();
            JsonArray items = answer.json().getJsonArray("items", new JsonArray());
            for (int i = 0; i < items.size(); i++) {
                JsonObject one = items.getJsonObject(i);
                found.add(one.getString("discrepancyKind") + " " + one.getString("number") + " "
                        + one.getString("state"));
            }
            return "Discrepancies on headquarters' board: " + found.size()
                    + (found.isEmpty() ? "." : " (" + String.join(", ", found) + ").");
        });
    }

    private Future<Findings> counted(Running now, JsonObject picture) {
        long seq = seq(picture);
        JsonObject tally = tally(picture.getJsonArray("put"));
        return rows == null ? Future.succeededFuture(new Findings(now.day(), counts, null, null, tally))
                : rows.count(now.operation(), seq, sessions.accounts())
                        .map(after -> new Findings(now.day(), counts, now.before(), after, tally));
    }

    private static JsonObject tally(JsonArray entities) {
        for (int i = 0; i < entities.size(); i++) {
            JsonObject entity = entities.getJsonObject(i);
            if ("tally".equals(entity.getString("kind")) && "npa".equals(entity.getString("id"))) {
                return entity.getJsonObject("figures");
            }
        }
        return new JsonObject();
    }

    private Future<Void> close(Running now, Session commander) {
        return api.require(commander, now.day().scenario().id("closure"),
                Call.post("/operations/" + now.operation() + "/closure", new Body().with("reason", "훈련 종료")))
                .mapEmpty();
    }

    private List<String> remarks(Running now, String board) {
        List<String> remarks = new ArrayList<>();
        counts.refusals().forEach((what, many) -> remarks
                .add("refused, %s: %,d, such as: %s".formatted(what, many, counts.example(what))));
        remarks.add(String.format(Locale.ROOT,
                "%,d requests sent again. On headquarters' screen after the receipt: median %.0f ms, p99 %.0f ms.",
                counts.retries(), counts.tailLagMillis(50), counts.tailLagMillis(99)));
        remarks.add(board);
        remarks.add(stopped ? "Stopped; the operation " + now.operation() + " stays open."
                : "The operation " + now.operation() + " is closed.");
        return remarks;
    }

    private static ClosingReport nothing() {
        return new ClosingReport(List.of(), List.of("Nobody acts."));
    }
}
