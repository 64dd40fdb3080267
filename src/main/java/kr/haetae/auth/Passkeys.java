package kr.haetae.auth;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of passkeys. A row counts only while the picture of the house knows it; see {@link Account#passkeys}. */
final class Passkeys {
    private static final String COLUMNS = "passkey, account, seq, credential_id, public_key, user_handle, domain, aaguid,"
            + " sign_count, name, added_at, last_used_at";

    /**
     * What the authenticator made.
     *
     * @param publicKey a COSE key
     * @param signCount how often it has signed, as it says; 0 for good where it does not count
     */
    record Key(byte[] credential, byte[] publicKey, UUID aaguid, long signCount) {}

    /**
     * One row.
     *
     * @param seq the entry of the house ledger that added it
     * @param userHandle what the authenticator was given instead of a name
     */
    record Stored(Passkey passkey, UUID account, long seq, Key key, byte[] userHandle) {}

    private final SqlClient client;

    Passkeys(SqlClient client) {
        this.client = client;
    }

    Future<Optional<Stored>> byCredential(byte[] credential) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM passkey WHERE credential_id = $1")
                .execute(Tuple.of(Buffer.buffer(credential)))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The account's, oldest first. */
    Future<List<Stored>> of(UUID account) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM passkey WHERE account = $1 ORDER BY seq")
                .execute(Tuple.of(account))
                .map(Passkeys::all);
    }

    /** @return whether it was written: not when that credential is there already */
    Future<Boolean> add(Stored one) {
        return client.preparedQuery("INSERT INTO passkey (" + COLUMNS + ") VALUES"
                + " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL) ON CONFLICT (credential_id) DO NOTHING")
                .execute(Tuple.of(one.passkey().id(), one.account(), one.seq(), Buffer.buffer(one.key().credential()),
                        Buffer.buffer(one.key().publicKey()), Buffer.buffer(one.userHandle()), one.passkey().domain(),
                        one.key().aaguid(), one.key().signCount(), one.passkey().name(),
                        one.passkey().addedAt().atOffset(UTC)))
                .map(inserted -> inserted.rowCount() == 1);
    }

    /** Notes that it was used; false when it was removed meanwhile. Locks its row until the transaction ends. */
    static Future<Boolean> use(SqlClient transaction, UUID passkey, long signCount, Instant now) {
        return transaction.preparedQuery("""
                UPDATE passkey SET sign_count = greatest(sign_count, $2), last_used_at = $3 WHERE passkey = $1""")
                .execute(Tuple.of(passkey, signCount, now.atOffset(UTC)))
                .map(updated -> updated.rowCount() == 1);
    }

    /** @return whether there is such a one */
    Future<Boolean> rename(UUID account, UUID passkey, String name) {
        return client.preparedQuery("UPDATE passkey SET name = $3 WHERE account = $1 AND passkey = $2")
                .execute(Tuple.of(account, passkey, name))
                .map(updated -> updated.rowCount() == 1);
    }

    Future<Void> delete(UUID passkey) {
        return client.preparedQuery("DELETE FROM passkey WHERE passkey = $1").execute(Tuple.of(passkey)).mapEmpty();
    }

    /** Deletes the account's rows up to an entry of the house ledger, but for those that count. */
    Future<Void> keep(UUID account, Collection<UUID> counting, long upTo) {
        return client.preparedQuery("DELETE FROM passkey WHERE account = $1 AND seq <= $3 AND passkey <> ALL ($2)")
                .execute(Tuple.of(account, counting.toArray(UUID[]::new), upTo))
                .mapEmpty();
    }

    private static List<Stored> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Passkeys::stored).toList();
    }

    private static Stored stored(Row row) {
        OffsetDateTime used = row.getOffsetDateTime(11);
        Passkey passkey = new Passkey(row.getUUID(0), row.getString(9), row.getString(6),
                row.getOffsetDateTime(10).toInstant(), used == null ? null : used.toInstant());
        Key key = new Key(row.getBuffer(3).getBytes(), row.getBuffer(4).getBytes(), row.getUUID(7), row.getLong(8));
        return new Stored(passkey, row.getUUID(1), row.getLong(2), key, row.getBuffer(5).getBytes());
    }
}
