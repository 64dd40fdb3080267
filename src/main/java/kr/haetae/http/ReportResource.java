package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.Action;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.MonitoringKind;
import kr.haetae.event.Person;
import kr.haetae.event.Position;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Incidents;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Reporting an incident: an officer what he sees, a room for somebody else. */
final class ReportResource {
    static final int MAX_TEXT = 2_000;
    private static final int MAX_NAME = 100;
    private static final int MAX_CALL_NUMBER = 40;
    private static final int MAX_LINK = 2_000;

    record Place(@Nullable Double latitude, @Nullable Double longitude) {}

    record Reporter(@Nullable UUID account, @Nullable String name, @Nullable UnitCode unit) {}

    /** The body of a report, as it came. */
    record Report(
            @Nullable IncidentKind kind,
            @Nullable Integer code,
            @Nullable String text,
            @Nullable UUID post,
            @Nullable UnitCode unit,
            @Nullable Place position,
            @Nullable Instant occurredAt,
            @Nullable IncidentSource source,
            @Nullable String callNumber,
            @Nullable Reporter reportedBy,
            @Nullable Clearance clearance,
            @Nullable String sourceLink,
            @Nullable MonitoringKind monitoring) {}

    private record Reported(@JsonUnwrapped Commands.Receipt receipt, UUID id, String number, UnitCode unit) {}

    private final OpenOperations operations;

    ReportResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> report(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Report report = call.body(Report.class);
        IncidentCommand.Report command = command(report, call.idempotencyKey());
        requireDuty(call, command.source());
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Incidents.decide(picture, at, author, command))
                .map(entries -> Reply.created(reported(entries)));
    }

    /** The incident's id is the command's: a repeat can't make another one. */
    static IncidentCommand.Report command(Report report, UUID id) {
        Check check = new Check();
        IncidentSource source = report.source() == null ? IncidentSource.OFFICER : report.source();
        IncidentCommand.Report command = new IncidentCommand.Report(
                id,
                check.required("/kind", report.kind(), IncidentKind.OTHER),
                check.range("/code", report.code(), 0, 4),
                check.text("/text", report.text(), MAX_TEXT),
                report.post(),
                report.unit(),
                position(check, report.position()),
                check.required("/occurredAt", report.occurredAt(), Instant.EPOCH),
                source,
                check.optionalText("/callNumber", report.callNumber(), MAX_CALL_NUMBER),
                reporter(check, report.reportedBy()),
                IncidentDesk.clearance(check, report.clearance()),
                check.link("/sourceLink", report.sourceLink(), MAX_LINK),
                report.monitoring());
        if (source == IncidentSource.OFFICER && (report.callNumber() != null || report.reportedBy() != null)) {
            check.wrong("/source", "source-missing",
                    "A report entered for somebody else needs its source: CALL_112, RADIO, PHONE, NEC, MONITORING or OTHER.");
        }
        if (source == IncidentSource.SEALED_QUEUE) {
            check.wrong("/source", "source-not-entered", "SEALED_QUEUE is what a sealed file was taken in from.");
        }
        if ((source == IncidentSource.MONITORING) != (report.monitoring() != null)) {
            check.wrong("/monitoring", "monitoring-mismatch",
                    "Say what the watch over the net found with the source MONITORING, and with no other.");
        }
        check.refuse();
        return command;
    }

    static @Nullable Position position(Check check, @Nullable Place place) {
        if (place == null) {
            return null;
        }
        double latitude = check.required("/position/latitude", place.latitude(), 0.0);
        double longitude = check.required("/position/longitude", place.longitude(), 0.0);
        try {
            return new Position(latitude, longitude);
        } catch (IllegalArgumentException e) {
            check.wrong("/position", "position-off-earth", "The position is not on the earth: " + e.getMessage() + ".");
            return null;
        }
    }

    private static @Nullable Person reporter(Check check, @Nullable Reporter reporter) {
        return reporter == null
                ? null
                : new Person(reporter.account(), check.optionalText("/reportedBy/name", reporter.name(), MAX_NAME),
                        reporter.unit());
    }

    private static void requireDuty(Call call, IncidentSource source) {
        Action needed = source == IncidentSource.OFFICER ? Action.INCIDENT_REPORT : Action.INCIDENT_ENTER_FOR_OTHERS;
        // Whoever watches the net reports what he found himself, and a machine that does so reports for others.
        boolean found = source == IncidentSource.MONITORING && call.actor().may(Action.INCIDENT_REPORT);
        if (!found && !call.actor().may(needed)) {
            throw Problem.forbidden("not-your-duty", "Your role does not include " + needed.code() + ".").exception();
        }
    }

    private static Reported reported(List<Entry> entries) {
        Event.IncidentReported event = (Event.IncidentReported) entries.get(0).event();
        return new Reported(Commands.Receipt.of(entries), event.incident(), event.number(), event.unit());
    }
}
