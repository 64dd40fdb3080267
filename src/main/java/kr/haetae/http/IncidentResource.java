package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Commission;
import kr.haetae.event.Entry;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.incident.Similar;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Incidents to look up: lists by filter, newest first, and one with its whole timeline. */
final class IncidentResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    /** A page looks at so many at most, so that a rare filter costs several pages rather than a stopped event loop. */
    private static final int MAX_LOOKED_AT = 20_000;

    private record Page(List<Raw> items, @Nullable Long next) {}

    private record Raw(@JsonRawValue @JsonValue String json) {}

    private record Whole(@JsonRawValue String incident, List<TimelineLine> timeline) {}

    private final OpenOperations operations;

    IncidentResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** {@code after}: the {@code next} of the page before. */
    Future<Reply> list(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        IncidentFilter filter = IncidentFilter.of(call);
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            filter.requireJurisdiction(call, picture);
            return Reply.ok(page(picture, filter, call, limit, before))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private static Page page(Picture picture, IncidentFilter filter, Call call, int limit, long before) {
        List<Raw> items = new ArrayList<>();
        long last = before;
        int looked = 0;
        for (Held held : picture.chronicleBefore(Incident.KIND, before)) {
            if (items.size() == limit || looked == MAX_LOOKED_AT) {
                return new Page(items, last);
            }
            looked++;
            last = held.born();
            Incident incident = (Incident) held.entity();
            if (picture.permits(Views.own(call.actor()), incident) && filter.matches(picture, incident)) {
                items.add(new Raw(new String(held.json(), StandardCharsets.UTF_8)));
            }
        }
        return new Page(items, null);
    }

    Future<Reply> get(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = call.pathId("incident");
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            Optional<Held> held = picture.held(Incident.key(id))
                    .filter(found -> picture.permits(Views.own(call.actor()), found.entity()));
            if (held.isEmpty()) {
                throw absent(id);
            }
            return Traces.read(ledger, picture.trace(Incident.key(id))).map(entries -> whole(held.get(),
                    TimelineLine.of(told(call, entries), picture, Views.clearances(call.actor())))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    /** An election commission reads its own entries; what the police write among themselves is not shared with the incident. */
    private static List<Entry> told(Call call, List<Entry> entries) {
        UnitCode unit = call.actor().unit();
        return Commission.of(unit).isEmpty() ? entries
                : entries.stream().filter(entry -> entry.unit().equals(unit)).toList();
    }

    /** Incidents that likely tell of the same. */
    Future<Reply> similar(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID id = call.pathId("incident");
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            Incident incident = picture.find(Incident.key(id), Incident.class)
                    .filter(found -> picture.permits(Views.own(call.actor()), found))
                    .orElseThrow(() -> absent(id));
            List<Raw> items = Similar.to(picture, Views.own(call.actor()), incident).stream()
                    .map(held -> new Raw(new String(held.json(), StandardCharsets.UTF_8)))
                    .toList();
            return Reply.ok(new Page(items, null)).with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    private static ProblemException absent(UUID id) {
        return Problem.absent("unknown-incident", "There is no incident " + id + " in your jurisdiction.").exception();
    }

    private static Reply whole(Held held, List<TimelineLine> lines) {
        return Reply.ok(new Whole(new String(held.json(), StandardCharsets.UTF_8), lines))
                .with("ETag", "\"" + held.seq() + "\"");
    }
}
