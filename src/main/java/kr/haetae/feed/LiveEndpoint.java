package kr.haetae.feed;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

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

    /** Serves the socket until it closes; called on its context. */
    public void accept(ServerWebSocket socket, Viewer viewer) {
        ChannelHandlerContext channel = ((WebSocketInternal) socket).channelHandlerContext();
        LiveSocket live = new LiveSocket(vertx, feed, new Line(socket, channel, feed.bag(channel.executor())), viewer);
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
