package kr.haetae.picture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.haetae.event.Cursor;
import kr.haetae.picture.PictureParts.Content;
import kr.haetae.picture.PictureParts.EntityType;
import kr.haetae.picture.PictureParts.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture of the parts that {@link PictureParts} wrote. Parts are taken on any threads, in any order, and put together in
 * theirs as they come.
 */
public final class PictureAssembly {
    private static final String OURS = PictureAssembly.class.getPackageName().replaceFirst("[^.]+$", "");

    /** @param held absent for the trace of what is gone */
    record Row(Key key, @Nullable Held held, @Nullable Instant timedFrom, Vector<Long> trace) {}

    private record Part(Content content, @Nullable Frame frame, List<Row> rows, List<CourseLine.Row> course) {
        Part(Content content, List<Row> rows) {
            this(content, null, rows, List.of());
        }
    }

    /** Read, but a part before them is not yet. */
    private final Map<Integer, Part> early = new HashMap<>();
    private final StoreAssembly store = new StoreAssembly();
    private final List<CourseLine.Row> course = new ArrayList<>();
    private int next;
    private @Nullable Frame frame;

    /**
     * Reads one part.
     *
     * @throws RuntimeException when it is not what {@link PictureParts} writes
     */
    public void part(int number, byte[] bytes) {
        try (PartReader part = new PartReader(bytes)) {
            put(number, read(part));
        } catch (IOException e) {
            throw new UncheckedIOException("part " + number + " can't be read", e);
        }
    }

    private synchronized void put(int number, Part part) {
        early.put(number, part);
        for (Part due = early.remove(next); due != null; due = early.remove(next)) {
            if (due.frame() != null) {
                frame = due.frame();
            }
            course.addAll(due.course());
            store.add(due.rows(), due.content() == Content.CHRONICLED);
            next++;
        }
    }

    /**
     * The picture, once all parts are taken.
     *
     * @throws IllegalStateException when it is not the one at that cursor
     */
    public synchronized Picture whole(Cursor cursor) {
        Frame known = frame;
        if (known == null || !early.isEmpty() || !PictureParts.cursor(known).equals(cursor)) {
            throw new IllegalStateException("this is not the picture at " + cursor);
        }
        CommandTree tree = known.units().isEmpty() ? CommandTree.EMPTY : CommandTree.of(known.units());
        return new Picture(tree, known.operation(), store.whole(known.counters()),
                Course.of(known.courseFigures(), course, known.courseFrom()), ChangeLog.from(cursor), cursor,
                known.at(), known.realAt());
    }

    private static Part read(PartReader part) throws IOException {
        Content content = Content.valueOf(part.content());
        if (content == Content.FRAME) {
            PartReader.require(part.next(), "a frame");
            return new Part(content, part.row(Frame.class), List.of(), List.of());
        }
        if (content == Content.COURSE) {
            List<CourseLine.Row> lines = new ArrayList<>();
            while (part.next()) {
                lines.add(part.row(CourseLine.Row.class));
            }
            return new Part(content, null, List.of(), lines);
        }
        List<Row> rows = new ArrayList<>();
        if (content == Content.TRACES) {
            while (part.next()) {
                rows.add(trace(part.in()));
            }
        } else {
            EntityType type = EntityType.of(part.type());
            ObjectReader reader = ByComponents.MAPPER.readerFor(entityClass(type.className()));
            while (part.next()) {
                rows.add(entity(part.in(), type.kind(), reader));
            }
        }
        return new Part(content, rows);
    }

    private static Row entity(JsonParser in, String kind, ObjectReader reader) throws IOException {
        String id = in.nextTextValue();
        long seq = in.nextLongValue(0);
        long born = in.nextLongValue(0);
        in.nextToken();
        Instant timedFrom = in.currentToken() == JsonToken.VALUE_NULL ? null : in.readValueAs(Instant.class);
        Vector<Long> trace = seqs(in);
        PartReader.require(id != null && in.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT, "an entity");
        KeptEntity kept = new KeptEntity(reader, in.getBinaryValue());
        PartReader.require(in.nextToken() == JsonToken.END_ARRAY, "the end of the row");
        return new Row(new Key(kind, id), new Held(kept, seq, born), timedFrom, trace);
    }

    private static Row trace(JsonParser in) throws IOException {
        String kind = in.nextTextValue();
        String id = in.nextTextValue();
        Vector<Long> trace = seqs(in);
        PartReader.require(kind != null && id != null && in.nextToken() == JsonToken.END_ARRAY, "the end of the row");
        return new Row(new Key(kind, id), null, null, trace);
    }

    private static Vector<Long> seqs(JsonParser in) throws IOException {
        PartReader.require(in.nextToken() == JsonToken.START_ARRAY, "seqs");
        Long[] seqs = new Long[4];
        int size = 0;
        while (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            if (size == seqs.length) {
                seqs = Arrays.copyOf(seqs, 2 * size);
            }
            seqs[size++] = in.getLongValue();
        }
        PartReader.require(in.currentToken() == JsonToken.END_ARRAY, "the end of the seqs");
        return size == 0 ? Vector.empty() : size == 1 ? Vector.of(seqs[0]) : Vector.of(Arrays.copyOf(seqs, size));
    }

    /** Bytes name the classes; only our own entities are made of them. */
    static Class<?> entityClass(String name) {
        try {
            if (name.startsWith(OURS)) {
                Class<?> type = Class.forName(name, false, PictureAssembly.class.getClassLoader());
                if (type.isRecord() && Entity.class.isAssignableFrom(type)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(name + " is no entity");
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name + " is not known here", e);
        }
    }
}
