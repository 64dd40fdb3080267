package kr.haetae.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.TeamState;
import kr.haetae.event.Veracity;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Evolution;
import kr.haetae.picture.Picture;

/** Decides commands about incidents and folds what was decided. Pure. */
public final class Incidents implements Evolution {
    /** What becomes of the command on this picture; {@code at} is the operation's time. */
    public static Decision decide(Picture picture, Instant at, Author author, IncidentCommand command) {
        if (command instanceof IncidentCommand.Report report) {
            return picture.notOpen().orElseGet(() -> Reporting.decide(picture, at, author, report));
        }
        return visible(picture, author, command.incident())
                .map(incident -> new IncidentWork(picture, author, incident).decide(command))
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_INCIDENT,
                        "There is no incident " + command.incident() + " in your jurisdiction."));
    }

    /** The incident, if the author may see it: within his jurisdiction or shared with it, and he is cleared. */
    public static Optional<Incident> visible(Picture picture, Author author, UUID incident) {
        return picture.visible(author, Incident.key(incident), Incident.class);
    }

    /** Which other incident an entry of an incident's history names. */
    public static Optional<UUID> named(Event event) {
        return switch (event) {
            case IncidentEvent.IncidentMerged e -> Optional.of(e.into());
            case IncidentEvent.DuplicateAdded e -> Optional.of(e.duplicate());
            case IncidentEvent.DuplicateRemoved e -> Optional.of(e.duplicate());
            case IncidentEvent.IncidentLinked e -> Optional.of(e.other());
            case IncidentEvent.IncidentUnlinked e -> Optional.of(e.other());
            default -> Optional.empty();
        };
    }

    @Override
    public void apply(Draft draft, Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case Event.IncidentReported e -> {
                draft.count(Reporting.counter(e.unit()));
                draft.put(reported(e, at));
            }
            case Event.IncidentAcknowledged e -> change(draft, e.incident(), i -> i.worked(at, e.by()));
            case Event.IncidentCommented e -> change(draft, e.incident(), IncidentChange::remarked);
            case Event.IncidentDispatched e ->
                change(draft, e.incident(), i -> i.worked(at, e.by()).to(IncidentStatus.DISPATCHED).remarked());
            case Event.IncidentTransferred e -> change(draft, e.incident(), i -> i.owner(e.unit()));
            case Event.IncidentResolved e -> change(draft, e.incident(), i -> i.worked(at, e.by()).resolved(at));
            case Event.IncidentClosed e -> change(draft, e.incident(),
                    i -> i.worked(at, e.by()).ended(IncidentStatus.CLOSED, at, e.outcome()));
            case IncidentEvent e -> apply(draft, entry, e);
            case ErasureEvent.EntryErased e -> erase(draft, e);
            default -> {}
        }
    }

    private static void apply(Draft draft, Entry entry, IncidentEvent event) {
        Instant at = entry.at();
        long seq = entry.seq();
        switch (event) {
            case IncidentEvent.IncidentSettingsChanged e -> draft.operation().ifPresent(operation -> draft.put(
                    new IncidentSettingsEntity(operation.operation(), operation.root(), e.settings())));
            case IncidentEvent.VeracityJudged e ->
                change(draft, e.incident(), i -> i.worked(at, e.by()).judged(e.veracity()));
            case IncidentEvent.IncidentCorrected e -> change(draft, e.incident(), i -> i.corrected(e.kind(), e.code()));
            case IncidentEvent.ClosureRequested e -> change(draft, e.incident(), i -> i.worked(at, e.by())
                    .closureRequested(new ClosureRequest(e.outcome(), e.note(), e.by(), at, seq)));
            case IncidentEvent.ClosureReturned e -> change(draft, e.incident(), IncidentChange::closureReturned);
            case IncidentEvent.FalseReportFound e -> change(draft, e.incident(),
                    i -> i.worked(at, e.by()).judged(Veracity.UNFOUNDED).ended(IncidentStatus.FALSE_REPORT, at, null));
            case IncidentEvent.IncidentMerged e -> change(draft, e.incident(), i -> i.worked(at, e.by())
                    .mergedInto(e.into()).ended(IncidentStatus.DUPLICATE, at, null));
            case IncidentEvent.DuplicateAdded e -> change(draft, e.incident(), i -> i.duplicate(e.duplicate()));
            case IncidentEvent.DuplicateRemoved e -> change(draft, e.incident(), i -> i.noDuplicate(e.duplicate()));
            case IncidentEvent.IncidentLinked e -> change(draft, e.incident(), i -> i.linked(e.other()));
            case IncidentEvent.IncidentUnlinked e -> change(draft, e.incident(), i -> i.unlinked(e.other()));
            case IncidentEvent.IncidentRouted e ->
                change(draft, e.incident(), i -> i.routed(e.handling(), e.unit()));
            case IncidentEvent.IncidentRestricted e -> restrict(draft, e);
            case IncidentEvent.IncidentShared e -> change(draft, e.incident(), i -> i.shared(e.unit()));
            case IncidentEvent.IncidentUnshared e -> change(draft, e.incident(), i -> i.unshared(e.unit()));
            case IncidentEvent.IncidentReopened e -> change(draft, e.incident(), i -> i.reopened(at));
            case IncidentEvent.IncidentEscalated e -> change(draft, e.incident(), i -> i.escalated(e.to(), at));
            case IncidentEvent.TeamsSet e -> e.teams().forEach(team -> draft.put(
                    draft.find(Team.key(team.team()), Team.class)
                            .map(standing -> standing.placed(team))
                            .orElseGet(() -> Team.free(team.team(), team.unit(), team.name()))));
            case IncidentEvent.TeamSent e -> {
                move(draft, e.team(), new Move(e.incident(), TeamState.EN_ROUTE, at));
                change(draft, e.incident(), i -> i.worked(at, e.by()).to(IncidentStatus.DISPATCHED));
            }
            case IncidentEvent.TeamMoved e -> {
                move(draft, e.team(), new Move(e.incident(), e.to(), at));
                if (e.to() == TeamState.ON_SCENE) {
                    change(draft, e.incident(), i -> i.worked(at, e.by()).to(IncidentStatus.ON_SCENE));
                }
            }
        }
    }

    /** Also where nothing is left to erase, so that the words' being there or not makes no difference to what is folded. */
    private static void erase(Draft draft, ErasureEvent.EntryErased erased) {
        if (!erased.subject().startsWith(Incident.KIND + "/")) {
            return;
        }
        UUID incident = UUID.fromString(erased.subject().substring(Incident.KIND.length() + 1));
        change(draft, incident, i -> switch (erased.redacted()) {
            case Event.IncidentReported left -> i.reportErased(left);
            case IncidentEvent.ClosureRequested left -> i.closureNoteErased(erased.seq(), left.note());
            default -> i;
        });
    }

    private record Move(UUID incident, TeamState to, Instant at) {}

    private static void move(Draft draft, UUID id, Move move) {
        draft.find(Team.key(id), Team.class).ifPresent(team -> {
            draft.find(Incident.key(move.incident()), Incident.class)
                    .ifPresent(incident -> draft.put(team.at(incident, move.to(), move.at())));
            change(draft, move.incident(),
                    i -> i.team(new SentTeam(id, team.name(), move.to(), move.at())));
        });
    }

    /** The teams at it go with it. */
    private static void restrict(Draft draft, IncidentEvent.IncidentRestricted e) {
        change(draft, e.incident(), i -> i.restricted(e.clearance()));
        draft.find(Incident.key(e.incident()), Incident.class).ifPresent(incident -> incident.teams()
                .forEach(sent -> draft.find(Team.key(sent.team()), Team.class)
                        .ifPresent(team -> draft.put(team.seenBy(e.clearance())))));
    }

    static void change(Draft draft, UUID id, UnaryOperator<IncidentChange> step) {
        draft.find(Incident.key(id), Incident.class).ifPresent(before -> {
            Incident after = step.apply(before.change()).done();
            draft.put(after);
            if (!before.audience().equals(after.audience())) {
                UpwardReports.follow(draft, after);
            }
        });
    }

    private static Incident reported(Event.IncidentReported e, Instant at) {
        return new Incident(e.incident(), e.number(), e.unit(), e.handling(), e.clearance(), List.of(), e.post(),
                e.position(), e.kind(), e.code(), e.text(),
                IncidentStatus.REPORTED, Veracity.UNVERIFIED, e.occurredAt(), at, at, e.source(), e.callNumber(),
                e.reportedBy(), e.enteredBy(), null, null, null, null, null, null, null, null, List.of(), null,
                List.of(), List.of(), 0, 0, e.sourceLink(), e.monitoring(), List.of(), false);
    }
}
