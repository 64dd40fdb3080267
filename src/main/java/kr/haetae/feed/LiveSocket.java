package kr.haetae.feed;

import io.netty.buffer.ByteBuf;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket of the live endpoint: hello in, frames out. Confined to the socket's context, but for {@link Place}. */
final class LiveSocket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(5);
    private static final Duration HELLO_WINDOW = Duration.ofSeconds(10);
    private static final int HELLOS = 10;

    private final Vertx vertx;
    private final Context context;
    private final Feed feed;
    private final Line line;
    private final ServerWebSocket socket;
    private final Viewer viewer;
    private final ArrayDeque<Long> hellos = new ArrayDeque<>();
    private final long helloTimer;
    private @Nullable Seat seat;
    private int joins;
    private volatile boolean over;

    LiveSocket(Vertx vertx, Feed feed, Line line, Viewer viewer) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.feed = feed;
        this.line = line;
        this.socket = line.socket();
        this.viewer = viewer;
        this.helloTimer = vertx.setTimer(HELLO_WITHIN.toMillis(), id -> {
            if (hellos.isEmpty()) {
                end(Bye.HELLO_EXPECTED);
            }
        });
    }

    void open(int maxMessageBytes) {
        line.whenDrained(this::drained);
        TextFrames.receive(socket, maxMessageBytes, this::text, binary -> end(Bye.BINARY_REFUSED));
    }

    private void text(String frame) {
        if (over) {
            return;
        }
        Optional<Hello> hello = Hello.parse(frame);
        if (hello.isEmpty()) {
            end(Bye.MALFORMED);
        } else if (tooOften(System.nanoTime())) {
            end(Bye.HELLO_TOO_OFTEN);
        } else {
            hello(hello.get());
        }
    }

    private boolean tooOften(long now) {
        hellos.addLast(now);
        while (now - hellos.getFirst() > HELLO_WINDOW.toNanos()) {
            hellos.removeFirst();
        }
        return hellos.size() > HELLOS;
    }

    private void hello(Hello hello) {
        leave();
        int join = ++joins;
        Optional<OperationFeed> operation = feed.operation(hello.operation());
        if (operation.isPresent()) {
            enter(operation.get(), hello, join);
            return;
        }
        feed.bring(hello.operation()).onComplete(brought -> context.runOnContext(v -> {
            if (!over && join == joins) {
                brought(brought, hello, join);
            }
        }));
    }

    private void brought(AsyncResult<Optional<OperationFeed>> operation, Hello hello, int join) {
        if (operation.failed()) {
            LOG.warn("operation {} can't be brought back", hello.operation(), operation.cause());
            end(Bye.SERVER_STOPPING);
        } else if (operation.result().isEmpty()) {
            end(Bye.OPERATION_UNKNOWN);
        } else {
            enter(operation.result().get(), hello, join);
        }
    }

    private void enter(OperationFeed operation, Hello hello, int join) {
        operation.join(viewer, hello, new Place(join), taken -> context.runOnContext(v -> seated(taken, join)));
    }

    private void seated(Seat taken, int join) {
        if (over || join != joins) {
            taken.leave();
        } else {
            seat = taken;
        }
    }

    private void drained() {
        Seat taken = seat;
        if (taken != null) {
            taken.drained();
        }
    }

    private void leave() {
        Seat taken = seat;
        if (taken != null) {
            seat = null;
            taken.leave();
        }
    }

    void closed() {
        over = true;
        vertx.cancelTimer(helloTimer);
        leave();
    }

    /** Says why, then closes; from any thread. */
    void end(Bye bye) {
        if (over) {
            return;
        }
        over = true;
        context.runOnContext(v -> {
            leave();
            if (!socket.isClosed()) {
                socket.writeTextMessage(Frames.bye(bye)).onFailure(e -> LOG.debug("bye not sent: {}", e.toString()));
                socket.close(bye.close(), bye.reason()).onFailure(e -> LOG.debug("not closed: {}", e.toString()));
            }
        });
    }

    /** What one hello gets its frames through; safe for all threads. */
    private final class Place implements Outlet, Postbag.Address {
        private final int join;

        Place(int join) {
            this.join = join;
        }

        @Override
        public boolean full() {
            return over || line.full();
        }

        @Override
        public void send(Wire frame) {
            line.bag().post(this, frame);
        }

        @Override
        public boolean write(ByteBuf frame) {
            // A frame of the seat left before the newest hello must not follow that hello's answer.
            return !over && join == joins && line.write(frame);
        }

        @Override
        public void flush() {
            line.flush();
        }

        @Override
        public Optional<Bye> objection() {
            return feed.verdict(viewer);
        }

        @Override
        public boolean grantsWhole() {
            return feed.grantsWhole(viewer.session());
        }

        @Override
        public void end(Bye bye) {
            context.runOnContext(v -> {
                if (join == joins) {
                    LiveSocket.this.end(bye);
                }
            });
        }
    }
}
