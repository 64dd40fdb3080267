package kr.haetae.picture;

import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import io.vavr.collection.Vector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import kr.haetae.event.Cursor;
import kr.haetae.event.PlacedUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a whole picture as parts, each readable by itself: the frame (cursor, tree, counters), then entities, class by class, then
 * what is left of traces. Everything but the memory of latest changes. {@link PictureAssembly} reads them.
 */
public final class PictureParts {
    /** Names the library that makes the bytes; a version of the fold includes it. */
    public static final String WRITER = ByComponents.WRITER;

    /** Before it is deflated to a fifth; small enough for several threads to share the reading evenly. */
    private static final int PART_BYTES = 512 << 10;

    /** @param operation absent until it is defined */
    record Frame(String cursor, java.time.Instant at, java.time.Instant realAt, @Nullable OperationEntity operation,
            List<PlacedUnit> units, Map<String, Long> counters) {}

    /** What a part holds. */
    enum Content {
        FRAME,
        /** Entities in the order of their chronicle. */
        CHRONICLED,
        ENTITIES,
        /** Of what is not there any more. */
        TRACES
    }

    private final List<byte[]> parts = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART_BYTES + 4_096);
    private @Nullable SmileGenerator part;
    private @Nullable Content content;
    private @Nullable Class<?> type;

    private PictureParts() {}

    /** The parts, some 100 KiB each; one entity is never split. Takes some microseconds an entity, so not on an event loop. */
    public static List<byte[]> of(Picture picture) {
        PictureParts parts = new PictureParts();
        try {
            parts.write(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture at " + picture.cursor() + " can't be written", e);
        }
        return parts.parts;
    }

    private void write(Picture picture) throws IOException {
        Store store = picture.store();
        begin(Content.FRAME, null).writePOJO(frame(picture));
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
                SmileGenerator out = room(Content.TRACES, null);
                out.writeStartArray();
                out.writeString(trace._1);
                seqs(out, trace._2);
                out.writeEndArray();
            }
        }
        end();
    }

    private static Frame frame(Picture picture) {
        List<PlacedUnit> units = new ArrayList<>();
        picture.tree().units().forEach(units::add);
        return new Frame(picture.cursor().toString(), picture.at(), picture.realAt(),
                picture.operation().orElse(null), units, new TreeMap<>(picture.store().counters().toJavaMap()));
    }

    private void entity(Content where, Held held, Store store, Set<String> traced) throws IOException {
        Entity entity = held.entity();
        String key = entity.key().toString();
        Vector<Long> trace = store.traces().get(key).getOrElse(Vector::empty);
        if (!trace.isEmpty()) {
            traced.add(key);
        }
        SmileGenerator out = room(where, entity.getClass());
        out.writeStartArray();
        out.writeNumber(held.seq());
        out.writeNumber(held.born());
        seqs(out, trace);
        out.writePOJO(entity);
        out.writeEndArray();
    }

    private static void seqs(SmileGenerator out, Vector<Long> seqs) throws IOException {
        out.writeStartArray();
        for (Long seq : seqs) {
            out.writeNumber(seq);
        }
        out.writeEndArray();
    }

    /** The part that takes one more row of this content. */
    private SmileGenerator room(Content wanted, @Nullable Class<?> wantedType) throws IOException {
        SmileGenerator open = part;
        return open != null && content == wanted && type == wantedType && bytes.size() < PART_BYTES ? open
                : begin(wanted, wantedType);
    }

    private SmileGenerator begin(Content wanted, @Nullable Class<?> wantedType) throws IOException {
        end();
        SmileGenerator fresh = (SmileGenerator) ByComponents.MAPPER.createGenerator(bytes);
        fresh.writeStartArray();
        fresh.writeString(wanted.name());
        fresh.writeString(wantedType == null ? "" : wantedType.getName());
        part = fresh;
        content = wanted;
        type = wantedType;
        return fresh;
    }

    private void end() throws IOException {
        SmileGenerator open = part;
        if (open != null) {
            open.writeEndArray();
            open.close();
            parts.add(deflated());
            bytes.reset();
            part = null;
        }
    }

    private byte[] deflated() throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        ByteArrayOutputStream small = new ByteArrayOutputStream(PART_BYTES / 4);
        try (DeflaterOutputStream out = new DeflaterOutputStream(small, deflater, 8_192)) {
            bytes.writeTo(out);
        } finally {
            deflater.end();
        }
        return small.toByteArray();
    }

    static Cursor cursor(Frame frame) {
        return Cursor.require(frame.cursor());
    }
}
