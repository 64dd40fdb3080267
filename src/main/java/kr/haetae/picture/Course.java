package kr.haetae.picture;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the tallies came to what they are: each one's figures as they stood at the end of every ten minutes of the operation's clock in
 * which it changed. A function of the entries alone; immutable. It is an index of the picture and no entity: histories are not sent
 * again with every change.
 */
public final class Course {
    /** Buckets begin at whole multiples of it since the epoch, so in Korea at :00, :10 … :50. */
    public static final Duration BUCKET = Duration.ofMinutes(10);

    static final Course EMPTY = new Course(Vector.empty(), HashMap.empty(), HashMap.empty(), Long.MAX_VALUE);

    /** Every figure that a tally ever had, in the order in which lines number them. */
    private final Vector<String> names;
    private final Map<String, Integer> ids;
    private final Map<Key, CourseLine> lines;
    private final long first;

    private Course(Vector<String> names, Map<String, Integer> ids, Map<Key, CourseLine> lines, long first) {
        this.names = names;
        this.ids = ids;
        this.lines = lines;
        this.first = first;
    }

    /** As a snapshot holds it. */
    static Course of(List<String> names, List<CourseLine.Row> rows, long first) {
        Map<String, Integer> ids = HashMap.empty();
        for (int id = 0; id < names.size(); id++) {
            ids = ids.put(names.get(id), id);
        }
        Map<Key, CourseLine> lines = HashMap.empty();
        for (CourseLine.Row row : rows) {
            lines = lines.put(new Key(row.kind(), row.id()), CourseLine.of(row));
        }
        return new Course(Vector.ofAll(names), ids, lines, first);
    }

    /** Which bucket a moment of the operation's clock lies in. */
    public static long bucket(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), BUCKET.toSeconds());
    }

    public static Instant start(long bucket) {
        return Instant.ofEpochSecond(bucket * BUCKET.toSeconds());
    }

    /** The bucket in which the first tally began; after every other while there is none. */
    public long first() {
        return first;
    }

    /** {@code old}: what the tally was until this change, if it was. */
    Course changed(Key tally, Instant at, @Nullable Tally old) {
        long bucket = bucket(at);
        CourseLine line = lines.get(tally).getOrNull();
        if (line == null) {
            return new Course(names, ids, lines.put(tally, CourseLine.from(bucket)), Math.min(first, bucket));
        }
        if (old == null || bucket <= line.changedIn()) {
            return this;
        }
        Course known = naming(old);
        return new Course(known.names, known.ids, lines.put(tally, line.closed(bucket, known.values(old))), first);
    }

    private Course naming(Tally tally) {
        Vector<String> more = names;
        Map<String, Integer> numbered = ids;
        for (String name : Stream.concat(tally.counts().names().stream(), tally.unsent().names().stream()).toList()) {
            if (!numbered.containsKey(name)) {
                numbered = numbered.put(name, more.size());
                more = more.append(name);
            }
        }
        return more.size() == names.size() ? this : new Course(more, numbered, lines, first);
    }

    private long[] values(Tally tally) {
        long[] values = new long[names.size()];
        tally.counts().forEach((name, value) -> values[ids.get(name).get()] = value);
        tally.unsent().forEach((name, value) -> values[ids.get(name).get()] = value);
        return values;
    }

    /**
     * Adds a tally's figures to {@code into}: one row for each name, one column for each bucket from {@code from} on, what stood at
     * its end, or stands now in the one that has not ended.
     */
    void add(Tally now, List<String> figures, long from, long[][] into) {
        CourseLine line = lines.get(now.key()).getOrNull();
        if (line == null) {
            return;
        }
        int[] rows = new int[names.size()];
        java.util.Arrays.fill(rows, -1);
        for (int row = 0; row < figures.size(); row++) {
            Integer id = ids.get(figures.get(row)).getOrNull();
            if (id != null) {
                rows[id] = row;
            }
        }
        long[] latest = figures.stream().mapToLong(now::figure).toArray();
        line.add(rows, latest, from, into);
    }

    Vector<String> names() {
        return names;
    }

    Iterable<CourseLine.Row> rows() {
        return lines.map(line -> line._2.row(line._1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Course that && first == that.first && names.equals(that.names)
                && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, lines, first);
    }
}
