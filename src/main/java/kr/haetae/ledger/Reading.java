package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Entry;
import kr.haetae.event.Hash;

/** Entries read back for timelines and audits; the chain was checked when they were folded. */
final class Reading {
    private static final int MOST = 1_000;
    private static final int HOLDING = 200;

    /** Whatever the locale: only ASCII loses its case under the collation C, and Hangul has none. */
    private static final String HELD = """
            SELECT seq FROM body WHERE ledger = $1 AND seq >= $2 AND seq < $3
               AND strpos(lower(normalize(convert_from(bytes, 'UTF8'), NFC) COLLATE "C"), $4) > 0
             ORDER BY seq DESC LIMIT $5""";

    /** @param limit 1 to 1,000 */
    record Range(long from, boolean backwards, int limit) {
        Range {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("a page has 1 to " + MOST + " entries, not " + limit);
            }
        }
    }

    private Reading() {}

    static Future<List<Entry>> page(SqlClient client, UUID ledger, long head, Range range) {
        if (!range.backwards()) {
            long first = Math.max(1, range.from());
            return read(client, ledger, first, Math.min(head, first + range.limit() - 1));
        }
        long last = Math.min(head, range.from());
        return read(client, ledger, Math.max(1, last - range.limit() + 1), last).map(List::reversed);
    }

    static Future<List<Entry>> some(SqlClient client, UUID ledger, List<Long> seqs) {
        if (seqs.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " entries at a time, not " + seqs.size());
        }
        return StoredEntry.seqs(client, ledger, seqs.toArray(Long[]::new)).map(rows -> decode(ledger, rows));
    }

    static Future<List<Entry>> command(SqlClient client, UUID ledger, UUID command) {
        return StoredEntry.command(client, ledger, command).map(rows -> decode(ledger, rows));
    }

    /** When so many hold the fragment, the window ends with the last of them. */
    static Future<Window> holding(SqlClient client, UUID ledger, String fragment, Window.Span span) {
        long from = Math.max(1, span.before() - span.entries());
        return client.preparedQuery(HELD).execute(Tuple.of(ledger, from, span.before(), fragment, HOLDING))
                .compose(rows -> {
                    List<Long> seqs = new ArrayList<>();
                    rows.forEach(row -> seqs.add(row.getLong(0)));
                    long reached = seqs.size() == HOLDING ? seqs.getLast() : from;
                    return (seqs.isEmpty() ? Future.succeededFuture(List.<Entry>of()) : some(client, ledger, seqs))
                            .map(entries -> new Window(entries.reversed(), reached));
                });
    }

    private static Future<List<Entry>> read(SqlClient client, UUID ledger, long first, long last) {
        return last < first
                ? Future.succeededFuture(List.of())
                : StoredEntry.range(client, ledger, first, last + 1).map(rows -> decode(ledger, rows));
    }

    private static List<Entry> decode(UUID ledger, List<StoredEntry> rows) {
        return rows.stream().map(row -> Link.decode(ledger, row, Hash.ofBytes(row.hash())).entry()).toList();
    }
}
