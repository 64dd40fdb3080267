package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry and its body as the tables hold them, nothing checked. */
record StoredEntry(
        long seq, UUID command, int part, byte[] envelope, byte[] hash, byte @Nullable [] salt,
        byte @Nullable [] body) {
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

    /** The rows with {@code from <= seq < until}, ascending. */
    static Future<List<StoredEntry>> range(SqlClient client, UUID ledger, long from, long until) {
        return client.preparedQuery(RANGE).execute(Tuple.of(ledger, from, until)).map(StoredEntry::all);
    }

    /** The rows of one command in the order of their parts. */
    static Future<List<StoredEntry>> command(SqlClient client, UUID ledger, UUID command) {
        return client.preparedQuery(COMMAND).execute(Tuple.of(ledger, command)).map(StoredEntry::all);
    }

    /** The rows with these seqs, ascending. */
    static Future<List<StoredEntry>> seqs(SqlClient client, UUID ledger, Long[] seqs) {
        return client.preparedQuery(SEQS).execute(Tuple.of(ledger).addArrayOfLong(seqs)).map(StoredEntry::all);
    }

    boolean agreesWith(Envelope said) {
        return said.seq() == seq && said.part() == part && said.command().equals(command);
    }

    private static List<StoredEntry> all(RowSet<Row> rows) {
        List<StoredEntry> all = new ArrayList<>(rows.size());
        for (Row row : rows) {
            all.add(new StoredEntry(
                    row.getLong(0), row.getUUID(1), row.getInteger(2), bytes(row, 3), bytes(row, 4), maybe(row, 5),
                    maybe(row, 6)));
        }
        return all;
    }

    private static byte[] bytes(Row row, int column) {
        return row.getBuffer(column).getBytes();
    }

    private static byte @Nullable [] maybe(Row row, int column) {
        Buffer value = row.getBuffer(column);
        return value == null ? null : value.getBytes();
    }
}
