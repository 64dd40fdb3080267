package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.directive.Addressees;
import kr.haetae.directive.Directive;
import kr.haetae.directive.DirectiveCommand;
import kr.haetae.directive.DirectivePosts;
import kr.haetae.directive.DirectivePreview;
import kr.haetae.directive.DirectiveRoom;
import kr.haetae.directive.Directives;
import kr.haetae.event.Author;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.DirectiveState;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Directives (지시): issued, looked up one by one and in lists. */
final class DirectiveResource {
    private static final int MAX_TITLE = 100;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** As for incidents: a rare filter costs several pages rather than a stopped event loop. */
    private static final int MAX_LOOKED_AT = 20_000;

    private record Wanted(
            @Nullable List<@Nullable UnitCode> to,
            @Nullable Boolean below,
            @Nullable List<@Nullable PostKind> posts,
            @Nullable DirectiveUrgency urgency,
            @Nullable String title,
            @Nullable String text,
            @Nullable Instant due,
            @Nullable UUID supersedes,
            @Nullable UUID decision) {}

    /** @param rooms how many are asked */
    private record Issued(@JsonUnwrapped Commands.Receipt receipt, UUID id, String number, int rooms) {}

    private record Page(List<Raw> items, @Nullable Long next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record Whole(@JsonRawValue String directive, List<Raw> rooms, List<Raw> posts,
            List<TimelineLine> timeline) {}

    private record Filter(Optional<UnitCode> unit, Optional<Boolean> open, Optional<DirectiveUrgency> urgency) {
        boolean matches(Picture picture, Directive it) {
            return unit.map(scope -> Stream.concat(Stream.of(it.unit()), it.asked().stream())
                    .anyMatch(one -> picture.tree().covers(scope, one))).orElse(true)
                    && open.map(wanted -> wanted == (it.state() == DirectiveState.OPEN)).orElse(true)
                    && urgency.map(wanted -> wanted == it.urgency()).orElse(true);
        }
    }

    private final OpenOperations operations;

    DirectiveResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** Newest first; {@code after}: the {@code next} of the page before. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Filter filter = new Filter(call.queryUnit("unit"), call.queryFlag("open"),
                call.queryEnum("urgency", DirectiveUrgency.class));
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            filter.unit().ifPresent(scope -> Views.of(call, picture, scope));
            return Reply.ok(page(picture, Views.own(call.actor()), filter, limit, before))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private static Page page(Picture picture, View view, Filter filter, int limit, long before) {
        List<Raw> items = new ArrayList<>();
        long last = before;
        int looked = 0;
        for (Held held : picture.chronicleBefore(Directive.KIND, before)) {
            if (items.size() == limit || looked++ == MAX_LOOKED_AT) {
                return new Page(items, last);
            }
            last = held.born();
            if (picture.permits(view, held.entity()) && filter.matches(picture, (Directive) held.entity())) {
                items.add(raw(held));
            }
        }
        return new Page(items, null);
    }

    /** With the rooms, posts and history of the caller's own subtree. */
    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = call.pathId("directive");
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            View view = Views.own(call.actor());
            Held held = picture.held(Directive.key(id)).filter(found -> picture.permits(view, found.entity()))
                    .orElseThrow(() -> Problem
                            .absent("unknown-directive", "There is no directive " + id + " for you.").exception());
            Directive directive = (Directive) held.entity();
            List<Raw> rooms = raw(picture, view, directive.asked().stream()
                    .map(unit -> DirectiveRoom.key(id, unit)));
            List<Raw> posts = raw(picture, view, directive.readers().stream()
                    .map(unit -> DirectivePosts.key(id, unit)));
            return Traces.read(ledger, picture.trace(Directive.key(id))).map(entries -> Reply
                    .ok(new Whole(raw(held).json(), rooms, posts, entries.stream()
                            .filter(entry -> concerns(picture, view, entry.event()))
                            .map(entry -> TimelineLine.of(entry, picture)).toList()))
                    .with("ETag", "\"" + held.seq() + "\"")
                    .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    /** What other rooms than the viewer's did is not his to read through. */
    private static boolean concerns(Picture picture, View view, Event event) {
        UnitCode room = switch (event) {
            case DirectiveEvent.DirectiveRead e -> e.unit();
            case DirectiveEvent.DirectiveAcknowledged e -> e.unit();
            case DirectiveEvent.DirectiveDone e -> e.unit();
            case DirectiveEvent.DirectiveReopened e -> e.unit();
            default -> view.scope();
        };
        return picture.tree().covers(view.scope(), room);
    }

    private static List<Raw> raw(Picture picture, View view, Stream<Key> keys) {
        return keys.flatMap(key -> picture.held(key).stream())
                .filter(held -> picture.permits(view, held.entity())).map(DirectiveResource::raw).toList();
    }

    private static Raw raw(Held held) {
        return new Raw(new String(held.json(), StandardCharsets.UTF_8));
    }

    /** The directive's id is its command's. */
    Future<Reply> issue(Call call) {
        DirectiveCommand.Issue command = wanted(call, call.idempotencyKey());
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Directives.decide(picture, at, author, command))
                .map(entries -> Reply.created(issued(entries)));
    }

    private static Issued issued(List<Entry> entries) {
        DirectiveEvent.DirectiveIssued event = (DirectiveEvent.DirectiveIssued) entries.getFirst().event();
        return new Issued(Commands.Receipt.of(entries), event.directive(), event.number(), event.rooms().size());
    }

    /** What it would do; nothing is recorded, so it takes no Idempotency-Key. */
    Future<Reply> preview(Call call) {
        DirectiveCommand.Issue command = wanted(call, new UUID(0, 0));
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).map(head -> switch (DirectivePreview.of(head.picture(), ledger.now(),
                call.author(), command)) {
            case DirectivePreview.Answer.Shown shown -> Reply.ok(shown.preview());
            case DirectivePreview.Answer.Refused refused -> throw Problems.of(refused.refusal()).exception();
        });
    }

    private static DirectiveCommand.Issue wanted(Call call, UUID directive) {
        Wanted body = call.body(Wanted.class);
        Check check = new Check();
        DirectiveCommand.Issue command = new DirectiveCommand.Issue(directive,
                addressees(check, body.to(), body.below()),
                body.posts() == null ? List.of() : check.all("/posts", body.posts(), PostKind.POLLING_PLACE),
                check.required("/urgency", body.urgency(), DirectiveUrgency.ROUTINE),
                check.text("/title", body.title(), MAX_TITLE),
                check.text("/text", body.text(), ReportResource.MAX_TEXT),
                body.due(), body.supersedes(), body.decision());
        check.refuse();
        return command;
    }

    /** At least one unit; {@code below}: with all under them, unless it says no. */
    static Addressees addressees(Check check, @Nullable List<@Nullable UnitCode> to, @Nullable Boolean below) {
        List<UnitCode> units = check.all("/to", to, UnitCode.HEADQUARTERS);
        if (to != null && units.isEmpty()) {
            check.wrong("/to", "missing-field", "Name at least one unit.");
        }
        return new Addressees(units, Objects.requireNonNullElse(below, true));
    }
}
