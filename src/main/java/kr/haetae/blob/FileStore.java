package kr.haetae.blob;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kr.haetae.blob.UploadRefused.Code;
import kr.haetae.event.Hash;

/**
 * The files of an installation, as one node sees them. Has few connections of its own: however many send and look, the ledgers'
 * connections are free for reports.
 */
public final class FileStore {
    private static final int CONNECTIONS = 3;
    /** A decoder that takes longer is stuck, which Vert.x then logs. */
    private static final long LONGEST_DECODING_SECONDS = 60;
    /** "files" in ASCII: who keeps a file shares it, who sweeps has it alone, so that nothing is swept while it is being taken. */
    private static final long LOCK = 0x66696c6573L;

    private static final String FIND = "SELECT " + Blob.COLUMNS + " FROM blob b WHERE b.sha256 = $1";
    private static final String HOLD = """
            INSERT INTO blob_use (operation, attachment, sha256)
            SELECT $1, $2, b.sha256 FROM upload u JOIN blob b ON b.sha256 = u.sha256
             WHERE u.id = $3 AND u.account = $4 AND u.completed_at IS NOT NULL
            ON CONFLICT (operation, attachment) DO NOTHING""";
    private static final String HELD = "SELECT " + Blob.COLUMNS
            + " FROM blob_use u JOIN blob b ON b.sha256 = u.sha256 WHERE u.operation = $1 AND u.attachment = $2";
    private final Pool pool;
    private final WorkerExecutor worker;
    private final Chunks chunks;
    private final FileLimits limits;
    private final Uploads uploads;
    private final Sweep sweep;

    /** Connects as somebody asks. */
    public FileStore(Vertx vertx, PgConnectOptions database, FileLimits limits) {
        // A crash may lose the last pieces of an upload, which then goes on a little earlier; what must last says so itself.
        PgConnectOptions hasty = new PgConnectOptions(database).addProperty("synchronous_commit", "off");
        pool = PgBuilder.pool().with(new PoolOptions().setMaxSize(CONNECTIONS).setName("haetae-files"))
                .connectingTo(hasty).using(vertx).build();
        worker = vertx.createSharedWorkerExecutor("haetae-images", 1, LONGEST_DECODING_SECONDS, TimeUnit.SECONDS);
        this.limits = limits;
        chunks = new Chunks(pool);
        uploads = new Uploads(vertx, pool, new Completion(pool, chunks, worker), limits);
        sweep = new Sweep(vertx, pool, limits.uploadLifetime());
    }

    public FileLimits limits() {
        return limits;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Sweep sweep() {
        return sweep;
    }

    /** The file, unless it was destroyed. */
    public Future<Optional<Blob>> find(Hash sha256) {
        return pool.preparedQuery(FIND).execute(Tuple.of(Buffer.buffer(sha256.bytes())))
                .map(rows -> rows.stream().findFirst().map(Blob::of));
    }

    /**
     * Keeps the file of a completed upload for an attachment that is about to be recorded; the repeat of that command finds the same.
     *
     * @param account who sent it
     * @return the file; fails with {@link UploadRefused} when the account has no such upload, or it is unfinished
     */
    public Future<Blob> hold(UUID operation, UUID attachment, UUID upload, UUID account) {
        return pool.withTransaction(connection -> shared(connection)
                .compose(shared -> connection.preparedQuery(HOLD)
                        .execute(Tuple.of(operation, attachment, upload, account)))
                .compose(held -> connection.preparedQuery(HELD).execute(Tuple.of(operation, attachment)))
                .map(rows -> rows.stream().findFirst().map(Blob::of)))
                .map(Objects::requireNonNull)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> uploads.find(upload, account).compose(unfinished -> Future.failedFuture(
                                new UploadRefused(Code.UPLOAD_UNFINISHED, "Only " + unfinished.received() + " of "
                                        + unfinished.bytes() + " bytes are here.")))));
    }

    /** What a reader gets of a file, chunk by chunk. */
    public Range range(Blob blob, long from, long to) {
        return new Range(chunks, blob, from, to);
    }

    /** Within the transaction nothing is swept, and its commit is on disk before anybody hears of it. */
    static Future<Void> shared(SqlConnection connection) {
        return connection.query("SET LOCAL synchronous_commit = on").execute()
                .compose(set -> connection.preparedQuery("SELECT pg_advisory_xact_lock_shared($1)")
                        .execute(Tuple.of(LOCK)))
                .mapEmpty();
    }

    /** Within the transaction nothing is kept. */
    static Future<Void> alone(SqlConnection connection) {
        return connection.preparedQuery("SELECT pg_advisory_xact_lock($1)").execute(Tuple.of(LOCK)).mapEmpty();
    }

    public Future<Void> close() {
        sweep.stop();
        return worker.close().eventually(pool::close);
    }
}
