package kr.haetae.picture;

import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;

/** Which keys each of the latest entries changed, and what stood there before. Bounded; a cursor older than it gets a reset. */
final class ChangeLog {
    /** Entries remembered: at 100 a second, the night's peak, over three minutes of absence without a reset. */
    static final int ENTRIES = 20_000;

    private record Change(Cursor cursor, Map<Key, Optional<Held>> before) {}

    private final Vector<Change> changes;
    private final Cursor start;

    private ChangeLog(Vector<Change> changes, Cursor start) {
        this.changes = changes;
        this.start = start;
    }

    static ChangeLog from(Cursor start) {
        return new ChangeLog(Vector.empty(), start);
    }

    ChangeLog append(Entry entry, Map<Key, Optional<Held>> before) {
        Vector<Change> longer = changes.append(new Change(entry.cursor(), before));
        if (longer.size() <= ENTRIES) {
            return new ChangeLog(longer, start);
        }
        return new ChangeLog(longer.tail(), longer.head().cursor());
    }

    /** For each key changed after the cursor, what stood there at the cursor; empty when the cursor is unknown here. */
    Optional<Map<Key, Optional<Held>>> after(Cursor cursor) {
        if (!remembers(cursor)) {
            return Optional.empty();
        }
        long index = cursor.seq() - start.seq();
        Map<Key, Optional<Held>> first = new LinkedHashMap<>();
        for (int i = (int) index; i < changes.size(); i++) {
            changes.get(i).before().forEach(first::putIfAbsent);
        }
        return Optional.of(first);
    }

    boolean remembers(Cursor cursor) {
        long index = cursor.seq() - start.seq();
        return index >= 0 && index <= changes.size()
                && cursor.equals(index == 0 ? start : changes.get((int) index - 1).cursor());
    }
}
