package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.blob.UploadRefused.Code;
import kr.haetae.event.Hash;

/**
 * FileStore on their way in: announced, then sent in pieces of any length, on any node, by whoever announced them. A piece continues
 * where the server says it stands; when two send at once, one of them is told that it has moved on.
 */
public final class Uploads {
    /** Begun and not finished, of one account: somebody who photographs a scene sends them one after the other. */
    private static final int UNFINISHED = 20;

    private static final String FIND = "SELECT " + Upload.COLUMNS + ", account FROM upload WHERE id = $1";
    private static final String BEGIN = """
            INSERT INTO upload (id, account, sha256, bytes) SELECT $1, $2, $3, $4
             WHERE (SELECT count(*) FROM upload WHERE account = $2 AND completed_at IS NULL) < $5
            ON CONFLICT (id) DO NOTHING""";
    /** Moves on and writes in one statement: of two that continue at the same place one finds no row. */
    private static final String APPEND = """
            WITH moved AS (
                UPDATE upload SET received = received + $4, touched_at = clock_timestamp()
                 WHERE id = $1 AND received = $2 AND completed_at IS NULL RETURNING id)
            INSERT INTO blob_chunk (store, number, bytes) SELECT id, $3, $5 FROM moved""";

    private final Vertx vertx;
    private final Pool pool;
    private final Completion completion;
    private final Bandwidth bandwidth;
    private final FileLimits limits;

    Uploads(Vertx vertx, Pool pool, Completion completion, FileLimits limits) {
        this.vertx = vertx;
        this.pool = pool;
        this.completion = completion;
        this.bandwidth = new Bandwidth(limits.bytesPerSecond(), System::nanoTime);
        this.limits = limits;
    }

    /** Announces a file; again with the same id and the same file is no mistake. Fails with {@link UploadRefused}. */
    public Future<Upload> begin(UUID id, UUID account, Hash sha256, long bytes) {
        if (bytes > limits.maxBytes()) {
            return refused(Code.FILE_TOO_LARGE, "A file has at most " + limits.maxBytes() + " bytes.");
        }
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(id, account, Buffer.buffer(sha256.bytes()), bytes, UNFINISHED))
                .compose(begun -> standing(id))
                .compose(standing -> {
                    if (standing.isEmpty()) {
                        return refused(Code.TOO_MANY_UPLOADS,
                                "You have " + UNFINISHED + " unfinished uploads; finish one first.");
                    }
                    Upload upload = standing.get().upload();
                    return standing.get().account().equals(account) && upload.sha256().equals(sha256)
                            && upload.bytes() == bytes
                                    ? Future.succeededFuture(upload)
                                    : refused(Code.UPLOAD_ID_TAKEN, "This id belongs to another upload.");
                });
    }

    /** Fails with {@link UploadRefused} when the account has no such upload. */
    public Future<Upload> find(UUID id, UUID account) {
        return standing(id).compose(standing -> standing.filter(it -> it.account().equals(account))
                .map(it -> Future.succeededFuture(it.upload()))
                .orElseGet(() -> refused(Code.UNKNOWN_UPLOAD, "You have no upload " + id + ".")));
    }

    /**
     * Takes a piece; with the last byte the file is checked, and deleted when it is not taken. An empty piece at the end only checks.
     *
     * @param from the offset of the piece's first byte
     * @param stream paused
     * @return the upload as it stands now; fails with {@link UploadRefused}
     */
    public Future<Upload> take(UUID id, UUID account, long from, ReadStream<Buffer> stream) {
        return find(id, account).compose(upload -> {
            if (upload.complete()) {
                return Future.succeededFuture(upload);
            }
            if (upload.received() != from) {
                return movedOn(upload);
            }
            return new Receiving(upload.bytes(), from, (offset, chunk) -> append(id, offset, chunk)).from(stream)
                    .compose(received -> received < upload.bytes() ? further(upload, received)
                            : completion.complete(upload).map(done -> upload.with(received, true)));
        });
    }

    /** Who sends ever less than a chunk would never come to an end. */
    private static Future<Upload> further(Upload upload, long received) {
        return received > upload.received() ? Future.succeededFuture(upload.with(received, false))
                : refused(Code.PIECE_TOO_SHORT, "A piece has at least " + Chunks.SIZE + " bytes, but at the end.");
    }

    private Future<Void> append(UUID id, long offset, Buffer chunk) {
        return bandwidth.turn(vertx, chunk.length())
                .compose(turn -> pool.preparedQuery(APPEND).execute(Tuple.of(id, offset,
                        (int) (offset / Chunks.SIZE), (long) chunk.length(), chunk)))
                .compose(written -> written.rowCount() == 1 ? Future.succeededFuture()
                        : standing(id).compose(now -> now.isEmpty()
                                ? refused(Code.UNKNOWN_UPLOAD, "The upload is gone.")
                                : movedOn(now.get().upload())));
    }

    private static <T> Future<T> movedOn(Upload upload) {
        return refused(Code.UPLOAD_MOVED_ON, "Go on at byte " + upload.received() + ".");
    }

    private record Standing(Upload upload, UUID account) {}

    private Future<Optional<Standing>> standing(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(Uploads::standing);
    }

    private static Optional<Standing> standing(RowSet<Row> rows) {
        return rows.stream().findFirst().map(row -> new Standing(Upload.of(row), row.getUUID(5)));
    }

    private static <T> Future<T> refused(Code code, String message) {
        return Future.failedFuture(new UploadRefused(code, message));
    }
}
