package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Course;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Series;
import kr.haetae.picture.View;

/** Figures over time: what every tally said at the end of each ten minutes. */
final class SeriesResource {
    /** About 3 MB of text; a day of eighteen agencies with forty figures is a fifth of it. */
    private static final int MAX_VALUES = 500_000;

    private static final Duration UNASKED = Duration.ofHours(24);

    /**
     * @param at of the last entry, by the operation's clock
     * @param open whether the last bucket has not ended by then
     * @param buckets where each begins
     */
    private record Answer(String upTo, Instant at, long bucketSeconds, boolean open, List<Instant> buckets,
            List<OfUnit> units) {}

    /** @param figures name → one whole number for each bucket */
    private record OfUnit(UnitCode unit, Map<String, long[]> figures) {}

    private enum Depth {
        SELF, CHILDREN
    }

    /** @param count of buckets from the first on, 0 when none of them has begun */
    private record Span(long first, int count) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    SeriesResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /**
     * {@code scope}: one's own unit when absent; {@code depth}: of that unit ({@code self}) or of each one below it
     * ({@code children}); {@code since}: the bucket it lies in is the first, a day ago when absent; {@code until}: before the buckets
     * that begin then.
     */
    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        List<String> figures = SeriesFigures.asked(call);
        Depth depth = call.queryEnum("depth", Depth.class).orElse(Depth.SELF);
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            View view = Views.of(call, picture, call.queryUnit("scope").orElse(call.actor().unit()));
            List<View> views = depth == Depth.SELF ? List.of(view) : Series.below(picture, view);
            Span span = span(call, picture, figures.size() * Math.max(1, views.size()));
            if (PictureResource.etag(picture, view).equals(call.context().request().getHeader("If-None-Match"))) {
                return Future.succeededFuture(PictureResource.headed(Reply.empty(304), picture, view));
            }
            return vertx.executeBlocking(() -> Reply.ok(answer(picture, views, figures, span)), false)
                    .map(reply -> PictureResource.headed(reply, picture, view));
        });
    }

    private static Span span(Call call, Picture picture, int columns) {
        Instant since = call.queryTime("since").orElse(picture.at().minus(UNASKED));
        Instant until = call.queryTime("until").orElse(Instant.MAX);
        if (!until.isAfter(since)) {
            throw Problem.bad("malformed-parameter", "The parameter until lies after since.").exception();
        }
        long first = Math.max(Course.bucket(since), picture.course().first());
        long end = Math.min(Course.bucket(picture.at()), Course.bucket(until.minusNanos(1))) + 1;
        long count = Math.max(0, end - first);
        if (count * columns > MAX_VALUES) {
            throw Problem.bad("series-too-long", "These are " + count * columns + " numbers, more than " + MAX_VALUES
                    + ": ask for fewer figures or a shorter time.").exception();
        }
        return new Span(first, (int) count);
    }

    private static Answer answer(Picture picture, List<View> views, List<String> figures, Span span) {
        boolean open = span.count() > 0 && span.first() + span.count() - 1 == Course.bucket(picture.at());
        List<Instant> buckets = LongStream.range(0, span.count())
                .mapToObj(bucket -> Course.start(span.first() + bucket)).toList();
        return new Answer(picture.cursor().toString(), picture.at(), Course.BUCKET.toSeconds(), open, buckets,
                views.stream().map(view -> new OfUnit(view.scope(),
                        Series.of(picture, view, figures, span.first(), span.count()).figures())).toList());
    }
}
