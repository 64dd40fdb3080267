package kr.haetae.feed;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed of one operation on this node: its views and their sessions, all on one context. A frame is cut at once when the view
 * has been quiet, else after a window that grows with the work, and while the event loops still write the last frame what happens is
 * gathered for the next: more than they can write never queues up.
 */
public final class OperationFeed {
    private static final Logger LOG = LoggerFactory.getLogger(OperationFeed.class);

    /** docs/protocol.md: ticks every 2 s, only while the head was confirmed within 2 s. */
    static final Duration TICK = Duration.ofSeconds(2);

    /** Cutting and writing take half of an event loop's time at most, as long as the longest window allows it. */
    private static final int WORK_SHARE = 2;

    private static final long LONGEST_WINDOW_NANOS = Duration.ofMillis(100).toNanos();

    private final Vertx vertx;
    private final Context context;
    private final Source source;
    private final FeedMeters meters;
    private final Pace pace;
    private final Map<View, Viewing> viewings = new HashMap<>();
    private final Resets resets;
    private final long ticker;
    private long lastCutNanos;
    private long windowNanos;
    /** Of the timer that will cut, when there is one. */
    private @Nullable Long scheduled;
    /** Frames cut that the event loops have not written yet. */
    private int writing;
    private boolean closed;
    private volatile Postroom postroom = new Postroom();
    private volatile boolean watched;

    /**
     * How it goes.
     *
     * @param window how long changes are gathered at least, once a frame was cut; at most 100 ms
     * @param patience how long a socket may take nothing
     */
    public record Pace(Duration window, Duration patience) {
        public static Pace of(Duration window) {
            return new Pace(window, Session.PATIENCE);
        }

        private long nanos() {
            return Math.min(window.toNanos(), LONGEST_WINDOW_NANOS);
        }
    }

    /** {@code context}: everything happens on it; the caller calls {@link #committed} there too. */
    public OperationFeed(Vertx vertx, Context context, Source source, FeedMeters meters, Pace pace) {
        this.vertx = vertx;
        this.context = context;
        this.source = source;
        this.meters = meters;
        this.pace = pace;
        this.windowNanos = pace.nanos();
        this.resets = new Resets(vertx, meters);
        this.lastCutNanos = System.nanoTime() - LONGEST_WINDOW_NANOS;
        this.ticker = vertx.setPeriodic(TICK.toMillis(), id -> context.runOnContext(v -> tick()));
    }

    public Source source() {
        return source;
    }

    /** Whether anybody looks at it. */
    public boolean watched() {
        return watched;
    }

    /** Where its sessions' sockets have their frames written. */
    void writesThrough(Postroom room) {
        postroom = room;
    }

    /** A new picture is published. */
    public void committed() {
        if (scheduled != null || viewings.isEmpty()) {
            return;
        }
        // A loop that does not come to writing must not hold up the others for longer.
        long window = writing > 0 ? LONGEST_WINDOW_NANOS : windowNanos;
        long wait = lastCutNanos + window - System.nanoTime();
        if (wait <= 0) {
            cut();
        } else {
            scheduled = vertx.setTimer(Math.max(1, Duration.ofNanos(wait).toMillis()),
                    id -> context.runOnContext(v -> due(id)));
        }
    }

    private void due(long timer) {
        if (Objects.equals(scheduled, timer)) {
            scheduled = null;
            cut();
        }
    }

    private void written() {
        writing--;
        Long timer = scheduled;
        if (timer != null && writing == 0) {
            vertx.cancelTimer(timer);
            scheduled = null;
            committed();
        }
    }

    /** Starts a session at a cursor, or from nothing; calls back on the feed's context with the way to leave. */
    void join(Viewer viewer, Hello hello, Outlet outlet, Consumer<Seat> seated) {
        context.runOnContext(v -> {
            Picture picture = source.picture().get();
            if (refused(viewer, hello, outlet, picture)) {
                return;
            }
            View view = new View(hello.scope(), viewer.clearances());
            Cursor since = hello.since();
            Cursor cursor = since == null ? new Cursor(0, "") : since;
            Session session = new Session(viewer, outlet, meters, cursor).answering(hello.idJson(), pace.patience());
            if (picture.remembers(cursor)) {
                seat(view, session, cursor, seated);
            } else if (!outlet.grantsWhole()) {
                outlet.end(Bye.HELLO_TOO_OFTEN);
            } else {
                resets.of(picture, view, System.nanoTime()).onComplete(made -> context.runOnContext(w -> {
                    if (made.failed()) {
                        LOG.error("a view can't be written: operation={} scope={}", source.operation(), hello.scope(),
                                made.cause());
                        outlet.end(Bye.SERVER_STOPPING);
                    } else if (!refused(viewer, hello, outlet, source.picture().get())) {
                        seat(view, session.from(made.result()), made.result().upTo(), seated);
                    }
                }));
            }
        });
    }

