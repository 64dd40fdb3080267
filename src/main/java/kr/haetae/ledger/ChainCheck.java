package kr.haetae.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.event.Cursor;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/** Walks along the chain until the first fault. */
final class ChainCheck {
    private static final String ERASURE = "entry-erased";

    private final UUID ledger;
    private Hash previous;
    private Optional<Envelope> last = Optional.empty();
    private Optional<Verification.Fault> fault = Optional.empty();
    private long entries;
    private final Map<Long, Long> told = new HashMap<>();
    private final SortedMap<Long, Long> erased = new TreeMap<>();

    ChainCheck(UUID ledger) {
        this.ledger = ledger;
        this.previous = Chain.genesis(ledger);
    }

    boolean all(List<StoredEntry> rows) {
        for (StoredEntry row : rows) {
            fault = fault(row).map(what -> new Verification.Fault(entries + 1, what));
            if (fault.isPresent()) {
                return false;
            }
            entries++;
        }
        return true;
    }

    Optional<Verification.Fault> fault() {
        return fault;
    }

    long entries() {
        return entries;
    }

    long bodies() {
        return entries - erased.size();
    }

    /** By which later entry each body was erased that is not there; the later ones may not have been met yet. */
    SortedMap<Long, Long> erased() {
        return erased;
    }

    /** After the last entry: an erasure that no entry of this chain tells of. */
    Optional<Verification.Fault> unaccounted() {
        return erased.entrySet().stream().filter(it -> !it.getValue().equals(told.get(it.getKey()))).findFirst()
                .map(it -> new Verification.Fault(it.getKey(),
                        "its body is not there, and entry " + it.getValue() + " does not say that it was erased"));
    }

    Cursor head() {
        return Cursor.of(entries, previous);
    }

    private Optional<String> fault(StoredEntry row) {
        if (row.seq() != entries + 1) {
            return Optional.of("it is missing, but entry " + row.seq() + " is there");
        }
        Hash hash = Chain.link(previous, row.envelope());
        if (!Arrays.equals(hash.bytes(), row.hash())) {
            return Optional.of("its hash does not follow from its envelope and the entry before");
        }
        Optional<String> said = fault(row, row.envelope());
        if (said.isEmpty()) {
            previous = hash;
        }
        return said;
    }

    private Optional<String> fault(StoredEntry row, byte[] bytes) {
        Envelope envelope;
        try {
            envelope = Envelope.parse(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (!Arrays.equals(envelope.encode(), bytes)) {
            return Optional.of("its envelope is not in canonical form");
        }
        if (!envelope.ledger().equals(ledger) || !row.agreesWith(envelope)) {
            return Optional.of("its columns say something else than its envelope");
        }
        if (last.filter(before -> before.at().isAfter(envelope.at()) || before.realAt().isAfter(envelope.realAt()))
                .isPresent()) {
            return Optional.of("its time lies before that of the entry before");
        }
        last = Optional.of(envelope);
        return row.body() == null || row.salt() == null ? missing(row) : bodyFault(row, envelope);
    }

    private Optional<String> missing(StoredEntry row) {
        StoredEntry by = row.erasure();
        if (by == null) {
            return Optional.of("its body is not there, and no entry says that it was erased");
        }
        erased.put(row.seq(), by.seq());
        return Optional.empty();
    }

    private Optional<String> bodyFault(StoredEntry row, Envelope envelope) {
        byte[] salt = Objects.requireNonNull(row.salt());
        byte[] body = Objects.requireNonNull(row.body());
        if (!Chain.commitment(salt, body).equals(envelope.commitment())) {
            return Optional.of("its body is not the one that its envelope commits to");
        }
        return envelope.type().equals(ERASURE) ? erasure(row.seq(), envelope, body) : Optional.empty();
    }

    private Optional<String> erasure(long seq, Envelope envelope, byte[] body) {
        @Nullable
        Event event;
        try {
            event = EventCodec.decode(envelope.type(), envelope.version(), body).orElse(null);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (!(event instanceof ErasureEvent.EntryErased it)) {
            return Optional.of("it is an erasure that is not known to this program");
        }
        if (!erased.containsKey(it.seq())) {
            return Optional.of("it erased entry " + it.seq() + ", whose body is there");
        }
        told.put(it.seq(), seq);
        return Optional.empty();
    }
}
