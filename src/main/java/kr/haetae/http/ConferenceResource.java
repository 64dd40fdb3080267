package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.directive.Conference;
import kr.haetae.directive.ConferenceCommand;
import kr.haetae.directive.ConferenceDecision;
import kr.haetae.directive.ConferenceNote;
import kr.haetae.directive.ConferenceRoom;
import kr.haetae.directive.Conferences;
import kr.haetae.event.AgendaItem;
import kr.haetae.event.Author;
import kr.haetae.event.ConferenceEvent;
import kr.haetae.event.ConferenceState;
import kr.haetae.event.Entry;
import kr.haetae.event.NamedId;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Command conferences (지휘부 화상회의): convened, changed, looked up. */
final class ConferenceResource {
    static final int MAX_ITEM = 200;
    private static final int MAX_TITLE = 100;
    private static final int MAX_LINK = 500;
    private static final int MAX_MINUTES = 24 * 60;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Item NO_ITEM = new Item(null, null);

    /** {@code item}: its id; a new one needs none. */
    private record Item(@Nullable UUID item, @Nullable String text) {}

    private record Wanted(
            @Nullable List<@Nullable UnitCode> to,
            @Nullable Boolean below,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable List<@Nullable Item> agenda,
            @Nullable String link) {}

    private record Convened(@JsonUnwrapped Commands.Receipt receipt, UUID id, String number, int rooms) {}

    private record Page(List<Raw> items, @Nullable Long next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record Minutes(@JsonRawValue String conference, List<Raw> rooms, List<Raw> notes, List<Raw> decisions) {}

    private final OpenOperations operations;

    ConferenceResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Newest first; {@code after}: the {@code next} of the page before. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<UnitCode> unit = call.queryUnit("unit");
        Optional<ConferenceState> state = call.queryEnum("state", ConferenceState.class);
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            unit.ifPresent(scope -> Views.of(call, picture, scope));
            View view = Views.own(call.actor());
            return Reply.ok(page(picture, limit, before, held -> picture.permits(view, held.entity())
                    && matches(picture, (Conference) held.entity(), unit, state)))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private static boolean matches(Picture picture, Conference it, Optional<UnitCode> unit,
            Optional<ConferenceState> state) {
        return state.map(wanted -> wanted == it.state()).orElse(true)
                && unit.map(scope -> Stream.concat(Stream.of(it.unit()), it.invited().stream())
                        .anyMatch(one -> picture.tree().covers(scope, one))).orElse(true);
    }

    private static Page page(Picture picture, int limit, long before, Predicate<Held> wanted) {
        List<Raw> items = new ArrayList<>();
        long last = before;
        for (Held held : picture.chronicleBefore(Conference.KIND, before)) {
            if (items.size() == limit) {
                return new Page(items, last);
            }
            last = held.born();
            if (wanted.test(held)) {
                items.add(raw(held));
            }
        }
        return new Page(items, null);
    }

    /** All of it as one answer, each list in the order in which it came about; rooms of the caller's own subtree. */
    Future<Reply> minutes(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = call.pathId("conference");
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            View view = Views.own(call.actor());
            Held held = picture.held(Conference.key(id)).filter(it -> picture.permits(view, it.entity()))
                    .orElseThrow(() -> Problem
                            .absent("unknown-conference", "There is no conference " + id + " for you.").exception());
            List<Raw> rooms = ((Conference) held.entity()).invited().stream()
                    .flatMap(unit -> picture.held(ConferenceRoom.key(id, unit)).stream())
                    .filter(it -> picture.permits(view, it.entity())).map(ConferenceResource::raw).toList();
            return Reply.ok(new Minutes(raw(held).json(), rooms,
                    lines(picture, ConferenceNote.KIND, it -> ((ConferenceNote) it.entity()).conference().equals(id)),
                    lines(picture, ConferenceDecision.KIND,
                            it -> ((ConferenceDecision) it.entity()).conference().equals(id))))
                    .with("ETag", "\"" + held.seq() + "\"")
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private static List<Raw> lines(Picture picture, String kind, Predicate<Held> wanted) {
        return StreamSupport.stream(picture.all(kind).spliterator(), false).filter(wanted)
                .sorted(Comparator.comparing(Held::born)).map(ConferenceResource::raw).toList();
    }

    private static Raw raw(Held held) {
        return new Raw(new String(held.json(), StandardCharsets.UTF_8));
    }

    /** The conference's id is its command's. */
    Future<Reply> convene(Call call) {
        ConferenceCommand command = new ConferenceCommand.Convene(call.idempotencyKey(), terms(call));
        return submit(call, command).map(entries -> {
            var event = (ConferenceEvent.ConferenceConvened) entries.getFirst().event();
            return Reply.created(new Convened(Commands.Receipt.of(entries), event.conference(), event.number(),
                    event.rooms().size()));
        });
    }

    Future<Reply> change(Call call) {
        return submit(call, new ConferenceCommand.Change(call.pathId("conference"), terms(call)))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private Future<List<Entry>> submit(Call call, ConferenceCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Conferences.decide(picture, at, author, command));
    }

    private static ConferenceCommand.Terms terms(Call call) {
        Wanted body = call.body(Wanted.class);
        Check check = new Check();
        ConferenceCommand.Terms terms = new ConferenceCommand.Terms(
                DirectiveResource.addressees(check, body.to(), body.below()),
                check.text("/title", body.title(), MAX_TITLE),
                check.required("/startsAt", body.startsAt(), Instant.EPOCH),
                body.minutes() == null ? null : check.range("/minutes", body.minutes(), 1, MAX_MINUTES),
                agenda(call, check, Objects.requireNonNullElse(body.agenda(), List.<@Nullable Item>of())),
                link(check, body.link()));
        check.refuse();
        return terms;
    }

    private static List<AgendaItem> agenda(Call call, Check check, List<@Nullable Item> wanted) {
        if (wanted.size() > ConferenceCommand.MOST_ITEMS) {
            check.wrong("/agenda", "out-of-range",
                    "An agenda has at most " + ConferenceCommand.MOST_ITEMS + " items.");
        }
        List<AgendaItem> agenda = new ArrayList<>();
        for (int i = 0; i < Math.min(wanted.size(), ConferenceCommand.MOST_ITEMS); i++) {
            Item item = check.required("/agenda/" + i, wanted.get(i), NO_ITEM);
            agenda.add(new AgendaItem(
                    Objects.requireNonNullElseGet(item.item(), newItem(call.idempotencyKey(), i)),
                    check.text("/agenda/" + i + "/text", item.text(), MAX_ITEM)));
        }
        return agenda;
    }

    private static Supplier<UUID> newItem(UUID command, int place) {
        return () -> NamedId.of(command, "item/" + place);
    }

    private static String link(Check check, @Nullable String given) {
        String link = check.link("/link", check.required("/link", given, "https://-"), MAX_LINK);
        if (link != null && link.toLowerCase(Locale.ROOT).startsWith("https://")) {
            return link;
        }
        if (link == null || link.toLowerCase(Locale.ROOT).startsWith("http://")) {
            check.wrong("/link", "malformed-link", "The field /link is an address that begins with https://.");
        }
        return "https://-";
    }
}
