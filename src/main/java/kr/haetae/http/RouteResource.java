package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.custody.Box;
import kr.haetae.custody.Centre;
import kr.haetae.custody.CustodyId;
import kr.haetae.custody.Discrepancy;
import kr.haetae.custody.Route;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.DiscrepancyState;
import kr.haetae.event.TransportKind;
import kr.haetae.event.TransportState;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;

/** Routes, boxes, discrepancies and the boards of centres to look up. */
final class RouteResource {
    private record Whole(@JsonRawValue String route, List<TimelineLine> timeline) {}

    private record Chain(@JsonRawValue String box, List<TimelineLine> timeline) {}

    private final OpenOperations operations;
    private final ListPage pages;

    RouteResource(OpenOperations operations, ListPage pages) {
        this.operations = operations;
        this.pages = pages;
    }

    Future<Reply> list(Call call) {
        Optional<UUID> centre = call.queryId("centre");
        Optional<TransportState> state = call.queryEnum("state", TransportState.class);
        Optional<TransportKind> kind = call.queryEnum("kind", TransportKind.class);
        Optional<Boolean> overdue = call.queryFlag("overdue");
        Optional<String> words = call.query("q").map(CustodyId::key);
        return pages.of(call, operations.require(call), Route.KIND, Route.class, (picture, it) -> centre
                .map(wanted -> wanted.equals(it.to())).orElse(true)
                && state.map(wanted -> wanted == it.state()).orElse(true)
                && kind.map(wanted -> wanted == it.transportKind()).orElse(true)
                && overdue.map(wanted -> wanted == (it.overdue() != null)).orElse(true)
                && words.map(wanted -> CustodyId.key(it.number() + " " + it.fromName()).contains(wanted))
                        .orElse(true));
    }

    Future<Reply> discrepancies(Call call) {
        Optional<DiscrepancyState> state = call.queryEnum("state", DiscrepancyState.class);
        Optional<DiscrepancyKind> kind = call.queryEnum("kind", DiscrepancyKind.class);
        Optional<UUID> route = call.queryId("route");
        return pages.of(call, operations.require(call), Discrepancy.KIND, Discrepancy.class,
                (picture, it) -> state.map(wanted -> wanted == it.state()).orElse(true)
                        && kind.map(wanted -> wanted == it.discrepancyKind()).orElse(true)
                        && route.map(it.route()::equals).orElse(true));
    }

    Future<Reply> centres(Call call) {
        return pages.of(call, operations.require(call), Centre.KIND, Centre.class, (picture, it) -> true);
    }

    Future<Reply> get(Call call) {
        UUID id = call.pathId("route");
        return history(call, Route.key(id), "unknown-route", "There is no route " + id + " in your jurisdiction.",
                (held, timeline) -> new Whole(held, Custody.about(timeline, id)));
    }

    /** By the number on its label, in any spelling. */
    Future<Reply> box(Call call) {
        String number = Optional.ofNullable(call.context().pathParam("number")).orElse("");
        UUID id = CustodyId.box(number);
        return history(call, Box.key(id), "unknown-box",
                "There is no ballot box of that number in your jurisdiction.",
                (held, timeline) -> new Chain(held, Custody.aboutBox(timeline, number)));
    }

    @FunctionalInterface
    private interface Answering {
        Object of(String json, List<TimelineLine> timeline);
    }

    private Future<Reply> history(Call call, Key key, String code, String detail, Answering answering) {
        Ledger<Picture> ledger = operations.require(call);
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            Held held = picture.held(key).filter(found -> permits(call, picture, found.entity()))
                    .orElseThrow(() -> Problem.absent(code, detail).exception());
            return Traces.read(ledger, picture.trace(key)).map(entries -> Reply
                    .ok(answering.of(new String(held.json(), StandardCharsets.UTF_8),
                            entries.stream().map(entry -> TimelineLine.of(entry, picture)).toList()))
                    .with("ETag", "\"" + held.seq() + "\"")
                    .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    private static boolean permits(Call call, Picture picture, Entity entity) {
        return picture.permits(Views.own(call.actor()), entity);
    }
}
