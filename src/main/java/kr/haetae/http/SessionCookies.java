package kr.haetae.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import kr.haetae.auth.Grant;

/** The three cookies of a browser's log-in: no script reads them, no other site sends them, no plain connection carries them. */
final class SessionCookies {
    static final String ACCESS = "haetae_access";
    static final String REFRESH = "haetae_refresh";

    /** Opens nothing and outlives the log-in: by it the device is known again. */
    static final String DEVICE = "haetae_device";

    /** Refresh token and device pass travel to these paths only. */
    private static final String SESSION_PATH = "/api/v1/session";

    private SessionCookies() {}

    static void set(HttpServerResponse response, Grant grant, Instant now) {
        response.addCookie(
                cookie(ACCESS, grant.access().text(), "/", Duration.between(now, grant.access().expiresAt())));
        response.addCookie(
                cookie(REFRESH, grant.refreshToken(), SESSION_PATH, Duration.between(now, grant.refreshExpiresAt())));
        response.addCookie(cookie(DEVICE, grant.devicePass().text(), SESSION_PATH,
                Duration.between(now, grant.devicePass().expiresAt())));
    }

    static void clear(HttpServerResponse response) {
        response.addCookie(cookie(ACCESS, "", "/", Duration.ZERO));
        response.addCookie(cookie(REFRESH, "", SESSION_PATH, Duration.ZERO));
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
