package kr.haetae.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.EscalationRule;
import kr.haetae.event.EscalationRule.Waiting;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentOutcome;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.PlacedTeam;
import kr.haetae.event.Position;
import kr.haetae.event.Reason;
import kr.haetae.event.TeamState;
import kr.haetae.event.Veracity;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageTest {
    private static final Instant NOW = Instant.parse("2026-06-03T01:00:00Z");
    private static final Author ROOM = new Author(new UUID(5, 5), "상황실", Story.GANGNAM, null);
    private static final UUID TEAM = new UUID(4, 1);

    private final Story story = new Story("a");

    /** One row a status: every step that is legal then; all others are refused and told what is possible. */
    @ParameterizedTest
    @CsvSource({
        "REPORTED, COMMENT JUDGE CORRECT ACKNOWLEDGE DISPATCH SEND TRANSFER RESOLVE REQUEST CLOSE MERGE FALSE LINK",
        "ACKNOWLEDGED, COMMENT JUDGE CORRECT DISPATCH SEND TRANSFER RESOLVE REQUEST CLOSE MERGE FALSE LINK",
        "DISPATCHED, COMMENT JUDGE CORRECT DISPATCH SEND TRANSFER RESOLVE REQUEST CLOSE MERGE FALSE LINK",
        "ON_SCENE, COMMENT JUDGE CORRECT DISPATCH SEND TRANSFER RESOLVE REQUEST CLOSE MERGE FALSE LINK",
        "RESOLVED, COMMENT JUDGE CORRECT TRANSFER REQUEST CLOSE MERGE FALSE LINK REOPEN",
        "CLOSURE_REQUESTED, COMMENT JUDGE CORRECT TRANSFER RETURN CLOSE LINK",
        "CLOSED, COMMENT JUDGE LINK REOPEN",
        "DUPLICATE, COMMENT JUDGE LINK REOPEN",
        "FALSE_REPORT, COMMENT JUDGE LINK REOPEN"
    })
    void onlyLegalStepsHappen(IncidentStatus status, String legal) {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.GANGNAM, 2);
        teams();
        lead(status);
        UUID id = story.incident(1);
        UUID other = story.incident(2);
        // A false report is judged unfounded by that alone.
        Veracity news = status == IncidentStatus.FALSE_REPORT ? Veracity.CONFIRMED : Veracity.UNFOUNDED;
        Map<String, IncidentCommand> steps = Map.ofEntries(
                Map.entry("COMMENT", new IncidentCommand.Comment(id, "확인")),
                Map.entry("JUDGE", new IncidentCommand.Judge(id, news, "확인")),
                Map.entry("CORRECT", new IncidentCommand.Correct(id, IncidentKind.VIOLENCE, null, "정정")),
                Map.entry("ACKNOWLEDGE", new IncidentCommand.Acknowledge(id)),
                Map.entry("DISPATCH", new IncidentCommand.Dispatch(id, "1팀")),
                Map.entry("SEND", new IncidentCommand.Send(id, new UUID(4, 2), null, false)),
                Map.entry("TRANSFER", new IncidentCommand.Transfer(id, Story.JONGNO, "관할")),
                Map.entry("RESOLVE", new IncidentCommand.Resolve(id, null)),
                Map.entry("REQUEST", new IncidentCommand.RequestClosure(id, IncidentOutcome.WARNED, null)),
                Map.entry("RETURN", new IncidentCommand.ReturnClosure(id, "다시")),
                Map.entry("CLOSE", new IncidentCommand.Close(id, IncidentOutcome.WARNED, null, false)),
                Map.entry("MERGE", new IncidentCommand.Merge(id, other)),
                Map.entry("FALSE", new IncidentCommand.FindFalse(id, "허위")),
                Map.entry("LINK", new IncidentCommand.Link(id, other)),
                Map.entry("REOPEN", new IncidentCommand.Reopen(id, "다시")));

        Set<String> happened = steps.entrySet().stream()
                .filter(step -> decide(step.getValue()) instanceof Decision.Accepted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(happened).containsExactlyInAnyOrder(legal.split(" "));
        steps.forEach((name, command) -> {
            if (decide(command) instanceof Decision.Refused refused) {
                assertThat(refused.reason()).as(name).isEqualTo(Reason.ILLEGAL_TRANSITION);
                assertThat(refused.detail()).contains("Possible now: comment, judge");
            }
        });
    }

    @Test
    void twoRoomsAcknowledgeAndTheSecondIsToldWhoWasFirst() {
        story.report(1, Story.GANGNAM, 2);
        story.acknowledge(1);

        Decision.Refused refused = (Decision.Refused) decide(new IncidentCommand.Acknowledge(story.incident(1)));

        assertThat(refused.detail()).contains("was acknowledged by " + Story.SOMEBODY.name());
    }

    @Test
    void aBusyTeamIsTakenOnlyKnowinglyAndThenLeavesTheOther() {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.GANGNAM, 0);
        teams();
        accept(new IncidentCommand.Send(story.incident(1), TEAM, null, false));
        Decision refused = decide(new IncidentCommand.Send(story.incident(2), TEAM, null, false));
        assertThat(((Decision.Refused) refused).reason()).isEqualTo(Reason.TEAM_BUSY);

        accept(new IncidentCommand.Send(story.incident(2), TEAM, null, true));

        assertThat(incident(1).teams()).isEmpty();
        assertThat(incident(2).teams()).extracting(SentTeam::name).containsExactly("역삼21");
        assertThat(team().incident()).isEqualTo(story.incident(2));
    }

    @Test
    void closingFreesTheTeamsInTheSameEntrySet() {
        story.report(1, Story.GANGNAM, 2);
        teams();
        accept(new IncidentCommand.Send(story.incident(1), TEAM, null, false));
        accept(new IncidentCommand.MoveTeam(story.incident(1), TEAM, TeamState.ON_SCENE));
        assertThat(incident(1).status()).isEqualTo(IncidentStatus.ON_SCENE);

        List<Event> events = accept(
                new IncidentCommand.Close(story.incident(1), IncidentOutcome.WARNED, null, false));

        assertThat(events).hasSize(2);
        assertThat(team().incident()).isNull();
        assertThat(incident(1).teams()).isEmpty();
    }

    @Test
    void aRoomRequestsAndACommanderClosesWhereTheOperationSaysSo() {
        story.report(1, Story.GANGNAM, 2);
        story.tell(new IncidentEvent.IncidentSettingsChanged(new IncidentSettings(true, List.of(), List.of()),
                Story.SOMEBODY));
        UUID id = story.incident(1);
        Decision byRoom = decide(new IncidentCommand.Close(id, IncidentOutcome.WARNED, null, false));
        assertThat(((Decision.Refused) byRoom).reason()).isEqualTo(Reason.CLOSURE_NEEDS_APPROVAL);

        accept(new IncidentCommand.RequestClosure(id, IncidentOutcome.WARNED, "경고 후 귀가"));
        assertThat(incident(1).status()).isEqualTo(IncidentStatus.CLOSURE_REQUESTED);
        accept(new IncidentCommand.ReturnClosure(id, "다시 확인"));
        assertThat(incident(1).status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
        accept(new IncidentCommand.RequestClosure(id, IncidentOutcome.WARNED, null));
        accept(new IncidentCommand.Close(id, IncidentOutcome.WARNED, null, true));

        assertThat(incident(1).status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    void mergingKeepsBothAndReopeningTakesItApart() {
        story.report(1, Story.GANGNAM, 2);
        story.report(2, Story.GANGNAM, 2);
        accept(new IncidentCommand.Merge(story.incident(1), story.incident(2)));
        assertThat(incident(1).duplicateOf()).isEqualTo(story.incident(2));
        assertThat(incident(2).duplicates()).containsExactly(story.incident(1));

        accept(new IncidentCommand.Reopen(story.incident(1), "다른 일"));

        assertThat(incident(1).duplicateOf()).isNull();
        assertThat(incident(2).duplicates()).isEmpty();
        assertThat(incident(1).status()).isEqualTo(IncidentStatus.REPORTED);
        assertThat(incident(1).reopened()).isEqualTo(1);
    }

    @Test
    void whatWaitsTooLongGoesUpLevelByLevelEachTimeOnce() {
        story.report(1, Story.GANGNAM, 0);
        story.tell(new IncidentEvent.IncidentSettingsChanged(new IncidentSettings(false,
                List.of(new EscalationRule(null, 0, null, Waiting.ACKNOWLEDGEMENT, 2)), List.of()), Story.SOMEBODY));
        Instant since = incident(1).waitingSince();
        assertThat(due(since.plus(Duration.ofMinutes(2)).minusMillis(1))).isEmpty();

        Timed.Due first = due(since.plus(Duration.ofMinutes(2))).getFirst();
        assertThat(due(since.plus(Duration.ofMinutes(3))).getFirst().command()).isEqualTo(first.command());
        happen(first);
        assertThat(incident(1).escalatedTo()).isEqualTo(Story.SEOUL);
        assertThat(first.decide().apply(story.now(), NOW)).isInstanceOf(Decision.Refused.class);

        Instant told = Objects.requireNonNull(incident(1).escalatedAt());
        happen(due(told.plus(Duration.ofMinutes(2))).getFirst());
        assertThat(incident(1).escalatedTo()).isEqualTo(Story.HQ);
        assertThat(due(told.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void whoeverAcknowledgesInTimeStopsTheClock() {
        story.report(1, Story.GANGNAM, 0);
        Timed.Due due = due(NOW.plus(Duration.ofDays(1))).getFirst();
        story.acknowledge(1);
        story.tell(new IncidentEvent.VeracityJudged(story.incident(1), Veracity.CONFIRMED, "확인", Story.SOMEBODY));

        assertThat(due.decide().apply(story.now(), NOW)).isInstanceOf(Decision.Refused.class);
        assertThat(due(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    /** Seoul's city hall and Deoksugung's gate lie about 150 m apart, Gwanghwamun about 1.1 km. */
    @Test
    void distancesAreThoseOfTheEarth() {
        Position cityHall = new Position(37.56655, 126.97796);

        assertThat(Similar.metres(cityHall, new Position(37.56577, 126.97668))).isBetween(100.0, 200.0);
        assertThat(Similar.metres(cityHall, new Position(37.57593, 126.97682))).isBetween(1_000.0, 1_100.0);
        assertThat(Similar.metres(new Position(0, 179.9999), new Position(0, -179.9999))).isBetween(22.0, 23.0);
    }

    private void teams() {
        story.tell(new IncidentEvent.TeamsSet(List.of(new PlacedTeam(TEAM, Story.GANGNAM, "역삼21"),
                new PlacedTeam(new UUID(4, 2), Story.GANGNAM, "역삼22")), Story.SOMEBODY));
    }

    private void lead(IncidentStatus status) {
        UUID id = story.incident(1);
        switch (status) {
            case REPORTED -> {}
            case ACKNOWLEDGED -> story.acknowledge(1);
            case DISPATCHED -> story.tell(new IncidentEvent.TeamSent(id, TEAM, null, Story.SOMEBODY));
            case ON_SCENE -> {
                story.tell(new IncidentEvent.TeamSent(id, TEAM, null, Story.SOMEBODY));
                story.tell(new IncidentEvent.TeamMoved(id, TEAM, TeamState.ON_SCENE, Story.SOMEBODY));
            }
            case RESOLVED -> story.tell(new Event.IncidentResolved(id, null, Story.SOMEBODY));
            case CLOSURE_REQUESTED -> story.tell(
                    new IncidentEvent.ClosureRequested(id, IncidentOutcome.WARNED, null, Story.SOMEBODY));
            case CLOSED -> story.close(1);
            case DUPLICATE -> story.tell(new IncidentEvent.IncidentMerged(id, story.incident(2), Story.SOMEBODY));
            case FALSE_REPORT -> story.tell(new IncidentEvent.FalseReportFound(id, "허위", Story.SOMEBODY));
        }
        assertThat(incident(1).status()).isEqualTo(status);
    }

    private List<Timed.Due> due(Instant now) {
        return new Escalation().due(story.now(), now);
    }

    private void happen(Timed.Due due) {
        ((Decision.Accepted) due.decide().apply(story.now(), NOW)).events().forEach(story::tell);
    }

    private Decision decide(IncidentCommand command) {
        return Incidents.decide(story.now(), NOW, ROOM, command);
    }

    private List<Event> accept(IncidentCommand command) {
        List<Event> events = ((Decision.Accepted) decide(command)).events();
        events.forEach(story::tell);
        return events;
    }

    private Incident incident(int number) {
        return story.now().find(Incident.key(story.incident(number)), Incident.class).orElseThrow();
    }

    private Team team() {
        return story.now().find(Team.key(TEAM), Team.class).orElseThrow();
    }
}
