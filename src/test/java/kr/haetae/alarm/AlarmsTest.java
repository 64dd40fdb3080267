package kr.haetae.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.AlarmEvent;
import kr.haetae.event.AlarmKind;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.PostState;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.picture.Key;
import kr.haetae.picture.Story;
import kr.haetae.picture.View;
import kr.haetae.post.Silence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {
    private static final Instant NOW = Instant.parse("2026-06-03T01:00:00Z");

    private final Story story = new Story("a");
    private final String subject = Incident.key(story.incident(1)).toString();

    @BeforeEach
    void somethingHappened() {
        story.report(1, Story.GANGNAM, 0, Clearance.GENERAL);
    }

    @Test
    void aRoomTakesNoteForItselfAndOnlyForItself() {
        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW);

        assertThat(note(Story.GANGNAM).orElseThrow().by().unit()).isEqualTo(Story.GANGNAM);
        assertThat(note(Story.SEOUL)).isEmpty();
        assertThat(refused(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW)).isEqualTo(Reason.ALREADY_THERE);
        assertThat(decide(Story.SEOUL, AlarmKind.INCIDENT_CODE_0, subject, NOW)).isInstanceOf(Decision.Accepted.class);
    }

    /** A cause that began later is not what was taken note of. */
    @Test
    void whatBeganLaterIsNotedAnewAndReplacesTheNoteBefore() {
        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW.minusSeconds(60));

        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW);

        assertThat(note(Story.GANGNAM).orElseThrow().since()).isEqualTo(NOW);
        assertThat(refused(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW.minusSeconds(60)))
                .isEqualTo(Reason.ALREADY_THERE);
    }

    @ParameterizedTest
    @CsvSource({
        "seoul-gangnam, INCIDENT_CODE_0, incident/00000000-0000-0000-0000-000000000001, 0, UNKNOWN_SUBJECT",
        "seoul-jongno, INCIDENT_CODE_0, -, 0, UNKNOWN_SUBJECT",
        "busan, INCIDENT_CODE_0, -, 0, UNKNOWN_SUBJECT",
        "seoul-gangnam, LOST_CONTACT, -, 0, UNKNOWN_SUBJECT",
        "seoul-gangnam, LOST_CONTACT, silence/seoul-gangnam, 0, UNKNOWN_SUBJECT",
        "seoul-gangnam, INCIDENT_ESCALATED, unit/seoul-jongno, 0, NOT_YOUR_ROOM",
        "seoul, INCIDENT_ESCALATED, unit/seoul-gangnam, 0, NOT_YOUR_ROOM",
        "seoul-gangnam, INCIDENT_ESCALATED, unit/mars, 0, NOT_YOUR_ROOM",
        "seoul-gangnam, INCIDENT_CODE_0, -, 301, OCCURRED_IN_FUTURE"})
    void nobodyNotesWhatIsNotThereNotHisOrNotYet(String unit, AlarmKind kind, String of, long ahead, Reason reason) {
        assertThat(refused(new UnitCode(unit), kind, of.equals("-") ? subject : of, NOW.plusSeconds(ahead)))
                .isEqualTo(reason);
    }

    @Test
    void manyAtOnceAreNotedUnderTheRoomsOwnName() {
        note(Story.SEOUL, AlarmKind.LOST_CONTACT, "unit/seoul", NOW);

        assertThat(find(Story.SEOUL, AlarmKind.LOST_CONTACT, "unit/seoul")).isPresent();
    }

    @Test
    void itGoesWithTheCause() {
        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW);
        story.comment(1);
        assertThat(note(Story.GANGNAM)).isPresent();

        story.tell(new Event.IncidentAcknowledged(story.incident(1), Story.SOMEBODY));

        assertThat(note(Story.GANGNAM)).isEmpty();
    }

    @Test
    void itGoesWhenItsSubjectLeavesThePictureAndWhenTheOperationCloses() {
        story.place(1, Story.GANGNAM);
        story.enter(kr.haetae.event.Phase.VOTING);
        story.silent(1, PostState.LOST_CONTACT);
        String silence = Silence.key(Story.GANGNAM).toString();
        assertThat(story.now().find(Silence.key(Story.GANGNAM), Silence.class).orElseThrow().lostAt()).isNotNull();
        note(Story.GANGNAM, AlarmKind.LOST_CONTACT, silence, NOW);
        story.heard(1, kr.haetae.event.PostReportKind.NIL, 0);
        assertThat(find(Story.GANGNAM, AlarmKind.LOST_CONTACT, silence)).isEmpty();

        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW);
        story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));
        assertThat(note(Story.GANGNAM)).isEmpty();
        assertThat(refused(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW))
                .isEqualTo(Reason.OPERATION_NOT_OPEN);
    }

    /** A note would tell whoever is not cleared that there is something. */
    @Test
    void whatIsRestrictedTakesItsNotesAlong() {
        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW);
        View uncleared = new View(Story.GANGNAM, Set.of(Clearance.GENERAL));
        assertThat(story.now().permits(uncleared, note(Story.GANGNAM).orElseThrow())).isTrue();

        story.tell(new IncidentEvent.IncidentRestricted(story.incident(1), Clearance.RESTRICTED, "보안",
                Story.SOMEBODY));

        assertThat(story.now().permits(uncleared, note(Story.GANGNAM).orElseThrow())).isFalse();
        assertThat(refused(Story.GANGNAM, AlarmKind.INCIDENT_ESCALATED, subject, NOW))
                .isEqualTo(Reason.UNKNOWN_SUBJECT);
    }

    @Test
    void theRoomAboveSeesItWhenItLooksIntoThatRoomNotInItsOwnPicture() {
        note(Story.GANGNAM, AlarmKind.INCIDENT_CODE_0, subject, NOW);
        AlarmAcknowledgement note = note(Story.GANGNAM).orElseThrow();

        assertThat(includes(Story.GANGNAM, note)).isTrue();
        assertThat(includes(Story.SEOUL, note)).isFalse();
        assertThat(includes(Story.JONGNO, note)).isFalse();
    }

    private boolean includes(UnitCode scope, AlarmAcknowledgement note) {
        return note.audience().includes(new View(scope, Set.of(Clearance.GENERAL)), story.now().tree());
    }

    private void note(UnitCode unit, AlarmKind kind, String of, Instant since) {
        Decision decision = decide(unit, kind, of, since);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Event event = ((Decision.Accepted) decision).events().get(0);
        assertThat(event).isInstanceOf(AlarmEvent.AlarmAcknowledged.class);
        story.tell(event);
    }

    private Reason refused(UnitCode unit, AlarmKind kind, String of, Instant since) {
        return ((Decision.Refused) decide(unit, kind, of, since)).reason();
    }

    private Decision decide(UnitCode unit, AlarmKind kind, String of, Instant since) {
        Key key = new Key(of.substring(0, of.indexOf('/')), of.substring(of.indexOf('/') + 1));
        return Alarms.decide(story.now(), NOW, new Author(new UUID(5, 5), "김경위", unit, null),
                new AcknowledgeAlarm(kind, key, since));
    }

    private Optional<AlarmAcknowledgement> note(UnitCode unit) {
        return find(unit, AlarmKind.INCIDENT_CODE_0, subject);
    }

    private Optional<AlarmAcknowledgement> find(UnitCode unit, AlarmKind kind, String of) {
        return story.now().find(AlarmAcknowledgement.key(unit, kind, of), AlarmAcknowledgement.class);
    }
}
