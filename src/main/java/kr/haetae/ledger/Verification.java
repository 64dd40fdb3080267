package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import kr.haetae.event.Cursor;

/**
 * Recomputes a whole chain from the tables, in one snapshot, without a picture. What it can't see by itself is that the newest
 * entries were cut off: compare {@link Report#head} with a cursor that somebody else kept.
 */
public final class Verification {
    /** The first entry at which the record contradicts itself. */
    public record Fault(long seq, String what) {}

    /**
     * @param entries that hold, counted from the first; all of them without a fault
     * @param bodies of these entries, present and as committed to
     * @param erased entries whose body was destroyed, each with the later entry that says so; they hold none the less
     * @param head the last entry that holds
     */
    public record Report(UUID ledger, long entries, long bodies, SortedMap<Long, Long> erased, Cursor head,
            Optional<Fault> fault) {}

    private static final int PAGE = 500;

    private final SqlConnection connection;
    private final UUID ledger;
    private final ChainCheck check;

    private Verification(SqlConnection connection, UUID ledger) {
        this.connection = connection;
        this.ledger = ledger;
        this.check = new ChainCheck(ledger);
    }

    /** Verifies; a fault found is a report, a failed future is a database that can't be read. Takes about 10 µs an entry. */
    public static Future<Report> run(Pool pool, UUID ledger) {
        return pool.withConnection(connection -> connection
                .query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .execute()
                .compose(begun -> new Verification(connection, ledger).run())
                .eventually(() -> connection.query("ROLLBACK").execute()))
                .map(Objects::requireNonNull);
    }

    private Future<Report> run() {
        return genesisHolds().compose(holds -> holds
                ? pages(1).compose(paged -> noStrays()).map(this::report)
                : Future.succeededFuture(
                        report(Optional.of(new Fault(0, "the head row is missing or has another genesis")))));
    }

    private Future<Boolean> genesisHolds() {
        return connection
                .preparedQuery("SELECT genesis FROM ledger WHERE id = $1")
                .execute(Tuple.of(ledger))
                .map(rows -> rows.size() == 1
                        && Arrays.equals(rows.iterator().next().getBuffer(0).getBytes(),
                                Chain.genesis(ledger).bytes()));
    }

    private Future<Void> pages(long from) {
        return StoredEntry.range(connection, ledger, from, from + PAGE).compose(rows -> {
            boolean holds = check.all(rows);
            return holds && rows.size() == PAGE ? pages(from + PAGE) : Future.succeededFuture();
        });
    }

    /** Entries after a gap, and bodies without an entry, are not met on the way through the chain. */
    private Future<Optional<Fault>> noStrays() {
        Optional<Fault> fault = check.fault().or(check::unaccounted);
        if (fault.isPresent()) {
            return Future.succeededFuture(fault);
        }
        return connection
                .preparedQuery("""
                        SELECT (SELECT min(seq) FROM entry WHERE ledger = $1 AND seq > $2),
                               (SELECT min(seq) FROM body WHERE ledger = $1 AND seq > $2)""")
                .execute(Tuple.of(ledger, check.entries()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getLong(0) != null) {
                        return Optional.of(new Fault(check.entries() + 1,
                                "it is missing, but entry " + row.getLong(0) + " is there"));
                    }
                    return row.getLong(1) == null
                            ? Optional.<Fault>empty()
                            : Optional.of(new Fault(row.getLong(1), "there is a body without an entry"));
                });
    }

    private Report report(Optional<Fault> fault) {
        return new Report(ledger, check.entries(), check.bodies(), check.erased(), check.head(), fault);
    }
}
