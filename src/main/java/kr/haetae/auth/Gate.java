package kr.haetae.auth;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Who is let in with an access token. Two things must hold: the token is ours and not expired, and the house picture says that its
 * session stands; so a disabled account is refused from the very entry on that disables it, whatever its token says.
 */
public final class Gate {
    private final Tokens tokens;
    private final Supplier<House> house;

    public Gate(Tokens tokens, Supplier<House> house) {
        this.tokens = tokens;
        this.house = house;
    }

    /** What a request or socket keeps: the session to ask about again, and the actor of the moment. */
    public record Admission(LoginSession session, Actor actor) {}

    /**
     * Whose access token this is.
     *
     * @return denied with {@code not-logged-in}, {@code session-ended} or {@code account-disabled}; never fails
     */
    public Future<Verdict<Admission>> authenticate(String bearer) {
        return tokens.verify(bearer).map(session -> session.map(this::admit)
                .orElseGet(() -> Verdict.denied(Denial.Code.NOT_LOGGED_IN)));
    }

    /** Asks again for a session that was admitted before: for each commit of the house, and before each act of a socket. */
    public Verdict<Admission> admit(LoginSession session) {
        return switch (house.get().standing(session)) {
            case Standing.Present(Actor actor) -> Verdict.granted(new Admission(session, actor));
            case Standing.Ended() -> Verdict.denied(Denial.Code.SESSION_ENDED);
            case Standing.Disabled() -> Verdict.denied(Denial.Code.ACCOUNT_DISABLED);
        };
    }

    /** The present house picture. */
    public House house() {
        return house.get();
    }
}
