package kr.haetae.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Story;
import kr.haetae.picture.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReservesTest {
    private static final Instant FIVE = Roll.FIVE;
    private static final UUID REQUEST = new UUID(3, 1);
    private static final Author SEOUL = new Author(new UUID(5, 2), "서울청", Story.SEOUL, null);
    private static final Author BUSAN = new Author(new UUID(5, 3), "부산청", Story.BUSAN, null);
    private static final ForceStrength OURS = Roll.strength(Story.SEOUL, ForceKind.MOBILE_UNIT, "1기동단", 80);
    private static final ForceStrength THEIRS = Roll.strength(Story.BUSAN, ForceKind.MOBILE_UNIT, "부산기동대", 60);

    private final Roll roll = new Roll();

    ReservesTest() {
        roll.take(FIVE, Roll.HQ, new ForceCommand.SetStrength("test", List.of(OURS, THEIRS)));
        roll.take(FIVE, Roll.ROOM, request(REQUEST));
    }

    @Test
    void theBoardFollowsTheForces() {
        assertThat(roll.figure("reserves.available")).isEqualTo(140);
        roll.take(FIVE, Roll.HQ, approve(REQUEST, THEIRS));
        assertThat(roll.figure("reserves.committed")).isEqualTo(60);
        move(ReserveState.MOVING, FIVE.plusSeconds(60));
        assertThat(roll.figure("reserves.moving")).isEqualTo(60);
        move(ReserveState.ARRIVED, FIVE.plusSeconds(3_600));
        assertThat(roll.figure("reserves.committed")).isEqualTo(60);
        move(ReserveState.RETURNED, FIVE.plusSeconds(7_200));
        assertThat(roll.figure("reserves.available")).isEqualTo(140);

        Reserve reserve = roll.story.now().find(Reserve.key(REQUEST), Reserve.class).orElseThrow();
        assertThat(reserve.approvedBy()).isEqualTo(Roll.HQ.person());
        assertThat(reserve.journey()).isEqualTo(new Reserve.Journey(FIVE.plusSeconds(60), FIVE.plusSeconds(3_600),
                FIVE.plusSeconds(7_200), null));
    }

    @Test
    void bothSidesSeeIt() {
        assertThat(sees(Story.BUSAN)).isFalse();
        roll.take(FIVE, Roll.HQ, approve(REQUEST, THEIRS));

        assertThat(sees(Story.BUSAN)).isTrue();
        assertThat(sees(Story.GANGNAM)).isTrue();
        assertThat(sees(Story.JONGNO)).isFalse();
        Force force = roll.story.now().find(Force.key(THEIRS.force()), Force.class).orElseThrow();
        assertThat(roll.story.now().sees(view(Story.GANGNAM), force)).isTrue();
        assertThat(roll.story.now().sees(view(Story.HAEUNDAE), force)).isFalse();
    }

    @Test
    void anAgencyDecidesForItsOwnStationsAndItsOwnForces() {
        assertThat(roll.refused(FIVE, BUSAN, approve(REQUEST, THEIRS))).isEqualTo(Reason.UNKNOWN_RESERVE);
        assertThat(roll.refused(FIVE, Roll.ROOM, approve(REQUEST, OURS))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(roll.refused(FIVE, SEOUL, approve(REQUEST, THEIRS))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        roll.take(FIVE, SEOUL, approve(REQUEST, OURS));
        UUID own = new UUID(3, 2);
        roll.take(FIVE, SEOUL, request(own));
        assertThat(roll.refused(FIVE, SEOUL, approve(own, OURS))).isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(roll.refused(FIVE, Roll.HQ, approve(own, OURS))).isEqualTo(Reason.FORCE_COMMITTED);
    }

    @Test
    void aForceStaysWhereItWasSentWhenItsStrengthChanges() {
        roll.take(FIVE, Roll.HQ, approve(REQUEST, THEIRS));
        roll.take(FIVE, Roll.HQ, new ForceCommand.SetStrength("test",
                List.of(Roll.strength(Story.BUSAN, ForceKind.MOBILE_UNIT, "부산기동대", 50))));

        assertThat(roll.figure("reserves.committed")).isEqualTo(50);
    }

    @Test
    void onlyLegalStepsInOrder() {
        assertThat(roll.refused(FIVE, Roll.ROOM, step(ReserveState.MOVING, FIVE)))
                .isEqualTo(Reason.ILLEGAL_TRANSITION);
        assertThat(roll.refused(FIVE, Roll.ROOM, step(ReserveState.REFUSED, FIVE)))
                .isEqualTo(Reason.OUTSIDE_JURISDICTION);
        roll.take(FIVE, SEOUL, approve(REQUEST, OURS));
        assertThat(roll.refused(FIVE, SEOUL, approve(REQUEST, OURS))).isEqualTo(Reason.ILLEGAL_TRANSITION);
        move(ReserveState.MOVING, FIVE.plusSeconds(60));
        assertThat(roll.refused(FIVE.plusSeconds(90), Roll.ROOM, step(ReserveState.ARRIVED, FIVE)))
                .isEqualTo(Reason.OCCURRED_OUT_OF_ORDER);
        roll.story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY));
        assertThat(roll.figure("reserves.available")).isEqualTo(140);
    }

    private void move(ReserveState to, Instant at) {
        roll.take(at, Roll.ROOM, step(to, at));
    }

    private static ForceCommand.MoveReserve step(ReserveState to, @Nullable Instant at) {
        return new ForceCommand.MoveReserve(REQUEST, to, at, null);
    }

    private static ForceCommand.RequestReserve request(UUID id) {
        return new ForceCommand.RequestReserve(id, null, 60, ForceKind.MOBILE_UNIT, null, "집회");
    }

    private static ForceCommand.ApproveReserve approve(UUID request, ForceStrength force) {
        return new ForceCommand.ApproveReserve(request, List.of(force.force()));
    }

    private boolean sees(UnitCode unit) {
        return roll.story.now().sees(view(unit), roll.story.now().find(Reserve.key(REQUEST), Reserve.class)
                .orElseThrow());
    }

    private static View view(UnitCode unit) {
        return new View(unit, Set.of(Clearance.GENERAL));
    }
}
