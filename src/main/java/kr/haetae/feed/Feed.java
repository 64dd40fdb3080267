package kr.haetae.feed;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import kr.haetae.auth.LoginSession;

/** The feeds of all operations of this node. Safe for all threads. */
public final class Feed {
    private final Map<UUID, OperationFeed> operations = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> sockets = new ConcurrentHashMap<>();
    private final Function<Viewer, Optional<Bye>> verdict;

    /** {@code verdict}: why a viewer may not stay; empty when he may. */
    public Feed(Function<Viewer, Optional<Bye>> verdict) {
        this.verdict = verdict;
    }

    public void open(OperationFeed feed) {
        operations.put(feed.source().operation(), feed);
    }

    public Optional<OperationFeed> operation(UUID operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** Asks of every session, in whatever operation, whether its viewer may stay, and ends it if not. */
    public void review() {
        all().forEach(feed -> feed.review(verdict));
    }

    /** Counts a socket; answers how many the log-in session has open on this node now. */
    int opened(LoginSession session) {
        return sockets.merge(session.id(), 1, Integer::sum);
    }

    void closed(LoginSession session) {
        sockets.computeIfPresent(session.id(), (id, number) -> number == 1 ? null : number - 1);
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
