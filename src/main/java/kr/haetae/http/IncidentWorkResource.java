package kr.haetae.http;

import io.vertx.core.Future;
import kr.haetae.auth.Action;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.IncidentCommand;
import org.jspecify.annotations.Nullable;

/** What the rooms do about an incident. */
final class IncidentWorkResource {
    private record Nothing() {}

    private record Comment(@Nullable String text) {}

    private record Dispatch(@Nullable String note) {}

    private record Transfer(@Nullable UnitCode unit, @Nullable String reason) {}

    private record Resolution(@Nullable String note) {}

    private record Closure(@Nullable IncidentOutcome outcome, @Nullable String note) {}

    private final IncidentDesk desk;

    IncidentWorkResource(IncidentDesk desk) {
        this.desk = desk;
    }

    Future<Reply> acknowledge(Call call) {
        call.body(Nothing.class);
        return desk.act(call, new IncidentCommand.Acknowledge(IncidentDesk.incident(call)));
    }

    Future<Reply> comment(Call call) {
        Comment body = call.body(Comment.class);
        Check check = new Check();
        String text = check.text("/text", body.text(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Comment(IncidentDesk.incident(call), text));
    }

    Future<Reply> dispatch(Call call) {
        Dispatch body = call.body(Dispatch.class);
        Check check = new Check();
        String note = check.text("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Dispatch(IncidentDesk.incident(call), note));
    }

    Future<Reply> transfer(Call call) {
        Transfer body = call.body(Transfer.class);
        Check check = new Check();
        UnitCode unit = check.required("/unit", body.unit(), UnitCode.HEADQUARTERS);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Transfer(IncidentDesk.incident(call), unit, reason));
    }

    Future<Reply> resolve(Call call) {
        Resolution body = call.body(Resolution.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Resolve(IncidentDesk.incident(call), note));
    }

    Future<Reply> close(Call call) {
        Closure body = call.body(Closure.class);
        Check check = new Check();
        IncidentOutcome outcome = check.required("/outcome", body.outcome(), IncidentOutcome.NO_ACTION_NEEDED);
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Close(IncidentDesk.incident(call), outcome, note,
                call.actor().may(Action.INCIDENT_APPROVE_CLOSURE)));
    }

}
