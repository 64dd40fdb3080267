package kr.haetae.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import kr.haetae.auth.Grant;

/** The two cookies of a browser's log-in: no script reads them, no other site sends them, no plain connection carries them. */
final class SessionCookies {
    static final String ACCESS = "haetae_access";
    static final String REFRESH = "haetae_refresh";

    /** The refresh token travels to these paths only. */
    private static final String REFRESH_PATH = "/api/v1/session";

    private SessionCookies() {}

    static void set(HttpServerResponse response, Grant grant, Instant now) {
        response.addCookie(
                cookie(ACCESS, grant.access().text(), "/", Duration.between(now, grant.access().expiresAt())));
        response.addCookie(
                cookie(REFRESH, grant.refreshToken(), REFRESH_PATH, Duration.between(now, grant.refreshExpiresAt())));
    }

    static void clear(HttpServerResponse response) {
        response.addCookie(cookie(ACCESS, "", "/", Duration.ZERO));
        response.addCookie(cookie(REFRESH, "", REFRESH_PATH, Duration.ZERO));
    }

    private static Cookie cookie(String name, String value, String path, Duration life) {
        return Cookie.cookie(name, value)
                .setHttpOnly(true)
                .setSecure(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath(path)
                .setMaxAge(Math.max(0, life.toSeconds()));
    }
}
