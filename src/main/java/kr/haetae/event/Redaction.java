package kr.haetae.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The free text of an event, and what stays when it is destroyed. The one place that says which entries can be erased: those whose
 * words stand in the picture nowhere, or where the entry's own fold can find them again. Who did something on duty stays.
 *
 * @param subject key of the entity in whose history the event stands, such as {@code incident/<uuid>}
 * @param words the texts, as they were written
 * @param left the event without them; redacted again it is the same
 */
public record Redaction(String subject, List<String> words, Event left) {
    /** Stands for a text that was there; the screens show it in the reader's language. */
    public static final String ERASED = "[삭제됨]";

    public Redaction {
        words = List.copyOf(words);
    }

    /** Empty when the event has no words, or such as can't be erased. */
    public static Optional<Redaction> of(Event event) {
        return Optional.ofNullable(switch (event) {
            case Event.IncidentReported e -> incident(e.incident(), new Event.IncidentReported(e.incident(), e.number(),
                    e.unit(), e.kind(), e.code(), ERASED, e.post(), null, e.occurredAt(), e.source(), null,
                    unnamed(e.reportedBy(), e.enteredBy()), e.enteredBy(), e.handling(), e.clearance(), null,
                    e.monitoring()),
                    e.text(), e.callNumber(), e.sourceLink(),
                    e.reportedBy().equals(e.enteredBy()) ? null : e.reportedBy().name());
            case Event.IncidentCommented e -> incident(e.incident(),
                    new Event.IncidentCommented(e.incident(), ERASED, e.by()), e.text());
            case Event.IncidentDispatched e -> incident(e.incident(),
                    new Event.IncidentDispatched(e.incident(), ERASED, e.by()), e.note());
            case Event.IncidentTransferred e -> incident(e.incident(),
                    new Event.IncidentTransferred(e.incident(), e.unit(), ERASED, e.by()), e.reason());
            case Event.IncidentResolved e -> incident(e.incident(),
                    new Event.IncidentResolved(e.incident(), null, e.by()), e.note());
            case Event.IncidentClosed e -> incident(e.incident(),
                    new Event.IncidentClosed(e.incident(), e.outcome(), null, e.by()), e.note());
            case IncidentEvent e -> of(e);
            case PostEvent.PostReported e -> some("watch/" + e.post(),
                    new PostEvent.PostReported(e.post(), e.kind(), e.phase(), e.fields(), null, e.occurred(),
                            unnamed(e.who(), e.enteredBy()), e.enteredBy()),
                    e.text(), e.who().equals(e.enteredBy()) ? null : e.who().name());
            case PostEvent.SilenceAcknowledged e -> some("unit/" + e.unit(),
                    new PostEvent.SilenceAcknowledged(e.unit(), null, e.by()), e.note());
            case PostEvent e -> null;
            case AlarmEvent e -> null;
            case LevelEvent e -> of(e);
            case ForceEvent.ReserveRequested e -> some("reserve/" + e.request(), new ForceEvent.ReserveRequested(
                    e.request(), e.unit(), e.people(), e.kind(), e.post(), ERASED, e.by()), e.reason());
            case ForceEvent.ReserveMoved e -> some("reserve/" + e.request(),
                    new ForceEvent.ReserveMoved(e.request(), e.to(), e.occurredAt(), null, e.by()), e.reason());
            // What people do at posts: who it is is what it says, and their reasons stand in several lines of the picture.
            case ForceEvent e -> null;
            case UpwardReportEvent.UpwardReportSent e -> incident(e.incident(),
                    new UpwardReportEvent.UpwardReportSent(e.report(), e.incident(), e.ordinal(), e.last(), ERASED,
                            e.sent(), e.from(), e.to(), e.by()),
                    e.text());
            case UpwardReportEvent e -> null;
            case HandoverEvent.HandoverOffered e -> some("handover/" + e.handover(),
                    new HandoverEvent.HandoverOffered(e.handover(), e.unit(), e.clearance(), null, e.items(), e.by()),
                    e.note());
            case HandoverEvent e -> null;
            case CaseEvent e -> of(e);
            case CustodyEvent e -> of(e);
            case DirectiveEvent e -> of(e);
            case ConferenceEvent e -> of(e);
            case StorageEvent e -> of(e);
            case CountingEvent e -> of(e);
            case VisitEvent.VisitRecorded e -> some("visit/" + e.visit(),
                    new VisitEvent.VisitRecorded(e.visit(), e.post(), e.unit(), e.askedBy(), e.askedAt(), e.enteredAt(),
                            e.officers(), e.inUniform(), ERASED, e.incident(), e.by()),
                    e.reason());
            case VisitEvent.VisitCorrected e -> some("visit/" + e.visit(),
                    new VisitEvent.VisitCorrected(e.visit(), e.askedBy(), e.askedAt(), e.enteredAt(), e.leftAt(),
                            e.officers(), e.inUniform(), ERASED, e.by()),
                    e.reason());
            case VisitEvent e -> null;
            // The bytes go with the words, and its name is one of them; the hash tells which file it was.
            case AttachmentEvent.AttachmentAdded e -> always(e.subject(),
                    new AttachmentEvent.AttachmentAdded(e.attachment(), e.subject(), e.sha256(), e.bytes(), e.type(),
                            null, e.width(), e.height(), e.thumbnail(), e.view(), e.takenAt(), e.by()),
                    e.name());
            case AttachmentEvent.AttachmentWithdrawn e -> some(e.subject(),
                    new AttachmentEvent.AttachmentWithdrawn(e.attachment(), e.subject(), ERASED, e.by()), e.reason());
            // Orders and lists of the operation as a whole; requests to erase must stay readable themselves.
            case Event.OperationDefined e -> null;
            case OperationEvent e -> null;
            case Event.PostsPlaced e -> null;
            case Event.PostAssigned e -> null;
            case Event.IncidentAcknowledged e -> null;
            case ErasureEvent e -> null;
            case Event.House e -> null;
        });
    }

