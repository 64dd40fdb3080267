package kr.haetae.http;

import io.vertx.core.Future;
import kr.haetae.event.Clearance;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.IncidentCommand;
import org.jspecify.annotations.Nullable;

/** Who may see an incident: restriction to those who are cleared, and sharing with other units. */
final class IncidentAccessResource {
    private record Restriction(@Nullable Clearance clearance, @Nullable String reason) {}

    private record Sharing(@Nullable UnitCode unit, @Nullable String reason) {}

    private record Reasoned(@Nullable String reason) {}

    private final IncidentDesk desk;

    IncidentAccessResource(IncidentDesk desk) {
        this.desk = desk;
    }

    /** {@code GENERAL} lifts a restriction. */
    Future<Reply> restrict(Call call) {
        Restriction body = call.body(Restriction.class);
        Check check = new Check();
        Clearance clearance = IncidentDesk.clearance(check,
                check.required("/clearance", body.clearance(), Clearance.GENERAL));
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Restrict(IncidentDesk.incident(call), clearance, reason));
    }

    Future<Reply> share(Call call) {
        Sharing body = call.body(Sharing.class);
        Check check = new Check();
        UnitCode unit = check.required("/unit", body.unit(), UnitCode.HEADQUARTERS);
        String reason = check.text("/reason", body.reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Share(IncidentDesk.incident(call), unit, reason));
    }

    Future<Reply> unshare(Call call) {
        Check check = new Check();
        String reason = check.text("/reason", call.body(Reasoned.class).reason(), ReportResource.MAX_TEXT);
        check.refuse();
        return desk.act(call, new IncidentCommand.Unshare(IncidentDesk.incident(call), call.pathUnit("unit"), reason));
    }
}
