package kr.haetae.blob;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A stored file.
 *
 * @param width of an image as one looks at it, in pixels
 * @param thumbnail a JPEG of at most 320 pixels a side, without any of the original's metadata
 * @param view the same of at most 1600 pixels
 */
public record Blob(
        Hash sha256,
        UUID store,
        long bytes,
        FileType type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Hash thumbnail,
        @Nullable Hash view) {
    static final String COLUMNS = "b.sha256, b.store, b.bytes, b.type, b.width, b.height, b.thumbnail, b.view";

    static Blob of(Row row) {
        return new Blob(hash(row, 0).orElseThrow(), row.getUUID(1), row.getLong(2),
                FileType.of(row.getString(3)).orElseThrow(), row.getInteger(4), row.getInteger(5),
                hash(row, 6).orElse(null), hash(row, 7).orElse(null));
    }

    static Optional<Hash> hash(Row row, int column) {
        return Optional.ofNullable(row.getBuffer(column)).map(Buffer::getBytes).map(Hash::ofBytes);
    }

    /** How many chunks hold it. */
    int chunks() {
        return (int) ((bytes + Chunks.SIZE - 1) / Chunks.SIZE);
    }
}
