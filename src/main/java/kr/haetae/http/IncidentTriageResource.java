package kr.haetae.http;

import io.vertx.core.Future;
import java.util.UUID;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.Veracity;
import kr.haetae.incident.IncidentCommand;
import org.jspecify.annotations.Nullable;

/** What the rooms find out about an incident: its truth, its kind, its likes, and that it is not over. */
final class IncidentTriageResource {
    private static final UUID NOBODY = new UUID(0, 0);

    private record Judgement(@Nullable Veracity veracity, @Nullable String reason) {}

    private record Correction(@Nullable IncidentKind kind, @Nullable Integer code, @Nullable String reason) {}

    private record Reasoned(@Nullable String reason) {}

    private record Merging(@Nullable UUID into) {}

    private record Linking(@Nullable UUID other) {}

    private record ClosureRequest(@Nullable IncidentOutcome outcome, @Nullable String note) {}

    private final IncidentDesk desk;

    IncidentTriageResource(IncidentDesk desk) {
        this.desk = desk;
    }

    Future<Reply> judge(Call call) {
        Judgement body = call.body(Judgement.class);
        Check check = new Check();
        Veracity veracity = check.required("/veracity", body.veracity(), Veracity.UNVERIFIED);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Judge(IncidentDesk.incident(call), veracity, reason));
    }

    Future<Reply> correct(Call call) {
        Correction body = call.body(Correction.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        Integer code = body.code() == null ? null : check.range("/code", body.code(), 0, 4);
        if (body.kind() == null && code == null) {
            check.wrong("", "missing-field", "Give the kind, the code or both.");
        }
        check.refuse();
        return desk.act(call, new IncidentCommand.Correct(IncidentDesk.incident(call), body.kind(), code, reason));
    }

    Future<Reply> merge(Call call) {
        Merging body = call.body(Merging.class);
        Check check = new Check();
        UUID into = check.required("/into", body.into(), NOBODY);
        check.refuse();
        return desk.act(call, new IncidentCommand.Merge(IncidentDesk.incident(call), into));
    }

    Future<Reply> link(Call call) {
        Linking body = call.body(Linking.class);
        Check check = new Check();
        UUID other = check.required("/other", body.other(), NOBODY);
        check.refuse();
        return desk.act(call, new IncidentCommand.Link(IncidentDesk.incident(call), other));
    }

    Future<Reply> findFalse(Call call) {
        return desk.act(call, new IncidentCommand.FindFalse(IncidentDesk.incident(call), reason(call)));
    }

    Future<Reply> reopen(Call call) {
        return desk.act(call, new IncidentCommand.Reopen(IncidentDesk.incident(call), reason(call)));
    }

    Future<Reply> requestClosure(Call call) {
        ClosureRequest body = call.body(ClosureRequest.class);
        Check check = new Check();
        IncidentOutcome outcome = check.required("/outcome", body.outcome(), IncidentOutcome.NO_ACTION_NEEDED);
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.RequestClosure(IncidentDesk.incident(call), outcome, note));
    }

    Future<Reply> returnClosure(Call call) {
        return desk.act(call, new IncidentCommand.ReturnClosure(IncidentDesk.incident(call), reason(call)));
    }

    private static String reason(Call call) {
        Reasoned body = call.body(Reasoned.class);
        Check check = new Check();
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return reason;
    }
}
