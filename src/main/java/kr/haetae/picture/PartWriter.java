package kr.haetae.picture;

import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as the parts of a snapshot: deflated Smile, each part readable by itself and of one content. A row is an array or a
 * record, records are written by their components. {@link PartReader} reads them.
 */
public final class PartWriter {
    /** Names the library that makes the bytes; a version of the fold includes it. */
    public static final String LIBRARY = ByComponents.WRITER;

    /** Before it is deflated to a fifth; small enough for several threads to share the reading evenly. */
    private static final int PART_BYTES = 512 << 10;

    private final List<byte[]> parts = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART_BYTES + 4_096);
    private @Nullable SmileGenerator part;
    private String content = "";
    private String type = "";

    /** The part that takes one more row of this content; a row is never split. */
    public SmileGenerator room(String wanted, String wantedType) throws IOException {
        SmileGenerator open = part;
        return open != null && content.equals(wanted) && type.equals(wantedType) && bytes.size() < PART_BYTES ? open
                : begin(wanted, wantedType);
    }

    /** A fresh part, which may stay empty. */
    public SmileGenerator begin(String wanted, String wantedType) throws IOException {
        end();
        SmileGenerator fresh = (SmileGenerator) ByComponents.MAPPER.createGenerator(bytes);
        fresh.writeStartArray();
        fresh.writeString(wanted);
        fresh.writeString(wantedType);
        part = fresh;
        content = wanted;
        type = wantedType;
        return fresh;
    }

    /** All that was written, some 100 KiB each. */
    public List<byte[]> parts() throws IOException {
        end();
        return List.copyOf(parts);
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
}
