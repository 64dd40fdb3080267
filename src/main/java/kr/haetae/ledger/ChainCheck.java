package kr.haetae.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Cursor;
import kr.haetae.event.Hash;

/** Walks along the chain until the first fault. */
final class ChainCheck {
    private final UUID ledger;
    private Hash previous;
    private Optional<Envelope> last = Optional.empty();
    private Optional<Verification.Fault> fault = Optional.empty();
    private long entries;
    private long destroyed;

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
            destroyed += row.body() == null ? 1 : 0;
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
        return entries - destroyed;
    }

    long destroyed() {
        return destroyed;
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
        return bodyFault(row, envelope);
    }

    private static Optional<String> bodyFault(StoredEntry row, Envelope envelope) {
        byte[] salt = row.salt();
        byte[] body = row.body();
        return salt == null || body == null || Chain.commitment(salt, body).equals(envelope.commitment())
                ? Optional.empty()
                : Optional.of("its body is not the one that its envelope commits to");
    }
}
