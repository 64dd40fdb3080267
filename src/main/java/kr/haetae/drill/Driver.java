package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends the steps of a day when the operation's clock has come to them; each client one after the other, all clients together at
 * most {@link #AT_ONCE}. Nothing is skipped, however late it gets. For one context.
 */
final class Driver {
    /** Requests on their way at a time: enough to fill the ledger's batches, few enough to leave the server to its screens. */
    private static final int AT_ONCE = 64;

    private static final long LOOK_MILLIS = 10;

    /** What one client still has to send; the first is on its way while the lane is busy. */
    private static final class Lane {
        final Deque<Step> waiting = new ArrayDeque<>();
        boolean busy;
    }

    /** Does one step. */
    interface Delivery {
        /** Completes when the client may send: it is logged in. */
        Future<?> ready(Client client);

        /** Completes when the outcome is known; fails when the drill gives up waiting for it. */
        Future<Void> deliver(Step step);
    }

    private final Vertx vertx;
    private final List<Step> steps;
    private final Pace pace;
    private final Delivery delivery;
    private final Consumer<Step> journal;
    private final Map<Client, Lane> lanes = new HashMap<>();
    private final Map<UUID, Promise<Void>> outcomes = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private final Promise<Void> done = Promise.promise();
    private int next;
    private int onTheWay;
    private long outstanding;
    private long timer;
    private boolean stopped;

    /** {@code journal}: told of each step when it is first sent. */
    Driver(Vertx vertx, List<Step> steps, Pace pace, Delivery delivery, Consumer<Step> journal) {
        this.vertx = vertx;
        this.steps = steps;
        this.pace = pace;
        this.delivery = delivery;
        this.journal = journal;
        Set<UUID> here = steps.stream().map(Step::id).collect(Collectors.toSet());
        for (Step step : steps) {
            UUID former = step.after();
            if (former != null && here.contains(former)) {
                outcomes.computeIfAbsent(former, id -> Promise.promise());
            }
        }
    }

    /** Until every step has its outcome, or what was on its way when {@link #stop} was said. */
    Future<Void> run() {
        timer = vertx.setPeriodic(LOOK_MILLIS, t -> look());
        return done.future();
    }

    /** Sends nothing more. */
    void stop() {
        stopped = true;
        lanes.values().forEach(lane -> {
            while (lane.waiting.size() > (lane.busy ? 1 : 0)) {
                lane.waiting.removeLast();
                outstanding--;
            }
        });
        ready.clear();
        finish();
    }

    /** How long the oldest step without an outcome has been due, by the operation's clock. */
    Duration late() {
        Instant now = pace.now();
        return lanes.values().stream().map(lane -> lane.waiting.peekFirst()).filter(step -> step != null)
                .map(Step::send).min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now)).filter(late -> !late.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Steps that are due and have no outcome. */
    long outstanding() {
        return outstanding;
    }

    private void look() {
        Instant now = pace.now();
        while (!stopped && next < steps.size() && !steps.get(next).send().isAfter(now)) {
            dispatch(steps.get(next++));
        }
        pump();
        finish();
    }

    private void dispatch(Step step) {
        Lane lane = lanes.computeIfAbsent(step.client(), client -> new Lane());
        lane.waiting.addLast(step);
        outstanding++;
        if (lane.waiting.size() == 1) {
            ready.addLast(lane);
        }
    }

    private void pump() {
        while (onTheWay < AT_ONCE && !ready.isEmpty()) {
            send(ready.removeFirst());
        }
    }

    private void send(Lane lane) {
        Step step = lane.waiting.getFirst();
        @Nullable
        Promise<Void> former = step.after() == null ? null : outcomes.get(step.after());
        if (former != null && !former.future().isComplete()) {
            former.future().onComplete(known -> again(lane));
            return;
        }
        Future<?> loggedIn = delivery.ready(step.client());
        if (!loggedIn.isComplete()) {
            loggedIn.onComplete(in -> again(lane));
            return;
        }
        onTheWay++;
        lane.busy = true;
        journal.accept(step);
        delivery.deliver(step).onComplete(outcome -> {
            onTheWay--;
            outstanding--;
            lane.busy = false;
            lane.waiting.removeFirst();
            Promise<Void> waited = outcomes.get(step.id());
            if (waited != null) {
                waited.complete();
            }
            again(lane);
            finish();
        });
    }

    private void again(Lane lane) {
        if (!stopped && !lane.waiting.isEmpty()) {
            ready.addLast(lane);
            pump();
        }
    }

    private void finish() {
        if ((stopped || next == steps.size()) && outstanding == 0 && done.tryComplete()) {
            vertx.cancelTimer(timer);
        }
    }
}
