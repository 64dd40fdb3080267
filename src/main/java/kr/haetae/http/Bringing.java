package kr.haetae.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Before every route of an operation: brings it back if it was put away; whoever asks first waits for it. */
final class Bringing implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Bringing.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final OpenOperations operations;

    Bringing(OpenOperations operations) {
        this.operations = operations;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Optional<UUID> id = Call.uuid(ctx.pathParam("operation"));
        if (id.isEmpty() || operations.find(id.get()).isPresent()) {
            ctx.next();
            return;
        }
        ctx.request().pause();
        operations.bring(id.get()).onComplete(brought -> {
            ctx.request().resume();
            if (brought.succeeded()) {
                ctx.next();
            } else {
                LOG.warn("operation {} can't be brought back", id.get(), brought.cause());
                ctx.fail(Problem.unavailable("operation-not-here",
                        "The operation can't be read just now; send the same request again.", SOON).exception());
            }
        });
    }
}
