package kr.haetae.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import kr.haetae.picture.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentsTest {
    private static final Instant FIVE = Roll.FIVE;

    private final Roll roll = new Roll();

    @Test
    void thePlanOfAListAgainChangesNothingAndMorePeopleReplaceIt() {
        PlannedDeployment plan = Roll.shift(FIVE, 8, 2, null, Roll.post(1));
        UUID id = roll.plan(plan);

        assertThat(roll.refused(FIVE, Roll.ROOM, new ForceCommand.Plan("test", List.of(plan))))
                .isEqualTo(Reason.NOTHING_CHANGED);
        assertThat(roll.plan(Roll.shift(FIVE, 8, 3, null, Roll.post(1)))).isEqualTo(id);
        assertThat(roll.figure("people.planned")).isEqualTo(3);
        assertThat(roll.figure("people.duties")).isEqualTo(3);
        assertThat(roll.story.now().find(Duty.key(Roll.post(1)), Duty.class).orElseThrow().planned()).isEqualTo(3);
    }

    @Test
    void whatCannotBePlannedIsSaid() {
        assertThat(refused(Roll.shift(FIVE, 0, 2, null, Roll.post(1)))).isEqualTo(Reason.SHIFT_MALFORMED);
        assertThat(refused(Roll.shift(FIVE, 73, 2, null, Roll.post(1)))).isEqualTo(Reason.SHIFT_MALFORMED);
        assertThat(refused(Roll.shift(FIVE, 8, 2, null))).isEqualTo(Reason.CIRCUIT_MALFORMED);
        assertThat(refused(Roll.shift(FIVE, 8, 2, null, Roll.post(1), Roll.post(2), Roll.post(1))))
                .isEqualTo(Reason.CIRCUIT_MALFORMED);
        assertThat(refused(Roll.shift(FIVE, 8, 2, null, Roll.post(9)))).isEqualTo(Reason.UNKNOWN_POST);
        assertThat(refused(Roll.shift(FIVE, 8, 2, null, Roll.post(4)))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(refused(Roll.shift(FIVE, 8, 2, new UUID(3, 3), Roll.post(1)))).isEqualTo(Reason.UNKNOWN_FORCE);
        ForceStrength foreign = Roll.strength(Story.SAHA, ForceKind.MOBILE_UNIT, "사하", 80);
        roll.take(FIVE, Roll.HQ, new ForceCommand.SetStrength("test", List.of(foreign)));
        assertThat(refused(Roll.shift(FIVE, 8, 2, foreign.force(), Roll.post(1))))
                .isEqualTo(Reason.FORCE_OF_OTHER_UNIT);
    }

    @ParameterizedTest
    @CsvSource({"PLANNED,EN_ROUTE,true", "PLANNED,ON_POST,true", "PLANNED,RELIEVED,false", "PLANNED,CANCELLED,true",
        "EN_ROUTE,PLANNED,false", "EN_ROUTE,ON_POST,true", "EN_ROUTE,RELIEVED,false", "EN_ROUTE,CANCELLED,true",
        "ON_POST,EN_ROUTE,false", "ON_POST,RELIEVED,true", "ON_POST,CANCELLED,false", "RELIEVED,ON_POST,false",
        "CANCELLED,PLANNED,false"})
    void onlyLegalSteps(DeploymentState from, DeploymentState to, boolean legal) {
        assertThat(Movements.legal(from, to)).isEqualTo(legal);
    }

    @Test
    void whoShouldBeOnPostNowIsCountedFromTheShiftsBeginToItsEndAndNobodyTwice() {
        Shifts rule = new Shifts();
        roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        roll.plan(Roll.shift(FIVE.plus(Duration.ofHours(8)), 8, 3, null, Roll.post(1)));
        assertThat(rule.due(roll.story.now(), FIVE.minusMillis(1))).isEmpty();
        assertThat(roll.figure("people.due")).isZero();

        Timed.Due begins = rule.due(roll.story.now(), FIVE).getFirst();
        assertThat(rule.due(roll.story.now(), FIVE.plusSeconds(1)).getFirst().command()).isEqualTo(begins.command());
        happen(begins, FIVE);
        assertThat(roll.figure("people.due")).isEqualTo(2);
        assertThat(begins.decide().apply(roll.story.now(), FIVE)).isInstanceOf(Decision.Refused.class);

        Instant change = FIVE.plus(Duration.ofHours(8));
        rule.due(roll.story.now(), change).forEach(due -> happen(due, change));
        assertThat(roll.figure("people.due")).isEqualTo(3);
        Instant end = FIVE.plus(Duration.ofHours(16));
        rule.due(roll.story.now(), end).forEach(due -> happen(due, end));
        assertThat(roll.figure("people.due")).isZero();
        assertThat(roll.figure("people.duties")).isEqualTo(5);
    }

    private void happen(Timed.Due due, Instant at) {
        ((Decision.Accepted) due.decide().apply(roll.story.now(), at)).events().forEach(roll.story::tell);
    }

    @Test
    void stepsHaveTheirTimesInOrder() {
        UUID id = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        Instant now = FIVE.plus(Duration.ofHours(1));
        roll.take(now, Roll.ROOM, move(id, DeploymentState.EN_ROUTE, FIVE));
        assertThat(roll.refused(now, Roll.ROOM, move(id, DeploymentState.ON_POST, FIVE.minusSeconds(60))))
                .isEqualTo(Reason.OCCURRED_OUT_OF_ORDER);
        assertThat(roll.refused(now, Roll.ROOM, move(id, DeploymentState.ON_POST, now.plusSeconds(600))))
                .isEqualTo(Reason.OCCURRED_IN_FUTURE);
        roll.take(now, Roll.ROOM, move(id, DeploymentState.ON_POST, FIVE.plusSeconds(600)));

        assertThat(roll.deployment(id).course().onPostAt()).isEqualTo(FIVE.plusSeconds(600));
        assertThat(roll.deployment(id).attendance().present()).isEqualTo(2);
        assertThat(roll.figure("people.onPost")).isEqualTo(2);
        Author other = new Author(new UUID(5, 6), "종로", Story.JONGNO, null);
        assertThat(roll.refused(now, other, move(id, DeploymentState.RELIEVED, now)))
                .isEqualTo(Reason.UNKNOWN_DEPLOYMENT);
    }

    @Test
    void attendanceIsCorrectedAndSaysWho() {
        UUID id = roll.plan(Roll.shift(FIVE, 8, 3, null, Roll.post(1)));
        assertThat(roll.refused(FIVE, Roll.ROOM, new ForceCommand.CorrectAttendance(id, 2, "결근")))
                .isEqualTo(Reason.ILLEGAL_TRANSITION);
        roll.take(FIVE, Roll.ROOM, move(id, DeploymentState.ON_POST, FIVE));
        roll.take(FIVE, Roll.ROOM, new ForceCommand.CorrectAttendance(id, 1, "2명 지각"));

        assertThat(roll.deployment(id).underStrength()).isTrue();
        assertThat(roll.figure("deployments.underStrength")).isEqualTo(1);
        roll.arrives(Roll.officer(1, null), FIVE, Roll.post(1));
        assertThat(roll.deployment(id).attendance().present()).as("one of those counted has a name now").isEqualTo(1);
        roll.arrives(Roll.officer(2, null), FIVE, Roll.post(1));
        assertThat(roll.deployment(id).attendance().present()).isEqualTo(2);
        roll.take(FIVE.plusSeconds(60), Roll.ROOM, move(id, DeploymentState.RELIEVED, FIVE.plusSeconds(60)));
        roll.take(FIVE.plusSeconds(60), Roll.ROOM, new ForceCommand.CorrectAttendance(id, 3, "모두 근무"));
        Attendance settled = roll.deployment(id).attendance();
        assertThat(settled.present()).isZero();
        assertThat(settled.attended()).isEqualTo(3);
        assertThat(settled.correction()).isNotNull().satisfies(it -> assertThat(it.by()).isEqualTo(Roll.ROOM.person()));
    }

    @Test
    void oneForcesPeopleAtTwoPlacesAtOnceAreMarked() {
        ForceStrength force = Roll.strength(Story.GANGNAM, ForceKind.TRAFFIC, "교통1팀", 5);
        roll.take(FIVE, Roll.ROOM, new ForceCommand.SetStrength("test", List.of(force)));
        UUID morning = roll.plan(Roll.shift(FIVE, 8, 3, force.force(), Roll.post(1)));
        UUID evening = roll.plan(Roll.shift(FIVE.plus(Duration.ofHours(8)), 8, 3, force.force(), Roll.post(1)));
        assertThat(roll.figure("deployments.doubled")).as("one ends when the other begins").isZero();

        UUID besides = roll.plan(Roll.shift(FIVE.plus(Duration.ofHours(1)), 2, 3, force.force(), Roll.post(2)));

        assertThat(roll.deployment(morning).marks().doubled()).isTrue();
        assertThat(roll.deployment(besides).marks().doubled()).isTrue();
        assertThat(roll.deployment(evening).marks().doubled()).isFalse();
        assertThat(roll.deployment(besides).plannedBy()).isEqualTo(Roll.ROOM.person());
        ForceStrength more = Roll.strength(Story.GANGNAM, ForceKind.TRAFFIC, "교통1팀", 6);
        roll.take(FIVE, Roll.ROOM, new ForceCommand.SetStrength("test", List.of(more)));
        assertThat(roll.figure("deployments.doubled")).isZero();
        roll.take(FIVE, Roll.ROOM, new ForceCommand.SetStrength("test", List.of(force)));
        roll.take(FIVE, Roll.ROOM, move(besides, DeploymentState.CANCELLED, FIVE));
        assertThat(roll.figure("deployments.doubled")).isZero();
    }

    @Test
    void whoIsNotThereTenMinutesIntoTheShiftIsLateUntilHeArrives() {
        UUID id = roll.plan(Roll.shift(FIVE, 8, 1, null, Roll.post(1)));
        LateArrivals rule = new LateArrivals();
        assertThat(rule.due(roll.story.now(), FIVE.plusSeconds(599))).isEmpty();
        List<Timed.Due> due = rule.due(roll.story.now(), FIVE.plusSeconds(600));
        assertThat(due).hasSize(1).isEqualTo(due);
        assertThat(rule.due(roll.story.now(), FIVE.plusSeconds(700)).getFirst().command())
                .isEqualTo(due.getFirst().command());

        Decision decision = due.getFirst().decide().apply(roll.story.now(), FIVE.plusSeconds(600));
        ((Decision.Accepted) decision).events().forEach(roll.story::tell);

        assertThat(roll.figure("deployments.late")).isEqualTo(1);
        assertThat(rule.due(roll.story.now(), FIVE.plusSeconds(800))).isEmpty();
        assertThat(due.getFirst().decide().apply(roll.story.now(), FIVE.plusSeconds(800)))
                .isInstanceOf(Decision.Refused.class);
        roll.arrives(Roll.officer(1, null), FIVE.plusSeconds(900), Roll.post(1));
        assertThat(roll.figure("deployments.late")).isZero();
        assertThat(roll.deployment(id).course().onPostAt()).isAfter(roll.deployment(id).from());
    }

    @Test
    void aShiftBeyondTheStandDownIsAcceptedAndMarked() {
        UUID night = roll.plan(Roll.shift(FIVE.plus(Duration.ofHours(17)), 9, 2, null, Roll.post(1)));
        assertThat(roll.deployment(night).marks().beyondEnd()).isFalse();
        roll.story.tell(new OperationEvent.TimetableSet(List.of(new PlannedPhase(new UUID(4, 4), Phase.STAND_DOWN,
                FIVE.plus(Duration.ofHours(24)))), Story.SOMEBODY));

        assertThat(roll.deployment(night).marks().beyondEnd()).isTrue();
        UUID day = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        assertThat(roll.deployment(day).marks().beyondEnd()).isFalse();
    }

    @Test
    void aStationSeesWhoComesFromElsewhere() {
        PlannedDeployment plan = new PlannedDeployment(new UUID(2, 7), Story.SEOUL, null, List.of(Roll.post(1)), 10,
                FIVE, FIVE.plus(Duration.ofHours(8)));
        roll.take(FIVE, Roll.HQ, new ForceCommand.Plan("test", List.of(plan)));
        assertThat(sees(Story.GANGNAM)).isTrue();
        assertThat(sees(Story.JONGNO)).isFalse();

        roll.story.assign(1, Story.JONGNO);

        assertThat(sees(Story.GANGNAM)).isFalse();
        assertThat(sees(Story.JONGNO)).isTrue();
    }

    private boolean sees(UnitCode unit) {
        return roll.story.now().sees(new View(unit, Set.of(Clearance.GENERAL)), roll.deployment(new UUID(2, 7)));
    }

    @Test
    void closingRelievesThoseOnPostAndCancelsTheOthers() {
        UUID there = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        UUID coming = roll.plan(Roll.shift(FIVE.plus(Duration.ofHours(8)), 8, 2, null, Roll.post(1)));
        roll.arrives(Roll.officer(1, null), FIVE, Roll.post(1));
        roll.story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));

        assertThat(roll.deployment(there).state()).isEqualTo(DeploymentState.RELIEVED);
        assertThat(roll.deployment(coming).state()).isEqualTo(DeploymentState.CANCELLED);
        assertThat(roll.figure("people.onPost")).isZero();
        assertThat(roll.figure("people.duties")).isEqualTo(2);
        assertThat(roll.present(1)).isEmpty();
        assertThat(roll.refused(FIVE, Roll.ROOM, new ForceCommand.Plan("test",
                List.of(Roll.shift(FIVE, 4, 2, null, Roll.post(2)))))).isEqualTo(Reason.OPERATION_NOT_OPEN);
        roll.take(FIVE, Roll.ROOM, new ForceCommand.CorrectAttendance(there, 2, "뒤늦게 확인"));
    }

    private Reason refused(PlannedDeployment plan) {
        return roll.refused(FIVE, Roll.ROOM, new ForceCommand.Plan("test", List.of(plan)));
    }

    private static ForceCommand.Move move(UUID id, DeploymentState to, Instant at) {
        return new ForceCommand.Move(id, to, Occurrence.exact(at), null);
    }
}
