package kr.haetae.picture;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entities wait for a moment, by kind and moment, as {@link Entity#timedFrom} says: so that a rule of time looks at what is due
 * and not at everything. Derived from the entities, never written down. Immutable.
 *
 * @param kinds kind → moment → ids, nothing empty
 */
record Agenda(Map<String, SortedMap<Instant, Set<String>>> kinds) {
    static final Agenda EMPTY = new Agenda(HashMap.empty());

    /** Of kind → moment → ids, each id once. */
    static Agenda of(java.util.Map<String, java.util.Map<Instant, List<String>>> waiting) {
        return new Agenda(HashMap.ofEntries(waiting
                .entrySet().stream().filter(kind -> !kind.getValue().isEmpty()).map(kind -> Tuple.of(kind.getKey(),
                        (SortedMap<Instant, Set<String>>) TreeMap.ofEntries(kind.getValue().entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(moment -> Tuple.of(moment.getKey(),
                                        (Set<String>) HashSet.ofAll(moment.getValue())))
                                .toList())))
                .toList()));
    }

    /** After the entity of that key waited for the one moment and now waits for the other; null for none. */
    Agenda moved(Key key, @Nullable Instant before, @Nullable Instant now) {
        if (Objects.equals(before, now)) {
            return this;
        }
        SortedMap<Instant, Set<String>> moments = kinds.get(key.kind()).getOrElse(TreeMap::empty);
        if (before != null) {
            Set<String> left = moments.get(before).getOrElse(HashSet::empty).remove(key.id());
            moments = left.isEmpty() ? moments.remove(before) : moments.put(before, left);
        }
        if (now != null) {
            moments = moments.put(now, moments.get(now).getOrElse(HashSet::empty).add(key.id()));
        }
        return new Agenda(moments.isEmpty() ? kinds.remove(key.kind()) : kinds.put(key.kind(), moments));
    }

    /** The ids of those of a kind whose moment has come, the earliest first. */
    List<String> until(String kind, Instant now) {
        List<String> due = new ArrayList<>();
        for (var moment : kinds.get(kind).getOrElse(TreeMap::empty)) {
            if (moment._1.isAfter(now)) {
                break;
            }
            moment._2.forEach(due::add);
        }
        return due;
    }
}