    /** Asked on this context: whoever is shut out after this is found by the review, which runs here too. */
    private boolean refused(Viewer viewer, Hello hello, Outlet outlet, Picture picture) {
        Optional<Bye> objection = closed ? Optional.of(Bye.SERVER_STOPPING) : outlet.objection();
        Optional<Bye> bye = objection.isPresent() || picture.tree().covers(viewer.unit(), hello.scope())
                ? objection
                : Optional.of(Bye.SCOPE_FORBIDDEN);
        bye.ifPresent(outlet::end);
        return bye.isPresent();
    }

    private void seat(View view, Session session, Cursor since, Consumer<Seat> seated) {
        Picture picture = source.picture().get();
        Viewing viewing = viewings.computeIfAbsent(view, key -> {
            meters.views(1);
            return new Viewing(key, picture, meters);
        });
        watched = true;
        viewing.join(session, picture, since.seq(), System.nanoTime());
        greet(viewing, session);
        meters.joined(picture.tree().kind(view.scope()), 1);
        seated.accept(new Seat(this, viewing, session));
    }

    void leave(Viewing viewing, Session session) {
        context.runOnContext(v -> {
            viewing.leave(session);
            meters.joined(source.picture().get().tree().kind(viewing.view().scope()), -1);
            if (viewing.empty() && viewings.remove(viewing.view(), viewing)) {
                meters.views(-1);
                watched = !viewings.isEmpty();
            }
        });
    }

    void drained(Viewing viewing, Session session) {
        context.runOnContext(v -> viewing.drained(session));
    }

    /** Asks of every session whether its viewer may stay, and ends it if not. */
    public void review(Function<Viewer, Optional<Bye>> verdict) {
        context.runOnContext(v -> List.copyOf(viewings.values()).forEach(viewing -> viewing.sessions()
                .forEach(session -> verdict.apply(session.viewer()).ifPresent(session::end))));
    }

    public void close() {
        vertx.cancelTimer(ticker);
        context.runOnContext(v -> closed = true);
        review(viewer -> Optional.of(Bye.SERVER_STOPPING));
    }

    private void cut() {
        long start = System.nanoTime();
        Picture picture = source.picture().get();
        boolean any = false;
        for (Viewing viewing : List.copyOf(viewings.values())) {
            if (viewing.wants(picture)) {
                viewing.cut(picture, start);
                any = true;
            }
        }
        long end = System.nanoTime();
        if (any) {
            lastCutNanos = end;
            writing++;
            postroom.whenWritten(() -> context.runOnContext(v -> written()));
            meters.late(picture.realAt(), source.realNow().get());
        }
        windowNanos = window(Math.max(end - start, postroom.roundNanos()));
    }

    /** Nothing grows where nothing is to be gathered. */
    private long window(long workNanos) {
        return pace.nanos() == 0 ? 0 : Math.clamp(workNanos * WORK_SHARE, pace.nanos(), LONGEST_WINDOW_NANOS);
    }

    /** A screen that just came need not wait for the next tick to know that it is live. */
    private void greet(Viewing viewing, Session session) {
        Duration age = source.confirmedAge().get();
        if (age.compareTo(TICK) <= 0) {
            viewing.greet(session, source.now().get(), age.toMillis(), System.nanoTime());
        }
    }

    private void tick() {
        resets.forget(System.nanoTime());
        Duration age = source.confirmedAge().get();
        if (age.compareTo(TICK) > 0) {
            return;
        }
        Picture picture = source.picture().get();
        long nanos = System.nanoTime();
        for (Viewing viewing : List.copyOf(viewings.values())) {
            viewing.tick(picture, source.now().get(), age.toMillis(), nanos);
        }
    }
}
