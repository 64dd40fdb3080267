package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry and its body as the tables hold them, nothing checked.
 *
 * @param erasure where the body is absent: the entry that is said to have erased it
 */
record StoredEntry(
        long seq, UUID command, int part, byte[] envelope, byte[] hash, byte @Nullable [] salt,
        byte @Nullable [] body, @Nullable StoredEntry erasure) {
    private static final String JOINED = """
            SELECT e.seq, e.command, e.part, e.envelope, e.hash, b.salt, b.bytes
              FROM entry e LEFT JOIN body b ON b.ledger = e.ledger AND b.seq = e.seq
            """;
    /** Both tables bounded on both sides: else a table without statistics may be read whole for each page. */
    private static final String RANGE = JOINED + """
              AND b.seq >= $2 AND b.seq < $3
             WHERE e.ledger = $1 AND e.seq >= $2 AND e.seq < $3 ORDER BY e.seq""";

    private static final String COMMAND = JOINED + "WHERE e.ledger = $1 AND e.command = $2 ORDER BY e.part";
    private static final String SEQS = JOINED + "WHERE e.ledger = $1 AND e.seq = ANY($2::bigint[]) ORDER BY e.seq";

    /** Rare, so asked apart: joined to every page, a table without statistics could spoil them all. */
    private static final String ERASURES = """
            SELECT x.seq, e.seq, e.command, e.part, e.envelope, e.hash, b.salt, b.bytes
              FROM erasure x JOIN entry e ON e.ledger = x.ledger AND e.seq = x.erased_by
              LEFT JOIN body b ON b.ledger = e.ledger AND b.seq = e.seq
             WHERE x.ledger = $1 AND x.seq = ANY($2::bigint[])""";

    /** The rows with {@code from <= seq < until}, ascending. */
    static Future<List<StoredEntry>> range(SqlClient client, UUID ledger, long from, long until) {
        return client.preparedQuery(RANGE).execute(Tuple.of(ledger, from, until))
                .compose(rows -> all(client, ledger, rows));
    }

    /** The rows of one command in the order of their parts. */
    static Future<List<StoredEntry>> command(SqlClient client, UUID ledger, UUID command) {
        return client.preparedQuery(COMMAND).execute(Tuple.of(ledger, command))
                .compose(rows -> all(client, ledger, rows));
    }

    /** The rows with these seqs, ascending. */
    static Future<List<StoredEntry>> seqs(SqlClient client, UUID ledger, Long[] seqs) {
        return client.preparedQuery(SEQS).execute(Tuple.of(ledger).addArrayOfLong(seqs))
                .compose(rows -> all(client, ledger, rows));
    }

    boolean agreesWith(Envelope said) {
        return said.seq() == seq && said.part() == part && said.command().equals(command);
    }

    private static Future<List<StoredEntry>> all(SqlClient client, UUID ledger, RowSet<Row> rows) {
        List<StoredEntry> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(of(row, 0)));
        Long[] bodiless = all.stream().filter(row -> row.body() == null).map(StoredEntry::seq).toArray(Long[]::new);
        return bodiless.length == 0 ? Future.succeededFuture(all)
                : client.preparedQuery(ERASURES).execute(Tuple.of(ledger).addArrayOfLong(bodiless))
                        .map(found -> erased(all, found));
    }

    private static List<StoredEntry> erased(List<StoredEntry> all, RowSet<Row> found) {
        Map<Long, StoredEntry> erasures = new HashMap<>();
        found.forEach(row -> erasures.put(row.getLong(0), of(row, 1)));
        return all.stream().map(row -> row.body() == null ? row.erased(erasures.get(row.seq())) : row).toList();
    }

    private StoredEntry erased(@Nullable StoredEntry by) {
        return new StoredEntry(seq, command, part, envelope, hash, salt, body, by);
    }

    private static StoredEntry of(Row row, int first) {
        return new StoredEntry(row.getLong(first), row.getUUID(first + 1), row.getInteger(first + 2),
                bytes(row, first + 3), bytes(row, first + 4), maybe(row, first + 5), maybe(row, first + 6), null);
    }

    private static byte[] bytes(Row row, int column) {
        return row.getBuffer(column).getBytes();
    }

    private static byte @Nullable [] maybe(Row row, int column) {
        Buffer value = row.getBuffer(column);
        return value == null ? null : value.getBytes();
    }
}
