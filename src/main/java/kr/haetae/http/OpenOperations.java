package kr.haetae.http;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;

/** The ledgers of the operations that this node has open. Safe for all threads. */
public final class OpenOperations {
    private final Map<UUID, Ledger<Picture>> ledgers = new ConcurrentHashMap<>();

    public void add(Ledger<Picture> ledger) {
        ledgers.put(ledger.id(), ledger);
    }

    public Collection<Ledger<Picture>> all() {
        return ledgers.values();
    }

    /** The operation's ledger, if this node has it open. */
    Optional<Ledger<Picture>> find(UUID operation) {
        return Optional.ofNullable(ledgers.get(operation));
    }

    /** The operation's ledger, or the problem that there is none. */
    Ledger<Picture> require(Call call) {
        UUID id = call.pathId("operation");
        Ledger<Picture> ledger = ledgers.get(id);
        if (ledger == null) {
            throw Problem.absent("unknown-operation", "There is no operation " + id + ".").exception();
        }
        return ledger;
    }
}
