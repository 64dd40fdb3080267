package kr.haetae.ledger;

import java.util.Arrays;
import java.util.UUID;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.EventCodec;
import kr.haetae.event.Hash;

/** One entry with the bytes that prove it. */
record Link(Envelope envelope, byte[] envelopeBytes, Hash hash, byte[] salt, byte[] body, Event event) {
    /** Salt and body of an erased entry. */
    private static final byte[] NONE = {};

    /** A new entry after {@code previous}. */
    static Link forge(Hash previous, Envelope envelope, byte[] salt, byte[] body, Event event) {
        byte[] bytes = envelope.encode();
        return new Link(envelope, bytes, Chain.link(previous, bytes), salt, body, event);
    }

    /**
     * Reads a row and checks all that it claims.
     *
     * @throws Unreadable when it is not the entry after {@code previous}, or not one that this program knows
     */
    static Link read(UUID ledger, long seq, Hash previous, StoredEntry row) {
        if (row.seq() != seq) {
            throw new Unreadable(seq, "entry " + row.seq() + " stands in its place");
        }
        Hash hash = Chain.link(previous, row.envelope());
        if (!Arrays.equals(hash.bytes(), row.hash())) {
            throw new Unreadable(seq, "its hash does not follow from the envelope and the entry before");
        }
        return decode(ledger, row, hash);
    }

    /** Reads a row whose place in the chain was checked when it was folded. */
    static Link decode(UUID ledger, StoredEntry row, Hash hash) {
        Envelope envelope = parse(row);
        if (!envelope.ledger().equals(ledger) || !row.agreesWith(envelope)) {
            throw new Unreadable(row.seq(), "its columns say something else than its envelope");
        }
        byte[] salt = row.salt();
        byte[] body = row.body();
        if (salt == null || body == null) {
            return new Link(envelope, row.envelope(), hash, NONE, NONE, left(ledger, row, envelope));
        }
        if (!Chain.commitment(salt, body).equals(envelope.commitment())) {
            throw new Unreadable(row.seq(), "its body is not the one that the envelope commits to");
        }
        return new Link(envelope, row.envelope(), hash, salt, body, event(envelope, body));
    }

    /** What stands for an erased entry. */
    private static Event left(UUID ledger, StoredEntry row, Envelope envelope) {
        StoredEntry by = row.erasure();
        if (by == null) {
            throw new Unreadable(row.seq(), "its body is not there");
        }
        if (by.body() == null || by.seq() <= row.seq()
                || !(decode(ledger, by, Hash.ofBytes(by.hash())).event() instanceof ErasureEvent.EntryErased erased)
                || erased.seq() != row.seq()) {
            throw new Unreadable(row.seq(), "its body is not there, and entry " + by.seq() + " did not erase it");
        }
        Event left = erased.redacted();
        if (!EventCodec.type(left).equals(envelope.type())) {
            throw new Unreadable(row.seq(), "what entry " + by.seq() + " left of it is of another type");
        }
        return left;
    }

    Entry entry() {
        return new Entry(
                envelope.ledger(),
                envelope.seq(),
                envelope.at(),
                envelope.realAt(),
                envelope.command(),
                envelope.part(),
                envelope.account(),
                envelope.unit(),
                event,
                hash);
    }

    int length() {
        return envelopeBytes.length + body.length + 64;
    }

    private static Envelope parse(StoredEntry row) {
        try {
            return Envelope.parse(row.envelope());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(row.seq(), String.valueOf(e.getMessage()));
        }
    }

    private static Event event(Envelope envelope, byte[] body) {
        try {
            return EventCodec.decode(envelope.type(), envelope.version(), body)
                    .orElseThrow(() -> new Unreadable(
                            envelope.seq(),
                            envelope.type() + " v" + envelope.version() + " is not known to this program"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(envelope.seq(), String.valueOf(e.getMessage()));
        }
    }
}
