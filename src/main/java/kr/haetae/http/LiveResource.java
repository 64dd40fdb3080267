package kr.haetae.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import kr.haetae.auth.Action;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Gate;
import kr.haetae.feed.Feed;
import kr.haetae.feed.LiveEndpoint;
import kr.haetae.feed.Viewer;

/** The door of the live endpoint: refuses with a problem while it is still HTTP, then hands the socket over. */
final class LiveResource implements Handler<RoutingContext> {
    private static final Problem TOO_OFTEN = new Problem(429, "too-many-sockets", "Too many requests",
            "This log-in opens sockets too often; come again in ten seconds.", List.of(), Duration.ofSeconds(10));

    private final Door door;
    private final Feed feed;
    private final LiveEndpoint live;

    LiveResource(Door door, Feed feed, LiveEndpoint live) {
        this.door = door;
        this.feed = feed;
        this.live = live;
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            throw Problem.of(426, "upgrade-needed", "Upgrade required", "This path speaks WebSocket only.").exception();
        }
        request.pause();
        door.admission(ctx, true)
                .map(admission -> requireCalm(viewer(admission)))
                .compose(viewer -> request.toWebSocket()
                        .onSuccess(socket -> live.accept(socket, ((ConnectionBase) request.connection()).channel(),
                                viewer)))
                .onFailure(e -> {
                    request.resume();
                    ctx.fail(e);
                });
    }

    private Viewer requireCalm(Viewer viewer) {
        if (!feed.admits(viewer.session())) {
            throw TOO_OFTEN.exception();
        }
        return viewer;
    }

    private static Viewer viewer(Gate.Admission admission) {
        Actor actor = admission.actor();
        if (!actor.may(Action.SHARED_SEE)) {
            throw Problem
                    .forbidden("not-your-duty", "Your role does not include " + Action.SHARED_SEE.code() + ".")
                    .exception();
        }
        return new Viewer(admission.session(), actor.unit(), Views.clearances(actor));
    }
}
