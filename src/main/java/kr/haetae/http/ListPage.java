package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** A page of the entities of one kind, by id; made on a worker thread, because a kind has up to sixty thousand. */
final class ListPage {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    private record Page(List<Raw> items, @Nullable UUID next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private final Vertx vertx;

    ListPage(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * What {@code wanted} takes of what the caller may see; {@code unit}: within that unit only; {@code after}: the {@code next}
     * of the page before; {@code limit}: 1 to 1,000, 50 as if absent.
     */
    <E extends Entity> Future<Reply> of(Call call, Ledger<Picture> ledger, String kind, Class<E> type,
            BiPredicate<Picture, E> wanted) {
        Optional<UnitCode> unit = call.queryUnit("unit");
        Optional<UUID> after = call.queryId("after");
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            View view = unit.map(scope -> Views.of(call, picture, scope)).orElseGet(() -> Views.own(call.actor()));
            return vertx.executeBlocking(() -> {
                List<Held> found = StreamSupport.stream(picture.all(kind).spliterator(), false)
                        .filter(held -> wanted.test(picture, type.cast(held.entity()))
                                && picture.permits(view, held.entity()))
                        .filter(held -> after.isEmpty() || id(held).compareTo(after.get()) > 0)
                        .sorted(Comparator.comparing(ListPage::id))
                        .limit(limit + 1L)
                        .toList();
                return Reply.ok(page(found, limit)).with(Call.CURSOR_HEADER, picture.cursor().toString());
            }, false);
        });
    }

    private static Page page(List<Held> found, int limit) {
        boolean more = found.size() > limit;
        List<Held> shown = more ? found.subList(0, limit) : found;
        return new Page(shown.stream().map(held -> new Raw(new String(held.json(), StandardCharsets.UTF_8))).toList(),
                more ? id(shown.get(limit - 1)) : null);
    }

    private static UUID id(Held held) {
        return UUID.fromString(held.entity().key().id());
    }
}
