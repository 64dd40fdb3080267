package kr.haetae.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Between an event and its bytes. A type and version that is not in the table can't be read: the node that meets one stops
 * rather than guess.
 */
public final class EventCodec {
    private record Form(String type, int version, Class<? extends Event> shape) {}

    private static final Map<Class<? extends Event>, Form> BY_SHAPE = Stream.of(
            new Form("organisation-adopted", 1, Event.OrganisationAdopted.class),
            new Form("operation-created", 1, Event.OperationCreated.class),
            new Form("operation-archived", 1, Event.OperationArchived.class),
            new Form("account-created", 1, Event.AccountCreated.class),
            new Form("account-posted", 1, Event.AccountPosted.class),
            new Form("account-cleared", 1, Event.AccountCleared.class),
            new Form("account-disabled", 1, Event.AccountDisabled.class),
            new Form("account-enabled", 1, Event.AccountEnabled.class),
            new Form("password-changed", 1, Event.PasswordChanged.class),
            new Form("credentials-reset", 1, Event.CredentialsReset.class),
            new Form("passkey-added", 1, Event.PasskeyAdded.class),
            new Form("passkey-removed", 1, Event.PasskeyRemoved.class),
            new Form("passkeys-removed", 1, Event.PasskeysRemoved.class),
            new Form("session-ended", 1, Event.SessionEnded.class),
            new Form("operation-defined", 1, Event.OperationDefined.class),
            new Form("operation-opened", 1, OperationEvent.OperationOpened.class),
            new Form("operation-closed", 1, OperationEvent.OperationClosed.class),
            new Form("clock-set", 1, OperationEvent.ClockSet.class),
            new Form("timetable-set", 1, OperationEvent.TimetableSet.class),
            new Form("phase-entered", 1, OperationEvent.PhaseEntered.class),
            new Form("settings-changed", 1, OperationEvent.SettingsChanged.class),
            new Form("level-plan-set", 1, LevelEvent.LevelPlanSet.class),
            new Form("level-declared", 1, LevelEvent.LevelDeclared.class),
            new Form("level-confirmed", 1, LevelEvent.LevelConfirmed.class),
            new Form("level-approved", 1, LevelEvent.LevelApproved.class),
            new Form("level-refused", 1, LevelEvent.LevelRefused.class),
            new Form("level-extended", 1, LevelEvent.LevelExtended.class),
            new Form("level-lifted", 1, LevelEvent.LevelLifted.class),
            new Form("level-took-effect", 1, LevelEvent.LevelTookEffect.class),
            new Form("level-expired", 1, LevelEvent.LevelExpired.class),
            new Form("level-received", 1, LevelEvent.LevelReceived.class),
            new Form("muster-reported", 1, LevelEvent.MusterReported.class),
            new Form("strength-set", 1, ForceEvent.StrengthSet.class),
            new Form("deployments-planned", 1, ForceEvent.DeploymentsPlanned.class),
            new Form("deployment-moved", 1, ForceEvent.DeploymentMoved.class),
            new Form("checked-in", 1, ForceEvent.CheckedIn.class),
            new Form("checked-out", 1, ForceEvent.CheckedOut.class),
            new Form("deployments-fell-late", 1, ForceEvent.DeploymentsFellLate.class),
            new Form("shifts-turned", 1, ForceEvent.ShiftsTurned.class),
            new Form("attendance-corrected", 1, ForceEvent.AttendanceCorrected.class),
            new Form("reserve-requested", 1, ForceEvent.ReserveRequested.class),
            new Form("reserve-approved", 1, ForceEvent.ReserveApproved.class),
            new Form("reserve-moved", 1, ForceEvent.ReserveMoved.class),
            new Form("posts-placed", 1, Event.PostsPlaced.class),
            new Form("post-assigned", 1, Event.PostAssigned.class),
            new Form("post-reported", 1, PostEvent.PostReported.class),
            new Form("posts-fell-silent", 1, PostEvent.PostsFellSilent.class),
            new Form("outage-began", 1, PostEvent.OutageBegan.class),
            new Form("outage-ended", 1, PostEvent.OutageEnded.class),
            new Form("watch-kept", 1, PostEvent.WatchKept.class),
            new Form("silence-acknowledged", 1, PostEvent.SilenceAcknowledged.class),
            new Form("alarm-acknowledged", 1, AlarmEvent.AlarmAcknowledged.class),
            new Form("visit-recorded", 1, VisitEvent.VisitRecorded.class),
            new Form("visit-ended", 1, VisitEvent.VisitEnded.class),
            new Form("visit-corrected", 1, VisitEvent.VisitCorrected.class),
            new Form("incident-reported", 2, Event.IncidentReported.class),
            new Form("incident-acknowledged", 1, Event.IncidentAcknowledged.class),
            new Form("incident-commented", 1, Event.IncidentCommented.class),
            new Form("incident-dispatched", 1, Event.IncidentDispatched.class),
            new Form("incident-transferred", 1, Event.IncidentTransferred.class),
            new Form("incident-resolved", 1, Event.IncidentResolved.class),
            new Form("incident-closed", 1, Event.IncidentClosed.class),
            new Form("incident-settings-changed", 2, IncidentEvent.IncidentSettingsChanged.class),
            new Form("veracity-judged", 1, IncidentEvent.VeracityJudged.class),
            new Form("incident-corrected", 1, IncidentEvent.IncidentCorrected.class),
            new Form("closure-requested", 1, IncidentEvent.ClosureRequested.class),
            new Form("closure-returned", 1, IncidentEvent.ClosureReturned.class),
            new Form("false-report-found", 1, IncidentEvent.FalseReportFound.class),
            new Form("incident-merged", 1, IncidentEvent.IncidentMerged.class),
            new Form("duplicate-added", 1, IncidentEvent.DuplicateAdded.class),
            new Form("duplicate-removed", 1, IncidentEvent.DuplicateRemoved.class),
            new Form("incident-linked", 1, IncidentEvent.IncidentLinked.class),
            new Form("incident-unlinked", 1, IncidentEvent.IncidentUnlinked.class),
            new Form("incident-routed", 1, IncidentEvent.IncidentRouted.class),
            new Form("incident-restricted", 1, IncidentEvent.IncidentRestricted.class),
            new Form("incident-shared", 1, IncidentEvent.IncidentShared.class),
            new Form("incident-unshared", 1, IncidentEvent.IncidentUnshared.class),
            new Form("upward-report-sent", 1, UpwardReportEvent.UpwardReportSent.class),
            new Form("upward-report-received", 1, UpwardReportEvent.UpwardReportReceived.class),
            new Form("handover-offered", 1, HandoverEvent.HandoverOffered.class),
            new Form("handover-accepted", 1, HandoverEvent.HandoverAccepted.class),
            new Form("handover-withdrawn", 1, HandoverEvent.HandoverWithdrawn.class),
            new Form("incident-reopened", 1, IncidentEvent.IncidentReopened.class),
            new Form("teams-set", 1, IncidentEvent.TeamsSet.class),
            new Form("team-sent", 1, IncidentEvent.TeamSent.class),
            new Form("team-moved", 1, IncidentEvent.TeamMoved.class),
            new Form("incident-escalated", 1, IncidentEvent.IncidentEscalated.class),
            new Form("case-opened", 1, CaseEvent.CaseOpened.class),
            new Form("case-stage-moved", 1, CaseEvent.CaseStageMoved.class),
            new Form("case-persons-counted", 1, CaseEvent.CasePersonsCounted.class),
            new Form("case-corrected", 1, CaseEvent.CaseCorrected.class),
            new Form("case-transferred", 1, CaseEvent.CaseTransferred.class),
            new Form("case-noted", 1, CaseEvent.CaseNoted.class),
            new Form("case-linked", 1, CaseEvent.CaseLinked.class),
            new Form("case-limitation-near", 1, CaseEvent.CaseLimitationNear.class),
            new Form("routes-planned", 1, CustodyEvent.RoutesPlanned.class),
            new Form("route-changed", 1, CustodyEvent.RouteChanged.class),
            new Form("route-cancelled", 1, CustodyEvent.RouteCancelled.class),
            new Form("transport-departed", 1, CustodyEvent.TransportDeparted.class),
            new Form("transport-checkpoint-passed", 1, CustodyEvent.TransportCheckpointPassed.class),
            new Form("transport-stopped", 1, CustodyEvent.TransportStopped.class),
            new Form("transport-resumed", 1, CustodyEvent.TransportResumed.class),
            new Form("transport-arrived", 1, CustodyEvent.TransportArrived.class),
            new Form("transport-handed-over", 1, CustodyEvent.TransportHandedOver.class),
            new Form("routes-overdue", 1, CustodyEvent.RoutesOverdue.class),
            new Form("overdue-acknowledged", 1, CustodyEvent.OverdueAcknowledged.class),
            new Form("transport-settings-changed", 1, CustodyEvent.TransportSettingsChanged.class),
            new Form("discrepancy-explained", 1, CustodyEvent.DiscrepancyExplained.class),
            new Form("discrepancy-accepted", 1, CustodyEvent.DiscrepancyAccepted.class),
            new Form("directive-issued", 1, DirectiveEvent.DirectiveIssued.class),
            new Form("directive-read", 1, DirectiveEvent.DirectiveRead.class),
            new Form("directive-acknowledged", 1, DirectiveEvent.DirectiveAcknowledged.class),
            new Form("directive-done", 1, DirectiveEvent.DirectiveDone.class),
            new Form("directive-reopened", 1, DirectiveEvent.DirectiveReopened.class),
            new Form("directives-chased", 1, DirectiveEvent.DirectivesChased.class),
            new Form("directive-withdrawn", 1, DirectiveEvent.DirectiveWithdrawn.class),
            new Form("directive-concluded", 1, DirectiveEvent.DirectiveConcluded.class),
            new Form("directive-post-acknowledged", 1, DirectiveEvent.DirectivePostAcknowledged.class),
            new Form("directive-settings-changed", 1, DirectiveEvent.DirectiveSettingsChanged.class),
            new Form("conference-convened", 1, ConferenceEvent.ConferenceConvened.class),
            new Form("conference-changed", 1, ConferenceEvent.ConferenceChanged.class),
            new Form("conference-started", 1, ConferenceEvent.ConferenceStarted.class),
            new Form("conference-joined", 1, ConferenceEvent.ConferenceJoined.class),
            new Form("conference-left", 1, ConferenceEvent.ConferenceLeft.class),
            new Form("conference-absent", 1, ConferenceEvent.ConferenceAbsent.class),
            new Form("conference-item-added", 1, ConferenceEvent.ConferenceItemAdded.class),
            new Form("conference-item-noted", 1, ConferenceEvent.ConferenceItemNoted.class),
            new Form("conference-decided", 1, ConferenceEvent.ConferenceDecided.class),
            new Form("conference-ended", 1, ConferenceEvent.ConferenceEnded.class),
            new Form("conference-cancelled", 1, ConferenceEvent.ConferenceCancelled.class),
            new Form("storage-opened", 1, StorageEvent.StorageOpened.class),
            new Form("storage-boxes-changed", 1, StorageEvent.StorageBoxesChanged.class),
            new Form("storage-cleared", 1, StorageEvent.StorageCleared.class),
            new Form("storage-round-made", 1, StorageEvent.StorageRoundMade.class),
            new Form("seal-checked", 1, StorageEvent.SealChecked.class),
            new Form("camera-reported", 1, StorageEvent.CameraReported.class),
            new Form("cameras-beat", 1, StorageEvent.CamerasBeat.class),
            new Form("cameras-lost", 1, StorageEvent.CamerasLost.class),
            new Form("access-entered", 1, StorageEvent.AccessEntered.class),
            new Form("access-left", 1, StorageEvent.AccessLeft.class),
            new Form("storage-gaps-found", 1, StorageEvent.StorageGapsFound.class),
            new Form("storage-gap-explained", 1, StorageEvent.StorageGapExplained.class),
            new Form("storage-settings-changed", 1, StorageEvent.StorageSettingsChanged.class),
            new Form("cordons-set", 1, CountingEvent.CordonsSet.class),
            new Form("counting-commander-named", 1, CountingEvent.CountingCommanderNamed.class),
            new Form("counting-stage-reached", 1, CountingEvent.CountingStageReached.class),
            new Form("counting-stage-corrected", 1, CountingEvent.CountingStageCorrected.class),
            new Form("counting-end-reported", 1, CountingEvent.CountingEndReported.class),
            new Form("attachment-added", 1, AttachmentEvent.AttachmentAdded.class),
            new Form("attachment-withdrawn", 1, AttachmentEvent.AttachmentWithdrawn.class),
            new Form("erasure-requested", 1, ErasureEvent.ErasureRequested.class),
            new Form("erasure-refused", 1, ErasureEvent.ErasureRefused.class),
            new Form("entry-erased", 1, ErasureEvent.EntryErased.class))
            .collect(Collectors.toUnmodifiableMap(Form::shape, Function.identity()));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .build();

