package kr.haetae.ledger;

import it.unimi.dsi.fastutil.Hash.Strategy;
import it.unimi.dsi.fastutil.objects.ObjectOpenCustomHashSet;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every command id of a ledger, about 50 bytes an id: a set to ask, and blocks in the order of the ledger. Blocks are only ever added
 * to, so what they held at one moment can be read by another thread without a copy.
 */
final class Ids {
    private static final int BLOCK = 8_192;
    /** 512 KiB of 16 bytes each: a row of a snapshot stays below 1 MiB. */
    private static final int PART = 32_768;

    private static final int ID_BYTES = 16;

    /** The first so many ids, in the order of the ledger. Immutable; read from any thread that it was handed to. */
    record Fixed(List<UUID[]> blocks, int size) {
        UUID get(int index) {
            return blocks.get(index / BLOCK)[index % BLOCK];
        }

        /** Their bytes, in parts; at least one. */
        List<byte[]> parts() {
            List<byte[]> parts = new ArrayList<>();
            int from = 0;
            do {
                int until = Math.min(size, from + PART);
                ByteBuffer bytes = ByteBuffer.allocate((until - from) * ID_BYTES);
                for (int i = from; i < until; i++) {
                    UUID id = get(i);
                    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
                }
                parts.add(bytes.array());
                from = until;
            } while (from < size);
            return parts;
        }
    }

    private final ObjectOpenCustomHashSet<UUID> known;
    private final List<UUID[]> blocks = new ArrayList<>();
    private int size;

    Ids() {
        this(16);
    }

    private Ids(int expected) {
        known = new ObjectOpenCustomHashSet<>(expected, new Keyed(new SecureRandom().nextLong() | 1));
    }

    /** @throws IllegalArgumentException when these are not whole ids, each once */
    static Ids of(List<byte[]> parts) {
        Ids ids = new Ids(parts.stream().mapToInt(part -> part.length / ID_BYTES).sum());
        for (byte[] part : parts) {
            ByteBuffer bytes = ByteBuffer.wrap(part);
            while (bytes.hasRemaining()) {
                if (bytes.remaining() < ID_BYTES || !ids.add(new UUID(bytes.getLong(), bytes.getLong()))) {
                    throw new IllegalArgumentException("these are not ids, each once");
                }
            }
        }
        return ids;
    }

    /** Whether it was new. */
    boolean add(UUID command) {
        if (!known.add(command)) {
            return false;
        }
        if (size % BLOCK == 0) {
            blocks.add(new UUID[BLOCK]);
        }
        blocks.getLast()[size % BLOCK] = command;
        size++;
        return true;
    }

    boolean contains(UUID command) {
        return known.contains(command);
    }

    int size() {
        return size;
    }

    /** What is there now; takes no longer for more ids. */
    Fixed fixed() {
        return new Fixed(List.copyOf(blocks), size);
    }

    /** Clients make the ids: without a secret one could make ids that all fall into one slot. */
    private record Keyed(long secret) implements Strategy<UUID> {
        @Override
        public int hashCode(@Nullable UUID id) {
            if (id == null) {
                return 0;
            }
            long mixed = (id.getMostSignificantBits() ^ secret) * 0x9E3779B97F4A7C15L;
            mixed = (Long.rotateLeft(mixed, 29) ^ id.getLeastSignificantBits() ^ secret >>> 7) * 0xBF58476D1CE4E5B9L;
            return (int) (mixed ^ mixed >>> 32);
        }

        @Override
        public boolean equals(@Nullable UUID one, @Nullable UUID other) {
            return Objects.equals(one, other);
        }
    }
}
