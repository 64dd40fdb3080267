package kr.haetae.picture;

import io.vavr.collection.Map;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Whether two pictures of the same cursor are the same, whichever way they came about. */
public final class Comparison {
    private Comparison() {}

    /** The first difference found, in words for the log, without content; what each remembers of latest changes does not count. */
    public static Optional<String> difference(Picture one, Picture other) {
        if (!one.cursor().equals(other.cursor()) || !one.at().equals(other.at())
                || !one.realAt().equals(other.realAt())) {
            return Optional.of("cursor or times: " + one.cursor() + ", " + other.cursor());
        }
        if (!one.operation().equals(other.operation()) || !same(one.tree().units(), other.tree().units())) {
            return Optional.of("the operation or its command tree");
        }
        Store ours = one.store();
        Store theirs = other.store();
        return entities(ours, theirs)
                .or(() -> key(ours.counters(), theirs.counters(), Objects::equals).map("counter "::concat))
                .or(() -> key(ours.traces(), theirs.traces(), Objects::equals).map("the trace of "::concat))
                .or(() -> one.course().equals(other.course()) ? Optional.empty()
                        : Optional.of("the course of the tallies"))
                .or(() -> ours.agenda().equals(theirs.agenda()) ? Optional.empty()
                        : Optional.of("what waits for time"));
    }

    private static Optional<String> entities(Store ours, Store theirs) {
        for (String kind : ours.kinds().keySet().addAll(theirs.kinds().keySet())) {
            Optional<String> differs = key(ours.kind(kind), theirs.kind(kind), Comparison::same)
                    .map(id -> new Key(kind, id).toString());
            if (differs.isPresent()) {
                return differs;
            }
            if (!same(lines(ours, kind), lines(theirs, kind))) {
                return Optional.of("the chronicle of " + kind);
            }
        }
        return Optional.empty();
    }

    private static boolean same(Held one, Held other) {
        return one.seq() == other.seq() && one.born() == other.born() && one.entity().equals(other.entity());
    }

    /** Lines whose entity is gone are never shown again, and snapshots leave them out. */
    private static Iterable<Chronicled> lines(Store store, String kind) {
        return store.chronicle(kind)
                .filter(line -> store.kind(kind).get(line.id()).exists(held -> held.born() == line.born()))
                .distinct();
    }

    /** The first key found under which they don't hold the same. */
    public static <K, V> Optional<K> key(Map<K, V> ours, Map<K, V> theirs, BiPredicate<V, V> same) {
        for (var entry : ours) {
            V counterpart = theirs.get(entry._1).getOrNull();
            if (counterpart == null || !same.test(entry._2, counterpart)) {
                return Optional.of(entry._1);
            }
        }
        return theirs.keySet().find(id -> !ours.containsKey(id)).toJavaOptional();
    }

    /** Whether they hold the same in the same order. */
    public static <T> boolean same(Iterable<T> ours, Iterable<T> theirs) {
        Iterator<T> other = theirs.iterator();
        for (T one : ours) {
            if (!other.hasNext() || !one.equals(other.next())) {
                return false;
            }
        }
        return !other.hasNext();
    }
}
