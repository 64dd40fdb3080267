package kr.haetae.auth;

import java.time.Instant;

/**
 * A log-in: what the device keeps. Nothing here may be written to a log; {@link #toString} shows no token.
 *
 * @param refreshToken opaque, 43 characters
 */
public record Grant(LoginSession session, Actor actor, Tokens.AccessToken access, String refreshToken,
        Instant refreshExpiresAt, DevicePass devicePass) {
    @Override
    public String toString() {
        return "Grant[" + session.id() + "]";
    }
}
