package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.custody.TransportCommand;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.TransportKind;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Routes one by one: planned, changed, cancelled. */
final class RoutePlanResource {
    static final int MAX_NAME = 100;
    static final int MAX_REASON = 500;
    private static final UUID NOWHERE = new UUID(0, 0);

    record Wanted(
            @Nullable String number,
            @Nullable TransportKind kind,
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable String toName,
            @Nullable Instant departsAt,
            @Nullable Instant arrivesAt,
            @Nullable List<@Nullable String> checkpoints,
            @Nullable List<@Nullable String> boxes) {
        TransportCommand.Wanted checked(Check check, String at) {
            return new TransportCommand.Wanted(
                    check.optionalText(at + "/number", number, TransportCommand.LONGEST_NUMBER),
                    check.required(at + "/kind", kind, TransportKind.TO_COUNTING),
                    check.required(at + "/from", from, NOWHERE),
                    to,
                    check.optionalText(at + "/toName", toName, MAX_NAME),
                    check.required(at + "/departsAt", departsAt, Instant.EPOCH),
                    check.required(at + "/arrivesAt", arrivesAt, Instant.EPOCH),
                    TransportFields.texts(check, at + "/checkpoints", checkpoints,
                            TransportCommand.MOST_CHECKPOINTS, MAX_NAME),
                    TransportFields.texts(check, at + "/boxes", boxes, TransportCommand.MOST_BOXES,
                            TransportCommand.LONGEST_NUMBER));
        }
    }

    private record Changed(@Nullable Wanted route, @Nullable String reason) {}

    private record Cancelled(@Nullable String reason) {}

    private record Planned(@JsonUnwrapped Commands.Receipt receipt, UUID id, String number) {}

    private final OpenOperations operations;

    RoutePlanResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> plan(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Wanted body = call.body(Wanted.class);
        Check check = new Check();
        TransportCommand.Wanted wanted = body.checked(check, "");
        check.refuse();
        return Custody.submit(call, ledger, new TransportCommand.Plan("", List.of(wanted), true)).map(entries -> {
            var route = ((CustodyEvent.RoutesPlanned) entries.getFirst().event()).routes().getFirst();
            return Reply.created(new Planned(Commands.Receipt.of(entries), route.route(), route.number()));
        });
    }

    Future<Reply> change(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Changed body = call.body(Changed.class);
        Check check = new Check();
        TransportCommand.Wanted wanted = check
                .required("/route", body.route(), new Wanted(null, null, null, null, null, null, null, null, null))
                .checked(check, "/route");
        String reason = check.text("/reason", body.reason(), MAX_REASON);
        check.refuse();
        return Custody.submit(call, ledger, new TransportCommand.Change(call.pathId("route"), wanted, reason))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    Future<Reply> cancel(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Cancelled body = call.body(Cancelled.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), MAX_REASON);
        check.refuse();
        return Custody.submit(call, ledger, new TransportCommand.Cancel(call.pathId("route"), reason))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }
}
