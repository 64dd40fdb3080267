package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Action;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.Forces;
import kr.haetae.force.Strengths;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Requests for reserves (경력 지원) and what is done about them. */
final class ReserveResource {
    private record Request(
            @Nullable UnitCode unit, @Nullable Integer people, @Nullable ForceKind forceKind, @Nullable UUID post,
            @Nullable String reason) {}

    private record Approval(@Nullable List<@Nullable UUID> forces) {}

    private record Movement(@Nullable ReserveState to, @Nullable Instant occurredAt, @Nullable String reason) {}

    private record Requested(@JsonUnwrapped Commands.Receipt receipt, UUID id) {}

    private final OpenOperations operations;

    ReserveResource(OpenOperations operations) {
        this.operations = operations;
    }

    /** The request's id is the command's: a repeat can't make another one. */
    Future<Reply> request(Call call) {
        Request body = call.body(Request.class);
        Check check = new Check();
        int people = check.range("/people", body.people(), 1, Strengths.MOST);
        ForceKind kind = check.required("/forceKind", body.forceKind(), ForceKind.MOBILE_UNIT);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        UUID id = call.idempotencyKey();
        return act(call, new ForceCommand.RequestReserve(id, body.unit(), people, kind, body.post(), reason))
                .map(entries -> Reply.created(new Requested(Commands.Receipt.of(entries), id)));
    }

    Future<Reply> approve(Call call) {
        Approval body = call.body(Approval.class);
        Check check = new Check();
        List<UUID> forces = check.ids("/forces", body.forces());
        check.refuse();
        return act(call, new ForceCommand.ApproveReserve(call.pathId("reserve"),
                forces))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    Future<Reply> move(Call call) {
        Movement body = call.body(Movement.class);
        Check check = new Check();
        ReserveState to = check.required("/to", body.to(), ReserveState.REQUESTED);
        String reason = to == ReserveState.REFUSED ? check.text("/reason", body.reason(), ReportResource.MAX_TEXT)
                : check.optionalText("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        if (to == ReserveState.REFUSED && !call.actor().may(Action.RESERVE_APPROVE)) {
            throw Problem.forbidden("not-your-duty",
                    "Your role does not include " + Action.RESERVE_APPROVE.code() + ".").exception();
        }
        return act(call, new ForceCommand.MoveReserve(call.pathId("reserve"), to, body.occurredAt(), reason))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private Future<List<Entry>> act(Call call, ForceCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Forces.decide(picture, at, author, command));
    }
}
