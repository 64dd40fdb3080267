package kr.haetae.http;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;

/** The ledgers of the operations that this node has open, and when each was last asked for. Safe for all threads. */
public final class OpenOperations {
    private final Map<UUID, Ledger<Picture>> ledgers = new ConcurrentHashMap<>();
    private final Map<UUID, Long> askedNanos = new ConcurrentHashMap<>();
    private final Function<UUID, Future<Optional<Ledger<Picture>>>> opener;

    /** Without a way to bring back what was put away. */
    public OpenOperations() {
        this(operation -> Future.succeededFuture(Optional.empty()));
    }

    /** {@code opener}: opens an operation and adds it here; empty when there is none. */
    public OpenOperations(Function<UUID, Future<Optional<Ledger<Picture>>>> opener) {
        this.opener = opener;
    }

    public void add(Ledger<Picture> ledger) {
        asked(ledger.id());
        ledgers.put(ledger.id(), ledger);
    }

    public void remove(UUID operation) {
        ledgers.remove(operation);
        askedNanos.remove(operation);
    }

    public List<Ledger<Picture>> all() {
        return List.copyOf(ledgers.values());
    }

    /** Notes that somebody uses the operation just now. */
    public void asked(UUID operation) {
        askedNanos.put(operation, System.nanoTime());
    }

    /** Whether nobody has asked for it for so long. */
    public boolean idle(UUID operation, Duration least) {
        Long asked = askedNanos.get(operation);
        return asked == null || System.nanoTime() - asked > least.toNanos();
    }

    /** The operation's ledger, opened first if need be; empty when there is no such operation. Fails as the opening does. */
    public Future<Optional<Ledger<Picture>>> bring(UUID operation) {
        Ledger<Picture> open = ledgers.get(operation);
        if (open == null) {
            return opener.apply(operation);
        }
        asked(operation);
        return Future.succeededFuture(Optional.of(open));
    }

    /** The operation's ledger, if this node has it open; does not count as asking for it. */
    Optional<Ledger<Picture>> find(UUID operation) {
        return Optional.ofNullable(ledgers.get(operation));
    }

    /** The operation's ledger, or the problem that there is none. {@link Bringing} has opened it. */
    Ledger<Picture> require(Call call) {
        UUID id = call.pathId("operation");
        Ledger<Picture> ledger = ledgers.get(id);
        if (ledger == null) {
            throw Problem.absent("unknown-operation", "There is no operation " + id + ".").exception();
        }
        asked(id);
        return ledger;
    }
}
