package kr.haetae.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import kr.haetae.auth.LoginSession;

/** The feeds of all operations of this node. Safe for all threads. */
public final class Feed {
    /** Of one log-in session within the window, at once or one after the other: all that it may have open, five times each. */
    static final int OPENINGS = 60;

    /**
     * Whole views of one log-in session within the window: one for each socket that it may open. Who follows from a cursor, as the
     * pages do, needs none; one of the whole country is megabytes.
     */
    static final int WHOLES = OPENINGS;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int SESSIONS = 100_000;

    private final Cache<UUID, AtomicInteger> openings = counts();
    private final Cache<UUID, AtomicInteger> wholes = counts();
    private final Map<UUID, OperationFeed> operations = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> sockets = new ConcurrentHashMap<>();
    private final Postroom postroom = new Postroom();
    private final Function<Viewer, Optional<Bye>> verdict;
    private final Function<UUID, Future<?>> opener;

    /** {@code verdict}: why a viewer may not stay; empty when he may. */
    public Feed(Function<Viewer, Optional<Bye>> verdict) {
        this(verdict, operation -> Future.succeededFuture());
    }

    /** {@code opener}: brings back an operation that was put away, if there is one, and opens its feed here. */
    public Feed(Function<Viewer, Optional<Bye>> verdict, Function<UUID, Future<?>> opener) {
        this.verdict = verdict;
        this.opener = opener;
    }

    public void open(OperationFeed feed) {
        feed.writesThrough(postroom);
        operations.put(feed.source().operation(), feed);
    }

    public Optional<OperationFeed> operation(UUID operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** The operation's feed, brought back if it was put away; empty when there is no such operation. */
    Future<Optional<OperationFeed>> bring(UUID operation) {
        return opener.apply(operation).map(opened -> operation(operation));
    }

    /** Whether anybody looks at the operation here. */
    public boolean watched(UUID operation) {
        return operation(operation).filter(OperationFeed::watched).isPresent();
    }

    /** Lets go of an operation that is put away; who came in the last moment is told to come again. */
    public void drop(UUID operation) {
        OperationFeed feed = operations.remove(operation);
        if (feed != null) {
            feed.close();
        }
    }

    /** Asks of every session, in whatever operation, whether its viewer may stay, and ends it if not. */
    public void review() {
        all().forEach(feed -> feed.review(verdict));
    }

    /**
     * Whether a log-in session may open one more socket; each costs a handshake and perhaps a whole view, so a limit of those that are
     * open at a time is none for who lets go of them at once.
     */
    public boolean admits(LoginSession session) {
        return openings.get(session.id(), fresh -> new AtomicInteger()).incrementAndGet() <= OPENINGS;
    }

    /** Whether a log-in session may have one more whole view sent. */
    boolean grantsWhole(LoginSession session) {
        return wholes.get(session.id(), fresh -> new AtomicInteger()).incrementAndGet() <= WHOLES;
    }

    private static Cache<UUID, AtomicInteger> counts() {
        return Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(SESSIONS).build();
    }

    /** Counts a socket; answers how many the log-in session has open on this node now. */
    int opened(LoginSession session) {
        return sockets.merge(session.id(), 1, Integer::sum);
    }

    void closed(LoginSession session) {
        sockets.computeIfPresent(session.id(), (id, number) -> number == 1 ? null : number - 1);
    }

    /** What the event loop is to write. */
    Postbag bag(EventExecutor loop) {
        return postroom.bag(loop);
    }

    Optional<Bye> verdict(Viewer viewer) {
        return verdict.apply(viewer);
    }

    public void close() {
        all().forEach(OperationFeed::close);
        operations.clear();
    }

    private Collection<OperationFeed> all() {
        return operations.values();
    }
}
