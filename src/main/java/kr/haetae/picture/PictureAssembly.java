package kr.haetae.picture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import kr.haetae.event.Cursor;
import org.jspecify.annotations.Nullable;

/** Makes a picture of the parts that {@link PictureParts} wrote. Parts are taken on any threads, in any order; then they are put together. */
public final class PictureAssembly {
    private static final String OURS = PictureAssembly.class.getPackageName().replaceFirst("[^.]+$", "");

    /** @param held absent for the trace of what is gone */
    private record Row(String key, @Nullable Held held, Vector<Long> trace) {}

    private record Part(PictureParts.Content content, PictureParts.@Nullable Frame frame, List<Row> rows) {}

    private final SortedMap<Integer, Part> parts = new ConcurrentSkipListMap<>();

    /**
     * Reads one part.
     *
     * @throws RuntimeException when it is not what {@link PictureParts} writes
     */
    public void part(int number, byte[] bytes) {
        try (PartReader part = new PartReader(bytes)) {
            parts.put(number, read(part));
        } catch (IOException e) {
            throw new UncheckedIOException("part " + number + " can't be read", e);
        }
    }

    /**
     * The picture, once all parts are taken.
     *
     * @throws IllegalStateException when it is not the one at that cursor
     */
    public Picture whole(Cursor cursor) {
        Part first = parts.get(0);
        PictureParts.Frame frame = first == null ? null : first.frame();
        if (frame == null || !PictureParts.cursor(frame).equals(cursor)) {
            throw new IllegalStateException("this is not the picture at " + cursor);
        }
        CommandTree tree = frame.units().isEmpty() ? CommandTree.EMPTY : CommandTree.of(frame.units());
        return new Picture(tree, frame.operation(), store(frame), ChangeLog.from(cursor), cursor, frame.at(),
                frame.realAt());
    }

    private Store store(PictureParts.Frame frame) {
        Map<String, Map<String, Held>> kinds = HashMap.empty();
        Map<String, Vector<Chronicled>> chronicles = HashMap.empty();
        Map<String, Vector<Long>> traces = HashMap.empty();
        Agenda agenda = Agenda.EMPTY;
        for (Part part : parts.values()) {
            for (Row row : part.rows()) {
                if (!row.trace().isEmpty()) {
                    traces = traces.put(row.key(), row.trace());
                }
            }
            for (List<Held> run : runs(part)) {
                String kind = run.getFirst().entity().key().kind();
                Map<String, Held> stored = kinds.get(kind).getOrElse(HashMap::empty);
                List<Chronicled> lines = new ArrayList<>(run.size());
                for (Held held : run) {
                    String id = held.entity().key().id();
                    stored = stored.put(id, held);
                    agenda = agenda.moved(held.entity().key(), null, held.entity().timedFrom());
                    lines.add(new Chronicled(held.born(), id));
                }
                kinds = kinds.put(kind, stored);
                if (part.content() == PictureParts.Content.CHRONICLED) {
                    chronicles = chronicles.put(kind,
                            chronicles.get(kind).getOrElse(Vector::empty).appendAll(lines));
                }
            }
        }
        return new Store(kinds, chronicles, traces, HashMap.ofAll(frame.counters()), agenda);
    }

    /** The entities of a part; those of one kind that follow each other go together. */
    private static List<List<Held>> runs(Part part) {
        List<List<Held>> runs = new ArrayList<>();
        String kind = "";
        for (Row row : part.rows()) {
            Held held = row.held();
            if (held == null) {
                continue;
            }
            if (runs.isEmpty() || !held.entity().key().kind().equals(kind)) {
                runs.add(new ArrayList<>(part.rows().size()));
                kind = held.entity().key().kind();
            }
            runs.getLast().add(held);
        }
        return runs;
    }

    private static Part read(PartReader part) throws IOException {
        PictureParts.Content content = PictureParts.Content.valueOf(part.content());
        if (content == PictureParts.Content.FRAME) {
            PartReader.require(part.next(), "a frame");
            return new Part(content, part.row(PictureParts.Frame.class), List.of());
        }
        ObjectReader reader = part.type().isEmpty() ? null
                : ByComponents.MAPPER.readerFor(entityClass(part.type()));
        List<Row> rows = new ArrayList<>();
        while (part.next()) {
            rows.add(reader == null ? trace(part.in()) : entity(part.in(), reader));
        }
        return new Part(content, null, rows);
    }

    private static Row entity(JsonParser in, ObjectReader reader) throws IOException {
        long seq = in.nextLongValue(0);
        long born = in.nextLongValue(0);
        Vector<Long> trace = seqs(in);
        in.nextToken();
        Entity entity = reader.readValue(in);
        PartReader.require(in.nextToken() == JsonToken.END_ARRAY, "the end of the row");
        return new Row(entity.key().toString(), new Held(entity, seq, born), trace);
    }

    private static Row trace(JsonParser in) throws IOException {
        String key = in.nextTextValue();
        Vector<Long> trace = seqs(in);
        PartReader.require(in.nextToken() == JsonToken.END_ARRAY, "the end of the row");
        return new Row(key, null, trace);
    }

    private static Vector<Long> seqs(JsonParser in) throws IOException {
        PartReader.require(in.nextToken() == JsonToken.START_ARRAY, "seqs");
        long[] seqs = new long[4];
        int size = 0;
        while (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            if (size == seqs.length) {
                seqs = Arrays.copyOf(seqs, 2 * size);
            }
            seqs[size++] = in.getLongValue();
        }
        PartReader.require(in.currentToken() == JsonToken.END_ARRAY, "the end of the seqs");
        return size == 0 ? Vector.empty() : Vector.ofAll(Arrays.copyOf(seqs, size));
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
