package kr.haetae.feed;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The feeds of all operations of this node. Safe for all threads. */
public final class Feed {
    private final Map<UUID, OperationFeed> operations = new ConcurrentHashMap<>();

    public void open(OperationFeed feed) {
        operations.put(feed.source().operation(), feed);
    }

    public Optional<OperationFeed> operation(UUID operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** Asks of every session, in whatever operation, whether its viewer may stay, and ends it if not. */
    public void review(Function<Viewer, Optional<Bye>> verdict) {
        all().forEach(feed -> feed.review(verdict));
    }

    public void close() {
        all().forEach(OperationFeed::close);
        operations.clear();
    }

    private Collection<OperationFeed> all() {
        return operations.values();
    }
}
