package kr.haetae.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.IncidentAsSent;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UpwardReportEvent;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;

/** Decides and folds reports to units above. Pure. */
public final class UpwardReports implements Evolution {
    /** @param to a unit above the author's */
    public record Send(UUID report, UUID incident, UnitCode to, String text, boolean last) {}

    public static Decision send(Picture picture, Author author, Send command) {
        Optional<Incident> found = Incidents.visible(picture, author, command.incident());
        if (found.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_INCIDENT,
                    "There is no incident " + command.incident() + " in your jurisdiction.");
        }
        Incident incident = found.get();
        Optional<Decision> notYours = new IncidentRights(picture, author).refusal(incident);
        if (notYours.isPresent()) {
            return notYours.get();
        }
        if (!picture.tree().contains(command.to())) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + command.to() + ".", "/to");
        }
        if (command.to().equals(author.unit()) || !picture.tree().covers(command.to(), author.unit())) {
            return Decision.refuse(Reason.NOT_SUPERIOR, command.to() + " does not stand above " + author.unit() + ".",
                    "/to");
        }
        return incident.reportedLast()
                ? Decision.refuse(Reason.LAST_REPORT_SENT, "The last report about " + incident.number()
                        + " was sent; another follows only when it is reopened.")
                : Decision.accept(new UpwardReportEvent.UpwardReportSent(command.report(), incident.incident(),
                        incident.upwardReports().size() + 1, command.last(), command.text(), asItStands(incident),
                        author.unit(), command.to(), author.person()));
    }

    /** By the room of the unit that it is addressed to. */
    public static Decision receive(Picture picture, Author author, UUID id) {
        Optional<UpwardReport> found = picture.visible(author, UpwardReport.key(id), UpwardReport.class);
        if (found.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_UPWARD_REPORT, "There is no such report in your jurisdiction.");
        }
        UpwardReport report = found.get();
        Optional<Decision> notYours = picture.find(Incident.key(report.incident()), Incident.class)
                .flatMap(incident -> new IncidentRights(picture, author).otherRoom(incident, ""));
        if (notYours.isPresent()) {
            return notYours.get();
        }
        if (!report.to().equals(author.unit())) {
            return Decision.refuse(Reason.NOT_ADDRESSED, "The report is addressed to " + report.to() + ".");
        }
        return report.receivedBy() != null
                ? Decision.refuse(Reason.ALREADY_THERE,
                        report.receivedBy().name() + " received it at " + report.receivedAt() + ".")
                : Decision.accept(
                        new UpwardReportEvent.UpwardReportReceived(id, report.incident(), author.person()));
    }

    private static IncidentAsSent asItStands(Incident it) {
        return new IncidentAsSent(it.number(), it.unit(), it.incidentKind(), it.code(), it.status().name(),
                it.veracity(), it.occurredAt(), it.recordedAt(), it.acknowledgedAt(), it.resolvedAt(), it.closedAt(),
                it.outcome());
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case UpwardReportEvent.UpwardReportSent e -> sent(draft, entry.at(), e);
            case UpwardReportEvent.UpwardReportReceived e -> {
                draft.find(UpwardReport.key(e.report()), UpwardReport.class)
                        .ifPresent(report -> draft.put(report.received(entry.at(), e.by())));
                draft.concern(Incident.key(e.incident()));
            }
            case ErasureEvent.EntryErased e when e.redacted() instanceof UpwardReportEvent.UpwardReportSent left ->
                draft.find(UpwardReport.key(left.report()), UpwardReport.class)
                        .ifPresent(report -> draft.put(report.saying(left.text())));
            default -> {}
        }
    }

    private static void sent(Draft draft, Instant at, UpwardReportEvent.UpwardReportSent e) {
        Incidents.change(draft, e.incident(), incident -> incident.reportedUp(e.report(), e.last()));
        draft.find(Incident.key(e.incident()), Incident.class).ifPresent(incident -> draft.put(
                new UpwardReport(e.report(), e.incident(), e.ordinal(), e.last(), e.text(), e.sent(), e.from(), e.to(),
                        at, e.by(), null, null, incident.audience(),
                        draft.tree().covers(e.to(), incident.unit()))));
    }

    /** The incident is seen by others now, and its reports with it. */
    static void follow(Draft draft, Incident incident) {
        incident.upwardReports().forEach(id -> draft.find(UpwardReport.key(id), UpwardReport.class)
                .ifPresent(report -> draft.put(report.following(incident, draft.tree()))));
    }
}