    private static final Map<Class<? extends Event>, ObjectWriter> WRITERS = BY_SHAPE.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), MAPPER::writerFor));

    private static final Map<String, ObjectReader> READERS = Stream
            .concat(BY_SHAPE.values().stream().map(f -> Map.entry(f.type() + '/' + f.version(), f.shape())),
                    Former.SHAPES.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> MAPPER.readerFor(e.getValue())));

    private EventCodec() {}

    /** The type name, such as {@code incident-reported}. */
    public static String type(Event event) {
        return form(event).type();
    }

    /** The version of the bytes that {@link #encode} writes, from 1. */
    public static int version(Event event) {
        return form(event).version();
    }

    /** The event's body, UTF-8 JSON. */
    public static byte[] encode(Event event) {
        ObjectWriter writer = WRITERS.get(event.getClass());
        if (writer == null) {
            throw new IllegalStateException("no form for " + event.getClass());
        }
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass(), e);
        }
    }

    /**
     * Reads a body.
     *
     * @return empty when this program does not know the type or its version
     * @throws IllegalArgumentException when the bytes are not what the type says
     */
    public static Optional<Event> decode(String type, int version, byte[] body) {
        ObjectReader reader = READERS.get(type + '/' + version);
        if (reader == null) {
            return Optional.empty();
        }
        try {
            Object read = reader.readValue(body);
            return Optional.of(read instanceof Former former ? former.today() : (Event) read);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body of a " + type + " v" + version + " can't be read", e);
        }
    }

    private static Form form(Event event) {
        Form form = BY_SHAPE.get(event.getClass());
        if (form == null) {
            throw new IllegalStateException("no form for " + event.getClass());
        }
        return form;
    }
}
