package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.crime.Case;
import kr.haetae.crime.CaseFigures;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;

/** Cases to look up: lists by filter, newest first, one with its whole timeline, and the figures of all. */
final class CaseResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** As for incidents: a rare filter costs several pages rather than a stopped event loop. */
    private static final int MAX_LOOKED_AT = 20_000;

    private record Page(List<Raw> items, @Nullable Long next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record Whole(@JsonProperty("case") @JsonRawValue String found, List<TimelineLine> timeline) {}

    private final Vertx vertx;
    private final OpenOperations operations;

    CaseResource(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** {@code after}: the {@code next} of the page before. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        CaseFilter filter = CaseFilter.of(call);
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            filter.requireJurisdiction(call, picture);
            return Reply.ok(page(picture, filter, Views.own(call.actor()), new Window(limit, before)))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private record Window(int limit, long before) {}

    private static Page page(Picture picture, CaseFilter filter, View view, Window window) {
        List<Raw> items = new ArrayList<>();
        long last = window.before();
        int looked = 0;
        for (Held held : picture.chronicleBefore(Case.KIND, window.before())) {
            if (items.size() == window.limit() || looked == MAX_LOOKED_AT) {
                return new Page(items, last);
            }
            looked++;
            last = held.born();
            if (picture.permits(view, held.entity()) && filter.matches(picture, (Case) held.entity())) {
                items.add(new Raw(json(held)));
            }
        }
        return new Page(items, null);
    }

    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = CaseDesk.caseId(call);
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            Held held = picture.held(Case.key(id))
                    .filter(found -> picture.permits(Views.own(call.actor()), found.entity()))
                    .orElseThrow(() -> Problem
                            .absent("unknown-case", "There is no case " + id + " in your jurisdiction.").exception());
            return Traces.read(ledger, picture.trace(Case.key(id))).map(entries -> Reply
                    .ok(new Whole(json(held), entries.stream().map(entry -> TimelineLine.of(entry, picture)).toList()))
                    .with("ETag", "\"" + held.seq() + "\"")
                    .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    /** {@code from}, {@code to}: days on which cases were opened, both included. */
    Future<Reply> figures(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Optional<UnitCode> unit = call.queryUnit("unit");
        Optional<LocalDate> from = call.queryDate("from");
        Optional<LocalDate> to = call.queryDate("to");
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            View view = unit.map(scope -> Views.of(call, picture, scope)).orElseGet(() -> Views.own(call.actor()));
            return vertx.executeBlocking(() -> CaseFigures.of(picture, view,
                    it -> from.map(day -> !CaseFigures.day(it).isBefore(day)).orElse(true)
                            && to.map(day -> !CaseFigures.day(it).isAfter(day)).orElse(true)),
                    false)
                    .map(figures -> Reply.ok(figures).with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    private static String json(Held held) {
        return new String(held.json(), StandardCharsets.UTF_8);
    }
}
