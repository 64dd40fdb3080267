package kr.haetae.level;

import static kr.haetae.level.Levelling.BUSAN;
import static kr.haetae.level.Levelling.HQ;
import static kr.haetae.level.Levelling.SECOND_OF_HQ;
import static kr.haetae.level.Levelling.SEOUL;
import static kr.haetae.level.Levelling.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.LevelState;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.Reason;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import org.junit.jupiter.api.Test;

class LevelPlanTest {
    private static final Duration MORNING = Duration.ofHours(1);
    private static final Duration NIGHT = Duration.ofHours(23);

    private final Levelling it = new Levelling();
    private final PlannedLevel alert = it.step(1, Story.HQ, EmergencyLevel.ALERT, Duration.ZERO, MORNING);
    private final PlannedLevel full = it.step(2, Story.HQ, EmergencyLevel.A, MORNING, NIGHT);

    @Test
    void stepsAreAppliedAtTheirTimeOnceAndEnd() {
        plan(alert, full);
        assertThat(it.timekeeper()).isEqualTo(1);
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.ALERT);
        assertThat(it.timekeeper()).isZero();

        it.pass(MORNING);
        assertThat(it.timekeeper()).isEqualTo(2);
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.A);
        assertThat(it.ofStep(alert).state()).isEqualTo(LevelState.EXPIRED);
        assertThat(it.ofStep(full).step()).isEqualTo(full.id());

        it.pass(NIGHT);
        assertThat(it.timekeeper()).isEqualTo(1);
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.NORMAL);
    }

    @Test
    void twoNodesNameTheSameFactsAlike() {
        plan(alert, full);
        it.does(HQ, it.declare(1, Story.SEOUL, EmergencyLevel.B, it.now().plusSeconds(600), null));
        it.pass(Duration.ofHours(2));

        List<Timed.Due> one = new LevelTimes().due(it.picture(), it.now());
        List<Timed.Due> other = new LevelTimes().due(it.picture(), it.now().plusMillis(1));

        assertThat(one).extracting(Timed.Due::command).hasSize(2)
                .containsExactlyInAnyOrderElementsOf(other.stream().map(Timed.Due::command).toList());
    }

    @Test
    void aStepLiftedByHandStaysLiftedWhateverThePlanSaysOfIt() {
        plan(alert, full);
        it.pass(MORNING);
        it.timekeeper();
        it.does(SECOND_OF_HQ, new LevelCommand.Lift(it.ofStep(full).declaration(), "낮춤"));
        it.pass(Duration.ofMinutes(1));

        assertThat(it.timekeeper()).isZero();
        plan(full, it.step(3, Story.SEOUL, EmergencyLevel.C, MORNING, NIGHT));
        assertThat(it.timekeeper()).isEqualTo(1);
        assertThat(it.ofStep(full).state()).isEqualTo(LevelState.LIFTED);
        assertThat(it.effective(Story.SEOUL)).isEqualTo(EmergencyLevel.C);
        assertThat(it.effective(Story.BUSAN)).isEqualTo(EmergencyLevel.NORMAL);
    }

    @Test
    void aStepMovedOrRemovedBeforeItsTimeIsNotAppliedAtTheOldOne() {
        plan(full);
        List<Timed.Due> early = new LevelTimes().due(it.picture(), it.now().plus(MORNING));
        PlannedLevel later = new PlannedLevel(full.id(), full.unit(), full.level(), full.from().plusSeconds(7_200),
                full.until(), full.reason());
        plan(later);
        it.pass(MORNING);

        assertThat(it.timekeeper()).isZero();
        assertThat(early).singleElement().satisfies(due -> assertThat(due.decide().apply(it.picture(), it.now()))
                .isInstanceOf(kr.haetae.event.Decision.Refused.class));
        it.pass(Duration.ofHours(2));
        assertThat(it.timekeeper()).isEqualTo(1);
        plan();
        assertThat(it.ofStep(later).state()).isEqualTo(LevelState.IN_FORCE);
    }

    @Test
    void aHandMadeDeclarationAndThePlansStandBesideEachOther() {
        it.does(HQ, it.declare(1, Story.HQ, EmergencyLevel.A, null, it.now().plus(Duration.ofDays(2))));
        plan(alert);
        it.timekeeper();
        it.pass(Duration.ofHours(2));
        it.timekeeper();

        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        assertThat(it.effective(Story.HQ)).isEqualTo(EmergencyLevel.A);
    }

    @Test
    void whatThePlanMissedIsAppliedIfItStillRuns() {
        plan(alert, full);
        it.pass(Duration.ofHours(5));

        assertThat(it.timekeeper()).isEqualTo(1);
        assertThat(it.ofStep(full).inForceSince()).isEqualTo(it.now());
    }

    @Test
    void plansOfOthersAndBadPlansAreRefused() {
        refused(Reason.PLAN_OVERLAPS, full, it.step(3, Story.HQ, EmergencyLevel.B, NIGHT.minusMinutes(1), NIGHT
                .plusHours(1)));
        refused(Reason.PLAN_MALFORMED, full, full);
        refused(Reason.SPAN_ENDS_BEFORE_START, it.step(1, Story.HQ, EmergencyLevel.A, NIGHT, MORNING));
        refused(Reason.SPAN_OUT_OF_RANGE, it.step(1, Story.HQ, EmergencyLevel.A, NIGHT, Duration.ofDays(400)));
        refused(Reason.NORMAL_IS_NOT_DECLARED, it.step(1, Story.HQ, EmergencyLevel.NORMAL, MORNING, NIGHT));
        refused(Reason.UNKNOWN_UNIT,
                it.step(1, new kr.haetae.event.UnitCode("nowhere"), EmergencyLevel.A, MORNING, NIGHT));
        it.refuses(HQ, new LevelCommand.SetPlan(IntStream.range(0, 501).mapToObj(i -> it.step(i, Story.HQ,
                EmergencyLevel.A, Duration.ofMinutes(i), Duration.ofMinutes(i + 1))).toList()), Reason.PLAN_MALFORMED);
        it.refuses(SEOUL, new LevelCommand.SetPlan(List.of(it.step(1, Story.SEOUL, EmergencyLevel.B, MORNING,
                NIGHT))), Reason.OUTSIDE_JURISDICTION);
        plan(full);
        it.refuses(HQ, new LevelCommand.SetPlan(List.of(full)), Reason.NOTHING_CHANGED);
    }

    @Test
    void anAgencyPlansForItsStationsAndLeavesTheRestAsItIs() {
        plan(full);
        PlannedLevel gangnam = it.step(3, Story.GANGNAM, EmergencyLevel.C, MORNING, NIGHT);

        it.refuses(SEOUL, new LevelCommand.SetPlan(List.of(gangnam)), Reason.OUTSIDE_JURISDICTION);
        it.does(SEOUL, new LevelCommand.SetPlan(List.of(full, gangnam)));
        it.refuses(BUSAN, new LevelCommand.SetPlan(List.of(full)), Reason.OUTSIDE_JURISDICTION);
    }

    @Test
    void underFourEyesAStepOfAWaitsForAnotherThanItsPlanner() {
        OperationSettings standard = OperationSettings.STANDARD;
        it.story.tell(new OperationEvent.SettingsChanged(new OperationSettings(true, standard.musterEssentialMinutes(),
                standard.musterOthersMinutes(), standard.silence(), standard.outagePosts(), standard.outagePercent()),
                Story.SOMEBODY), it.now());
        plan(full);
        it.pass(MORNING);
        it.timekeeper();
        assertThat(it.ofStep(full).state()).isEqualTo(LevelState.PROPOSED);

        it.refuses(HQ, new LevelCommand.Confirm(it.ofStep(full).declaration()), Reason.SECOND_COMMANDER_NEEDED);
        it.does(SECOND_OF_HQ, new LevelCommand.Confirm(it.ofStep(full).declaration()));

        assertThat(it.ofStep(full).state()).isEqualTo(LevelState.IN_FORCE);
    }

    @Test
    void aPlannedDeclarationTakesEffectAndAnUnansweredOneExpires() {
        it.does(HQ, it.declare(1, Story.SEOUL, EmergencyLevel.B, it.now().plusSeconds(60), it.now().plusSeconds(120)));
        it.does(SEOUL, it.declare(2, Story.SEOUL, EmergencyLevel.A, null, it.now().plusSeconds(90)));
        assertThat(it.level(1).state()).isEqualTo(LevelState.PLANNED);

        it.pass(Duration.ofSeconds(61));
        it.timekeeper();
        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        it.pass(Duration.ofSeconds(60));
        assertThat(it.timekeeper()).isEqualTo(2);
        assertThat(it.level(1).state()).isEqualTo(LevelState.EXPIRED);
        assertThat(it.level(2).state()).isEqualTo(LevelState.EXPIRED);
        it.refuses(HQ, new LevelCommand.Approve(id(2)), Reason.ILLEGAL_TRANSITION);
    }

    private void plan(PlannedLevel... steps) {
        it.does(HQ, new LevelCommand.SetPlan(List.of(steps)));
    }

    private void refused(Reason reason, PlannedLevel... steps) {
        it.refuses(HQ, new LevelCommand.SetPlan(List.of(steps)), reason);
    }
}
