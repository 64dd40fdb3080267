package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kr.haetae.event.ErasureEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a ledger's folded state for the next start, and opens with what was kept. What a snapshot let this node skip is verified in
 * the background, and nothing is kept before that has come to its end. Used on the ledger's context.
 */
final class Safekeeping<P> {
    /** What it belongs to. */
    record Place<P>(Context context, LedgerDatabase database, UUID ledger, Fold<P> fold, LedgerSettings settings) {}

    private static final Logger LOG = LoggerFactory.getLogger(Safekeeping.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** A snapshot is as large as the picture, however few entries came since: while reports pour in it may take a twentieth of the time. */
    private static final int RESTS = 20;
    private static final Duration LONGEST_REST = Duration.ofMinutes(2);
    /** A stop is not put off for longer. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Place<P> place;
    private final SnapshotSettings settings;
    private final Tail<P> tail;
    private final Book<P> book;
    private final Turns<P> turns;
    private final @Nullable Snapshots<P> snapshots;
    private long kept;
    /** The snapshot that is just being written, or was last. */
    private Future<Void> keeping = Future.succeededFuture();
    private long notBeforeNanos = System.nanoTime();
    private Retrace.@Nullable Claim<P> claim;
    private volatile @Nullable Retrace<P> retrace;

    Safekeeping(Place<P> place, Tail<P> tail, Book<P> book, Turns<P> turns) {
        this.place = place;
        this.settings = place.settings().snapshots();
        this.tail = tail;
        this.book = book;
        this.turns = turns;
        this.snapshots = place.fold().snapshots().filter(form -> settings.on())
                .map(form -> new Snapshots<>(place.context(), place.database().pool(), place.ledger(), form))
                .orElse(null);
    }

    /** The whole ledger: from the newest snapshot if there is one that can be read, else from entry 1. */
    Future<Tail.Whole<P>> whole(PgConnection connection) {
        return load().compose(found -> {
            if (found.isEmpty()) {
                return tail.whole(connection);
            }
            Head<P> head = found.get().head();
            claim = new Retrace.Claim<>(head, found.get().ids().fixed(), book::head);
            kept = head.seq();
            return tail.rest(connection, found.get());
        });
    }

    private Future<Optional<Tail.Whole<P>>> load() {
        Snapshots<P> store = snapshots;
        if (store == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return store.load().recover(failure -> {
            LOG.warn("the snapshot can't be used, the whole ledger is folded: ledger={} cause={}", place.ledger(),
                    failure.toString());
            return failure instanceof Snapshots.Unusable
                    ? store.discard().otherwiseEmpty().map(Optional.empty())
                    : Future.succeededFuture(Optional.empty());
        });
    }

    /** After the book was begun: starts to verify what was skipped. */
    void begin() {
        book.listen(commit -> {
            if (commit.reset()) {
                forget();
            } else if (commit.entries().stream().anyMatch(it -> it.event() instanceof ErasureEvent.EntryErased)) {
                kept = 0;
            }
        });
        Retrace.Claim<P> skipped = claim;
        Snapshots<P> store = snapshots;
        claim = null;
        if (skipped != null && store != null) {
            trace(store, skipped);
        }
    }

    private void trace(Snapshots<P> store, Retrace.Claim<P> skipped) {
        Retrace<P> started = new Retrace<>(place, store, skipped, this::traced);
        retrace = started;
        started.start();
    }

    /** Up to which entry this node has verified the chain. */
    long verified() {
        Retrace<P> running = retrace;
        return running == null ? book.head().seq() : running.verified();
    }

    /** Called every second or so: writes a snapshot when one is due. */
    void look() {
        if (due(settings.every()) && System.nanoTime() - notBeforeNanos >= 0) {
            keeping = keep(settings.every() / 2);
        }
    }

    /** Writes what is worth it, and completes when that is done, failed or took too long. */
    Future<Void> close() {
        Retrace<P> running = retrace;
        if (running != null) {
            running.cancel();
        }
        return keeping.otherwiseEmpty()
                .compose(kept -> due(settings.onClose()) ? keep(1) : Future.succeededFuture())
                .timeout(CLOSING.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
    }

    private boolean due(int entries) {
        return snapshots != null && !place.database().replica() && keeping.isComplete() && retrace == null
                && book.running()
                && book.head().seq() - kept >= entries;
    }

    /** Unless another node kept one that is less than so many entries old. */
    private Future<Void> keep(int worth) {
        Snapshots<P> store = snapshots;
        if (store == null) {
            return Future.succeededFuture();
        }
        Head<P> head = book.head();
        Ids.Fixed ids = book.ids();
        long began = System.nanoTime();
        return store.newest()
                .compose(newest -> head.seq() - newest < worth ? Future.succeededFuture(newest)
                        : store.save(head, ids).map(saved -> saved ? head.seq() : kept))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .<Void>map(seq -> {
                    kept = seq;
                    long ended = System.nanoTime();
                    notBeforeNanos = ended + Math.min(LONGEST_REST.toNanos(), RESTS * (ended - began));
                    LOG.info("snapshot kept: ledger={} seq={} took={}", place.ledger(), seq,
                            Duration.ofNanos(ended - began));
                    return null;
                })
                .onFailure(failure -> {
                    notBeforeNanos = System.nanoTime() + PATIENCE.toNanos();
                    LOG.warn("no snapshot was kept, tried again later: ledger={} seq={} cause={}", place.ledger(),
                            head.seq(), failure.toString());
                });
    }

    /** The picture was read anew from entry 1: nothing of the snapshot is in it. */
    private void forget() {
        Retrace<P> running = retrace;
        if (running != null) {
            running.cancel();
        }
        retrace = null;
        kept = 0;
    }

    private void traced(Retrace<P> which, Retrace.Finding finding) {
        place.context().runOnContext(v -> {
            if (retrace == which && book.running()) {
                retrace = null;
                conclude(finding);
            }
        });
    }

    private void conclude(Retrace.Finding finding) {
        switch (finding) {
            case Retrace.Finding.Holds holds ->
                LOG.info("the record before the snapshot is verified: ledger={} seq={}", place.ledger(), kept);
            case Retrace.Finding.Broken broken -> turns.stop(broken.seq(), broken.why());
            case Retrace.Finding.Overtaken overtaken -> {
                Snapshots<P> store = snapshots;
                if (store != null) {
                    trace(store, new Retrace.Claim<>(book.head(), book.ids(), book::head));
                }
            }
            case Retrace.Finding.Differs differs -> {
                LOG.error("the snapshot was not what the record folds to, everything is folded anew: ledger={} seq={} "
                        + "differs={}", place.ledger(), kept, differs.what());
                discard();
                turns.rebuild();
            }
        }
    }

    private void discard() {
        Snapshots<P> store = snapshots;
        if (store != null) {
            store.discard().onFailure(failure -> LOG.error("a false snapshot was not deleted: ledger={}",
                    place.ledger(), failure));
        }
    }
}
