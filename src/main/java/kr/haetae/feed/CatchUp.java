package kr.haetae.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/**
 * The frames that lead from any cursor to one shown picture, each computed and encoded once however many ask: after a restart
 * everybody says hello with the same few cursors, or with one that nobody remembers. Confined to the feed's context.
 */
final class CatchUp {
    /** Catch-ups remembered; resets take one place together. */
    private static final int FRAMES = 64;

    private final Picture shown;
    private final View view;
    private final FeedMeters meters;
    private final Map<Cursor, Frame> frames = new LinkedHashMap<>();
    private @Nullable Frame reset;

    CatchUp(Picture shown, View view, FeedMeters meters) {
        this.shown = shown;
        this.view = view;
        this.meters = meters;
    }

    Cursor upTo() {
        return shown.cursor();
    }

    Frame since(Cursor cursor) {
        if (!shown.remembers(cursor)) {
            Frame known = reset;
            if (known == null) {
                known = encoded(cursor);
                reset = known;
            }
            return known;
        }
        Frame known = frames.get(cursor);
        if (known == null) {
            known = encoded(cursor);
            if (frames.size() == FRAMES) {
                frames.remove(frames.keySet().iterator().next());
            }
            frames.put(cursor, known);
        }
        return known;
    }

    /** Nobody needs them for long: a national reset takes megabytes. */
    void forget() {
        frames.clear();
        reset = null;
    }

    private Frame encoded(Cursor cursor) {
        meters.encoded();
        return Frame.of(shown.since(cursor, view));
    }
}
