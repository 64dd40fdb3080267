package kr.haetae.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import kr.haetae.config.MapLayers;

/**
 * What every answer tells a browser: load nothing from elsewhere (but an operator's tiles), run nothing inline, make no markup or
 * script of text but by the two policies that the pages have (Lit's templates, and our workers), be framed by nobody. Used on one
 * event loop.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final String SELF_ONLY = "default-src 'self'; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self';"
            + " require-trusted-types-for 'script'; trusted-types lit-html haetae";
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence PERMISSIONS_POLICY = HttpHeaders.createOptimized("Permissions-Policy");
    private static final CharSequence PERMISSIONS = HttpHeaders.createOptimized(
            "geolocation=(self), camera=(self), microphone=()");
    private static final CharSequence OPENER_POLICY = HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private final boolean tls;
    private final CharSequence policy;
    private long second = -1;
    private CharSequence date = "";

    SecurityHeaders(boolean tls, MapLayers map) {
        this.tls = tls;
        policy = HttpHeaders.createOptimized(SELF_ONLY
                + map.tiles().map(tiles -> "; img-src 'self' " + tiles.origin()).orElse(""));
    }

    @Override
    public void handle(RoutingContext ctx) {
        MultiMap headers = ctx.response().headers();
        headers.set(CONTENT_SECURITY_POLICY, policy);
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(PERMISSIONS_POLICY, PERMISSIONS);
        headers.set(OPENER_POLICY, SAME_ORIGIN);
        headers.set(HttpHeaders.DATE, date());
        if (tls) {
            headers.set(TRANSPORT_SECURITY, ONE_YEAR);
        }
        ctx.next();
    }

    /** Written once a second: formatting a date costs more than the rest of this class. */
    private CharSequence date() {
        Instant now = Instant.now();
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            date = HttpHeaders.createOptimized(
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        }
        return date;
    }
}
