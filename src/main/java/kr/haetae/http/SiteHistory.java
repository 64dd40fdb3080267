package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What happened at a site, newest first: its entries, or the lines that were written of it, page by page. */
record SiteHistory(Picture picture, int limit, long before) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** As for incidents: a rare filter costs several pages rather than a stopped event loop. */
    private static final int MAX_LOOKED_AT = 20_000;

    record Raw(@JsonRawValue @JsonValue String json) {
        static Raw of(Held held) {
            return new Raw(new String(held.json(), StandardCharsets.UTF_8));
        }
    }

    /** @param next the {@code after} of the page that follows */
    record Page(List<Raw> items, @Nullable Long next) {}

    record Timeline(List<TimelineLine> timeline, @Nullable Long next) {}

    /** As the caller pages: {@code limit} and {@code after}, the {@code next} of the page before. */
    static SiteHistory of(Call call, Picture picture) {
        return new SiteHistory(picture,
                call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue(),
                call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE));
    }

    Page lines(String kind, Predicate<Entity> wanted) {
        List<Raw> items = new ArrayList<>();
        long last = before;
        int looked = 0;
        for (Held held : picture.chronicleBefore(kind, before)) {
            if (items.size() == limit || looked == MAX_LOOKED_AT) {
                return new Page(items, last);
            }
            looked++;
            last = held.born();
            if (wanted.test(held.entity())) {
                items.add(Raw.of(held));
            }
        }
        return new Page(items, null);
    }

    Future<Timeline> timeline(Ledger<Picture> ledger, Key of) {
        List<Long> trace = picture.trace(of).stream().filter(seq -> seq < before).toList();
        int start = Math.max(0, trace.size() - limit);
        @Nullable
        Long next = start == 0 ? null : trace.get(start);
        return Traces.read(ledger, trace.subList(start, trace.size()))
                .map(entries -> new Timeline(
                        entries.reversed().stream().map(entry -> TimelineLine.of(entry, picture)).toList(), next));
    }
}
