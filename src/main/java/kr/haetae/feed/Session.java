package kr.haetae.feed;

import java.time.Duration;
import kr.haetae.event.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * One screen: a cursor in a view. Confined to the feed's context. What it costs does not grow with what it missed: while its
 * socket is full nothing is queued for it, and when it drains it gets one frame from its cursor.
 */
final class Session {
    /** A socket that took nothing for so long is nobody's screen any more. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Viewer viewer;
    private final Outlet outlet;
    private final FeedMeters meters;
    private Duration patience = PATIENCE;
    private @Nullable String hello;
    private @Nullable Frame first;
    private Cursor cursor;
    private @Nullable Long fullSinceNanos;

    Session(Viewer viewer, Outlet outlet, FeedMeters meters, Cursor cursor) {
        this.viewer = viewer;
        this.outlet = outlet;
        this.meters = meters;
        this.cursor = cursor;
    }

    /** {@code id}: of the hello that the first frame answers, in JSON. */
    Session answering(@Nullable String id, Duration patienceOfFeed) {
        hello = id;
        patience = patienceOfFeed;
        return this;
    }

    /** Begins with a whole view that was made beforehand. */
    Session from(Frame reset) {
        first = reset;
        cursor = reset.upTo();
        return this;
    }

    Viewer viewer() {
        return viewer;
    }

    /** Brings the screen from its cursor to what is shown; {@code shared} is the frame that all sessions at its start can take. */
    void follow(CatchUp missed, Frame shared, long nowNanos) {
        if (waits(nowNanos)) {
            return;
        }
        if (cursor.equals(shared.after())) {
            deliver(shared);
        } else {
            deliver(missed.since(cursor));
        }
    }

    /** The socket took what it had: one merged frame for all that was missed. */
    void drained(CatchUp missed) {
        fullSinceNanos = null;
        if (!cursor.equals(missed.upTo())) {
            meters.merged();
            deliver(missed.since(cursor));
        }
    }

    void tick(Cursor upTo, Wire tick, long nowNanos) {
        if (!waits(nowNanos) && cursor.equals(upTo)) {
            outlet.send(tick);
        }
    }

    void start(CatchUp missed) {
        Frame whole = first;
        if (whole == null) {
            deliver(missed.since(cursor).answering(hello));
            return;
        }
        first = null;
        deliver(whole.answering(hello));
        if (!cursor.equals(missed.upTo())) {
            deliver(missed.since(cursor));
        }
    }

    void end(Bye bye) {
        outlet.end(bye);
    }

    private void deliver(Frame frame) {
        outlet.send(frame.wire());
        cursor = frame.upTo();
        meters.sent(frame.bytes());
    }

    private boolean waits(long nowNanos) {
        if (!outlet.full()) {
            fullSinceNanos = null;
            return false;
        }
        Long since = fullSinceNanos;
        if (since == null) {
            fullSinceNanos = nowNanos;
        } else if (nowNanos - since > patience.toNanos()) {
            outlet.end(Bye.TOO_SLOW);
        }
        return true;
    }
}
