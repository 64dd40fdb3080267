package kr.haetae.ledger;

import it.unimi.dsi.fastutil.Hash.Strategy;
import it.unimi.dsi.fastutil.objects.Object2LongOpenCustomHashMap;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every command id of a ledger and the seq of its first entry, about 60 bytes an id. */
final class Ids {
    private final Object2LongOpenCustomHashMap<UUID> seqs;

    Ids() {
        seqs = new Object2LongOpenCustomHashMap<>(new Keyed(new SecureRandom().nextLong() | 1));
    }

    void add(UUID command, long seq) {
        seqs.putIfAbsent(command, seq);
    }

    boolean contains(UUID command) {
        return seqs.containsKey(command);
    }

    int size() {
        return seqs.size();
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
