package kr.haetae.picture;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All entities of a picture by kind and id, the chronicled ones also in the order of their birth. Immutable. */
final class Store {
    static final Store EMPTY = new Store(HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty(),
            Agenda.EMPTY);

    private final Map<String, Map<String, Held>> kinds;
    private final Map<String, Vector<Chronicled>> chronicles;
    private final Map<String, Vector<Long>> traces;
    private final Map<String, Long> counters;
    private final Agenda agenda;

    Store(
            Map<String, Map<String, Held>> kinds,
            Map<String, Vector<Chronicled>> chronicles,
            Map<String, Vector<Long>> traces,
            Map<String, Long> counters,
            Agenda agenda) {
        this.kinds = kinds;
        this.chronicles = chronicles;
        this.traces = traces;
        this.counters = counters;
        this.agenda = agenda;
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

    Vector<Chronicled> chronicle(String kind) {
        return chronicles.get(kind).getOrElse(Vector::empty);
    }

    long counter(String name) {
        return counters.get(name).getOrElse(0L);
    }

    Vector<Long> trace(Key key) {
        return traces.get(key.toString()).getOrElse(Vector::empty);
    }

    Map<String, Vector<Long>> traces() {
        return traces;
    }

    Map<String, Long> counters() {
        return counters;
    }

    /** The entities of a kind whose moment has come, the earliest first. */
    List<Held> timedUntil(String kind, Instant now) {
        Map<String, Held> standing = kind(kind);
        return agenda.until(kind, now).stream().map(id -> standing.get(id).get()).toList();
    }

    Agenda agenda() {
        return agenda;
    }

    /** @param old what stands there under the entity's key */
    Store with(Key key, Held held, Optional<Held> old) {
        Agenda then = agenda.moved(key, old.map(it -> it.entity().timedFrom()).orElse(null),
                held.entity().timedFrom());
        Map<String, Map<String, Held>> stored = kinds.put(key.kind(), kind(key.kind()).put(key.id(), held));
        if (!held.entity().chronicled()) {
            return new Store(stored, chronicles, traces, counters, then);
        }
        Map<String, Vector<Chronicled>> listed = held.born() == held.seq()
                ? chronicles.put(key.kind(), chronicle(key.kind()).append(new Chronicled(held.born(), key.id())))
                : chronicles;
        return new Store(stored, listed, traces.put(key.toString(), trace(key).append(held.seq())), counters, then);
    }

    Store without(Key key, Held held) {
        return new Store(kinds.put(key.kind(), kind(key.kind()).remove(key.id())), chronicles, traces, counters,
                agenda.moved(key, held.entity().timedFrom(), null));
    }

    /** With another line in the history of what stands there; nothing for what does not. */
    Store concerned(Key key, long seq) {
        return find(key).isEmpty() ? this
                : new Store(kinds, chronicles, traces.put(key.toString(), trace(key).append(seq)), counters, agenda);
    }

    Store counted(String name) {
        return new Store(kinds, chronicles, traces, counters.put(name, counter(name) + 1), agenda);
    }
}
