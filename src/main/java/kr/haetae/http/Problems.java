package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Denial;
import kr.haetae.event.Decision;
import kr.haetae.ledger.FeedOnly;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerOverloaded;
import kr.haetae.ledger.LedgerStopped;
import kr.haetae.ledger.NotReached;
import kr.haetae.ledger.OutcomeUnknown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one failure handler: everything that goes wrong becomes problem+json here, once. */
public final class Problems implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Problem FEED_ONLY = Problem.unavailable("feed-only",
            "This node only shows what is; send the same request to a node that takes commands.", SOON);

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Document(
            String type, String title, int status, String code, String detail, String requestId,
            List<Problem.FieldError> errors) {}

    @Override
    public void handle(RoutingContext ctx) {
        Problem problem = problem(ctx);
        String requestId = RequestId.of(ctx);
        if (problem.status() >= 500 && problem.retryAfter() == null) {
            LOG.atError().addKeyValue("requestId", requestId).addKeyValue("path", ctx.normalizedPath())
                    .setCause(ctx.failure()).log("request failed");
        }
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.putHeader("Retry-After", Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        if (problem.status() == 413) {
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(new Document("about:blank", problem.title(), problem.status(), problem.code(),
                        problem.detail(), requestId, problem.errors())));
    }

    /** For a request that never gets to a route. */
    static void unreadable(HttpServerRequest request) {
        Problem problem = switch (request.decoderResult().cause()) {
            case TooLongHttpLineException e -> status(414);
            case TooLongHttpHeaderException e -> Problem.of(431, "headers-too-large", "Headers too large",
                    "The headers are larger than this server takes.");
            case null, default -> status(400);
        };
        request.response().setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(Json.write(new Document("about:blank", problem.title(), problem.status(), problem.code(),
                        problem.detail(), UUID.randomUUID().toString(), List.of())))
                .onComplete(ended -> request.connection().close());
    }

    private static Problem problem(RoutingContext ctx) {
        @Nullable
        Throwable failure = ctx.failure();
        return switch (failure) {
            case ProblemException e -> e.problem();
            case LedgerOverloaded e -> Problem.unavailable("overloaded",
                    "Too many reports are waiting; send the same request with the same Idempotency-Key again.", SOON);
            case OutcomeUnknown e -> Problem.unavailable("outcome-unknown",
                    "It is not known whether this was recorded; send the same request with the same Idempotency-Key again.",
                    SOON);
            case LedgerStopped e -> Problem.unavailable("ledger-stopped",
                    "This node has stopped writing; another may serve you.", Duration.ofSeconds(10));
            case FeedOnly e -> FEED_ONLY;
            case Throwable e when LedgerDatabase.readOnly(e) -> FEED_ONLY;
            case NotReached e ->
                Problem.unavailable("not-yet-here", "This node has not yet seen what you have seen; try again.", SOON);
            case HttpException e -> status(e.getStatusCode());
            case Throwable e when LedgerDatabase.away(e) -> Problem.unavailable("database-away",
                    "The database can't be reached at the moment; send the same request again.", AWAY);
            case null -> status(ctx.statusCode());
            default -> Problem.of(500, "internal-error", "Internal error",
                    "Something went wrong here; it is logged under this requestId.");
        };
    }

    private static Problem status(int status) {
        return switch (status) {
            case 400 -> Problem.bad("bad-request", "The request can't be read.");
            case 404 -> Problem.absent("no-such-path", "There is nothing at this path.");
            case 405 ->
                Problem.of(405, "method-not-allowed", "Method not allowed", "This path does not take that method.");
            case 413 ->
                Problem.of(413, "body-too-large", "Body too large", "The body is larger than this server takes.");
            case 414 -> Problem.of(414, "path-too-long", "Path too long", "The path is longer than this server takes.");
            default -> Problem.of(500, "internal-error", "Internal error",
                    "Something went wrong here; it is logged under this requestId.");
        };
    }

    /** How a refusal of {@code decide} is answered. */
    static Problem of(Decision.Refused refused) {
        String code = refused.reason().code();
        List<Problem.FieldError> errors = refused.faults().stream()
                .map(fault -> new Problem.FieldError(fault.pointer(), fault.code(), fault.detail()))
                .toList();
        return switch (refused.reason().kind()) {
            case ABSENT -> Problem.absent(code, refused.detail());
            case INVALID -> new Problem(422, code, "Not acceptable", refused.detail(), errors, null);
            case FORBIDDEN -> new Problem(403, code, "Forbidden", refused.detail(), errors, null);
            case CONFLICT -> new Problem(409, code, "Conflict", refused.detail(), errors, null);
            case STALE -> new Problem(412, code, "Changed meanwhile", refused.detail(), errors, null);
        };
    }

    /** How a refusal at the door is answered. */
    static Problem of(Denial denial) {
        String code = denial.code().code();
        return switch (denial.code().kind()) {
            case UNAUTHENTICATED -> Problem.of(401, code, "Not logged in", denial.detail());
            case FORBIDDEN -> Problem.forbidden(code, denial.detail());
            case INVALID -> Problem.invalid(denial.code().pointer(), code, denial.detail());
            case TAKEN -> Problem.of(409, code, "Conflict", denial.detail());
            case THROTTLED ->
                new Problem(429, code, "Too many attempts", denial.detail(), List.of(), denial.retryAfter());
            case OVERLOADED ->
                new Problem(503, code, "Temporarily unavailable", denial.detail(), List.of(), denial.retryAfter());
        };
    }
}
