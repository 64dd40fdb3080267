package kr.haetae.feed;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.vertx.core.http.ServerWebSocket;
import java.util.Objects;

/**
 * A socket's sending side below Vert.x, which would encode every frame for every socket anew and flush each alone. What Vert.x itself writes
 * (pongs, the close) keeps its order, since both write on the socket's event loop.
 */
final class Line {
    /** Vert.x's own name for the end of its pipelines. */
    private static final String VERTX = "handler";

    private final ServerWebSocket socket;
    private final ChannelHandlerContext channel;
    private final Postbag bag;
    private final ChannelPromise nobodyAsks;
    private boolean unflushed;

    private Line(ServerWebSocket socket, ChannelHandlerContext channel, Postbag bag) {
        this.socket = socket;
        this.channel = channel;
        this.bag = bag;
        // A frame that can't be written belongs to a socket that is being closed; that is noticed there.
        nobodyAsks = new VoidChannelPromise(channel.channel(), false);
    }

    /** {@code channel}: the socket's; its upgrade is done. */
    static Line of(ServerWebSocket socket, Channel channel, Feed feed) {
        ChannelHandlerContext last = Objects.requireNonNull(channel.pipeline().context(VERTX));
        return new Line(socket, last, feed.bag(last.executor()));
    }

    ServerWebSocket socket() {
        return socket;
    }

    Postbag bag() {
        return bag;
    }

    /** Whether it holds more than it could send; from any thread. */
    boolean full() {
        return !channel.channel().isWritable();
    }

    /** Calls on the event loop whenever it has taken what it had. */
    void whenDrained(Runnable drained) {
        channel.pipeline().addBefore(channel.name(), null, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelWritabilityChanged(ChannelHandlerContext here) {
                if (here.channel().isWritable()) {
                    drained.run();
                }
                here.fireChannelWritabilityChanged();
            }
        });
    }

    /** Takes the frame, or answers false when the socket is closed. On the event loop. */
    boolean write(ByteBuf frame) {
        if (socket.isClosed()) {
            return false;
        }
        unflushed = true;
        ChannelFuture unused = channel.write(frame, nobodyAsks);
        return true;
    }

    /** Sends what was written since the last time, if anything was. */
    void flush() {
        if (unflushed) {
            unflushed = false;
            channel.flush();
        }
    }
}
