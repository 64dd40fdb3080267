package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the tables of the record hold, counted by SQL: a second witness beside what the server answered. */
public final class LedgerRows {
    /** An envelope's text is ASCII JSON (docs/record.md). The entry that stands first in its command names what was asked for. */
    private static final String COMMANDS = """
            SELECT said ->> 'type', (said ->> 'account')::uuid = ANY ($3::uuid[]), count(*)
              FROM (SELECT convert_from(envelope, 'UTF8')::json AS said FROM entry
                     WHERE ledger = $1 AND seq <= $2 AND part = 0) AS envelopes
             GROUP BY 1, 2""";

    /** The newest plan of each deployment; one that was cancelled has no person-duties; who came unplanned is one more. */
    private static final String DUTIES = """
            WITH planned AS (
                SELECT DISTINCT ON (1) (duty ->> 'deployment')::uuid AS deployment, (duty ->> 'planned')::bigint AS people
                  FROM entry e JOIN body b USING (ledger, seq),
                       LATERAL json_array_elements(convert_from(b.bytes, 'UTF8')::json -> 'deployments') AS duty
                 WHERE e.ledger = $1 AND e.seq <= $2
                   AND convert_from(e.envelope, 'UTF8')::json ->> 'type' = 'deployments-planned'
                 ORDER BY 1, e.seq DESC),
            cancelled AS (
                SELECT (convert_from(b.bytes, 'UTF8')::json ->> 'deployment')::uuid AS deployment
                  FROM entry e JOIN body b USING (ledger, seq)
                 WHERE e.ledger = $1 AND e.seq <= $2
                   AND convert_from(e.envelope, 'UTF8')::json ->> 'type' = 'deployment-moved'
                   AND convert_from(b.bytes, 'UTF8')::json ->> 'to' = 'CANCELLED')
            SELECT (SELECT count(*) FROM planned),
                   (SELECT coalesce(sum(people), 0)::bigint FROM planned
                     WHERE deployment NOT IN (SELECT deployment FROM cancelled))
                   + (SELECT count(*) FROM entry e JOIN body b USING (ledger, seq)
                       WHERE e.ledger = $1 AND e.seq <= $2
                         AND convert_from(e.envelope, 'UTF8')::json ->> 'type' = 'checked-in'
                         AND convert_from(b.bytes, 'UTF8')::json ->> 'deployment' IS NULL)""";

    private final Pool pool;

    /** {@code pool}: reads only. */
    public LedgerRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * The commands in a ledger.
     *
     * @param mine by the entry's type, of the drill's own accounts
     * @param others of everybody else
     * @param deployments that were planned, cancelled ones too
     * @param personDuties planned people of those that were not cancelled, and who came unplanned
     */
    record Rows(Map<String, Long> mine, Map<String, Long> others, long deployments, long personDuties) {
        long mine(String type) {
            return mine.getOrDefault(type, 0L);
        }

        long others(String type) {
            return others.getOrDefault(type, 0L);
        }
    }

    Future<Rows> count(UUID ledger, long upTo, Set<UUID> accounts) {
        Map<String, Long> mine = new HashMap<>();
        Map<String, Long> others = new HashMap<>();
        return pool.preparedQuery(COMMANDS).execute(Tuple.of(ledger, upTo, accounts.toArray(UUID[]::new)))
                .compose(rows -> {
                    for (Row row : rows) {
                        (row.getBoolean(1) ? mine : others).put(row.getString(0), row.getLong(2));
                    }
                    return pool.preparedQuery(DUTIES).execute(Tuple.of(ledger, upTo));
                })
                .map(rows -> {
                    Row sums = rows.iterator().next();
                    return new Rows(mine, others, sums.getLong(0), sums.getLong(1));
                });
    }
}
