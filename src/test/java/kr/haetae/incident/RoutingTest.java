package kr.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Reason;
import kr.haetae.event.RoutingRule;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingTest {
    private static final Author ROOM = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    private static final Author HQ = new Author(new UUID(5, 6), "본청", Story.HQ, null);

    private final Story story = new Story("a");

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void crimesGoToTheInvestigationRoomAndWhatIsOnTheNetPastTheStation(IncidentKind kind) {
        Event.IncidentReported reported = report(ROOM, kind, Clearance.GENERAL, IncidentSource.PHONE);

        switch (kind) {
            case BRIBERY, FALSE_INFORMATION, OFFICIAL_INVOLVEMENT, ELECTION_VIOLENCE, ILLEGAL_ORGANISATION ->
                requireAt(reported, Handling.INVESTIGATION, Story.GANGNAM, "서울강남-0001");
            case DEEPFAKE, CYBER_ATTACK -> requireAt(reported, Handling.CYBER, Story.SEOUL, "서울청-0001");
            default -> requireAt(reported, Handling.SITUATION, Story.GANGNAM, "서울강남-0001");
        }
    }

    @Test
    void headquartersKeepsItsOwn() {
        requireAt(report(HQ, IncidentKind.DEEPFAKE, Clearance.GENERAL, IncidentSource.PHONE), Handling.CYBER, Story.HQ,
                "본청-0001");
    }

    @Test
    void theOperationsOwnRulesCountTheFirstThatNamesTheKind() {
        story.tell(new IncidentEvent.IncidentSettingsChanged(new IncidentSettings(false, List.of(), List.of(
                new RoutingRule(List.of(IncidentKind.CROWD, IncidentKind.FIRE), Handling.INVESTIGATION, true),
                new RoutingRule(List.of(IncidentKind.FIRE), Handling.CYBER, false))), Story.SOMEBODY));

        requireAt(report(ROOM, IncidentKind.FIRE, Clearance.GENERAL, IncidentSource.PHONE), Handling.INVESTIGATION,
                Story.SEOUL, "서울청-0001");
        requireAt(report(ROOM, IncidentKind.DEEPFAKE, Clearance.GENERAL, IncidentSource.PHONE), Handling.SITUATION,
                Story.GANGNAM, "서울강남-0001");
    }

    @Test
    void aCorrectedKindIsRoutedAnewAndKeepsItsNumber() {
        story.report(1, Story.GANGNAM, 2);
        String number = incident().number();

        assertThat(correct(IncidentKind.VIOLENCE, ROOM)).hasSize(1);
        assertThat(correct(IncidentKind.BRIBERY, ROOM)).hasSize(2);
        assertThat(incident().handling()).isEqualTo(Handling.INVESTIGATION);
        assertThat(incident().unit()).isEqualTo(Story.GANGNAM);
        correct(IncidentKind.DEEPFAKE, ROOM);
        assertThat(incident().unit()).isEqualTo(Story.SEOUL);
        assertThat(incident().handling()).isEqualTo(Handling.CYBER);
        assertThat(incident().number()).isEqualTo(number);
        assertThat(Incidents.visible(story.now(), ROOM, story.incident(1))).isEmpty();
        correct(IncidentKind.OTHER, HQ);
        assertThat(incident().handling()).isEqualTo(Handling.SITUATION);
        assertThat(incident().unit()).isEqualTo(Story.SEOUL);
    }

    @ParameterizedTest
    @CsvSource({"GENERAL, PHONE, false, true", "PROTECTION, OFFICER, false, true", "PROTECTION, PHONE, false, false",
        "RESTRICTED, OFFICER, false, false", "RESTRICTED, PHONE, false, false", "PROTECTION, PHONE, true, true",
        "RESTRICTED, OFFICER, true, true"})
    void oneRestrictsWhatOneIsClearedForAndAnOfficerWhatConcernsACandidate(Clearance clearance, IncidentSource source,
            boolean cleared, boolean allowed) {
        Author author = cleared ? new Author(ROOM.account(), "보안담당", Story.GANGNAM, null, Set.of(Clearance.values()))
                : ROOM;
        Decision decision = decide(author, IncidentKind.CROWD, clearance, source);

        if (allowed) {
            assertThat(((Event.IncidentReported) ((Decision.Accepted) decision).events().getFirst()).clearance())
                    .isEqualTo(clearance);
        } else {
            assertThat(((Decision.Refused) decision).reason()).isEqualTo(Reason.NOT_CLEARED);
        }
    }

    private static void requireAt(Event.IncidentReported reported, Handling handling, UnitCode unit, String number) {
        assertThat(reported.handling()).isEqualTo(handling);
        assertThat(reported.unit()).isEqualTo(unit);
        assertThat(reported.number()).isEqualTo(number);
    }

    private List<Event> correct(IncidentKind kind, Author by) {
        List<Event> events = ((Decision.Accepted) Incidents.decide(story.now(), Story.START, by,
                new IncidentCommand.Correct(story.incident(1), kind, null, "정정"))).events();
        events.forEach(story::tell);
        return events;
    }

    private Event.IncidentReported report(Author author, IncidentKind kind, Clearance clearance,
            IncidentSource source) {
        return (Event.IncidentReported) ((Decision.Accepted) decide(author, kind, clearance, source)).events()
                .getFirst();
    }

    private Decision decide(Author author, IncidentKind kind, Clearance clearance, IncidentSource source) {
        return Incidents.decide(story.now(), Story.START, author, new IncidentCommand.Report(new UUID(8, 8), kind, 2,
                "내용", null, null, null, Story.START, source, null, null, clearance, null, null));
    }

    private Incident incident() {
        return story.now().find(Incident.key(story.incident(1)), Incident.class).orElseThrow();
    }
}
