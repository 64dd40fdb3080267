package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import kr.haetae.auth.Action;
import kr.haetae.auth.Duties;
import kr.haetae.auth.Gate;
import kr.haetae.auth.Verdict;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who may: by the access cookie or a bearer token, by role, and, against forged requests, only from our own origin. A
 * browser sends its cookies from anywhere but its origin truly; a machine with a bearer token need not name one.
 */
final class Door {
    private static final String BEARER = "bearer ";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Gate gate;
    private final Origins origins;

    Door(Gate gate, Origins origins) {
        this.gate = gate;
        this.origins = origins;
    }

    /** Anybody logged in who may do the action; null: anybody logged in. */
    Handler<RoutingContext> admit(@Nullable Action action) {
        return ctx -> {
            ctx.request().pause();
            admission(ctx, !SAFE.contains(ctx.request().method())).onComplete(result -> {
                ctx.request().resume();
                if (result.failed()) {
                    ctx.fail(result.cause());
                } else {
                    pass(ctx, result.result(), action);
                }
            });
        };
    }

    /** Anybody, but from our own origin if from any, and surely from there with our cookie: for logging in and refreshing. */
    Handler<RoutingContext> open() {
        return ctx -> {
            String origin = ctx.request().getHeader("Origin");
            boolean cookie = ctx.request().getCookie(SessionCookies.REFRESH) != null;
            Problem refused = origin == null && cookie ? Origins.MISSING : origins.foreign(origin);
            if (refused != null) {
                throw refused.exception();
            }
            ctx.next();
        };
    }

    /** The access token that a request carries, in its header or its cookie. */
    static Optional<String> token(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(SessionCookies.ACCESS);
        return bearer(ctx).or(() -> Optional.ofNullable(cookie).map(Cookie::getValue));
    }

    /** Who calls. Fails with the problem when it is nobody, or when {@code guarded} and the request may have been forged. */
    Future<Gate.Admission> admission(RoutingContext ctx, boolean guarded) {
        Optional<String> bearer = bearer(ctx);
        return token(ctx).map(token -> authenticate(ctx, token, guarded, bearer.isEmpty()))
                .orElseGet(() -> Future.failedFuture(
                        Problem.of(401, "not-logged-in", "Not logged in", "Log in first.").exception()));
    }

    private static Optional<String> bearer(RoutingContext ctx) {
        String authorization = ctx.request().getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Future<Gate.Admission> authenticate(RoutingContext ctx, String token, boolean guarded,
            boolean needsOrigin) {
        if (guarded) {
            String origin = ctx.request().getHeader("Origin");
            Problem refused = origin == null && needsOrigin ? Origins.MISSING : origins.foreign(origin);
            if (refused != null) {
                return Future.failedFuture(refused.exception());
            }
        }
        return gate.authenticate(token).compose(verdict -> switch (verdict) {
            case Verdict.Granted<Gate.Admission> granted -> Future.succeededFuture(granted.value());
            case Verdict.Denied<Gate.Admission> denied -> Future.failedFuture(Problems.of(denied.denial()).exception());
        });
    }

    private static void pass(RoutingContext ctx, Gate.Admission admission, @Nullable Action action) {
        if (action != null && !allowed(admission, action)) {
            ctx.fail(Problem.forbidden("not-your-duty", "Your role does not include " + action.code() + ".")
                    .exception());
            return;
        }
        ctx.put(Call.ADMISSION, admission);
        ctx.next();
    }

    private static boolean allowed(Gate.Admission admission, Action action) {
        boolean national = !Duties.national(action) || admission.actor().unit().equals(UnitCode.HEADQUARTERS);
        return national && admission.actor().may(action);
    }
}
