package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.metrics.LedgerMeters.Result;

/**
 * One ledger on this node: takes commands, and follows what other nodes append. All methods may be called from any thread; all
 * work is done on one event loop, the ledger's own; futures complete on the caller's context where it has one.
 */
public final class Ledger<P> {
    private static final Duration FOLLOWING = Duration.ofMillis(250);

    private final Context context;
    private final LedgerDatabase database;
    private final UUID id;
    private final Fold<P> fold;
    private final LedgerSettings settings;
    private final Intake<P> intake = new Intake<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Line line;
    private final Tail<P> tail;
    private final Repeats<P> repeats;
    private final Book<P> book;
    private final Turns<P> turns;
    private final Safekeeping<P> safekeeping;
    /** A replica announces nothing. */
    private final Duration poll;
    private volatile long announced;
    private String deployment = "";
    private Runnable hideMeters = () -> {};
    private long pollTimer = -1;

    private Ledger(Context context, LedgerDatabase database, UUID id, Fold<P> fold, LedgerSettings settings) {
        this.context = context;
        this.database = database;
        this.id = id;
        this.fold = fold;
        this.settings = settings;
        poll = database.replica() ? FOLLOWING : settings.poll();
        line = new Line(database, context, settings.statementTimeout());
        tail = new Tail<>(context, id, fold, settings);
        repeats = new Repeats<>(database.pool(), id, settings.statementTimeout());
        book = new Book<>(id, tail, intake, repeats, database.meters());
        Appends<P> appends = new Appends<>(id, fold, settings, database, line, book, intake, repeats);
        turns = new Turns<>(context, id, database, line, tail, book, appends);
        safekeeping = new Safekeeping<>(new Safekeeping.Place<>(context, database, id, fold, settings), tail, book,
                turns);
    }

    /**
     * Reads the whole ledger, checking the chain, or the newest snapshot and what came after it; creates it when it is new.
     *
     * @return fails with {@link LedgerStopped} when an entry can't be read, or as the database fails
     */
    public static <P> Future<Ledger<P>> open(LedgerDatabase database, UUID id, Fold<P> fold, LedgerSettings settings) {
        AtomicReference<Ledger<P>> opened = new AtomicReference<>();
        Deployable place = new Deployable() {
            @Override
            public Future<?> deploy(Context context) {
                opened.set(new Ledger<>(context, database, id, fold, settings));
                return opened.get().begin();
            }

            @Override
            public Future<?> undeploy(Context context) {
                return opened.get().end();
            }
        };
        return database.handoff().onCallers(database.vertx().deployVerticle(place).map(deployment -> {
            opened.get().deployment = deployment;
            return opened.get();
        }));
    }

    public UUID id() {
        return id;
    }

    /** Picture, cursor and times that belong together. */
    public Head<P> head() {
        return book.head();
    }

    public P picture() {
        return book.head().picture();
    }

    public Cursor cursor() {
        return book.head().cursor();
    }

    public LedgerState state() {
        return book.state();
    }

    /** The age of the last proof, by an append or a read, that {@link #head} is the newest on the primary. Monotonic. */
    public Duration confirmedAge() {
        return Duration.ofNanos(book.confirmedAgeNanos());
    }

    /** What the operation's clock shows now; never before the last entry's. */
    public Instant now() {
        Head<P> head = book.head();
        Instant shown = fold.clock(head.picture()).at(database.clock().now());
        return shown.isBefore(head.at()) ? head.at() : shown;
    }

    /** Real time, by the database's clock. */
    public Instant realNow() {
        return database.clock().now();
    }

    /**
     * Decides a command and appends what it comes to. The answer is given when that is on disk.
     *
     * @return fails with {@link LedgerOverloaded}, {@link OutcomeUnknown}, {@link LedgerStopped}, {@link FeedOnly}, or with what {@code decide} threw
     */
    public Future<Answer> submit(Submission<P> submission) {
        if (database.replica()) {
            return Future.failedFuture(new FeedOnly());
        }
        LedgerMeters meters = database.meters();
        if (unanswered.incrementAndGet() > settings.queueCapacity()) {
            unanswered.decrementAndGet();
            meters.answered(Result.OVERLOADED);
            return Future.failedFuture(new LedgerOverloaded(settings.queueCapacity()));
        }
        Promise<Answer> promise = Promise.promise();
        database.handoff().to(context, () -> accept(submission, promise));
        return database.handoff().onCallers(promise.future().onComplete(answer -> {
            unanswered.decrementAndGet();
            meters.answered(answer.succeeded() ? result(answer.result()) : result(answer.cause()));
        }));
    }

    /**
     * Calls with every step from now on, in order, after {@link #head} has moved, on the ledger's context. The listener must not
     * block. The first step it sees may already be part of a head read before.
     */
    public void listen(Consumer<Commit<P>> listener) {
        book.listen(listener);
    }

    /**
     * Waits until a cursor is folded. The head may be of another chain than the cursor (its seq is reached with another hash, or
     * the database confirmed that there is no such entry): then who holds the cursor must start anew.
     *
     * @return fails with {@link NotReached} when the database did not say in time
     */
    public Future<Head<P>> reached(Cursor cursor, Duration atMost) {
        Head<P> now = book.head();
        if (cursor.seq() <= now.seq()) {
            return Future.succeededFuture(now);
        }
        return database.handoff().onCallers(onContext(() -> {
            if (cursor.seq() <= book.head().seq()) {
                return Future.succeededFuture(book.head());
            }
            Future<Head<P>> reached = book.waiters().add(database.vertx(), cursor, atMost);
            turns.read();
            return reached;
        }));
    }

