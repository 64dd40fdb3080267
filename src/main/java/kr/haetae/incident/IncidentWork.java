package kr.haetae.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.TeamState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;

/** Decides what is done with one incident that is there. Pure. */
final class IncidentWork {
    private final Picture picture;
    private final Author author;
    private final IncidentRights rights;
    private final Incident incident;
    private final UUID id;
    private final Person by;

    IncidentWork(Picture picture, Author author, Incident incident) {
        this.picture = picture;
        this.author = author;
        this.rights = new IncidentRights(picture, author);
        this.incident = incident;
        this.id = incident.incident();
        this.by = author.person();
    }

    Decision decide(IncidentCommand command) {
        return command instanceof IncidentCommand.Comment
                ? work(command)
                : rights.refusal(incident).orElseGet(() -> work(command));
    }

    private Decision work(IncidentCommand command) {
        return switch (command) {
            case IncidentCommand.Report c -> throw new IllegalArgumentException("already decided: " + c.incident());
            case IncidentCommand.Comment c -> step(IncidentStep.COMMENT, new Event.IncidentCommented(id, c.text(), by));
            case IncidentCommand.Acknowledge c -> acknowledge();
            case IncidentCommand.Dispatch c -> step(IncidentStep.DISPATCH,
                    new Event.IncidentDispatched(id, c.note(), by));
            case IncidentCommand.Send c -> send(c);
            case IncidentCommand.MoveTeam c -> move(c);
            case IncidentCommand.Transfer c -> transfer(c);
            case IncidentCommand.Judge c -> judge(c);
            case IncidentCommand.Correct c -> correct(c);
            case IncidentCommand.Resolve c -> step(IncidentStep.RESOLVE, new Event.IncidentResolved(id, c.note(), by));
            case IncidentCommand.RequestClosure c -> step(IncidentStep.REQUEST_CLOSURE,
                    new IncidentEvent.ClosureRequested(id, c.outcome(), c.note(), by));
            case IncidentCommand.ReturnClosure c -> step(IncidentStep.RETURN_CLOSURE,
                    new IncidentEvent.ClosureReturned(id, c.reason(), by));
            case IncidentCommand.Close c -> close(c);
            case IncidentCommand.FindFalse c -> step(IncidentStep.FIND_FALSE,
                    freeing(new IncidentEvent.FalseReportFound(id, c.reason(), by)));
            case IncidentCommand.Merge c -> merge(c);
            case IncidentCommand.Link c -> link(c);
            case IncidentCommand.Access c -> new IncidentAccess(picture, author, incident).decide(c);
            case IncidentCommand.Reopen c -> reopen(c);
        };
    }

    /** Two rooms at the same instant: one wins, the other is told who. */
    private Decision acknowledge() {
        Person first = incident.acknowledgedBy();
        return first == null || incident.status() == IncidentStatus.REPORTED
                ? step(IncidentStep.ACKNOWLEDGE, new Event.IncidentAcknowledged(id, by))
                : Decision.refuse(Reason.ILLEGAL_TRANSITION, incident.number() + " was acknowledged by " + first.name()
                        + " at " + incident.acknowledgedAt() + "." + allowed());
    }

    private Decision send(IncidentCommand.Send c) {
        Optional<Team> found = team(c.team());
        if (found.isEmpty()) {
            return unknownTeam(c.team());
        }
        Team team = found.get();
        UUID elsewhere = team.incident();
        if (id.equals(elsewhere)) {
            return Decision.refuse(Reason.ALREADY_THERE, team.name() + " is sent already.", "/team");
        }
        IncidentEvent.TeamSent sent = new IncidentEvent.TeamSent(id, c.team(), c.note(), by);
        if (elsewhere == null) {
            return step(IncidentStep.DISPATCH, sent);
        }
        if (!c.evenBusy()) {
            return Decision.refuse(Reason.TEAM_BUSY, team.name() + " is busy with " + number(elsewhere) + " since "
                    + team.since() + "; send it with evenBusy to take it from there.", "/team");
        }
        return step(IncidentStep.DISPATCH,
                new IncidentEvent.TeamMoved(elsewhere, c.team(), TeamState.CLEARED, by), sent);
    }

