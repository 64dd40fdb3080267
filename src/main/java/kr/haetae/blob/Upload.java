package kr.haetae.blob;

import io.vertx.sqlclient.Row;
import java.util.UUID;
import kr.haetae.event.Hash;

/**
 * What somebody is sending.
 *
 * @param received bytes that the server holds; the next piece begins there
 * @param complete the file was checked and can be attached
 */
public record Upload(UUID id, Hash sha256, long bytes, long received, boolean complete) {
    static final String COLUMNS = "id, sha256, bytes, received, completed_at IS NOT NULL";

    static Upload of(Row row) {
        return new Upload(row.getUUID(0), Blob.hash(row, 1).orElseThrow(), row.getLong(2), row.getLong(3),
                row.getBoolean(4));
    }

    Upload with(long nowReceived, boolean nowComplete) {
        return new Upload(id, sha256, bytes, nowReceived, nowComplete);
    }
}
