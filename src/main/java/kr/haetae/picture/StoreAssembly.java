package kr.haetae.picture;

import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A store while its rows come, in their order. Everything that costs by the row is done then; what is left costs by the kind. */
final class StoreAssembly {
    private final Map<String, io.vavr.collection.Map<String, Held>> kinds = new java.util.HashMap<>();
    private final Map<String, Vector<Chronicled>> chronicles = new java.util.HashMap<>();
    private final Map<String, Map<Instant, List<String>>> waiting = new java.util.HashMap<>();
    private io.vavr.collection.Map<String, Vector<Long>> traces = HashMap.empty();

    /** The rows of one part: of one kind, or the traces of what is gone. */
    void add(List<PictureAssembly.Row> rows, boolean chronicled) {
        for (PictureAssembly.Row row : rows) {
            if (!row.trace().isEmpty()) {
                traces = traces.put(row.key().toString(), row.trace());
            }
        }
        if (!rows.isEmpty() && rows.getFirst().held() != null) {
            String kind = rows.getFirst().key().kind();
            entities(kind, rows);
            if (chronicled) {
                chronicles.merge(kind, Vector.ofAll(lines(rows)), Vector::appendAll);
            }
        }
    }

    private void entities(String kind, List<PictureAssembly.Row> rows) {
        io.vavr.collection.Map<String, Held> stored = kinds.getOrDefault(kind, HashMap.empty());
        Map<Instant, List<String>> moments = waiting.computeIfAbsent(kind, none -> new java.util.HashMap<>());
        for (PictureAssembly.Row row : rows) {
            String id = row.key().id();
            stored = stored.put(id, Objects.requireNonNull(row.held()));
            Instant timedFrom = row.timedFrom();
            if (timedFrom != null) {
                moments.computeIfAbsent(timedFrom, moment -> new ArrayList<>(1)).add(id);
            }
        }
        kinds.put(kind, stored);
    }

    private static List<Chronicled> lines(List<PictureAssembly.Row> rows) {
        return rows.stream()
                .map(row -> new Chronicled(Objects.requireNonNull(row.held()).born(), row.key().id()))
                .toList();
    }

    Store whole(Map<String, Long> counters) {
        return new Store(HashMap.ofAll(kinds), HashMap.ofAll(chronicles), traces, HashMap.ofAll(counters),
                Agenda.of(waiting));
    }
}
