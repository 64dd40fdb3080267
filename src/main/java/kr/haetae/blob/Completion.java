package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.blob.UploadRefused.Code;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What makes of received bytes a file: the hash of what truly lies in the database, the type by its bytes, and the copies that
 * screens show. What is not taken is deleted.
 */
final class Completion {
    private static final String COMPLETE = "UPDATE upload SET completed_at = clock_timestamp() WHERE id = $1 AND completed_at IS NULL";
    private static final String KEEP = """
            INSERT INTO blob (sha256, store, bytes, type, width, height, thumbnail, view)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (sha256) DO UPDATE
               SET width = coalesce(blob.width, EXCLUDED.width), height = coalesce(blob.height, EXCLUDED.height),
                   thumbnail = coalesce(blob.thumbnail, EXCLUDED.thumbnail), view = coalesce(blob.view, EXCLUDED.view)
            RETURNING store""";
    private static final String FORGET_UPLOAD = "DELETE FROM upload WHERE id = $1 AND completed_at IS NULL";
    private static final String FORGET_CHUNKS = "DELETE FROM blob_chunk WHERE store = $1 AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.store = $1)";

    private final Pool pool;
    private final Chunks chunks;
    private final WorkerExecutor worker;

    Completion(Pool pool, Chunks chunks, WorkerExecutor worker) {
        this.pool = pool;
        this.chunks = chunks;
        this.worker = worker;
    }

    /** Fails with {@link UploadRefused} when the file is not taken. */
    Future<Void> complete(Upload upload) {
        return new Checked(upload).hash()
                .compose(hash -> hash.equals(upload.sha256()) ? type(upload)
                        : Future.failedFuture(new UploadRefused(Code.HASH_MISMATCH,
                                "What came has the SHA-256 " + hash.hex() + ", not the announced one; send it anew.")))
                .compose(type -> copies(upload, type).compose(copies -> keep(upload, type, copies)))
                .recover(failure -> failure instanceof UploadRefused
                        ? forget(upload).compose(gone -> Future.failedFuture(failure))
                        : Future.failedFuture(failure));
    }

    private Future<FileType> type(Upload upload) {
        return chunks.read(upload.id(), 0).map(Buffer::getBytes)
                .compose(head -> TypeDetector.isCompound(head) ? compound(upload)
                        : Future.succeededFuture(TypeDetector.detect(head)))
                .map(found -> found.orElseThrow(() -> new UploadRefused(Code.TYPE_NOT_TAKEN,
                        "By its bytes this is no photograph, film, recording or document (PDF, HWP, HWPX) that is taken.")));
    }

    private Future<Optional<FileType>> compound(Upload upload) {
        return worker.executeBlocking(() -> {
            try (ChunkedImage file = new ChunkedImage(chunks, upload.id(), upload.bytes())) {
                return TypeDetector.compound(file);
            }
        }, false).map(Objects::requireNonNull);
    }

    private Future<Copies> copies(Upload upload, FileType type) {
        return type.decodable()
                ? worker.executeBlocking(() -> Images.copies(chunks, upload.id(), upload.bytes(), type), false)
                        .map(Objects::requireNonNull)
                : Future.succeededFuture(Copies.NONE);
    }

    private Future<Void> keep(Upload upload, FileType type, Copies copies) {
        return pool.<Boolean>withTransaction(connection -> FileStore.shared(connection)
                .compose(shared -> keep(connection, copies.thumbnail()))
                .compose(thumbnail -> keep(connection, copies.view()).compose(view -> {
                    Blob blob = new Blob(upload.sha256(), upload.id(), upload.bytes(), type, copies.width(),
                            copies.height(), thumbnail.orElse(null), view.orElse(null));
                    return put(connection, blob);
                }))
                .compose(kept -> connection.preparedQuery(COMPLETE).execute(Tuple.of(upload.id())))
                // The very same file was there already.
                .compose(done -> connection.preparedQuery(FORGET_CHUNKS).execute(Tuple.of(upload.id())))
                .map(true)).mapEmpty();
    }

    private static Future<Optional<Hash>> keep(SqlConnection connection, byte @Nullable [] copy) {
        if (copy == null) {
            return Future.succeededFuture(Optional.empty());
        }
        Hash hash = Hash.of(copy);
        Blob blob = new Blob(hash, UUID.randomUUID(), copy.length, FileType.JPEG, null, null, null, null);
        return put(connection, blob)
                .compose(fresh -> fresh ? Chunks.write(connection, blob.store(), copy) : Future.succeededFuture())
                .map(Optional.of(hash));
    }

    /** Whether it was not there yet. */
    private static Future<Boolean> put(SqlConnection connection, Blob blob) {
        return connection.preparedQuery(KEEP)
                .execute(Tuple.tuple().addValue(bytes(blob.sha256())).addValue(blob.store()).addValue(blob.bytes())
                        .addValue(blob.type().mediaType()).addValue(blob.width()).addValue(blob.height())
                        .addValue(bytes(blob.thumbnail())).addValue(bytes(blob.view())))
                .map(rows -> rows.iterator().next().getUUID(0).equals(blob.store()));
    }

    private static @Nullable Buffer bytes(@Nullable Hash hash) {
        return hash == null ? null : Buffer.buffer(hash.bytes());
    }

    private Future<Void> forget(Upload upload) {
        return pool.<Boolean>withTransaction(connection -> connection.preparedQuery(FORGET_UPLOAD)
                .execute(Tuple.of(upload.id()))
                .compose(gone -> connection.preparedQuery(FORGET_CHUNKS).execute(Tuple.of(upload.id())))
                .map(true)).mapEmpty();
    }

    /** Reads all chunks, one after the other, and adds them up to their hash. */
    private final class Checked {
        private final Upload upload;
        private final MessageDigest digest;
        private final Promise<Hash> done = Promise.promise();

        Checked(Upload upload) {
            this.upload = upload;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        Future<Hash> hash() {
            next(0);
            return done.future();
        }

        /** No chain of futures, which would hold every chunk of a film until its end. */
        private void next(int number) {
            if ((long) number * Chunks.SIZE >= upload.bytes()) {
                done.complete(Hash.ofBytes(digest.digest()));
                return;
            }
            chunks.read(upload.id(), number).onFailure(done::fail).onSuccess(chunk -> {
                digest.update(chunk.getBytes());
                next(number + 1);
            });
        }
    }
}
