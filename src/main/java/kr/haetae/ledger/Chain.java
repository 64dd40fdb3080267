package kr.haetae.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.haetae.event.Hash;

/** The three hashes of the record; each begins with a tag of its own, so that none can be passed off as another. */
final class Chain {
    private static final byte[] GENESIS = tag("haetae.ledger.genesis.1");
    private static final byte[] ENTRY = tag("haetae.ledger.entry.1");
    private static final byte[] BODY = tag("haetae.ledger.body.1");

    private Chain() {}

    /** What the first entry is linked to: the ledger's id, 16 bytes in network order. */
    static Hash genesis(UUID ledger) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(ledger.getMostSignificantBits())
                .putLong(ledger.getLeastSignificantBits())
                .array();
        return Hash.of(GENESIS, id);
    }

    /** The hash of an entry, from the previous one's and its envelope. */
    static Hash link(Hash previous, byte[] envelope) {
        return Hash.of(ENTRY, previous.bytes(), envelope);
    }

    /** What the envelope says of the body; the salt keeps a destroyed body from being guessed. */
    static Hash commitment(byte[] salt, byte[] body) {
        return Hash.of(BODY, salt, body);
    }

    private static byte[] tag(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
