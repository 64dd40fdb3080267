package kr.haetae.picture;

import java.time.Instant;
import java.util.List;
import kr.haetae.event.Cursor;

/**
 * The answer to "what changed since {@code after} in this view": whole entities to store, keys to remove.
 *
 * @param reset everything held before is to be thrown away first
 * @param at time of the entry at {@code upTo}, by the operation's clock
 */
public record Difference(Cursor after, Cursor upTo, Instant at, boolean reset, List<Held> put, List<Key> drop) {
    public Difference {
        put = List.copyOf(put);
        drop = List.copyOf(drop);
    }

    /** Whether only the cursor moved. */
    public boolean silent() {
        return !reset && put.isEmpty() && drop.isEmpty();
    }
}
