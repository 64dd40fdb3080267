package kr.haetae.picture;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Optional;

/** All entities of a picture by kind and id, the chronicled ones also in the order of their birth. Immutable. */
final class Store {
    static final Store EMPTY = new Store(HashMap.empty(), HashMap.empty(), HashMap.empty());

    private final Map<String, Map<String, Held>> kinds;
    private final Map<String, SortedMap<Long, String>> chronicles;
    private final Map<String, Long> counters;

    private Store(
            Map<String, Map<String, Held>> kinds,
            Map<String, SortedMap<Long, String>> chronicles,
            Map<String, Long> counters) {
        this.kinds = kinds;
        this.chronicles = chronicles;
        this.counters = counters;
    }

    Optional<Held> find(Key key) {
        return kind(key.kind()).get(key.id()).toJavaOptional();
    }

    Map<String, Map<String, Held>> kinds() {
        return kinds;
    }

    Map<String, Held> kind(String kind) {
        return kinds.get(kind).getOrElse(HashMap::empty);
    }

    SortedMap<Long, String> chronicle(String kind) {
        return chronicles.get(kind).getOrElse(TreeMap::empty);
    }

    long counter(String name) {
        return counters.get(name).getOrElse(0L);
    }

    Store with(Held held) {
        Key key = held.entity().key();
        Map<String, SortedMap<Long, String>> listed = held.entity().chronicled() && held.born() == held.seq()
                ? chronicles.put(key.kind(), chronicle(key.kind()).put(held.born(), key.id()))
                : chronicles;
        return new Store(kinds.put(key.kind(), kind(key.kind()).put(key.id(), held)), listed, counters);
    }

    Store without(Held held) {
        Key key = held.entity().key();
        Map<String, SortedMap<Long, String>> listed = held.entity().chronicled()
                ? chronicles.put(key.kind(), chronicle(key.kind()).remove(held.born()))
                : chronicles;
        return new Store(kinds.put(key.kind(), kind(key.kind()).remove(key.id())), listed, counters);
    }

    Store counted(String name) {
        return new Store(kinds, chronicles, counters.put(name, counter(name) + 1));
    }
}
