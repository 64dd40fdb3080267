package kr.haetae.auth;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import kr.haetae.event.Hash;

/**
 * The challenges that a device signs. Nobody keeps one: it holds its own end and a seal under the installation's secret over that
 * end, what it is for and to whom it was given, so that any node can take what any other gave, and asking for challenges writes
 * nothing. Only one that is presented is noted, so that it is taken once.
 */
final class PasskeyChallenges {
    /** How long somebody may look for his glasses; WebAuthn §15.1 proposes 5 to 10 minutes where a person has to act. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int NONCE_BYTES = 16;
    private static final int OPEN_BYTES = NONCE_BYTES + Long.BYTES;
    private static final int SEAL_BYTES = 32;

    private final SqlClient client;
    private final Supplier<KeyRing> ring;
    private final SecureRandom random;

    PasskeyChallenges(SqlClient client, Supplier<KeyRing> ring, SecureRandom random) {
        this.client = client;
        this.ring = ring;
        this.random = random;
    }

    /**
     * A fresh challenge, 56 bytes.
     *
     * @param bound what it is for and to whom it is given; only who names the same can present it
     */
    byte[] give(String bound, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] open = ByteBuffer.allocate(OPEN_BYTES).put(nonce).putLong(now.plus(LIFE).toEpochMilli()).array();
        return ByteBuffer.allocate(OPEN_BYTES + SEAL_BYTES).put(open).put(seal(open, bound)).array();
    }

    /**
     * Takes a challenge that was signed.
     *
     * @return why not: {@code passkey-challenge-wrong} (not ours, or given for something else), {@code passkey-challenge-expired} or
     *     {@code passkey-challenge-used}
     */
    Future<Optional<Denial.Code>> take(byte[] challenge, String bound, Instant now) {
        if (challenge.length != OPEN_BYTES + SEAL_BYTES) {
            return Future.succeededFuture(Optional.of(Denial.Code.PASSKEY_CHALLENGE_WRONG));
        }
        byte[] open = new byte[OPEN_BYTES];
        byte[] seal = new byte[SEAL_BYTES];
        ByteBuffer.wrap(challenge).get(open).get(seal);
        if (!MessageDigest.isEqual(seal, seal(open, bound))) {
            return Future.succeededFuture(Optional.of(Denial.Code.PASSKEY_CHALLENGE_WRONG));
        }
        Instant expiresAt = Instant.ofEpochMilli(ByteBuffer.wrap(open).getLong(NONCE_BYTES));
        return now.isBefore(expiresAt)
                ? first(Hash.of(challenge), expiresAt)
                        .map(first -> first ? Optional.empty() : Optional.of(Denial.Code.PASSKEY_CHALLENGE_USED))
                : Future.succeededFuture(Optional.of(Denial.Code.PASSKEY_CHALLENGE_EXPIRED));
    }

    Future<Void> sweep(Instant now) {
        return client.preparedQuery("DELETE FROM passkey_challenge WHERE expires_at < $1")
                .execute(Tuple.of(now.atOffset(UTC)))
                .mapEmpty();
    }

    private Future<Boolean> first(Hash hash, Instant expiresAt) {
        return client
                .preparedQuery(
                        "INSERT INTO passkey_challenge (hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(Buffer.buffer(hash.bytes()), expiresAt.atOffset(UTC)))
                .map(inserted -> inserted.rowCount() == 1);
    }

    private byte[] seal(byte[] open, String bound) {
        byte[] text = bound.getBytes(StandardCharsets.UTF_8);
        return ring.get().derive("passkey-challenge",
                ByteBuffer.allocate(OPEN_BYTES + text.length).put(open).put(text).array());
    }
}
