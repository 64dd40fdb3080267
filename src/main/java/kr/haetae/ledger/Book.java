package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kr.haetae.event.Entry;
import kr.haetae.metrics.LedgerMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node knows of a ledger: head, ids, when the head was last proved to be the newest. The volatile fields are read from
 * any thread, all else on the ledger's context.
 */
final class Book<P> {
    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final UUID ledger;
    private final Tail<P> tail;
    private final Intake<P> intake;
    private final Repeats<P> repeats;
    private final LedgerMeters meters;
    private final Waiters<P> waiters = new Waiters<>();
    private final List<Consumer<Commit<P>>> listeners = new CopyOnWriteArrayList<>();
    private Ids ids = new Ids();
    private long foreignNanos;
    private boolean foreign;
    private volatile Head<P> head;
    private volatile long confirmedNanos;
    private volatile LedgerState state = new LedgerState.Running();

    Book(UUID ledger, Tail<P> tail, Intake<P> intake, Repeats<P> repeats, LedgerMeters meters) {
        this.ledger = ledger;
        this.tail = tail;
        this.intake = intake;
        this.repeats = repeats;
        this.meters = meters;
        this.head = tail.genesis();
        this.confirmedNanos = System.nanoTime();
    }

    Head<P> head() {
        return head;
    }

    LedgerState state() {
        return state;
    }

    boolean running() {
        return state instanceof LedgerState.Running;
    }

    long confirmedAgeNanos() {
        return System.nanoTime() - confirmedNanos;
    }

    Waiters<P> waiters() {
        return waiters;
    }

    void listen(Consumer<Commit<P>> listener) {
        listeners.add(listener);
    }

    boolean contains(UUID command) {
        return ids.contains(command);
    }

    /** The ids that belong to {@link #head}; on the ledger's context. */
    Ids.Fixed ids() {
        return ids.fixed();
    }

    /** Whether another node appended within the last so many nanoseconds. */
    boolean foreignWithin(long nanos) {
        return foreign && System.nanoTime() - foreignNanos < nanos;
    }

    /** Another node is appending too. */
    void noteForeign() {
        foreign = true;
        foreignNanos = System.nanoTime();
    }

    /** The first head, on opening. */
    void begin(Tail.Whole<P> whole, long askedNanos) {
        ids = whole.ids();
        head = whole.head();
        confirm(askedNanos);
    }

    /** Folds all that is new; answers whether there was anything. */
    Future<Boolean> catchUp(SqlClient client) {
        return catchUp(client, Duration.ZERO);
    }

    /** The same from a replica that is so far behind the primary. */
    Future<Boolean> catchUp(SqlClient client, Duration behind) {
        return catchUp(client, false, System.nanoTime() - behind.toNanos());
    }

    private Future<Boolean> catchUp(SqlClient client, boolean moved, long asOf) {
        return tail.next(client, head).compose(page -> {
            if (!page.entries().isEmpty()) {
                adopt(page);
            }
            if (page.full()) {
                // What is read later is of a later time; what was found out first holds for all of it.
                return catchUp(client, true, asOf);
            }
            confirm(asOf);
            return Future.succeededFuture(moved || !page.entries().isEmpty());
        });
    }

    /** What this node appended is on disk. */
    void committed(Batch<P> batch, long sentNanos) {
        Head<P> before = head;
        List<Entry> entries = batch.entries();
        entries.forEach(entry -> ids.add(entry.command()));
        publish(before, batch.tentative(), entries, false);
        confirm(sentNanos);
    }

    /** The database holds another chain: this is it. */
    void replace(Tail.Whole<P> whole, long askedNanos) {
        Head<P> before = head;
        ids = whole.ids();
        meters.reset();
        LOG.error("what this node held is no more in the database, everybody starts anew: ledger={} held={} now={}",
                ledger,
                before.cursor(), whole.head().cursor());
        publish(before, whole.head(), List.of(), true);
        confirm(askedNanos);
    }

    void stop(LedgerState reason) {
        state = reason;
        if (reason instanceof LedgerState.Stopped(long seq, String why)) {
            LOG.error("a ledger stopped, this node can't read on: ledger={} seq={} why={}", ledger, seq, why);
        }
        intake.clear().forEach(pending -> pending.fail(new LedgerStopped(reason)));
    }

    private void adopt(Tail.Page<P> page) {
        Head<P> before = head;
        noteForeign();
        for (Entry entry : page.entries()) {
            ids.add(entry.command());
            Pending<P> ours = intake.open(entry.command());
            if (ours != null) {
                intake.settled(ours);
                repeats.answer(ours);
            }
        }
        publish(before, page.head(), page.entries(), false);
    }

    private void publish(Head<P> before, Head<P> after, List<Entry> entries, boolean reset) {
        head = after;
        Commit<P> commit = new Commit<>(before.picture(), after.picture(), entries, reset);
        for (Consumer<Commit<P>> listener : listeners) {
            try {
                listener.accept(commit);
            } catch (RuntimeException e) {
                LOG.error("a listener failed: ledger={} seq={}", ledger, after.seq(), e);
            }
        }
        waiters.published(after);
    }

    private void confirm(long asOfNanos) {
        confirmedNanos = asOfNanos;
        waiters.confirmed(head, asOfNanos);
    }
}