    /**
     * Reads entries back.
     *
     * @param limit 1 to 1,000
     * @return those with {@code from <= seq} ascending, or, backwards, {@code seq <= from} descending; none beyond {@link #head}
     */
    public Future<List<Entry>> entries(long from, boolean backwards, int limit) {
        return database.handoff().onCallers(
                Reading.page(database.pool(), id, book.head().seq(), new Reading.Range(from, backwards, limit)));
    }

    /**
     * Entries whose body may hold a text, newest first: every one that does, and some that hold it elsewhere than in a field.
     *
     * @param fragment in lower case, composed, without what JSON escapes; of other letters than ASCII only those without case
     * @param before only entries before this one; so many of them are looked through at a time
     */
    public Future<Window> holding(String fragment, long before, int entries) {
        return database.handoff()
                .onCallers(Reading.holding(database.pool(), id, fragment, new Window.Span(before, entries)));
    }

    /** The entries with these seqs (at most 1,000), ascending; a seq that does not exist is left out. */
    public Future<List<Entry>> entries(List<Long> seqs) {
        return database.handoff().onCallers(Reading.some(database.pool(), id, seqs));
    }

    /** The entries that a command has made, in the order of their parts; none when it has made none. */
    public Future<List<Entry>> made(UUID command) {
        return database.handoff().onCallers(Reading.command(database.pool(), id, command));
    }

    /** Stops taking commands; those without an answer fail with {@link LedgerStopped}. */
    public Future<Void> close() {
        return database.vertx().undeploy(deployment);
    }

    private Future<Void> begin() {
        long asked = System.nanoTime();
        return line.connect()
                .compose(connection -> Turns.headRow(database, connection, id)
                        .compose(created -> safekeeping.whole(connection)))
                .recover(failure -> Future.failedFuture(
                        failure instanceof Unreadable entry
                                ? new LedgerStopped(new LedgerState.Stopped(entry.seq(), entry.why()))
                                : failure))
                .compose(whole -> {
                    follow(whole, asked);
                    return Future.<Void>succeededFuture();
                })
                .onFailure(failure -> line.close());
    }

    private void follow(Tail.Whole<P> whole, long asked) {
        database.wake(id, this::announced);
        // What a replica showed is as old as its first reading will say.
        book.begin(whole, database.replica() ? asked - Replica.UNKNOWN.toNanos() : asked);
        pollTimer = database.vertx().setPeriodic(poll.toMillis(), timer -> poll());
        hideMeters = database.meters().show(id, levels());
        safekeeping.begin();
        turns.read();
    }

    private Future<Void> end() {
        database.vertx().cancelTimer(pollTimer);
        database.forget(id);
        hideMeters.run();
        Future<Void> kept = safekeeping.close();
        book.stop(new LedgerState.Closed());
        line.close();
        return kept;
    }

    private void accept(Submission<P> submission, Promise<Answer> promise) {
        if (!book.running()) {
            promise.fail(new LedgerStopped(book.state()));
            return;
        }
        Pending<P> open = intake.open(submission.command());
        if (open != null) {
            join(open, submission, promise);
            return;
        }
        Pending<P> pending = new Pending<>(submission, System.nanoTime());
        pending.future().onComplete(promise);
        if (book.contains(submission.command())) {
            repeats.answer(pending);
            return;
        }
        intake.add(pending);
        turns.run();
    }

    /** The same again gets the same answer; another one under the same id is looked at once the first has left a trace or none. */
    private void join(Pending<P> open, Submission<P> submission, Promise<Answer> promise) {
        if (open.sameRequest(submission)) {
            open.future().map(Ledger::repeated).onComplete(promise);
        } else {
            open.future().onComplete(settled -> context.runOnContext(here -> accept(submission, promise)));
        }
    }

    private static Answer repeated(Answer first) {
        return first instanceof Answer.Done(List<Entry> entries, boolean ignored) ? new Answer.Done(entries, true)
                : first;
    }

    private void announced(long seq) {
        announced = seq;
        if (seq > book.head().seq()) {
            context.runOnContext(here -> {
                if (seq > book.head().seq()) {
                    turns.read();
                }
            });
        }
    }

    private void poll() {
        for (Pending<P> late : intake.expired(System.nanoTime(), settings.patience())) {
            late.fail(new OutcomeUnknown(late.submission().command()));
        }
        safekeeping.look();
        if (database.replica() || book.confirmedAgeNanos() > poll.toNanos() / 2) {
            turns.read();
        }
    }

    private LedgerMeters.Levels levels() {
        return new LedgerMeters.Levels(
                unanswered::get,
                () -> Math.max(0, announced - book.head().seq()),
                () -> book.confirmedAgeNanos() / 1e9,
                () -> book.state() instanceof LedgerState.Stopped ? 1 : 0,
                safekeeping::verified);
    }

    private static Result result(Answer answer) {
        return switch (answer) {
            case Answer.Done(var entries, boolean repeated) -> repeated ? Result.REPEATED : Result.DONE;
            case Answer.Refused refused -> Result.REFUSED;
            case Answer.Reused() -> Result.REUSED;
        };
    }

    private static Result result(Throwable failure) {
        return switch (failure) {
            case OutcomeUnknown unknown -> Result.UNKNOWN;
            case LedgerStopped stopped -> Result.STOPPED;
            default -> Result.FAILED;
        };
    }

    private <T> Future<T> onContext(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(here -> work.get().onComplete(promise));
        return promise.future();
    }
}
