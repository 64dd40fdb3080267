package kr.haetae.auth;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.haetae.event.Cursor;
import kr.haetae.ledger.Ledger;

/**
 * Who is let in with an access token. Two things must hold: the token is ours and not expired, and the house picture says that its
 * session stands; so a disabled account is refused from the very entry on that disables it, whatever its token says.
 */
public final class Gate {
    /** How long a request waits for this node to read an entry that another node's token speaks of. */
    private static final Duration CATCH_UP = Duration.ofSeconds(1);

    private static final String ANY_PREFIX = "0".repeat(16);

    private final Tokens tokens;
    private final Ledger<House> ledger;

    Gate(Tokens tokens, Ledger<House> ledger) {
        this.tokens = tokens;
        this.ledger = ledger;
    }

    /** What a request or socket keeps: the session to ask about again, and the actor of the moment. */
    public record Admission(LoginSession session, Actor actor) {}

    /**
     * Whose access token this is.
     *
     * @return denied with {@code not-logged-in}, {@code session-ended} or {@code account-disabled}; never fails
     */
    public Future<Verdict<Admission>> authenticate(String bearer) {
        return tokens.verify(bearer)
                .compose(session -> session.map(this::admitted)
                        .orElseGet(() -> Future.succeededFuture(Verdict.denied(Denial.Code.NOT_LOGGED_IN))));
    }

    /** When a token ends that is valid now; empty for any other. */
    public Future<Optional<Instant>> expiry(String bearer) {
        return tokens.expiry(bearer);
    }

    /** Asks again for a session that was admitted before: at each commit of the house, and before each act of a socket. */
    public Verdict<Admission> admit(LoginSession session) {
        return switch (house().standing(session)) {
            case Standing.Present(Actor actor) -> Verdict.granted(new Admission(session, actor));
            case Standing.Ended() -> Verdict.denied(Denial.Code.SESSION_ENDED);
            case Standing.Disabled() -> Verdict.denied(Denial.Code.ACCOUNT_DISABLED);
        };
    }

    /** The present house picture. */
    public House house() {
        return ledger.picture();
    }

    /** {@link #admit}, once this node has read the entry from which the session counts. */
    Future<Verdict<Admission>> admitted(LoginSession session) {
        return reached(session.since()).transform(reached -> Future.succeededFuture(admit(session)));
    }

    /** Done once this node has read that entry of the house ledger; fails when that takes over a second. */
    Future<Void> reached(long seq) {
        return seq <= ledger.head().seq() ? Future.succeededFuture()
                : ledger.reached(new Cursor(seq, ANY_PREFIX), CATCH_UP).mapEmpty();
    }

    static boolean granted(Verdict<Admission> verdict) {
        return verdict instanceof Verdict.Granted<Admission>;
    }
}
