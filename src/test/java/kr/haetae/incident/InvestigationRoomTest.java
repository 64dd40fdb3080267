package kr.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Veracity;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Investigators work on what is in the hand of an investigation room, and on nothing else; the situation room on all of it. */
class InvestigationRoomTest {
    private static final Author ROOM = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    private static final Author INVESTIGATOR = investigator(Story.GANGNAM);
    private static final int CRIME = 1;
    private static final int CROWD = 2;

    private final Story story = new Story("a");

    @BeforeEach
    void aCrimeAndACrowd() {
        story.report(CRIME, Story.GANGNAM, 2);
        story.report(CROWD, Story.GANGNAM, 2);
        accept(ROOM, new IncidentCommand.Correct(id(CRIME), IncidentKind.BRIBERY, null, "선거범죄"));
    }

    @TestFactory
    Stream<DynamicTest> onWhatTheSituationRoomHasTheyComment() {
        return IncidentAccessTest.commands(id(CROWD), id(CRIME)).map(command -> DynamicTest.dynamicTest(
                command.getClass().getSimpleName(), () -> {
                    Decision decision = decide(INVESTIGATOR, command);
                    if (command instanceof IncidentCommand.Comment) {
                        assertThat(decision).isInstanceOf(Decision.Accepted.class);
                    } else {
                        assertThat(refused(decision).reason()).isEqualTo(Reason.NOT_HANDLED_BY_YOU);
                    }
                }));
    }

    @Test
    void theirOwnGoesFromReportToClosureInTheirHands() {
        accept(INVESTIGATOR, new IncidentCommand.Acknowledge(id(CRIME)));
        accept(INVESTIGATOR, new IncidentCommand.Judge(id(CRIME), Veracity.CONFIRMED, "확인"));
        accept(INVESTIGATOR, new IncidentCommand.Correct(id(CRIME), null, 1, "긴급"));
        reportUp(INVESTIGATOR, CRIME);
        accept(INVESTIGATOR, new IncidentCommand.Resolve(id(CRIME), null));
        accept(INVESTIGATOR, new IncidentCommand.Close(id(CRIME), IncidentOutcome.REFERRED_TO_INVESTIGATION, null,
                false));
        accept(INVESTIGATOR, new IncidentCommand.Reopen(id(CRIME), "추가 제보"));

        assertThat(incident(CRIME).reopened()).isEqualTo(1);
        assertThat(incident(CRIME).status().open()).isTrue();
    }

    @Test
    void theSituationRoomOfTheOwningUnitMayStillDoAllOfIt() {
        accept(ROOM, new IncidentCommand.Acknowledge(id(CRIME)));
        accept(ROOM, new IncidentCommand.Link(id(CRIME), id(CROWD)));
        reportUp(ROOM, CRIME);
        accept(ROOM, new IncidentCommand.Close(id(CRIME), IncidentOutcome.WARNED, null, false));
    }

    @Test
    void whatTheyMergeOrLinkIsTheirOwnOnBothSides() {
        Decision.Refused merge = refused(decide(INVESTIGATOR, new IncidentCommand.Merge(id(CRIME), id(CROWD))));
        Decision.Refused link = refused(decide(INVESTIGATOR, new IncidentCommand.Link(id(CRIME), id(CROWD))));

        assertThat(merge.reason()).isEqualTo(Reason.NOT_HANDLED_BY_YOU);
        assertThat(merge.faults()).first().hasFieldOrPropertyWithValue("pointer", "/into");
        assertThat(link.reason()).isEqualTo(Reason.NOT_HANDLED_BY_YOU);
        assertThat(link.faults()).first().hasFieldOrPropertyWithValue("pointer", "/other");
    }

    @Test
    void whatIsNoCrimeGoesBackToTheSituationRoom() {
        accept(INVESTIGATOR, new IncidentCommand.Correct(id(CRIME), IncidentKind.VIOLENCE, null, "단순 폭행"));

        assertThat(incident(CRIME).handling()).isEqualTo(Handling.SITUATION);
        assertThat(refused(decide(INVESTIGATOR, new IncidentCommand.Acknowledge(id(CRIME)))).reason())
                .isEqualTo(Reason.NOT_HANDLED_BY_YOU);
    }

    @Test
    void theyTakeNoteOfReportsAboutTheirOwnOnly() {
        UUID crime = reportUp(ROOM, CRIME);
        UUID crowd = reportUp(ROOM, CROWD);
        Author agency = investigator(Story.SEOUL);

        assertThat(UpwardReports.receive(story.now(), agency, crime)).isInstanceOf(Decision.Accepted.class);
        assertThat(refused(UpwardReports.receive(story.now(), agency, crowd)).reason())
                .isEqualTo(Reason.NOT_HANDLED_BY_YOU);
        assertThat(refused(send(INVESTIGATOR, CROWD)).reason()).isEqualTo(Reason.NOT_HANDLED_BY_YOU);
    }

    private UUID reportUp(Author by, int number) {
        Decision.Accepted sent = (Decision.Accepted) send(by, number);
        sent.events().forEach(story::tell);
        return new UUID(9, number);
    }

    private Decision send(Author by, int number) {
        return UpwardReports.send(story.now(), by,
                new UpwardReports.Send(new UUID(9, number), id(number), Story.SEOUL, "1보", false));
    }

    private static Author investigator(UnitCode unit) {
        return new Author(new UUID(5, 6), "수사관", unit, null, Set.of(Clearance.GENERAL),
                Set.of(Handling.INVESTIGATION, Handling.CYBER));
    }

    private void accept(Author by, IncidentCommand command) {
        Decision decision = decide(by, command);
        assertThat(decision).as(command.toString()).isInstanceOf(Decision.Accepted.class);
        for (Event event : ((Decision.Accepted) decision).events()) {
            story.tell(event);
        }
    }

    private Decision decide(Author by, IncidentCommand command) {
        return Incidents.decide(story.now(), Story.START.plusSeconds(60), by, command);
    }

    private static Decision.Refused refused(Decision decision) {
        return (Decision.Refused) decision;
    }

    private Incident incident(int number) {
        return story.now().find(Incident.key(id(number)), Incident.class).orElseThrow();
    }

    private UUID id(int number) {
        return story.incident(number);
    }
}
