package kr.haetae.feed;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;

/**
 * One view and the sessions that look at it. Cuts one frame for all of them: each change is computed and encoded once. Confined to
 * the feed's context.
 */
final class Viewing {
    private final View view;
    private final FeedMeters meters;
    private final Set<Session> sessions = new LinkedHashSet<>();
    /** What the sessions hold, unless they lag. */
    private Picture shown;
    /** Up to here nothing in this view has changed since {@link #shown}, unless {@link #dirty}. */
    private Cursor looked;

    private boolean dirty;
    private CatchUp missed;

    Viewing(View view, Picture picture, FeedMeters meters) {
        this.view = view;
        this.meters = meters;
        this.shown = picture;
        this.looked = picture.cursor();
        this.missed = new CatchUp(picture, view, meters);
    }

    View view() {
        return view;
    }

    boolean empty() {
        return sessions.isEmpty();
    }

    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** Whether the picture holds anything new for this view; remembers how far it looked. */
    boolean wants(Picture picture) {
        if (!dirty && !picture.cursor().equals(looked)) {
            dirty = !picture.since(looked, view).silent();
            looked = picture.cursor();
        }
        return dirty;
    }

    /** Cuts the frame from what was shown to the picture, if they differ at all, and gives it to everybody. */
    void cut(Picture picture, long nowNanos) {
        if (picture.cursor().equals(shown.cursor())) {
            return;
        }
        meters.encoded();
        Frame frame = Frame.of(picture.since(shown.cursor(), view));
        shown = picture;
        missed = new CatchUp(picture, view, meters);
        looked = picture.cursor();
        dirty = false;
        meters.cut(frame);
        for (Session session : sessions()) {
            session.follow(missed, frame, nowNanos);
        }
    }

    void tick(Picture picture, Instant now, long ageMillis, long nowNanos) {
        missed.forget();
        cut(picture, nowNanos);
        Wire tick = Frames.tick(shown.cursor(), now, ageMillis);
        for (Session session : sessions()) {
            session.tick(shown.cursor(), tick, nowNanos);
        }
    }

    /** Takes a session in; it gets what it lacks to what everybody else holds. */
    void join(Session session, Picture newest, long sinceSeq, long nowNanos) {
        if (sinceSeq > shown.cursor().seq()) {
            cut(newest, nowNanos);
        }
        session.start(missed);
        sessions.add(session);
    }

    /** A tick for one session alone. */
    void greet(Session session, Instant now, long ageMillis, long nowNanos) {
        session.tick(shown.cursor(), Frames.tick(shown.cursor(), now, ageMillis), nowNanos);
    }

    void drained(Session session) {
        session.drained(missed);
    }

    void leave(Session session) {
        sessions.remove(session);
    }
}
