package kr.haetae.feed;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/** Takes in sockets whose viewer is known: at most {@link #SOCKETS_PER_SESSION} for one log-in session. */
public final class LiveEndpoint {
    /** Enough for a desk with a wall, a dashboard and tabs; a device that opens 240 in two seconds is a defect (field.md). */
    static final int SOCKETS_PER_SESSION = 12;

    private final Vertx vertx;
    private final Feed feed;
    private final int maxMessageBytes;

    public LiveEndpoint(Vertx vertx, Feed feed, int maxMessageBytes) {
        this.vertx = vertx;
        this.feed = feed;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Serves the socket until it closes; called on its context. {@code channel}: that it came by. */
    public void accept(ServerWebSocket socket, Channel channel, Viewer viewer) {
        LiveSocket live = new LiveSocket(vertx, feed, Line.of(socket, channel, feed), viewer);
        int open = feed.opened(viewer.session());
        socket.closeHandler(v -> {
            feed.closed(viewer.session());
            live.closed();
        });
        if (open > SOCKETS_PER_SESSION) {
            live.end(Bye.TOO_MANY_SOCKETS);
        } else {
            live.open(maxMessageBytes);
        }
    }
}