    private Decision move(IncidentCommand.MoveTeam c) {
        Optional<SentTeam> sent = incident.teams().stream().filter(it -> it.team().equals(c.team())).findFirst();
        if (sent.isEmpty()) {
            return Decision.refuse(Reason.TEAM_NOT_SENT, "This team is not at work on " + incident.number() + ".");
        }
        if (sent.get().state() == c.to()) {
            return Decision.refuse(Reason.NOTHING_CHANGED, sent.get().name() + " is " + c.to() + " already.");
        }
        IncidentEvent.TeamMoved moved = new IncidentEvent.TeamMoved(id, c.team(), c.to(), by);
        return c.to() == TeamState.CLEARED ? Decision.accept(moved) : step(IncidentStep.ARRIVE, moved);
    }

    private Decision transfer(IncidentCommand.Transfer c) {
        if (!picture.tree().contains(c.unit())) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + c.unit() + ".", "/unit");
        }
        if (c.unit().equals(incident.unit())) {
            return Decision.refuse(Reason.ALREADY_THERE, incident.number() + " already belongs to " + c.unit() + ".",
                    "/unit");
        }
        return step(IncidentStep.TRANSFER, shared(incident.incidentKind(), c.unit(),
                new Event.IncidentTransferred(id, c.unit(), c.reason(), by)));
    }

    private Decision judge(IncidentCommand.Judge c) {
        return incident.veracity() == c.veracity()
                ? Decision.refuse(Reason.NOTHING_CHANGED, incident.number() + " is " + c.veracity() + " already.")
                : step(IncidentStep.JUDGE, new IncidentEvent.VeracityJudged(id, c.veracity(), c.reason(), by));
    }

    private Decision correct(IncidentCommand.Correct c) {
        boolean same = (c.kind() == null || c.kind() == incident.incidentKind())
                && (c.code() == null || c.code() == incident.code());
        if (same) {
            return Decision.refuse(Reason.NOTHING_CHANGED, incident.number() + " has this kind and code already.");
        }
        IncidentEvent corrected = new IncidentEvent.IncidentCorrected(id, c.kind(), c.code(), c.reason(), by);
        Routing now = new Routing(incident.handling(), incident.unit());
        Routing then = c.kind() == null ? now : Routing.of(picture, c.kind(), incident.unit());
        IncidentKind kind = c.kind() == null ? incident.incidentKind() : c.kind();
        return then.equals(now)
                ? step(IncidentStep.CORRECT, shared(kind, then.unit(), corrected))
                : step(IncidentStep.CORRECT, shared(kind, then.unit(), corrected,
                        new IncidentEvent.IncidentRouted(id, then.handling(), then.unit(), by)));
    }

    /** With what a commission is shown because of them. */
    private Event[] shared(IncidentKind kind, UnitCode unit, Event... events) {
        List<Event> all = new ArrayList<>(List.of(events));
        all.addAll(Liaisons.shares(picture, Liaisons.Matter.of(incident, kind, unit), incident.sharedWith(), by));
        return all.toArray(Event[]::new);
    }

    private Decision close(IncidentCommand.Close c) {
        if (!c.commander() && IncidentSettingsEntity.of(picture).closureNeedsApproval()) {
            return Decision.refuse(Reason.CLOSURE_NEEDS_APPROVAL,
                    "In this operation a commander closes; request the closure.");
        }
        return step(IncidentStep.CLOSE, freeing(new Event.IncidentClosed(id, c.outcome(), c.note(), by)));
    }

    private Decision merge(IncidentCommand.Merge c) {
        if (c.into().equals(id)) {
            return Decision.refuse(Reason.SAME_INCIDENT, "An incident can't be merged into itself.", "/into");
        }
        Optional<Incident> into = other(c.into());
        if (into.isEmpty()) {
            return unknownOther(c.into(), "/into");
        }
        Optional<Decision> otherRoom = rights.otherRoom(into.get(), "/into");
        if (otherRoom.isPresent()) {
            return otherRoom.get();
        }
        if (!into.get().status().open()) {
            return Decision.refuse(Reason.OTHER_INCIDENT_CLOSED, into.get().number() + " is " + into.get().status()
                    + "; merge into one that is open.", "/into");
        }
        if (into.get().clearance() != incident.clearance()) {
            return clearancesDiffer(into.get(), "/into");
        }
        Event[] freed = freeing(new IncidentEvent.IncidentMerged(id, c.into(), by));
        Event[] all = Arrays.copyOf(freed, freed.length + 1);
        all[freed.length] = new IncidentEvent.DuplicateAdded(c.into(), id, by);
        return step(IncidentStep.MERGE, all);
    }

    private Decision link(IncidentCommand.Link c) {
        if (c.other().equals(id)) {
            return Decision.refuse(Reason.SAME_INCIDENT, "An incident can't be linked to itself.", "/other");
        }
        Optional<Incident> other = other(c.other());
        if (other.isEmpty()) {
            return unknownOther(c.other(), "/other");
        }
        Optional<Decision> otherRoom = rights.otherRoom(other.get(), "/other");
        if (otherRoom.isPresent()) {
            return otherRoom.get();
        }
        if (other.get().clearance() != incident.clearance()) {
            return clearancesDiffer(other.get(), "/other");
        }
        return incident.links().contains(c.other())
                ? Decision.refuse(Reason.NOTHING_CHANGED, "The two are linked already.")
                : step(IncidentStep.LINK, new IncidentEvent.IncidentLinked(id, c.other(), by),
                        new IncidentEvent.IncidentLinked(c.other(), id, by));
    }

    private Decision reopen(IncidentCommand.Reopen c) {
        IncidentEvent.IncidentReopened reopened = new IncidentEvent.IncidentReopened(id, c.reason(), by);
        UUID into = incident.duplicateOf();
        return into == null
                ? step(IncidentStep.REOPEN, reopened)
                : step(IncidentStep.REOPEN, reopened, new IncidentEvent.DuplicateRemoved(into, id, by));
    }

    private Decision step(IncidentStep step, Event... events) {
        return incident.status().allows(step)
                ? Decision.accept(events)
                : Decision.refuse(Reason.ILLEGAL_TRANSITION, incident.number() + " is " + incident.status()
                        + "; one cannot " + step.word() + " it now." + allowed());
    }

    private String allowed() {
        return " Possible now: " + incident.status().steps().stream().sorted().map(IncidentStep::word)
                .collect(Collectors.joining(", ")) + ".";
    }

    /** What ends an incident frees its teams, in the same entries. */
    private Event[] freeing(Event end) {
        List<Event> events = new ArrayList<>(List.of(end));
        incident.teams().forEach(
                sent -> events.add(new IncidentEvent.TeamMoved(id, sent.team(), TeamState.CLEARED, by)));
        return events.toArray(Event[]::new);
    }

    private Optional<Team> team(UUID team) {
        return picture.visible(author, Team.key(team), Team.class);
    }

    private Optional<Incident> other(UUID other) {
        return Incidents.visible(picture, author, other).filter(rights::own);
    }

    private Decision clearancesDiffer(Incident other, String pointer) {
        return Decision.refuse(Reason.CLEARANCES_DIFFER, incident.number() + " is " + incident.clearance() + " and "
                + other.number() + " is " + other.clearance() + "; whoever sees one must not learn of the other.",
                pointer);
    }

    private String number(UUID other) {
        return picture.find(Incident.key(other), Incident.class).map(Incident::number).orElse("another incident");
    }

    private static Decision unknownTeam(UUID team) {
        return Decision.refuse(Reason.UNKNOWN_TEAM, "There is no team " + team + " in your jurisdiction.", "/team");
    }

    private static Decision unknownOther(UUID other, String pointer) {
        return Decision.refuse(Reason.UNKNOWN_INCIDENT, "There is no incident " + other + " in your jurisdiction.",
                pointer);
    }
}
