package kr.haetae.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.OperationState;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.SilenceRule;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final Author AUTHOR = new Author(new UUID(1, 1), "지휘관", Story.HQ, null);
    private static final Instant NOW = Story.START.plusSeconds(60);

    private final Story story = new Story("a");

    @Test
    void theStandardTimetableOf20250603IsThatOfTheSources() {
        LocalDate day = LocalDate.of(2025, 6, 3);
        TimetableProposal proposal = new TimetableProposal(day, TimetableProposal.campaignFrom(day),
                LocalTime.of(20, 0));

        assertThat(proposal.sound()).isTrue();
        assertThat(proposal.lines()).containsExactly(
                line(Phase.CAMPAIGN, "2025-05-12T00:00"), line(Phase.EARLY_VOTING, "2025-05-29T06:00"),
                line(Phase.STORAGE_WATCH, "2025-05-30T18:00"), line(Phase.PREPARATION, "2025-06-03T05:00"),
                line(Phase.VOTING, "2025-06-03T06:00"), line(Phase.TRANSPORT, "2025-06-03T20:00"),
                line(Phase.COUNTING, "2025-06-03T20:30"), line(Phase.STAND_DOWN, "2025-06-04T05:00"));
        assertThat(new TimetableProposal(day, day.minusDays(5), LocalTime.of(18, 0)).sound()).isFalse();
        assertThat(new TimetableProposal(day, day.minusDays(9), LocalTime.of(23, 30)).sound()).isFalse();
    }

    @Test
    void phasesAreEnteredAtTheirTimesAndByHand() {
        does(new OperationCommand.SetTimetable(List.of(phase(1, Phase.VOTING, 3_600), phase(2, Phase.CAMPAIGN, -60),
                phase(3, Phase.PREPARATION, 0))), NOW);
        assertThat(timekeeper(NOW)).isEqualTo(1);
        assertThat(operation().phase()).isEqualTo(Phase.PREPARATION);
        assertThat(timekeeper(NOW)).isZero();

        does(new OperationCommand.EnterPhase(Phase.TRANSPORT, null), NOW.plusSeconds(60));
        assertThat(timekeeper(NOW.plusSeconds(61))).isZero();
        assertThat(timekeeper(NOW.plusSeconds(3_600))).isEqualTo(1);

        assertThat(operation().phase()).isEqualTo(Phase.VOTING);
        refuses(new OperationCommand.EnterPhase(Phase.VOTING, null), Reason.ALREADY_THERE);
    }

    @Test
    void absurdTimetablesAndSettingsAreRefused() {
        long year = Duration.ofDays(367).toSeconds();
        refuses(new OperationCommand.SetTimetable(List.of(phase(1, Phase.VOTING, year))),
                Reason.TIMETABLE_OUT_OF_RANGE);
        refuses(new OperationCommand.SetTimetable(List.of(phase(1, Phase.VOTING, -year))),
                Reason.TIMETABLE_OUT_OF_RANGE);
        refuses(new OperationCommand.SetTimetable(List.of(phase(1, Phase.VOTING, 0), phase(1, Phase.COUNTING, 60))),
                Reason.TIMETABLE_MALFORMED);
        refuses(new OperationCommand.SetTimetable(List.of()), Reason.NOTHING_CHANGED);
        SilenceRule rule = new SilenceRule(PostKind.POLLING_PLACE, Phase.VOTING, 60, 30, 10);
        refuses(new OperationCommand.ChangeSettings(new OperationSettings(false, 60, 120, List.of(rule), 10, 30)),
                Reason.SETTINGS_MALFORMED);
        refuses(new OperationCommand.ChangeSettings(OperationSettings.STANDARD), Reason.NOTHING_CHANGED);
    }

    @Test
    void afterTheCloseNothingIsDoneAnyMore() {
        does(new OperationCommand.Close("끝"), NOW);

        assertThat(operation().state()).isEqualTo(OperationState.CLOSED);
        refuses(new OperationCommand.Open(), Reason.OPERATION_NOT_OPEN);
        refuses(new OperationCommand.EnterPhase(Phase.VOTING, null), Reason.OPERATION_NOT_OPEN);
        refuses(new OperationCommand.SetClock(60, "빨리"), Reason.OPERATION_NOT_OPEN);
    }

    @Test
    void aClockOfAnotherRateGoesOnFromWhatItShows() {
        Instant real = Instant.parse("2030-01-01T00:00:00Z");
        Decision decision = Operations.decide(story.now(), NOW, real, AUTHOR,
                new OperationCommand.SetClock(60, "빨리"));

        assertThat(((Decision.Accepted) decision).events()).singleElement().isInstanceOfSatisfying(
                OperationEvent.ClockSet.class, set -> {
                    assertThat(set.clock().at(real)).isEqualTo(NOW);
                    assertThat(set.clock().at(real.plusSeconds(1))).isEqualTo(NOW.plusSeconds(60));
                });
        refuses(new OperationCommand.SetClock(1, "같음"), Reason.NOTHING_CHANGED);
    }

    private static TimetableProposal.Line line(Phase phase, String korean) {
        return new TimetableProposal.Line(phase, Instant.parse(korean + ":00Z").minus(Duration.ofHours(9)));
    }

    private static PlannedPhase phase(int number, Phase phase, long seconds) {
        return new PlannedPhase(new UUID(5, number), phase, NOW.plusSeconds(seconds));
    }

    private OperationEntity operation() {
        return story.now().operation().orElseThrow();
    }

    private void does(OperationCommand command, Instant at) {
        take(Operations.decide(story.now(), at, at, AUTHOR, command), at);
    }

    private void take(Decision decision, Instant at) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).events().forEach(event -> story.tell(event, at));
    }

    private int timekeeper(Instant at) {
        List<Timed.Due> due = new Timetable().due(story.now(), at);
        due.forEach(one -> take(one.decide().apply(story.now(), at), at));
        return due.size();
    }

    private void refuses(OperationCommand command, Reason reason) {
        assertThat(Operations.decide(story.now(), NOW, NOW, AUTHOR, command)).isInstanceOfSatisfying(
                Decision.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
