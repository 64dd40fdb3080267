package kr.haetae.feed;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes in sockets whose viewer is known: at most {@link #SOCKETS_PER_SESSION} for one log-in session. */
public final class LiveEndpoint {
    /** Enough for a desk with a wall, a dashboard and tabs; a device that opens 240 in two seconds is a defect (field.md). */
    static final int SOCKETS_PER_SESSION = 12;

    private final Vertx vertx;
    private final Feed feed;
    private final int maxMessageBytes;
    private final Map<UUID, Integer> sockets = new ConcurrentHashMap<>();

    public LiveEndpoint(Vertx vertx, Feed feed, int maxMessageBytes) {
        this.vertx = vertx;
        this.feed = feed;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Serves the socket until it closes; called on its context. */
    public void accept(ServerWebSocket socket, Viewer viewer) {
        LiveSocket live = new LiveSocket(vertx, feed, socket, viewer);
        int open = sockets.merge(viewer.session().id(), 1, Integer::sum);
        socket.closeHandler(v -> {
            sockets.computeIfPresent(viewer.session().id(), (session, number) -> number == 1 ? null : number - 1);
            live.closed();
        });
        if (open > SOCKETS_PER_SESSION) {
            live.end(Bye.TOO_MANY_SOCKETS);
        } else {
            live.open(maxMessageBytes);
        }
    }
}
