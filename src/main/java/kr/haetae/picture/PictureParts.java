package kr.haetae.picture;

import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.haetae.event.Cursor;
import kr.haetae.event.PlacedUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a whole picture as parts, each readable by itself: the frame (cursor, tree, counters), then entities, class by class, then
 * what is left of traces, then the course of the tallies. Everything but the memory of latest changes. {@link PictureAssembly} reads them.
 */
public final class PictureParts {
    /** @param operation absent until it is defined */
    record Frame(String cursor, java.time.Instant at, java.time.Instant realAt, @Nullable OperationEntity operation,
            List<PlacedUnit> units, Map<String, Long> counters, List<String> courseFigures, long courseFrom) {}

    /** What a part holds. */
    enum Content {
        FRAME,
        /** Entities in the order of their chronicle. */
        CHRONICLED,
        ENTITIES,
        /** Of what is not there any more. */
        TRACES,
        /** How tallies came to what they are. */
        COURSE
    }

    private final PartWriter parts = new PartWriter();

    private PictureParts() {}

    /** The parts, some 100 KiB each; one entity is never split. Takes some microseconds an entity, so not on an event loop. */
    public static List<byte[]> of(Picture picture) {
        PictureParts written = new PictureParts();
        try {
            written.write(picture);
            return written.parts.parts();
        } catch (IOException e) {
            throw new UncheckedIOException("the picture at " + picture.cursor() + " can't be written", e);
        }
    }

    private void write(Picture picture) throws IOException {
        Store store = picture.store();
        parts.begin(Content.FRAME.name(), "").writePOJO(frame(picture));
        Set<String> traced = new HashSet<>();
        for (var kind : store.kinds()) {
            Set<String> listed = new HashSet<>();
            for (Chronicled line : store.chronicle(kind._1)) {
                Held held = kind._2.get(line.id()).getOrNull();
                if (held != null && held.born() == line.born() && listed.add(line.id())) {
                    entity(Content.CHRONICLED, held, store, traced);
                }
            }
            for (var entry : kind._2) {
                if (!listed.contains(entry._1)) {
                    entity(Content.ENTITIES, entry._2, store, traced);
                }
            }
        }
        for (var trace : store.traces()) {
            if (!traced.contains(trace._1)) {
                SmileGenerator out = parts.room(Content.TRACES.name(), "");
                out.writeStartArray();
                int slash = trace._1.indexOf('/');
                out.writeString(trace._1.substring(0, slash));
                out.writeString(trace._1.substring(slash + 1));
                seqs(out, trace._2);
                out.writeEndArray();
            }
        }
        for (CourseLine.Row row : picture.course().rows()) {
            parts.room(Content.COURSE.name(), "").writePOJO(row);
        }
    }

    private static Frame frame(Picture picture) {
        List<PlacedUnit> units = new ArrayList<>();
        picture.tree().units().forEach(units::add);
        return new Frame(picture.cursor().toString(), picture.at(), picture.realAt(),
                picture.operation().orElse(null), units, new TreeMap<>(picture.store().counters().toJavaMap()),
                picture.course().names().asJava(), picture.course().first());
    }

    private void entity(Content where, Held held, Store store, Set<String> traced) throws IOException {
        Entity entity = held.entity();
        String key = entity.key().toString();
        Vector<Long> trace = store.traces().get(key).getOrElse(Vector::empty);
        if (!trace.isEmpty()) {
            traced.add(key);
        }
        SmileGenerator out = parts.room(where.name(), new EntityType(entity).toString());
        out.writeStartArray();
        out.writeString(entity.key().id());
        out.writeNumber(held.seq());
        out.writeNumber(held.born());
        out.writePOJO(entity.timedFrom());
        seqs(out, trace);
        out.writeBinary(ByComponents.MAPPER.writeValueAsBytes(entity));
        out.writeEndArray();
    }

    /** What all entities of a part are. */
    record EntityType(String className, String kind) {
        EntityType(Entity entity) {
            this(entity.getClass().getName(), entity.key().kind());
        }

        static EntityType of(String written) {
            String[] words = written.split(" ", -1);
            PartReader.require(words.length == 2, "a class and a kind");
            return new EntityType(words[0], words[1]);
        }

        @Override
        public String toString() {
            return className + " " + kind;
        }
    }

    private static void seqs(SmileGenerator out, Vector<Long> seqs) throws IOException {
        out.writeStartArray();
        for (Long seq : seqs) {
            out.writeNumber(seq);
        }
        out.writeEndArray();
    }

    static Cursor cursor(Frame frame) {
        return Cursor.require(frame.cursor());
    }
}
