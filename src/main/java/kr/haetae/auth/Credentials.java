package kr.haetae.auth;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/** The table of credentials. Every write names the entry of the house ledger that it carries out, and never undoes a later one's. */
final class Credentials {
    private static final String COLUMNS = "account, seq, phc, activation_hash, activation_expires_at";

    /**
     * What an account can show.
     *
     * @param phc absent until the account is activated
     * @param activation the hash of its activation code, while one can be used
     */
    record Credential(UUID account, long seq, @Nullable String phc, @Nullable Hash activation,
            @Nullable Instant activationExpiresAt) {}

    /** An activation code to be written: whose, by which entry, its hash. */
    record Issue(UUID account, long seq, Hash activation) {}

    /** A first password to be written. */
    record First(UUID account, long seq, String phc) {}

    private final SqlClient client;

    Credentials(SqlClient client) {
        this.client = client;
    }

    Future<Optional<Credential>> of(UUID account) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM credential WHERE account = $1")
                .execute(Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Credentials::credential).findFirst());
    }

    /** Takes the passwords away and sets activation codes; those of later entries stay. */
    Future<Void> issue(List<Issue> issues, Instant now, Instant expiresAt) {
        return client.preparedQuery("""
                INSERT INTO credential (account, seq, activation_hash, activation_expires_at, changed_at)
                SELECT account, seq, hash, $4, $5 FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS i (account, seq, hash)
                ON CONFLICT (account) DO UPDATE
                SET seq = excluded.seq, phc = NULL, activation_hash = excluded.activation_hash,
                    activation_expires_at = excluded.activation_expires_at, changed_at = excluded.changed_at
                WHERE credential.seq < excluded.seq""")
                .execute(Tuple.of(issues.stream().map(Issue::account).toArray(UUID[]::new),
                        issues.stream().map(Issue::seq).toArray(Long[]::new),
                        issues.stream().map(issue -> bytes(issue.activation())).toArray(Buffer[]::new),
                        expiresAt.atOffset(UTC), now.atOffset(UTC)))
                .mapEmpty();
    }

    /** The accounts among these whose row carries that entry and whose code still can be used. */
    Future<Set<UUID>> open(List<Issue> issues) {
        return client.preparedQuery("""
                SELECT account FROM credential JOIN unnest($1::uuid[], $2::bytea[]) AS i (account, hash) USING (account)
                WHERE activation_hash = hash""")
                .execute(Tuple.of(issues.stream().map(Issue::account).toArray(UUID[]::new),
                        (Object) issues.stream().map(issue -> bytes(issue.activation())).toArray(Buffer[]::new)))
                .map(rows -> {
                    Set<UUID> accounts = new HashSet<>();
                    rows.forEach(row -> accounts.add(row.getUUID(0)));
                    return accounts;
                });
    }

    /**
     * Replaces what was shown by a new password.
     *
     * @return whether it did: not when the code or password was replaced meanwhile
     */
    Future<Boolean> replace(Credential shown, long seq, String phc, Instant now) {
        return client
                .preparedQuery(
                        """
                UPDATE credential
                SET seq = $2, phc = $3, activation_hash = NULL, activation_expires_at = NULL, changed_at = $4
                WHERE account = $1 AND seq < $2 AND phc IS NOT DISTINCT FROM $5 AND activation_hash IS NOT DISTINCT FROM $6""")
                .execute(Tuple.of(shown.account(), seq, phc, now.atOffset(UTC), shown.phc(),
                        shown.activation() == null ? null : bytes(shown.activation())))
                .map(SqlResult::rowCount)
                .map(count -> count == 1);
    }

    /**
     * Writes first passwords where there is no row yet.
     *
     * @return the accounts written
     */
    static Future<Set<UUID>> begin(SqlClient transaction, List<First> passwords, Instant now) {
        return transaction.preparedQuery("""
                INSERT INTO credential (account, seq, phc, changed_at)
                SELECT account, seq, phc, $4 FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS i (account, seq, phc)
                ON CONFLICT (account) DO NOTHING RETURNING account""")
                .execute(Tuple.of(passwords.stream().map(First::account).toArray(UUID[]::new),
                        passwords.stream().map(First::seq).toArray(Long[]::new),
                        passwords.stream().map(First::phc).toArray(String[]::new), now.atOffset(UTC)))
                .map(rows -> {
                    Set<UUID> accounts = new HashSet<>();
                    rows.forEach(row -> accounts.add(row.getUUID(0)));
                    return accounts;
                });
    }

    private static Credential credential(Row row) {
        Buffer activation = row.getBuffer(3);
        OffsetDateTime expires = row.getOffsetDateTime(4);
        return new Credential(row.getUUID(0), row.getLong(1), row.getString(2),
                activation == null ? null : Hash.ofBytes(activation.getBytes()),
                expires == null ? null : expires.toInstant());
    }

    private static Buffer bytes(Hash hash) {
        return Buffer.buffer(hash.bytes());
    }
}
