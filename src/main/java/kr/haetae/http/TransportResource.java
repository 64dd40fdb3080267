package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Action;
import kr.haetae.custody.TransportCommand;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.CustodySide;
import kr.haetae.event.DiscrepancyFound;
import kr.haetae.event.Entry;
import kr.haetae.event.Person;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What is reported of a route on its day: departure, checkpoints, stops, arrival, both sides of the hand-over. */
final class TransportResource {
    private static final int MAX_VEHICLE = 40;

    private record Departure(@Nullable Instant occurredAt,
            @Nullable List<TransportFields.@Nullable Seen> boxes,
            @Nullable List<TransportFields.@Nullable Who> officers, @Nullable Integer commissionStaff,
            @Nullable String vehicle) {}

    private record Passing(@Nullable Instant occurredAt, @Nullable String place,
            ReportResource.@Nullable Place position) {}

    private record Stopping(@Nullable Instant occurredAt, @Nullable String reason) {}

    private record Resuming(@Nullable Instant occurredAt) {}

    private record Arrival(@Nullable Instant occurredAt, @Nullable UUID post,
            @Nullable List<TransportFields.@Nullable Seen> boxes) {}

    private record HandingOver(@Nullable Instant occurredAt, @Nullable CustodySide side,
            @Nullable List<TransportFields.@Nullable Seen> boxes, TransportFields.@Nullable Who who) {}

    /** @param discrepancies what this very report brought up */
    private record Reported(@JsonUnwrapped Commands.Receipt receipt, List<DiscrepancyFound> discrepancies) {}

    private final OpenOperations operations;

    TransportResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> depart(Call call) {
        Departure body = call.body(Departure.class);
        Check check = new Check();
        Instant at = at(call, check, body.occurredAt());
        List<BoxSeen> boxes = TransportFields.boxes(check, body.boxes(), 1);
        List<Person> officers = TransportFields.people(check, "/officers", body.officers(), call.actor().unit());
        int staff = check.range("/commissionStaff", body.commissionStaff(), 0, TransportCommand.MOST_STAFF);
        String vehicle = check.optionalText("/vehicle", body.vehicle(), MAX_VEHICLE);
        check.refuse();
        return submit(call, new TransportCommand.Depart(call.idempotencyKey(), call.pathId("route"), at, boxes,
                officers, staff, vehicle, any(call)));
    }

    Future<Reply> pass(Call call) {
        Passing body = call.body(Passing.class);
        Check check = new Check();
        Instant at = at(call, check, body.occurredAt());
        String place = check.text("/place", body.place(), RoutePlanResource.MAX_NAME);
        var position = ReportResource.position(check, body.position());
        check.refuse();
        return submit(call, new TransportCommand.Pass(call.idempotencyKey(), call.pathId("route"), at, place, position,
                any(call)));
    }

    Future<Reply> stop(Call call) {
        Stopping body = call.body(Stopping.class);
        Check check = new Check();
        Instant at = at(call, check, body.occurredAt());
        String reason = check.text("/reason", body.reason(), RoutePlanResource.MAX_REASON);
        check.refuse();
        return submit(call,
                new TransportCommand.Stop(call.idempotencyKey(), call.pathId("route"), at, reason, any(call)));
    }

    Future<Reply> resume(Call call) {
        Resuming body = call.body(Resuming.class);
        Check check = new Check();
        Instant at = at(call, check, body.occurredAt());
        check.refuse();
        return submit(call, new TransportCommand.Resume(call.idempotencyKey(), call.pathId("route"), at, any(call)));
    }

    Future<Reply> arrive(Call call) {
        Arrival body = call.body(Arrival.class);
        Check check = new Check();
        Instant at = at(call, check, body.occurredAt());
        List<BoxSeen> boxes = TransportFields.optionalBoxes(check, body.boxes());
        check.refuse();
        return submit(call, new TransportCommand.Arrive(call.idempotencyKey(), call.pathId("route"), at, body.post(),
                boxes, any(call)));
    }

    Future<Reply> handOver(Call call) {
        HandingOver body = call.body(HandingOver.class);
        Check check = new Check();
        Instant at = at(call, check, body.occurredAt());
        CustodySide side = check.required("/side", body.side(), CustodySide.GIVING);
        List<BoxSeen> boxes = TransportFields.optionalBoxes(check, body.boxes());
        Person who = body.who() == null ? null
                : TransportFields.person(check, "/who", body.who(), call.actor().unit());
        check.refuse();
        if (who != null && !any(call)) {
            throw Problem.forbidden("not-your-duty", "Your role does not include "
                    + Action.TRANSPORT_REPORT_FOR_OTHERS.code() + ".").exception();
        }
        return submit(call, new TransportCommand.HandOver(call.idempotencyKey(), call.pathId("route"), at, side, boxes,
                who, any(call)));
    }

    private Future<Reply> submit(Call call, TransportCommand.OnRoute command) {
        return Custody.submit(call, operations.require(call), command)
                .map(entries -> Reply.ok(new Reported(Commands.Receipt.of(entries), found(entries))));
    }

    private static List<DiscrepancyFound> found(List<Entry> entries) {
        return ((CustodyEvent.OnRoute) entries.getFirst().event()).discrepancies();
    }

    private static boolean any(Call call) {
        return call.actor().may(Action.TRANSPORT_REPORT_FOR_OTHERS);
    }

    private Instant at(Call call, Check check, @Nullable Instant stated) {
        Ledger<Picture> ledger = operations.require(call);
        return DeviceTime.corrected(call, ledger.picture().clock(),
                check.required("/occurredAt", stated, Instant.EPOCH), ledger.realNow());
    }
}
