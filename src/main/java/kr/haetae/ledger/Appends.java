package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.haetae.metrics.LedgerMeters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One append at a time, of all that waits. What comes while one is under way is decided at once, as if that one stood already, and goes
 * with the next; if it does not stand, all of that is thrown away and decided anew. Used on the ledger's context.
 */
final class Appends<P> {
    /** What came of an attempt. */
    enum Outcome {
        /** Nothing is left of this batch, or what is left has been put back. */
        SETTLED,
        /** Another node was first. */
        BEHIND
    }

    /** So many key violations in a row, without anything new to read, are no race: the tables contradict themselves. */
    private static final int FRUITLESS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Appends.class);

    private final UUID ledger;
    private final Fold<P> fold;
    private final LedgerSettings settings;
    private final LedgerMeters meters;
    private final DatabaseClock clock;
    private final Line line;
    private final Book<P> book;
    private final Intake<P> intake;
    private final Repeats<P> repeats;
    private final Salts salts = new Salts();
    private @Nullable Batch<P> underWay;
    private @Nullable Batch<P> ahead;
    private int batchCommands;
    private long collidedAt = -1;
    private int collisions;

    Appends(UUID ledger, Fold<P> fold, LedgerSettings settings, LedgerDatabase database, Line line, Book<P> book,
            Intake<P> intake, Repeats<P> repeats) {
        this.ledger = ledger;
        this.fold = fold;
        this.settings = settings;
        this.meters = database.meters();
        this.clock = database.clock();
        this.line = line;
        this.book = book;
        this.intake = intake;
        this.repeats = repeats;
        this.batchCommands = settings.batchCommands();
    }

    boolean due() {
        return ahead != null || !intake.isEmpty();
    }

    /** Decides what waits while an append is under way; else it waits for its turn. */
    void decideAhead() {
        Batch<P> sent = underWay;
        if (sent == null || intake.isEmpty()) {
            return;
        }
        Batch<P> next = ahead;
        if (next == null) {
            next = begun(sent.tentative());
            ahead = next;
        }
        fill(next);
    }

    /** Appends what waits. Fails when the connection can't be relied on any more; what was taken is then back in the queue. */
    Future<Outcome> append(PgConnection connection) {
        return book.foreignWithin(settings.contendedFor().toNanos()) ? appendLocked(connection)
                : appendDirectly(connection);
    }

    private Future<Outcome> appendDirectly(PgConnection connection) {
        Batch<P> batch = collect();
        if (batch.links().isEmpty()) {
            return confirm(connection, batch);
        }
        if (batch.erases()) {
            return line.within(connection.query("BEGIN").execute())
                    .transform(begun -> begun.succeeded() ? appendUnderLock(connection, batch)
                            : putBack(batch, begun.cause()));
        }
        long sent = System.nanoTime();
        underWay = batch;
        return write(connection, batch)
                .onComplete(written -> underWay = null)
                .map(added -> added ? settle(batch, sent) : lost(batch))
                .recover(failure -> putBack(batch, failure));
    }

    /** A batch of refusals only: they hold if nothing happened meanwhile. */
    private Future<Outcome> confirm(PgConnection connection, Batch<P> batch) {
        if (batch.decided().isEmpty()) {
            return Future.succeededFuture(Outcome.SETTLED);
        }
        return book.catchUp(connection)
                .map(moved -> {
                    if (moved) {
                        intake.putBack(batch.pendings());
                    } else {
                        answer(batch);
                    }
                    return Outcome.SETTLED;
                })
                .recover(failure -> putBack(batch, failure));
    }

    private Future<Outcome> appendLocked(PgConnection connection) {
        meters.contended();
        return line.within(connection
                .query("BEGIN; SELECT 1 FROM ledger WHERE id = '" + ledger + "' FOR UPDATE")
                .execute())
                // A statement of its own: the one that waited for the lock still sees what was there before it waited.
                .compose(locked -> book.catchUp(connection))
                .compose(moved -> appendUnderLock(connection, collect()));
    }

    private Future<Outcome> appendUnderLock(PgConnection connection, Batch<P> batch) {
        if (batch.links().isEmpty()) {
            answer(batch);
            return end(connection, "ROLLBACK").map(Outcome.SETTLED);
        }
        long sent = System.nanoTime();
        return alone(connection, batch)
                .compose(alone -> write(connection, batch))
                .compose(added -> end(connection, added ? "COMMIT" : "ROLLBACK").map(added))
                .map(added -> added ? settle(batch, sent) : lost(batch))
                .recover(failure -> AppendStatement.definite(failure)
                        ? end(connection, "ROLLBACK").transform(ended -> putBack(batch, failure))
                        : putBack(batch, failure));
    }

    /** Nobody writes a snapshot while words are destroyed: it could hold them, and nobody would see it to delete it. */
    private Future<Void> alone(PgConnection connection, Batch<P> batch) {
        return batch.erases() ? line.within(Snapshots.forbid(connection, ledger)) : Future.succeededFuture();
    }

    private Batch<P> collect() {
        Batch<P> decided = ahead;
        Batch<P> batch = decided != null && stillHolds(decided) ? decided : begun(book.head());
        if (batch == decided) {
            ahead = null;
        } else {
            abandonAhead();
        }
        fill(batch);
        return batch;
    }

    private Batch<P> begun(Head<P> base) {
        return new Batch<>(ledger, fold, base, salts);
    }

    /** Nothing else happened, and none of its commands was asked for once before and is in the chain by now. */
    private boolean stillHolds(Batch<P> decided) {
        return decided.base().cursor().equals(book.head().cursor())
                && decided.pendings().stream().noneMatch(it -> book.contains(it.submission().command()));
    }

    /** Before what was under way is put back in front of it. */
    private void abandonAhead() {
        Batch<P> decided = ahead;
        if (decided != null) {
            ahead = null;
            intake.putBack(decided.pendings());
        }
    }

    private void fill(Batch<P> batch) {
        while (batch.decided().size() < batchCommands && batch.bytes() < settings.batchBytes()) {
            Pending<P> pending = intake.next();
            if (pending == null) {
                break;
            }
            if (book.contains(pending.submission().command())) {
                intake.settled(pending);
                repeats.answer(pending);
            } else {
                batch.decide(pending, clock.now());
            }
        }
    }

    private Future<Boolean> write(PgConnection connection, Batch<P> batch) {
        batch.decided().forEach(decided -> decided.pending().markSent());
        Head<P> base = batch.base();
        return line.within(AppendStatement.execute(connection, ledger, base.seq(), base.hash(), batch.links()));
    }

    private Future<Void> end(PgConnection connection, String how) {
        return line.within(connection.query(how).execute()).mapEmpty();
    }

    private Outcome settle(Batch<P> batch, long sent) {
        meters.committed(Duration.ofNanos(System.nanoTime() - sent), batch.acceptedCommands());
        collidedAt = -1;
        batchCommands = Math.min(settings.batchCommands(), batchCommands * 2);
        book.committed(batch, sent);
        answer(batch);
        return Outcome.SETTLED;
    }

    private Outcome lost(Batch<P> batch) {
        abandonAhead();
        meters.collided();
        book.noteForeign();
        long at = batch.base().seq();
        collisions = at == collidedAt ? collisions + 1 : 1;
        collidedAt = at;
        if (collisions > FRUITLESS) {
            collidedAt = -1;
            bisect(batch, new IllegalStateException("the database has a key of this command, but not its entry"));
        } else {
            intake.putBack(batch.pendings());
        }
        return Outcome.BEHIND;
    }

    private Future<Outcome> putBack(Batch<P> batch, Throwable failure) {
        abandonAhead();
        if (AppendStatement.definite(failure)) {
            bisect(batch, failure);
            return Future.succeededFuture(Outcome.SETTLED);
        }
        intake.putBack(batch.pendings());
        return Future.failedFuture(failure);
    }

    /** The database refuses these entries for what they are: smaller batches find the command that it is. */
    private void bisect(Batch<P> batch, Throwable failure) {
        List<Pending<P>> taken = batch.pendings();
        if (taken.size() > 1) {
            batchCommands = Math.max(1, taken.size() / 2);
            intake.putBack(taken);
            return;
        }
        Pending<P> culprit = taken.getFirst();
        LOG.error("the database refuses a command: ledger={} command={}", ledger, culprit.submission().command(),
                failure);
        intake.settled(culprit);
        culprit.fail(failure);
    }

    private void answer(Batch<P> batch) {
        for (Batch.Decided<P> decided : batch.decided()) {
            Pending<P> pending = decided.pending();
            intake.settled(pending);
            switch (decided.outcome()) {
                case Batch.Outcome.Accepted(var entries) -> pending.answer(new Answer.Done(entries, false));
                case Batch.Outcome.Refused(var refusal) -> pending.answer(new Answer.Refused(refusal));
                case Batch.Outcome.Thrown(var failure) -> pending.fail(failure);
            }
        }
    }
}
