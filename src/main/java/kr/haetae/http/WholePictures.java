package kr.haetae.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import kr.haetae.erasure.Erasures;
import kr.haetae.event.Cursor;
import kr.haetae.feed.Frames;
import kr.haetae.picture.Difference;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/**
 * Compressed snapshots of views, each made once for everybody who asks within a second: whoever gets one follows from its cursor
 * anyway. Shared by all servers of a node. Safe for all threads.
 */
public final class WholePictures {
    /** A snapshot on its way or there; {@code picture} is what it shows, {@code content} the same without its compression. */
    record Whole(Picture picture, long madeNanos, Future<Difference> content, Future<Buffer> gzip) {}

    /** One for each view of a command room that starts up at once. */
    private static final int KEPT = 64;

    /** So old a snapshot is given out: at the night's peak some hundred entries behind, which the first frame brings. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** So long one is kept to make the next one from; it holds on to what has changed since. */
    private static final Duration USEFUL = Duration.ofMinutes(30);

    private final Vertx vertx;
    private final Cache<View, Whole> kept = Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(USEFUL).build();

    public WholePictures(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * The view as the picture shows it, or as it was up to a second before.
     *
     * @param seen the snapshot holds at least this
     */
    Whole of(Picture picture, View view, Optional<Cursor> seen) {
        long now = System.nanoTime();
        Whole whole = kept.asMap().compute(view, (key, old) -> serves(old, picture, seen, now)
                ? old
                : made(picture, view, now, old));
        whole.gzip().onFailure(e -> kept.asMap().remove(view, whole));
        return whole;
    }

    /** Never one of another operation, or of a chain that a restored database has left: the picture must know its cursor. */
    private static boolean serves(@Nullable Whole old, Picture picture, Optional<Cursor> seen, long now) {
        return old != null
                && (now - old.madeNanos() <= FRESH.toNanos() || picture.cursor().equals(old.picture().cursor()))
                && picture.remembers(old.picture().cursor())
                && !Erasures.since(picture, old.picture().cursor().seq())
                && seen.map(cursor -> cursor.seq() <= old.picture().cursor().seq()).orElse(true);
    }

    /** Off the event loop: a national snapshot takes tens of milliseconds. */
    private Whole made(Picture picture, View view, long now, @Nullable Whole old) {
        Difference earlier = old == null ? null : old.content().result();
        Future<Difference> content = vertx
                .executeBlocking(() -> earlier == null ? picture.snapshot(view) : picture.snapshot(view, earlier),
                        false)
                .map(Objects::requireNonNull);
        Future<Buffer> gzip = content
                .compose(difference -> vertx.executeBlocking(() -> Gzip.of(Frames.change(difference)), false))
                .map(Objects::requireNonNull);
        return new Whole(picture, now, content, gzip);
    }
}
