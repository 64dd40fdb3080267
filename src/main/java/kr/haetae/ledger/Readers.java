package kr.haetae.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Supplier;

/**
 * A pool that can be begun anew under those who use it. A database machine that is gone without a word leaves connections that
 * never say anything, in the middle of a handshake too, and the client's own pool waits for them for as long as TCP does.
 */
final class Readers implements Pool {
    private final Supplier<Pool> fresh;
    private volatile Pool current;

    Readers(Supplier<Pool> fresh) {
        this.fresh = fresh;
        current = fresh.get();
    }

    /** Gives up all connections; what waits on them fails. */
    void renew() {
        Pool lost = current;
        current = fresh.get();
        lost.close();
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return current.getConnection();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return current.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return current.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return current.preparedQuery(sql, options);
    }

    @Override
    public int size() {
        return current.size();
    }

    @Override
    public Future<Void> close() {
        return current.close();
    }
}
