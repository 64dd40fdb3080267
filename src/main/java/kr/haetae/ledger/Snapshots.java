package kr.haetae.ledger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.haetae.event.Cursor;
import kr.haetae.event.Hash;

/** The snapshots of one ledger in the database: of each version of the fold the newest. docs/record.md gives the bytes. */
final class Snapshots<P> {
    /** Deflated parts are some 100 KiB. */
    private static final int PARTS_AT_ONCE = 16;

    private static final int PIECE_BYTES = 1 << 20;
    private static final byte[] TAG = "haetae.ledger.snapshot.1\0".getBytes(StandardCharsets.US_ASCII);

    /** Only of this chain: the entry that it ends with stands in the database. */
    private static final String FIND = """
            SELECT s.seq, s.hash, s.picture_parts, s.id_parts, s.digest, e.envelope
              FROM snapshot s LEFT JOIN entry e ON e.ledger = s.ledger AND e.seq = s.seq AND e.hash = s.hash
             WHERE s.ledger = $1 AND s.fold = $2""";

    private static final String PARTS = """
            SELECT number, bytes FROM snapshot_part
             WHERE ledger = $1 AND fold = $2 AND number >= $3 AND number < $4 ORDER BY number, piece""";

    /** The greater seq wins; one of another chain (the database was restored) always gives way. */
    private static final String PUT = """
            INSERT INTO snapshot AS kept (ledger, fold, seq, hash, picture_parts, id_parts, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (ledger, fold) DO UPDATE
               SET seq = EXCLUDED.seq, hash = EXCLUDED.hash, picture_parts = EXCLUDED.picture_parts,
                   id_parts = EXCLUDED.id_parts, digest = EXCLUDED.digest, written_at = clock_timestamp()
             WHERE kept.seq < EXCLUDED.seq
                OR NOT EXISTS (SELECT 1 FROM entry e
                                WHERE e.ledger = kept.ledger AND e.seq = kept.seq AND e.hash = kept.hash)""";

    private static final String PUT_PART = "INSERT INTO snapshot_part (ledger, fold, number, piece, bytes) VALUES ($1, $2, $3, $4, $5)";

    /** Of other versions: a node that has not written for a week is not expected back; it would fold the whole ledger. */
    private static final String SWEEP = "DELETE FROM snapshot WHERE ledger = $1 AND fold <> $2 AND written_at < clock_timestamp() - interval '7 days'";

    /** @param last the envelope of the entry that it ends with; absent when that is not in the database */
    private record Found(long seq, Hash hash, int pictureParts, int idParts, Hash digest,
            Optional<byte[]> last) {
        Cursor cursor() {
            return Cursor.of(seq, hash);
        }
    }

    /** It is there, but not what was written, or not of this chain. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(Throwable cause) {
            super(cause);
        }

        Unusable(String what) {
            super(what);
        }
    }

    private record Made(long seq, Hash hash, Hash digest, int pictureParts, List<byte[]> parts) {}

    private final Context context;
    private final Pool pool;
    private final UUID ledger;
    private final SnapshotForm<P> form;

    Snapshots(Context context, Pool pool, UUID ledger, SnapshotForm<P> form) {
        this.context = context;
        this.pool = pool;
        this.ledger = ledger;
        this.form = form;
    }

    /**
     * The newest of our version.
     *
     * @return empty when there is none; fails with {@link Unusable}, or as the database fails
     */
    Future<Optional<Tail.Whole<P>>> load() {
        return blocking(form::version).compose(version -> pool.withConnection(connection -> connection
                .query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").execute()
                .compose(begun -> find(connection, version))
                .compose(found -> found.isEmpty() ? Future.succeededFuture(Optional.<Loading>empty())
                        : new Loading(connection, version, found.get()).read().map(Optional::of))
                .eventually(() -> connection.query("ROLLBACK").execute())))
                .map(Objects::requireNonNull)
                .compose(loading -> loading.isEmpty() ? Future.succeededFuture(Optional.empty())
                        : loading.get().whole().map(Optional::of));
    }

