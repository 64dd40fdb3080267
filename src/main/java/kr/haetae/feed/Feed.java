package kr.haetae.feed;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The feeds of all operations of this node. Safe for all threads. */
public final class Feed {
    private final Map<UUID, OperationFeed> operations = new ConcurrentHashMap<>();

    public void open(OperationFeed feed) {
        operations.put(feed.source().operation(), feed);
    }

    public Optional<OperationFeed> operation(UUID operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** Ends every session whose viewer is meant, in whatever operation. */
    public void end(Predicate<Viewer> meant, Bye bye) {
        all().forEach(feed -> feed.end(meant, bye));
    }

    public void close() {
        all().forEach(OperationFeed::close);
        operations.clear();
    }

    private Collection<OperationFeed> all() {
        return operations.values();
    }
}
