package kr.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.NamedId;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentsTest {
    private static final Instant NOW = Instant.parse("2026-06-03T01:00:00Z");
    private static final Author ROOM = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    private static final UUID POST = NamedId.of(Story.OPERATION, "post1");

    private final Story story = new Story("a");

    @Test
    void aReportGetsTheNextNumberOfItsUnit() {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.JONGNO, 2);

        Event.IncidentReported reported = reported(report(ROOM, null, null, NOW));

        assertThat(reported.number()).isEqualTo("서울강남-0002");
        assertThat(reported.unit()).isEqualTo(Story.GANGNAM);
        assertThat(reported.reportedBy()).isEqualTo(ROOM.person());
    }

    @Test
    void numbersGoOnAfterATransfer() {
        story.report(1, Story.GANGNAM, 2);
        story.transfer(1, Story.JONGNO);

        assertThat(reported(report(ROOM, null, null, NOW)).number()).isEqualTo("서울강남-0002");
    }

    @Test
    void anOfficersOwnPostIsMeantWhenNoPlaceIsGiven() {
        story.place(1, Story.GANGNAM);
        Author officer = new Author(new UUID(6, 6), "김순경", Story.GANGNAM, POST);

        assertThat(reported(report(officer, null, null, NOW)).post()).isEqualTo(POST);
    }

    @Test
    void theSuperiorReportsForAStationBelowAndThePostDecidesTheUnit() {
        story.place(1, Story.GANGNAM);
        Author seoul = new Author(new UUID(6, 6), "서울청", Story.SEOUL, null);

        assertThat(reported(report(seoul, POST, null, NOW)).unit()).isEqualTo(Story.GANGNAM);
        assertThat(reason(report(seoul, POST, Story.JONGNO, NOW))).isEqualTo(Reason.POST_OF_OTHER_UNIT);
    }

    @Test
    void whatIsWrongWithAReportIsSaid() {
        story.place(1, Story.JONGNO);

        assertThat(reason(report(ROOM, POST, null, NOW))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(reason(report(ROOM, null, Story.HAEUNDAE, NOW))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(reason(report(ROOM, new UUID(9, 9), null, NOW))).isEqualTo(Reason.UNKNOWN_POST);
        assertThat(reason(report(ROOM, null, new UnitCode("nowhere"), NOW))).isEqualTo(Reason.UNKNOWN_UNIT);
        assertThat(reason(report(ROOM, null, null, NOW.plus(Duration.ofMinutes(6))))).isEqualTo(
                Reason.OCCURRED_IN_FUTURE);
        assertThat(reason(report(ROOM, null, null, NOW.minus(Duration.ofDays(31))))).isEqualTo(
                Reason.OCCURRED_TOO_LONG_AGO);
    }

    /** One row a status; whether acknowledge, dispatch, resolve, close, transfer, comment are legal then. */
    @ParameterizedTest
    @CsvSource({
        "REPORTED,     true,  true,  true,  true,  true,  true",
        "ACKNOWLEDGED, false, true,  true,  true,  true,  true",
        "DISPATCHED,   false, true,  true,  true,  true,  true",
        "RESOLVED,     false, false, false, true,  true,  true",
        "CLOSED,       false, false, false, false, false, true"
    })
    void onlyLegalTransitionsHappen(IncidentStatus status, boolean acknowledge, boolean dispatch, boolean resolve,
            boolean close, boolean transfer, boolean comment) {
        story.report(1, Story.GANGNAM, 2);
        lead(status);
        UUID id = story.incident(1);

        legal(new IncidentCommand.Acknowledge(id), acknowledge);
        legal(new IncidentCommand.Dispatch(id, "1팀"), dispatch);
        legal(new IncidentCommand.Resolve(id, null), resolve);
        legal(new IncidentCommand.Close(id, IncidentOutcome.WARNED, null, false), close);
        legal(new IncidentCommand.Transfer(id, Story.JONGNO, "관할"), transfer);
        legal(new IncidentCommand.Comment(id, "확인"), comment);
    }

    @Test
    void aNeighboursIncidentIsUnknown() {
        story.report(1, Story.JONGNO, 2);

        assertThat(reason(Incidents.decide(story.now(), NOW, ROOM, new IncidentCommand.Acknowledge(story.incident(1)))))
                .isEqualTo(Reason.UNKNOWN_INCIDENT);
    }

    @Test
    void closingAnIncidentThatNobodyAcknowledgedAlsoTakesNoteOfIt() {
        story.report(1, Story.GANGNAM, 2);
        story.close(1);

        Incident incident = story.now().find(Incident.key(story.incident(1)), Incident.class).orElseThrow();

        assertThat(incident.acknowledgedAt()).isEqualTo(incident.closedAt());
        assertThat(incident.outcome()).isEqualTo(IncidentOutcome.HANDLED_ON_SITE);
    }

    private void lead(IncidentStatus status) {
        UUID id = story.incident(1);
        switch (status) {
            case ACKNOWLEDGED -> story.acknowledge(1);
            case DISPATCHED -> story.tell(new Event.IncidentDispatched(id, "1팀", Story.SOMEBODY));
            case RESOLVED -> story.tell(new Event.IncidentResolved(id, null, Story.SOMEBODY));
            case CLOSED -> story.close(1);
            default -> assertThat(status).isEqualTo(IncidentStatus.REPORTED);
        }
        assertThat(story.now().find(Incident.key(id), Incident.class).orElseThrow().status()).isEqualTo(status);
    }

    private void legal(IncidentCommand command, boolean expected) {
        Decision decision = Incidents.decide(story.now(), NOW, ROOM, command);
        if (expected) {
            assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
        } else {
            assertThat(reason(decision)).as("%s", command).isEqualTo(Reason.ILLEGAL_TRANSITION);
        }
    }

    private Decision report(Author author, @Nullable UUID post, @Nullable UnitCode unit, Instant occurredAt) {
        return Incidents.decide(story.now(), NOW, author, new IncidentCommand.Report(new UUID(8, 8),
                IncidentKind.DISTURBANCE, 2, "소란", post, unit, null, occurredAt, IncidentSource.OFFICER, null,
                (Person) null, Clearance.GENERAL, null, null));
    }

    private static Event.IncidentReported reported(Decision decision) {
        return (Event.IncidentReported) ((Decision.Accepted) decision).events().getFirst();
    }

    private static Reason reason(Decision decision) {
        return ((Decision.Refused) decision).reason();
    }
}