    /** The seq of the newest of our version and this chain; 0 when there is none. */
    Future<Long> newest() {
        return blocking(form::version).compose(version -> find(pool, version))
                .map(found -> found.filter(it -> it.last().isPresent()).map(Found::seq).orElse(0L));
    }

    /**
     * Writes head and ids, which belong together, in one transaction; false when a newer one was there, or when words are being
     * erased that it may hold.
     */
    Future<Boolean> save(Head<P> head, Ids.Fixed ids) {
        return blocking(() -> make(head, ids)).compose(made -> blocking(form::version)
                .compose(version -> pool.withTransaction(connection -> permitted(connection, made)
                        .compose(may -> may ? write(connection, version, made) : Future.succeededFuture(false)))))
                .map(Objects::requireNonNull);
    }

    /** Deletes the one of our version. */
    Future<Void> discard() {
        return blocking(form::version).compose(version -> pool
                .preparedQuery("DELETE FROM snapshot WHERE ledger = $1 AND fold = $2")
                .execute(Tuple.of(ledger, buffer(version))))
                .mapEmpty();
    }

    Optional<String> difference(P one, P other) {
        return form.difference(one, other);
    }

    private Future<Optional<Found>> find(SqlClient client, Hash version) {
        return client.preparedQuery(FIND).execute(Tuple.of(ledger, buffer(version))).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Found(row.getLong(0), hash(row, 1), row.getInteger(2), row.getInteger(3),
                    hash(row, 4), Optional.ofNullable(row.getBuffer(5)).map(Buffer::getBytes)));
        });
    }

    private Made make(Head<P> head, Ids.Fixed ids) {
        List<byte[]> parts = new ArrayList<>(form.write(head.picture()));
        int pictureParts = parts.size();
        parts.addAll(ids.parts());
        return new Made(head.seq(), head.hash(), digest(head.cursor(), head.hash(), parts), pictureParts, parts);
    }

    /** Until the end of the transaction nobody writes a snapshot of the ledger; waits for who is writing one. */
    static Future<Void> forbid(SqlClient client, UUID ledger) {
        return client.preparedQuery("SELECT pg_advisory_xact_lock($1)").execute(Tuple.of(lock(ledger))).mapEmpty();
    }

    private Future<Boolean> permitted(SqlConnection connection, Made made) {
        return connection.preparedQuery("SELECT pg_try_advisory_xact_lock_shared($1)")
                .execute(Tuple.of(lock(ledger)))
                .compose(locked -> locked.iterator().next().getBoolean(0)
                        ? connection.preparedQuery(
                                "SELECT NOT EXISTS (SELECT FROM erasure WHERE ledger = $1 AND erased_by > $2)")
                                .execute(Tuple.of(ledger, made.seq()))
                                .map(rows -> rows.iterator().next().getBoolean(0))
                        : Future.succeededFuture(false));
    }

    private static long lock(UUID ledger) {
        return ledger.getMostSignificantBits() ^ ledger.getLeastSignificantBits();
    }

    private Future<Boolean> write(SqlConnection connection, Hash version, Made made) {
        Tuple row = Tuple.of(ledger, buffer(version), made.seq(), buffer(made.hash()), made.pictureParts(),
                made.parts().size() - made.pictureParts()).addBuffer(buffer(made.digest()));
        return connection.preparedQuery(PUT).execute(row).compose(put -> {
            if (put.rowCount() == 0) {
                return Future.succeededFuture(false);
            }
            return connection.preparedQuery("DELETE FROM snapshot_part WHERE ledger = $1 AND fold = $2")
                    .execute(Tuple.of(ledger, buffer(version)))
                    .compose(deleted -> writeParts(connection, version, made.parts(), 0))
                    .compose(written -> connection.preparedQuery(SWEEP).execute(Tuple.of(ledger, buffer(version))))
                    .map(true);
        });
    }

    private Future<Void> writeParts(SqlConnection connection, Hash version, List<byte[]> parts, int number) {
        return number == parts.size() ? Future.succeededFuture()
                : connection.preparedQuery(PUT_PART).executeBatch(pieces(version, parts.get(number), number))
                        .compose(put -> writeParts(connection, version, parts, number + 1));
    }

    private List<Tuple> pieces(Hash version, byte[] part, int number) {
        Buffer bytes = Buffer.buffer(part);
        List<Tuple> pieces = new ArrayList<>(1);
        int from = 0;
        do {
            int until = Math.min(bytes.length(), from + PIECE_BYTES);
            pieces.add(Tuple.of(ledger, buffer(version), number, pieces.size(), bytes.getBuffer(from, until)));
            from = until;
        } while (from < bytes.length());
        return pieces;
    }

    private Hash digest(Cursor cursor, Hash hash, List<byte[]> parts) {
        List<byte[]> all = new ArrayList<>(parts.size() + 3);
        all.add(TAG);
        all.add(ByteBuffer.allocate(24).putLong(ledger.getMostSignificantBits())
                .putLong(ledger.getLeastSignificantBits()).putLong(cursor.seq()).array());
        all.add(hash.bytes());
        for (byte[] part : parts) {
            all.add(ByteBuffer.allocate(4).putInt(part.length).array());
            all.add(part);
        }
        return Hash.of(all.toArray(byte[][]::new));
    }

    private <T> Future<T> blocking(Callable<T> work) {
        return context.executeBlocking(work, false).map(Objects::requireNonNull);
    }

    private static Buffer buffer(Hash hash) {
        return Buffer.buffer(hash.bytes());
    }

    private static Hash hash(Row row, int column) {
        return Hash.ofBytes(row.getBuffer(column).getBytes());
    }

    /** One snapshot while it is read: parts are decoded on all cores while the next ones are fetched. */
    private final class Loading {
        private final SqlConnection connection;
        private final Hash version;
        private final Found found;
        private final SnapshotForm.Assembly<P> assembly = form.assembly();
        private final List<byte[]> parts = new ArrayList<>();
        private final List<Future<?>> decoded = new ArrayList<>();

        Loading(SqlConnection connection, Hash version, Found found) {
            this.connection = connection;
            this.version = version;
            this.found = found;
        }

        Future<Loading> read() {
            if (found.last().isEmpty()) {
                return Future.failedFuture(new Unusable("it ends with entry " + found.cursor()
                        + ", which is not in the database"));
            }
            return readFrom(0).map(this);
        }

        private Future<Void> readFrom(int first) {
            if (first >= found.pictureParts() + found.idParts()) {
                return Future.succeededFuture();
            }
            return connection.preparedQuery(PARTS)
                    .execute(Tuple.of(ledger, buffer(version), first, first + PARTS_AT_ONCE))
                    .compose(rows -> {
                        join(rows).forEach(this::take);
                        return rows.size() == 0 ? Future.failedFuture(new Unusable("parts are missing"))
                                : readFrom(first + PARTS_AT_ONCE);
                    });
        }

        private Collection<Buffer> join(RowSet<Row> rows) {
            SortedMap<Integer, Buffer> joined = new TreeMap<>();
            for (Row row : rows) {
                joined.computeIfAbsent(row.getInteger(0), number -> Buffer.buffer()).appendBuffer(row.getBuffer(1));
            }
            return joined.values();
        }

        private void take(Buffer bytes) {
            byte[] part = bytes.getBytes();
            int number = parts.size();
            parts.add(part);
            if (number < found.pictureParts()) {
                decoded.add(context.executeBlocking(() -> {
                    assembly.part(number, part);
                    return number;
                }, false));
            }
        }

        Future<Tail.Whole<P>> whole() {
            Future<Ids> ids = blocking(this::ids);
            decoded.add(ids);
            return Future.join(decoded).compose(all -> blocking(() -> {
                Envelope last = Envelope.parse(found.last().orElseThrow());
                P picture = assembly.whole(found.cursor());
                return new Tail.Whole<>(Head.of(picture, found.seq(), found.hash(), last.at(), last.realAt()),
                        ids.result());
            })).recover(failure -> Future.failedFuture(new Unusable(failure)));
        }

        private Ids ids() {
            if (parts.size() != found.pictureParts() + found.idParts()
                    || !digest(found.cursor(), found.hash(), parts).equals(found.digest())) {
                throw new IllegalStateException("its digest is not that of its content");
            }
            return Ids.of(parts.subList(found.pictureParts(), parts.size()));
        }
    }
}