    private static @Nullable Redaction of(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.VeracityJudged e -> incident(e.incident(),
                    new IncidentEvent.VeracityJudged(e.incident(), e.veracity(), ERASED, e.by()), e.reason());
            case IncidentEvent.IncidentCorrected e -> incident(e.incident(),
                    new IncidentEvent.IncidentCorrected(e.incident(), e.kind(), e.code(), ERASED, e.by()), e.reason());
            case IncidentEvent.ClosureRequested e -> incident(e.incident(),
                    new IncidentEvent.ClosureRequested(e.incident(), e.outcome(), null, e.by()), e.note());
            case IncidentEvent.ClosureReturned e -> incident(e.incident(),
                    new IncidentEvent.ClosureReturned(e.incident(), ERASED, e.by()), e.reason());
            case IncidentEvent.FalseReportFound e -> incident(e.incident(),
                    new IncidentEvent.FalseReportFound(e.incident(), ERASED, e.by()), e.reason());
            case IncidentEvent.IncidentReopened e -> incident(e.incident(),
                    new IncidentEvent.IncidentReopened(e.incident(), ERASED, e.by()), e.reason());
            case IncidentEvent.TeamSent e -> incident(e.incident(),
                    new IncidentEvent.TeamSent(e.incident(), e.team(), null, e.by()), e.note());
            case IncidentEvent.IncidentRestricted e -> incident(e.incident(),
                    new IncidentEvent.IncidentRestricted(e.incident(), e.clearance(), ERASED, e.by()), e.reason());
            case IncidentEvent.IncidentShared e -> incident(e.incident(),
                    new IncidentEvent.IncidentShared(e.incident(), e.unit(), ERASED, e.by()), e.reason());
            case IncidentEvent.IncidentUnshared e -> incident(e.incident(),
                    new IncidentEvent.IncidentUnshared(e.incident(), e.unit(), ERASED, e.by()), e.reason());
            case IncidentEvent.IncidentRouted e -> null;
            case IncidentEvent.IncidentUnlinked e -> null;
            case IncidentEvent.IncidentSettingsChanged e -> null;
            case IncidentEvent.IncidentMerged e -> null;
            case IncidentEvent.DuplicateAdded e -> null;
            case IncidentEvent.DuplicateRemoved e -> null;
            case IncidentEvent.IncidentLinked e -> null;
            case IncidentEvent.TeamsSet e -> null;
            case IncidentEvent.TeamMoved e -> null;
            case IncidentEvent.IncidentEscalated e -> null;
        };
    }

    private static @Nullable Redaction of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseOpened e -> crime(e, new CaseEvent.CaseOpened(e.caseId(), e.number(), e.unit(), e.kind(),
                    e.origin(), e.incident(), e.electionDay(), e.actOn(), ERASED, e.persons(), e.by()), e.summary());
            case CaseEvent.CaseStageMoved e ->
                crime(e, new CaseEvent.CaseStageMoved(e.caseId(), e.to(), null, e.by()), e.note());
            case CaseEvent.CasePersonsCounted e ->
                crime(e, new CaseEvent.CasePersonsCounted(e.caseId(), e.persons(), ERASED, e.by()), e.reason());
            case CaseEvent.CaseCorrected e -> crime(e, new CaseEvent.CaseCorrected(e.caseId(), e.kind(), e.origin(),
                    e.electionDay(), e.actOn(), e.summary() == null ? null : ERASED, ERASED, e.by()), e.summary(),
                    e.reason());
            case CaseEvent.CaseTransferred e ->
                crime(e, new CaseEvent.CaseTransferred(e.caseId(), e.unit(), ERASED, e.by()), e.reason());
            case CaseEvent.CaseNoted e -> crime(e, new CaseEvent.CaseNoted(e.caseId(), ERASED, e.by()), e.text());
            case CaseEvent.CaseLinked e -> null;
            case CaseEvent.CaseLimitationNear e -> null;
        };
    }

    private static @Nullable Redaction of(DirectiveEvent event) {
        return switch (event) {
            case DirectiveEvent.DirectiveIssued e -> some("directive/" + e.directive(),
                    new DirectiveEvent.DirectiveIssued(e.directive(), e.number(), e.unit(), e.to(), e.below(),
                            e.rooms(), e.posts(), e.urgency(), ERASED, ERASED, e.due(), e.supersedes(), e.decision(),
                            e.by()),
                    e.title(), e.text());
            case DirectiveEvent.DirectiveDone e -> some("directive/" + e.directive(),
                    new DirectiveEvent.DirectiveDone(e.directive(), e.unit(), null, e.by()), e.note());
            case DirectiveEvent.DirectiveReopened e -> some("directive/" + e.directive(),
                    new DirectiveEvent.DirectiveReopened(e.directive(), e.unit(), ERASED, e.by()), e.reason());
            case DirectiveEvent.DirectiveWithdrawn e -> some("directive/" + e.directive(),
                    new DirectiveEvent.DirectiveWithdrawn(e.directive(), ERASED, e.by()), e.reason());
            case DirectiveEvent.DirectiveRead e -> null;
            case DirectiveEvent.DirectiveAcknowledged e -> null;
            case DirectiveEvent.DirectivesChased e -> null;
            case DirectiveEvent.DirectiveConcluded e -> null;
            case DirectiveEvent.DirectivePostAcknowledged e -> null;
            case DirectiveEvent.DirectiveSettingsChanged e -> null;
        };
    }

    /** What a conference is about names matters and not persons, and is changed as a whole. */
    private static @Nullable Redaction of(ConferenceEvent event) {
        return switch (event) {
            case ConferenceEvent.ConferenceAbsent e -> some("conference/" + e.conference(),
                    new ConferenceEvent.ConferenceAbsent(e.conference(), e.unit(), ERASED, e.by()), e.reason());
            case ConferenceEvent.ConferenceItemNoted e -> some("conference/" + e.conference(),
                    new ConferenceEvent.ConferenceItemNoted(e.conference(), e.note(), e.item(), ERASED, e.by()),
                    e.text());
            case ConferenceEvent.ConferenceDecided e -> some("conference/" + e.conference(),
                    new ConferenceEvent.ConferenceDecided(e.conference(), e.decision(), e.item(), ERASED, e.by()),
                    e.text());
            case ConferenceEvent.ConferenceCancelled e -> some("conference/" + e.conference(),
                    new ConferenceEvent.ConferenceCancelled(e.conference(), ERASED, e.by()), e.reason());
            case ConferenceEvent.ConferenceConvened e -> null;
            case ConferenceEvent.ConferenceChanged e -> null;
            case ConferenceEvent.ConferenceStarted e -> null;
            case ConferenceEvent.ConferenceJoined e -> null;
            case ConferenceEvent.ConferenceLeft e -> null;
            case ConferenceEvent.ConferenceItemAdded e -> null;
            case ConferenceEvent.ConferenceEnded e -> null;
        };
    }

    private static @Nullable Redaction of(StorageEvent event) {
        return switch (event) {
            case StorageEvent.StorageOpened e -> storage(e.post(), new StorageEvent.StorageOpened(e.post(), e.boxes(),
                    e.seals(), e.observers(), null, e.at(), e.gaps(), e.by()), e.note());
            case StorageEvent.StorageBoxesChanged e -> storage(e.post(), new StorageEvent.StorageBoxesChanged(e.post(),
                    e.boxes(), e.seals(), ERASED, e.at(), e.by()), e.reason());
            case StorageEvent.StorageCleared e ->
                storage(e.post(), new StorageEvent.StorageCleared(e.post(), null, e.at(), e.by()), e.note());
            case StorageEvent.StorageRoundMade e ->
                storage(e.post(), new StorageEvent.StorageRoundMade(e.post(), null, e.at(), e.by()), e.note());
            case StorageEvent.SealChecked e -> storage(e.post(), new StorageEvent.SealChecked(e.check(),
                    e.post(), e.unit(), e.seals(),
                    e.intact(), null, e.at(), e.gaps(), e.by()), e.note());
            case StorageEvent.CameraReported e -> storage(e.post(), new StorageEvent.CameraReported(e.post(),
                    e.camera(), e.up(), null, e.at(), e.gaps(), e.by()), e.note());
            case StorageEvent.AccessEntered e -> some("storage-access/" + e.access(), new StorageEvent.AccessEntered(
                    e.access(), e.post(), e.unit(), e.who(), e.people(), ERASED, e.at(), e.by()), e.reason());
            case StorageEvent.StorageGapExplained e -> some("storage-gap/" + e.gap(),
                    new StorageEvent.StorageGapExplained(e.gap(), e.post(), ERASED, e.by()), e.text());
            case StorageEvent.CamerasBeat e -> null;
            case StorageEvent.CamerasLost e -> null;
            case StorageEvent.AccessLeft e -> null;
            case StorageEvent.StorageGapsFound e -> null;
            case StorageEvent.StorageSettingsChanged e -> null;
        };
    }

    private static @Nullable Redaction storage(UUID post, StorageEvent left, @Nullable String words) {
        return some("storage/" + post, left, words);
    }

    private static @Nullable Redaction of(CountingEvent event) {
        return switch (event) {
            case CountingEvent.CountingCommanderNamed e -> some("counting/" + e.post(),
                    new CountingEvent.CountingCommanderNamed(e.post(), e.commander(), null, e.by()), e.contact());
            case CountingEvent.CountingStageCorrected e -> some("counting/" + e.post(),
                    new CountingEvent.CountingStageCorrected(e.post(), e.stage(), ERASED, e.by()), e.reason());
            case CountingEvent.CordonsSet e -> null;
            case CountingEvent.CountingStageReached e -> null;
            case CountingEvent.CountingEndReported e -> null;
        };
    }

    private static @Nullable Redaction crime(CaseEvent of, CaseEvent left, @Nullable String... words) {
        return some("case/" + of.caseId(), left, words);
    }

    /** Who went with a transport and who confirmed it are on duty and stay. */
    private static @Nullable Redaction of(CustodyEvent event) {
        return switch (event) {
            case CustodyEvent.RouteChanged e ->
                route(e.plan().route(), new CustodyEvent.RouteChanged(e.plan(), ERASED, e.by()), e.reason());
            case CustodyEvent.RouteCancelled e ->
                route(e.route(), new CustodyEvent.RouteCancelled(e.route(), ERASED, e.by()), e.reason());
            case CustodyEvent.TransportStopped e -> route(e.route(),
                    new CustodyEvent.TransportStopped(e.route(), ERASED, e.at(), e.discrepancies(), e.by()),
                    e.reason());
            case CustodyEvent.OverdueAcknowledged e -> some("unit/" + e.unit(),
                    new CustodyEvent.OverdueAcknowledged(e.unit(), null, e.by()), e.note());
            case CustodyEvent.DiscrepancyExplained e -> route(e.route(),
                    new CustodyEvent.DiscrepancyExplained(e.discrepancy(), e.route(), ERASED, e.by()), e.text());
            case CustodyEvent.RoutesPlanned e -> null;
            case CustodyEvent.TransportDeparted e -> null;
            case CustodyEvent.TransportCheckpointPassed e -> null;
            case CustodyEvent.TransportResumed e -> null;
            case CustodyEvent.TransportArrived e -> null;
            case CustodyEvent.TransportHandedOver e -> null;
            case CustodyEvent.RoutesOverdue e -> null;
            case CustodyEvent.TransportSettingsChanged e -> null;
            case CustodyEvent.DiscrepancyAccepted e -> null;
        };
    }

    private static @Nullable Redaction route(UUID route, Event left, String words) {
        return some("route/" + route, left, words);
    }

    private static @Nullable Redaction of(LevelEvent event) {
        return switch (event) {
            case LevelEvent.LevelDeclared e -> level(e.declaration(), new LevelEvent.LevelDeclared(e.declaration(),
                    e.unit(), e.level(), e.from(), e.until(), ERASED, e.urgent(), e.step(), e.needs(), e.state(),
                    e.by()), e.reason());
            case LevelEvent.LevelRefused e -> level(e.declaration(),
                    new LevelEvent.LevelRefused(e.declaration(), ERASED, e.by()), e.reason());
            case LevelEvent.LevelExtended e -> level(e.declaration(),
                    new LevelEvent.LevelExtended(e.declaration(), e.until(), ERASED, e.by()), e.reason());
            case LevelEvent.LevelLifted e -> level(e.declaration(),
                    new LevelEvent.LevelLifted(e.declaration(), ERASED, e.by()), e.reason());
            case LevelEvent.LevelPlanSet e -> null;
            case LevelEvent.LevelConfirmed e -> null;
            case LevelEvent.LevelApproved e -> null;
            case LevelEvent.LevelTookEffect e -> null;
            case LevelEvent.LevelExpired e -> null;
            case LevelEvent.LevelReceived e -> null;
            case LevelEvent.MusterReported e -> some("level/" + e.declaration(), new LevelEvent.MusterReported(
                    e.declaration(), e.unit(), e.ordered(), e.mustered(), null, e.by()), e.note());
        };
    }

    private static @Nullable Redaction incident(UUID incident, Event left, @Nullable String... words) {
        return some("incident/" + incident, left, words);
    }

    private static @Nullable Redaction level(UUID declaration, Event left, String words) {
        return some("level/" + declaration, left, words);
    }

    private static @Nullable Redaction some(String subject, Event left, @Nullable String... words) {
        Redaction redaction = always(subject, left, words);
        return redaction.words().isEmpty() ? null : redaction;
    }

    /** Also where there are no words. */
    private static Redaction always(String subject, Event left, @Nullable String... words) {
        return new Redaction(subject, Arrays.stream(words).flatMap(Stream::ofNullable).toList(), left);
    }

    /** Whoever is named in a report without having made it is not named any more. */
    private static Person unnamed(Person named, Person enteredBy) {
        return named.equals(enteredBy) ? named : new Person(null, null, named.unit());
    }
}
