package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The bytes of files, chunk by chunk: nobody asks for more than one at a time. */
final class Chunks {
    /** Of every chunk but the last. */
    static final int SIZE = 256 * 1024;

    private static final String READ = "SELECT bytes FROM blob_chunk WHERE store = $1 AND number = $2";
    private static final String WRITE = "INSERT INTO blob_chunk (store, number, bytes) VALUES ($1, $2, $3)";

    private final Pool pool;

    Chunks(Pool pool) {
        this.pool = pool;
    }

    /** Fails when there is none: the file was destroyed meanwhile. */
    Future<Buffer> read(UUID store, int number) {
        return pool.preparedQuery(READ).execute(Tuple.of(store, number)).map(rows -> {
            if (rows.size() == 0) {
                throw new IllegalStateException("chunk " + number + " of " + store + " is not there");
            }
            return rows.iterator().next().getBuffer(0);
        });
    }

    /** Writes a whole small file. */
    static Future<Void> write(SqlClient client, UUID store, byte[] bytes) {
        List<Tuple> rows = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += SIZE) {
            Buffer chunk = Buffer.buffer(SIZE).appendBytes(bytes, from, Math.min(SIZE, bytes.length - from));
            rows.add(Tuple.of(store, rows.size(), chunk));
        }
        return client.preparedQuery(WRITE).executeBatch(rows).mapEmpty();
    }
}
