package kr.haetae.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kr.haetae.erasure.Erasures;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/**
 * Whole views for screens that come with a cursor nobody remembers. A national one takes hundreds of milliseconds to encode: that
 * happens on a worker thread, once for all who come within a second, so that nobody else's frames wait. Confined to the feed's
 * context but for the encoding.
 */
final class Resets {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Cursor NOTHING = new Cursor(0, "");

    private record Made(Cursor upTo, long atNanos, Future<Frame> frame) {}

    private final Vertx vertx;
    private final FeedMeters meters;
    private final Map<View, Made> made = new HashMap<>();

    Resets(Vertx vertx, FeedMeters meters) {
        this.vertx = vertx;
        this.meters = meters;
    }

    /** The view as the picture shows it, or as it was up to a second before. Completes on any thread. */
    Future<Frame> of(Picture picture, View view, long nowNanos) {
        Made known = made.get(view);
        if (!serves(known, picture, nowNanos)) {
            meters.encoded();
            Future<Frame> frame = vertx.executeBlocking(() -> Frame.of(picture.since(NOTHING, view)), false)
                    .map(Objects::requireNonNull);
            known = new Made(picture.cursor(), nowNanos, frame);
            made.put(view, known);
        }
        return Objects.requireNonNull(known).frame();
    }

    /** Nobody needs them for long: a national one takes megabytes. */
    void forget(long nowNanos) {
        made.values().removeIf(it -> nowNanos - it.atNanos() > FRESH_NANOS);
    }

    private static boolean serves(@Nullable Made known, Picture picture, long nowNanos) {
        return known != null && !known.frame().failed() && nowNanos - known.atNanos() <= FRESH_NANOS
                && picture.remembers(known.upTo()) && !Erasures.since(picture, known.upTo().seq());
    }
}
