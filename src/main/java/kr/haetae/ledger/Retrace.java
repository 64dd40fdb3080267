package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes over the part of a chain that a snapshot let this node skip: all that {@link Verification} checks, and whether it folds to the
 * snapshot. A thread and a connection of its own; three quarters of the time it rests.
 */
final class Retrace<P> {
    /**
     * What the snapshot said.
     *
     * @param now what this node ends with meanwhile
     */
    record Claim<P>(Head<P> head, Ids.Fixed ids, Supplier<Head<P>> now) {}

    /** What came of it. */
    sealed interface Finding {
        record Holds() implements Finding {}

        /** The record contradicts itself, or can't be read, at that entry. */
        record Broken(long seq, String why) implements Finding {}

        /** Words were erased after the claim that it holds: what this node holds now is to be compared instead. */
        record Overtaken() implements Finding {}

        /** The record holds; the snapshot is not what it folds to. */
        record Differs(String what) implements Finding {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Retrace.class);
    private static final int PAGE = 250;
    private static final int REST = 3;
    private static final long SHORTEST_REST_NANOS = Duration.ofMillis(2).toNanos();
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Safekeeping.Place<P> place;
    private final Snapshots<P> snapshots;
    private final Claim<P> claim;
    private final BiConsumer<Retrace<P>, Finding> report;
    private final ChainCheck check;
    private final Thread thread;
    private @Nullable P folded;
    private int ids;
    private volatile long verified;
    private volatile boolean cancelled;

    Retrace(Safekeeping.Place<P> place, Snapshots<P> snapshots, Claim<P> claim,
            BiConsumer<Retrace<P>, Finding> report) {
        this.place = place;
        this.snapshots = snapshots;
        this.claim = claim;
        this.report = report;
        this.check = new ChainCheck(place.ledger());
        this.folded = place.settings().snapshots().compared()
                ? place.fold().empty(check.head())
                : null;
        this.thread = Thread.ofPlatform().daemon().name("haetae-retrace-" + place.ledger())
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    /** Up to which entry the chain was found to hold. */
    long verified() {
        return verified;
    }

    private void run() {
        try {
            Thread.sleep(place.settings().snapshots().delay());
            Optional<Finding> finding = Optional.empty();
            while (finding.isEmpty() && !cancelled) {
                finding = connected();
            }
            finding.ifPresent(found -> report.accept(this, found));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on until the end, or until the connection is lost; empty when it should be tried again. */
    private Optional<Finding> connected() throws InterruptedException {
        try {
            PgConnection connection = await(PgConnection.connect(place.database().vertx(), place.database().options()));
            try {
                Finding finding = trace(connection);
                return finding instanceof Finding.Broken && displaced(connection) ? giveUp() : Optional.of(finding);
            } finally {
                connection.close();
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!cancelled) {
                LOG.warn("verifying what a snapshot skipped is tried again: ledger={} seq={} cause={}", place.ledger(),
                        check.entries(), e.toString());
                Thread.sleep(RETRY);
            }
            return Optional.empty();
        }
    }

    /** The database holds another chain by now: the tail finds that out too, and reads everything. */
    private Optional<Finding> giveUp() {
        cancelled = true;
        return Optional.empty();
    }

    private Finding trace(PgConnection connection) throws InterruptedException, TimeoutException {
        if (!genesisHolds(connection)) {
            return new Finding.Broken(0, "the head row is missing or has another genesis");
        }
        while (check.entries() < claim.head().seq()) {
            long began = System.nanoTime();
            long from = check.entries() + 1;
            long until = Math.min(from + PAGE, claim.head().seq() + 1);
            List<StoredEntry> rows = await(StoredEntry.range(connection, place.ledger(), from, until));
            Optional<Finding> broken = page(rows, until);
            if (broken.isPresent()) {
                return broken.get();
            }
            verified = check.entries();
            rest(System.nanoTime() - began);
        }
        return end();
    }

    private Optional<Finding> page(List<StoredEntry> rows, long until) {
        if (!check.all(rows)) {
            return check.fault().map(fault -> new Finding.Broken(fault.seq(), fault.what()));
        }
        if (check.entries() != until - 1) {
            return Optional.of(new Finding.Broken(check.entries() + 1, "it is missing"));
        }
        if (rows.stream().anyMatch(this::erasedSince)) {
            return Optional.of(new Finding.Overtaken());
        }
        try {
            rows.forEach(this::fold);
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(new Finding.Broken(e.seq(), e.why()));
        }
    }

    private boolean erasedSince(StoredEntry row) {
        StoredEntry by = row.erasure();
        return by != null && by.seq() > claim.head().seq();
    }

    private void fold(StoredEntry row) {
        if (row.part() == 0 && ids >= 0) {
            ids = ids < claim.ids().size() && claim.ids().get(ids).equals(row.command()) ? ids + 1 : -1;
        }
        Link link = Link.decode(place.ledger(), row, Hash.ofBytes(row.hash()));
        P picture = folded;
        if (picture != null) {
            try {
                folded = place.fold().evolve(picture, link.entry());
            } catch (RuntimeException e) {
                throw new Unreadable(row.seq(), "it can't be folded: " + e);
            }
        }
    }

    private Finding end() {
        if (!check.head().equals(claim.head().cursor())) {
            return new Finding.Broken(claim.head().seq(), "the chain leads to another hash here");
        }
        Optional<Verification.Fault> unaccounted = check.unaccounted();
        if (unaccounted.isPresent()) {
            return new Finding.Broken(unaccounted.get().seq(), unaccounted.get().what());
        }
        if (ids != claim.ids().size()) {
            return new Finding.Differs("the ids of commands");
        }
        P picture = folded;
        folded = null;
        return picture == null ? new Finding.Holds()
                : snapshots.difference(picture, claim.head().picture()).<Finding>map(Finding.Differs::new)
                        .orElseGet(Finding.Holds::new);
    }

    private boolean genesisHolds(PgConnection connection) throws InterruptedException, TimeoutException {
        return await(connection.preparedQuery("SELECT 1 FROM ledger WHERE id = $1 AND genesis = $2")
                .execute(Tuple.of(place.ledger(),
                        Buffer.buffer(Chain.genesis(place.ledger()).bytes()))))
                .size() == 1;
    }

    private boolean displaced(PgConnection connection) throws InterruptedException, TimeoutException {
        Head<P> now = claim.now().get();
        return await(connection.preparedQuery("SELECT 1 FROM entry WHERE ledger = $1 AND seq = $2 AND hash = $3")
                .execute(Tuple.of(place.ledger(), now.seq(), Buffer.buffer(now.hash().bytes()))))
                .size() == 0;
    }

    private static void rest(long workedNanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST_REST_NANOS, REST * workedNanos));
    }

    private <T> T await(Future<T> future) throws InterruptedException, TimeoutException {
        if (cancelled) {
            throw new InterruptedException("cancelled");
        }
        return future.await(place.settings().statementTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
