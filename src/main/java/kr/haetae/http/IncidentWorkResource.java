package kr.haetae.http;

import io.vertx.core.Future;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Incidents;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** What the rooms do about an incident. */
final class IncidentWorkResource {
    private record Nothing() {}

    private record Comment(@Nullable String text) {}

    private record Dispatch(@Nullable String note) {}

    private record Transfer(@Nullable UnitCode unit, @Nullable String reason) {}

    private record Resolution(@Nullable String note) {}

    private record Closure(@Nullable IncidentOutcome outcome, @Nullable String note) {}

    private final OpenOperations operations;

    IncidentWorkResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> acknowledge(Call call) {
        call.body(Nothing.class);
        return act(call, new IncidentCommand.Acknowledge(incident(call)));
    }

    Future<Reply> comment(Call call) {
        Comment body = call.body(Comment.class);
        Check check = new Check();
        String text = check.text("/text", body.text(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new IncidentCommand.Comment(incident(call), text));
    }

    Future<Reply> dispatch(Call call) {
        Dispatch body = call.body(Dispatch.class);
        Check check = new Check();
        String note = check.text("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new IncidentCommand.Dispatch(incident(call), note));
    }

    Future<Reply> transfer(Call call) {
        Transfer body = call.body(Transfer.class);
        Check check = new Check();
        UnitCode unit = check.required("/unit", body.unit(), UnitCode.HEADQUARTERS);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new IncidentCommand.Transfer(incident(call), unit, reason));
    }

    Future<Reply> resolve(Call call) {
        Resolution body = call.body(Resolution.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new IncidentCommand.Resolve(incident(call), note));
    }

    Future<Reply> close(Call call) {
        Closure body = call.body(Closure.class);
        Check check = new Check();
        IncidentOutcome outcome = check.required("/outcome", body.outcome(), IncidentOutcome.NO_ACTION_NEEDED);
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, new IncidentCommand.Close(incident(call), outcome, note));
    }

    private Future<Reply> act(Call call, IncidentCommand command) {
        Ledger<Picture> ledger = operations.require(call);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Incidents.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static UUID incident(Call call) {
        return call.pathId("incident");
    }
}
