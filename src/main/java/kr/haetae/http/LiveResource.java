package kr.haetae.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import kr.haetae.auth.Action;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Gate;
import kr.haetae.feed.LiveEndpoint;
import kr.haetae.feed.Viewer;

/** The door of the live endpoint: refuses with a problem while it is still HTTP, then hands the socket over. */
final class LiveResource implements Handler<RoutingContext> {
    private final Door door;
    private final LiveEndpoint live;

    LiveResource(Door door, LiveEndpoint live) {
        this.door = door;
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
                .map(admission -> viewer(admission))
                .compose(viewer -> request.toWebSocket()
                        .onSuccess(socket -> live.accept(socket, ((ConnectionBase) request.connection()).channel(),
                                viewer)))
                .onFailure(e -> {
                    request.resume();
                    ctx.fail(e);
                });
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
