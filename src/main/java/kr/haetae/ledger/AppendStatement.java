package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.AttachmentEvent;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Hash;

/**
 * The compare-and-set: entries S+1 … S+n and their bodies, only where entry S still is the one that our picture ends with, and
 * one notification. An entry that erases another takes its body along. The key (ledger, seq) does the rest: of two nodes with the same S one gets a key violation.
 */
final class AppendStatement {
    private static final String ADDED = """
            WITH head AS (
                SELECT 1 WHERE CASE WHEN $2::bigint = 0
                    THEN EXISTS (SELECT FROM ledger WHERE id = $1::uuid AND genesis = $3::bytea)
                         AND NOT EXISTS (SELECT FROM entry WHERE ledger = $1::uuid)
                    ELSE EXISTS (SELECT FROM entry WHERE ledger = $1::uuid AND seq = $2::bigint AND hash = $3::bytea) END
            ), added AS (
                INSERT INTO entry (ledger, seq, command, part, envelope, hash)
                SELECT $1::uuid, n.seq, n.command, n.part, n.envelope, n.hash
                  FROM head, unnest($4::bigint[], $5::uuid[], $6::int[], $7::bytea[], $8::bytea[])
                             AS n (seq, command, part, envelope, hash)
                RETURNING seq
            ), bodies AS (
                INSERT INTO body (ledger, seq, salt, bytes)
                SELECT $1::uuid, n.seq, n.salt, n.bytes
                  FROM head, unnest($4::bigint[], $9::bytea[], $10::bytea[]) AS n (seq, salt, bytes)
            )""";

    /** In the same statement, so at the same instant: the words go, with them whatever was folded from them, and the files they named. */
    private static final String ERASED = """
            , erased AS (
                INSERT INTO erasure (ledger, seq, erased_by)
                SELECT $1::uuid, n.seq, n.erased_by
                  FROM head, unnest($13::bigint[], $14::bigint[]) AS n (seq, erased_by)
            ), destroyed AS (
                DELETE FROM body USING head WHERE ledger = $1::uuid AND seq = ANY ($13::bigint[])
            ), forgotten AS (
                DELETE FROM snapshot USING head WHERE ledger = $1::uuid
            ), unused AS (
                DELETE FROM blob_use USING head WHERE sha256 = ANY ($15::bytea[])
            ), files AS (
                DELETE FROM blob USING head WHERE sha256 = ANY ($15::bytea[]) RETURNING store
            ), chunks AS (
                DELETE FROM blob_chunk USING files WHERE blob_chunk.store = files.store
            )""";

    private static final String TOLD = """

            SELECT count(*), CASE WHEN count(*) > 0 THEN pg_notify($11::text, $12::text)::text END FROM added""";

    private static final String PLAIN = ADDED + TOLD;
    private static final String ERASING = ADDED + ERASED + TOLD;

    private AppendStatement() {}

    /** Whether the entries were added; if not, another node was first. Fails when the database says so or is lost. */
    static Future<Boolean> execute(SqlClient client, UUID ledger, long seq, Hash hash, List<Link> links) {
        long last = links.getLast().envelope().seq();
        Tuple parameters = Tuple.tuple()
                .addUUID(ledger)
                .addLong(seq)
                .addBuffer(Buffer.buffer(hash.bytes()))
                .addArrayOfLong(links.stream().map(l -> l.envelope().seq()).toArray(Long[]::new))
                .addArrayOfUUID(links.stream().map(l -> l.envelope().command()).toArray(UUID[]::new))
                .addArrayOfInteger(links.stream().map(l -> l.envelope().part()).toArray(Integer[]::new))
                .addArrayOfBuffer(links.stream().map(l -> Buffer.buffer(l.envelopeBytes())).toArray(Buffer[]::new))
                .addArrayOfBuffer(links.stream().map(l -> Buffer.buffer(l.hash().bytes())).toArray(Buffer[]::new))
                .addArrayOfBuffer(links.stream().map(l -> Buffer.buffer(l.salt())).toArray(Buffer[]::new))
                .addArrayOfBuffer(links.stream().map(l -> Buffer.buffer(l.body())).toArray(Buffer[]::new))
                .addString(LedgerDatabase.CHANNEL)
                .addString(ledger + " " + last);
        List<Link> erasures = links.stream().filter(l -> l.event() instanceof ErasureEvent.EntryErased).toList();
        if (!erasures.isEmpty()) {
            parameters
                    .addArrayOfLong(erasures.stream().map(l -> ((ErasureEvent.EntryErased) l.event()).seq())
                            .toArray(Long[]::new))
                    .addArrayOfLong(erasures.stream().map(l -> l.envelope().seq()).toArray(Long[]::new))
                    .addArrayOfBuffer(erasures.stream().flatMap(l -> files((ErasureEvent.EntryErased) l.event()))
                            .map(file -> Buffer.buffer(Hash.parse(file).bytes())).toArray(Buffer[]::new));
        }
        return client.preparedQuery(erasures.isEmpty() ? PLAIN : ERASING)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong(0) > 0)
                .recover(failure -> collided(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** The hashes of the files that go: the original and its copies, wherever else they are attached. */
    private static Stream<String> files(ErasureEvent.EntryErased erased) {
        return erased.redacted() instanceof AttachmentEvent.AttachmentAdded file
                ? Stream.of(file.sha256(), file.thumbnail(), file.view()).flatMap(Stream::ofNullable)
                : Stream.empty();
    }

    /** Whether the database refused the statement for what it says, so that the same statement never succeeds. */
    static boolean definite(Throwable failure) {
        if (!(failure instanceof PgException said)) {
            return false;
        }
        return switch (said.getSqlState().substring(0, 2)) {
            case "0A", "21", "22", "23", "42", "44", "54", "P0" -> true;
            default -> false;
        };
    }

    /** A key was there already, or the database ended a race in another way. */
    private static boolean collided(Throwable failure) {
        return failure instanceof PgException said
                && switch (said.getSqlState()) {
                    case "23505", "40001", "40P01", "55P03" -> true;
                    default -> false;
                };
    }
}
