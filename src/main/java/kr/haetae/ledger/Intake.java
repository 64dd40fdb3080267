package kr.haetae.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands without an answer, by id and in the order they came. Used on the ledger's context. */
final class Intake<P> {
    private final ArrayDeque<Pending<P>> queue = new ArrayDeque<>();
    private final Map<UUID, Pending<P>> open = new LinkedHashMap<>();

    @Nullable
    Pending<P> open(UUID command) {
        return open.get(command);
    }

    void add(Pending<P> pending) {
        open.put(pending.submission().command(), pending);
        queue.addLast(pending);
    }

    boolean isEmpty() {
        dropSettled();
        return queue.isEmpty();
    }

    /** The next one, which stays open until {@link #settled}. */
    @Nullable
    Pending<P> next() {
        dropSettled();
        return queue.pollFirst();
    }

    /** Puts back what was taken, in front and in order. */
    void putBack(List<Pending<P>> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            queue.addFirst(taken.get(i));
        }
    }

    /** It has its answer. */
    void settled(Pending<P> pending) {
        open.remove(pending.submission().command(), pending);
    }

    /** Takes out those that have waited too long; one that is being appended may still happen. */
    List<Pending<P>> expired(long nowNanos, Duration patience) {
        List<Pending<P>> expired = new ArrayList<>();
        Iterator<Pending<P>> oldest = open.values().iterator();
        while (oldest.hasNext()) {
            Pending<P> pending = oldest.next();
            if (nowNanos - pending.sinceNanos() < patience.toNanos()) {
                break;
            }
            oldest.remove();
            expired.add(pending);
        }
        return expired;
    }

    List<Pending<P>> clear() {
        List<Pending<P>> all = List.copyOf(open.values());
        open.clear();
        queue.clear();
        return all;
    }

    private void dropSettled() {
        while (!queue.isEmpty() && queue.peekFirst().settled()) {
            queue.removeFirst();
        }
    }
}
