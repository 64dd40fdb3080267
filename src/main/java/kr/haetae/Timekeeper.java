package kr.haetae;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.haetae.event.Entry;
import kr.haetae.event.Hash;
import kr.haetae.event.OperationState;
import kr.haetae.http.OpenOperations;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerOverloaded;
import kr.haetae.ledger.LedgerState;
import kr.haetae.ledger.LedgerStopped;
import kr.haetae.ledger.Submission;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings about what time alone brings about, in every operation of this node that is open, or closed and not over
 * for some rule. Every node does, and the ids make one entry of
 * it. Stands still while the picture may be old or this machine's clock is wrong: an alarm raised from an old picture is a false one.
 */
final class Timekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    /** As for a tick: design.md, Feed. */
    private static final Duration CONFIRMED = Duration.ofSeconds(2);
    /** Of each rule; thousands at once (a night's unacknowledged incidents after a restart) must leave the queue to people. */
    private static final int AT_ONCE = 32;

    private static final Hash REQUEST = Hash.of("timed".getBytes(StandardCharsets.UTF_8));

    private final Vertx vertx;
    private final OpenOperations operations;
    private final List<Timed> rules;
    private final BooleanSupplier clockDisagrees;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private long timer = -1;
    private volatile boolean stopped;

    Timekeeper(Vertx vertx, OpenOperations operations, List<Timed> rules, BooleanSupplier clockDisagrees) {
        this.vertx = vertx;
        this.operations = operations;
        this.rules = List.copyOf(rules);
        this.clockDisagrees = clockDisagrees;
    }

    void start() {
        timer = vertx.setPeriodic(EVERY.toMillis(), t -> operations.all().forEach(this::look));
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** One round at a time for each operation: the next begins when all of the last are answered. */
    private void look(Ledger<Picture> ledger) {
        if (trustworthy(ledger) && busy.add(ledger.id())) {
            vertx.executeBlocking(() -> due(ledger), false)
                    .compose(due -> Future.join(due.stream().flatMap(rule -> lanes(ledger, rule)).toList()))
                    .onComplete(done -> busy.remove(ledger.id()))
                    .onFailure(e -> failed(ledger, e));
        }
    }

    private void failed(Ledger<Picture> ledger, Throwable e) {
        if (e instanceof LedgerOverloaded || e instanceof LedgerStopped) {
            LOG.info("a timed command waits for its ledger: operation={} cause={}", ledger.id(), e.getMessage());
        } else {
            LOG.warn("a timed command failed: operation={}", ledger.id(), e);
        }
    }

    private boolean trustworthy(Ledger<Picture> ledger) {
        return ledger.state() instanceof LedgerState.Running
                && ledger.confirmedAge().compareTo(CONFIRMED) < 0
                && !clockDisagrees.getAsBoolean()
                && ledger.picture().operation().filter(it -> it.state() != OperationState.PREPARED).isPresent();
    }

    /** Of each rule what is due, in its order. */
    private List<Queue<Timed.Due>> due(Ledger<Picture> ledger) {
        Picture picture = ledger.picture();
        Instant now = ledger.now();
        boolean open = picture.operation().filter(it -> it.state() == OperationState.OPEN).isPresent();
        return rules.stream()
                .filter(rule -> open || rule.outlivesOperation()).<Queue<Timed.Due>>map(
                        rule -> new ConcurrentLinkedQueue<>(rule.due(picture, now)))
                .toList();
    }

    private Stream<Future<Void>> lanes(Ledger<Picture> ledger, Queue<Timed.Due> due) {
        return IntStream.range(0, Math.min(AT_ONCE, due.size())).mapToObj(lane -> {
            Promise<Void> emptied = Promise.promise();
            next(ledger, due, emptied);
            return emptied.future();
        });
    }

    private void next(Ledger<Picture> ledger, Queue<Timed.Due> due, Promise<Void> emptied) {
        Timed.Due one = stopped ? null : due.poll();
        if (one == null) {
            emptied.complete();
        } else {
            submit(ledger, one).onSuccess(answer -> next(ledger, due, emptied)).onFailure(emptied::fail);
        }
    }

    /** A refusal only says that another node, or somebody's hand, was first. */
    private static Future<?> submit(Ledger<Picture> ledger, Timed.Due due) {
        return ledger.submit(new Submission<>(due.command(), Entry.SYSTEM, due.unit(), REQUEST, due.decide()));
    }
}
