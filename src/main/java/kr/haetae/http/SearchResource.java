package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Redaction;
import kr.haetae.event.Spelled;
import kr.haetae.incident.Incident;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one's jurisdiction that holds certain words: first the incidents, from the picture; then what was said of them and of
 * posts, which stands in the ledger only. Newest first. What one may not see is not found.
 */
final class SearchResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** A page looks at so many incidents, or through so many entries, at most: a rare word costs several pages. */
    private static final int INCIDENTS_AT_A_TIME = 50_000;

    private static final int ENTRIES_AT_A_TIME = 20_000;
    private static final Pattern PLACE = Pattern.compile("(incidents|entries)\\.([1-9][0-9]{0,17})");

    private record Page(List<Item> items, @Nullable String next) {}

    /**
     * An incident that matches, or an entry of its history, or of a post's.
     *
     * @param subject key of the entity in whose history the entry stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Item(@JsonRawValue @Nullable String incident, @Nullable TimelineLine entry,
            @Nullable String subject) {}

    /** Where a page begins: before that seq, among the incidents or among the entries. */
    private record Place(boolean entries, long before) {
        @Override
        public String toString() {
            return (entries ? "entries." : "incidents.") + before;
        }
    }

    private record Question(IncidentFilter filter, View view, int limit) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    SearchResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** {@code cursor}: the {@code next} of the page before; a page may be empty and have a next. */
    Future<Reply> search(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        IncidentFilter filter = IncidentFilter.ofSearch(call);
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        Place from = call.query("cursor").map(SearchResource::place).orElse(new Place(false, Long.MAX_VALUE));
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            filter.requireJurisdiction(call, picture);
            Question question = new Question(filter, Views.own(call.actor()), limit);
            Future<Page> page = from.entries() ? entries(ledger, picture, question, from.before())
                    : vertx.executeBlocking(() -> incidents(picture, question, from.before()), false)
                            .map(Objects::requireNonNull);
            return page.map(found -> Reply.ok(found).with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    private static Place place(String cursor) {
        Matcher matcher = PLACE.matcher(cursor);
        if (!matcher.matches()) {
            throw Problem.bad("malformed-parameter", "The parameter cursor is the next of the page before.")
                    .exception();
        }
        return new Place(matcher.group(1).equals("entries"), Long.parseLong(matcher.group(2)));
    }

    private static Page incidents(Picture picture, Question question, long before) {
        List<Item> items = new ArrayList<>();
        long last = before;
        int looked = 0;
        for (Held held : picture.chronicleBefore(Incident.KIND, before)) {
            if (items.size() == question.limit() || looked == INCIDENTS_AT_A_TIME) {
                return new Page(items, new Place(false, last).toString());
            }
            looked++;
            last = held.born();
            Incident incident = (Incident) held.entity();
            if (picture.permits(question.view(), incident) && question.filter().matches(picture, incident)) {
                items.add(new Item(new String(held.json(), StandardCharsets.UTF_8), null, null));
            }
        }
        boolean words = question.filter().words().isPresent();
        return new Page(items, words ? new Place(true, picture.cursor().seq() + 1).toString() : null);
    }

    private static Future<Page> entries(Ledger<Picture> ledger, Picture picture, Question question, long before) {
        Spelled words = question.filter().words().orElseGet(() -> Spelled.of(""));
        return ledger.holding(words.fragment(), Math.min(before, picture.cursor().seq() + 1), ENTRIES_AT_A_TIME)
                .map(window -> {
                    List<Item> items = new ArrayList<>();
                    for (Entry entry : window.entries()) {
                        if (items.size() == question.limit()) {
                            break;
                        }
                        item(picture, question, words, entry).ifPresent(items::add);
                        if (items.size() == question.limit()) {
                            return new Page(items, next(entry.seq()));
                        }
                    }
                    return new Page(items, next(window.from()));
                });
    }

    private static @Nullable String next(long from) {
        return from <= 1 ? null : new Place(true, from).toString();
    }

    /** Reports themselves are found in the picture. */
    private static Optional<Item> item(Picture picture, Question question, Spelled words, Entry entry) {
        return Redaction.of(entry.event())
                .filter(it -> !(entry.event() instanceof Event.IncidentReported)
                        && words.in(it.words().toArray(String[]::new)))
                .flatMap(it -> about(picture, question, entry, it.subject()));
    }

    private static Optional<Item> about(Picture picture, Question question, Entry entry, String subject) {
        int slash = subject.indexOf('/');
        return picture.held(new Key(subject.substring(0, slash), subject.substring(slash + 1)))
                .filter(held -> picture.permits(question.view(), held.entity())
                        && question.filter().aboutMatches(picture, held.entity(), entry.at()))
                .map(held -> new Item(
                        held.entity() instanceof Incident ? new String(held.json(), StandardCharsets.UTF_8) : null,
                        TimelineLine.of(entry, picture), subject));
    }
}
