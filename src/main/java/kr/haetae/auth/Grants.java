package kr.haetae.auth;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens sessions for who has proved who he is, however he did, and makes what his device keeps. */
final class Grants {
    private final LoginSessions sessions;
    private final Tokens tokens;
    private final DevicePasses passes;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    Grants(LoginSessions sessions, Tokens tokens, DevicePasses passes, InstantSource clock, Supplier<UUID> ids) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.passes = passes;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param since the session counts from this entry of the house ledger on */
    Future<Grant> open(Account account, long since, Device device, LoginSessions.Means means) {
        LoginSession session = new LoginSession(ids.get(), account.id(), since);
        return sessions.open(session, device.userAgent(), means, clock.instant())
                .map(refresh -> of(session, account.actor(session.id()), refresh));
    }

    Grant of(LoginSession session, Actor actor, LoginSessions.Refresh refresh) {
        return new Grant(session, actor, tokens.issue(session), refresh.token(), refresh.expiresAt(),
                passes.give(actor.account()));
    }
}
