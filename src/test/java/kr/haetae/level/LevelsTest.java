package kr.haetae.level;

import static kr.haetae.level.Levelling.BUSAN;
import static kr.haetae.level.Levelling.GANGNAM;
import static kr.haetae.level.Levelling.HQ;
import static kr.haetae.level.Levelling.SECOND_OF_HQ;
import static kr.haetae.level.Levelling.SECOND_OF_SEOUL;
import static kr.haetae.level.Levelling.SEOUL;
import static kr.haetae.level.Levelling.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.ForceKind;
import kr.haetae.event.ForceStrength;
import kr.haetae.event.LevelNeed;
import kr.haetae.event.LevelState;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Stories;
import kr.haetae.picture.Story;
import kr.haetae.picture.View;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private final Levelling it = new Levelling();

    @Provide
    Arbitrary<List<Stories.Step>> steps() {
        return Stories.steps(60);
    }

    @Property(tries = 200)
    void theEffectiveLevelIsANaiveRecount(@ForAll("steps") List<Stories.Step> steps) {
        Picture picture = Stories.told(steps).now();

        assertThat(Story.UNITS).allSatisfy(
                unit -> assertThat(Levels.effective(picture, unit)).isEqualTo(recounted(picture, unit)));
    }

    private static EmergencyLevel recounted(Picture picture, UnitCode unit) {
        EmergencyLevel highest = EmergencyLevel.NORMAL;
        for (Held held : picture.all(Level.KIND)) {
            Level level = (Level) held.entity();
            if (level.state() == LevelState.IN_FORCE && picture.tree().covers(level.unit(), unit)
                    && level.level().compareTo(highest) > 0) {
                highest = level.level();
            }
        }
        return highest;
    }

    @Test
    void headquartersNeedsNobody() {
        it.does(HQ, it.declare(1, Story.HQ, EmergencyLevel.A));

        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        assertThat(it.level(1).needs()).isEmpty();
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.A);
    }

    @Test
    void anAgencyWaitsForItsSuperior() {
        it.does(SEOUL, it.declare(1, Story.SEOUL, EmergencyLevel.B));
        assertThat(it.level(1).state()).isEqualTo(LevelState.PROPOSED);
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.NORMAL);

        it.refuses(SECOND_OF_SEOUL, new LevelCommand.Approve(id(1)), Reason.SUPERIOR_NEEDED);
        it.does(HQ, new LevelCommand.Approve(id(1)));

        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.B);
        assertThat(it.effective(Story.SAHA)).isEqualTo(EmergencyLevel.NORMAL);
        it.refuses(HQ, new LevelCommand.Approve(id(1)), Reason.ALREADY_THERE);
    }

    @Test
    void whoDeclaresForAUnitBelowIsItsSuperior() {
        it.does(SEOUL, it.declare(1, Story.GANGNAM, EmergencyLevel.C));

        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        it.refuses(GANGNAM, new LevelCommand.Lift(id(1), "해제"), Reason.OUTSIDE_JURISDICTION);
    }

    @Test
    void anUrgentOneIsInForceAtOnceAndApprovedOrRefusedAfterwards() {
        it.does(GANGNAM, new LevelCommand.Declare(id(1), Story.GANGNAM, EmergencyLevel.A, null, null, "긴급", true));
        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        assertThat(it.level(1).needs()).containsExactly(LevelNeed.APPROVAL);

        it.does(SEOUL, new LevelCommand.Refuse(id(1), "과도함"));

        assertThat(it.level(1).state()).isEqualTo(LevelState.REFUSED);
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.NORMAL);
        assertThat(it.figure(Story.HQ, "muster.rooms")).isZero();
    }

    @Test
    void aAndBNeedASecondCommanderWhereTheSettingsSay() {
        confirmation();
        it.does(SEOUL, new LevelCommand.Declare(id(1), Story.SEOUL, EmergencyLevel.A, null, null, "긴급", true));
        assertThat(it.level(1).state()).isEqualTo(LevelState.PROPOSED);
        assertThat(it.level(1).needs()).containsExactly(LevelNeed.CONFIRMATION, LevelNeed.APPROVAL);

        it.refuses(SEOUL, new LevelCommand.Confirm(id(1)), Reason.SECOND_COMMANDER_NEEDED);
        it.refuses(GANGNAM, new LevelCommand.Confirm(id(1)), Reason.SECOND_COMMANDER_NEEDED);
        it.refuses(BUSAN, new LevelCommand.Confirm(id(1)), Reason.UNKNOWN_LEVEL);
        it.does(SECOND_OF_SEOUL, new LevelCommand.Confirm(id(1)));

        assertThat(it.level(1).state()).isEqualTo(LevelState.IN_FORCE);
        assertThat(it.level(1).needs()).containsExactly(LevelNeed.APPROVAL);
        it.does(HQ, it.declare(2, Story.HQ, EmergencyLevel.C));
        assertThat(it.level(2).needs()).isEmpty();
    }

    @Test
    void badSpansAndUnitsAreRefused() {
        it.refuses(SEOUL, it.declare(1, Story.SAHA, EmergencyLevel.B), Reason.OUTSIDE_JURISDICTION);
        it.refuses(SEOUL, it.declare(1, Story.HQ, EmergencyLevel.B), Reason.OUTSIDE_JURISDICTION);
        it.refuses(HQ, it.declare(1, new UnitCode("nowhere"), EmergencyLevel.B), Reason.UNKNOWN_UNIT);
        it.refuses(HQ, it.declare(1, Story.HQ, EmergencyLevel.NORMAL), Reason.NORMAL_IS_NOT_DECLARED);
        it.refuses(HQ, it.declare(1, Story.HQ, EmergencyLevel.B, it.now().plusSeconds(60), it.now().plusSeconds(60)),
                Reason.SPAN_ENDS_BEFORE_START);
        it.refuses(HQ, it.declare(1, Story.HQ, EmergencyLevel.B, it.now().minusSeconds(60), it.now()),
                Reason.SPAN_IN_PAST);
        it.refuses(HQ, it.declare(1, Story.HQ, EmergencyLevel.B, it.now().plus(Duration.ofDays(400)), null),
                Reason.SPAN_OUT_OF_RANGE);
        it.story.tell(new OperationEvent.OperationClosed("끝", Story.SOMEBODY), it.now());
        it.refuses(HQ, it.declare(1, Story.HQ, EmergencyLevel.B), Reason.OPERATION_NOT_OPEN);
    }

    @Test
    void aLevelIsExtendedLiftedAndThenOver() {
        it.does(HQ, it.declare(1, Story.SEOUL, EmergencyLevel.B));
        it.does(HQ, new LevelCommand.Extend(id(1), it.now().plus(Duration.ofHours(20)), "지연"));
        it.refuses(HQ, new LevelCommand.Extend(id(1), it.now().minusSeconds(1), "지연"), Reason.SPAN_ENDS_BEFORE_START);
        it.pass(Duration.ofHours(1));
        it.does(SECOND_OF_HQ, new LevelCommand.Lift(id(1), "상황 종료"));

        assertThat(it.level(1).state()).isEqualTo(LevelState.LIFTED);
        assertThat(it.level(1).endReason()).isEqualTo("상황 종료");
        it.refuses(HQ, new LevelCommand.Lift(id(1), "또"), Reason.ILLEGAL_TRANSITION);
    }

    @Test
    void everyRoomBelowIsOrderedReceivesAndReports() {
        it.does(HQ, it.declare(1, Story.SEOUL, EmergencyLevel.B));
        assertThat(it.figure(Story.HQ, "muster.rooms")).isEqualTo(3);
        assertThat(it.figure(Story.BUSAN, "muster.rooms")).isZero();
        assertThat(it.muster(1, Story.GANGNAM).deadline()).isEqualTo(it.now().plus(Duration.ofHours(2)));

        it.does(GANGNAM, new LevelCommand.Receive(id(1)));
        it.refuses(GANGNAM, new LevelCommand.Receive(id(1)), Reason.ALREADY_THERE);
        it.refuses(HQ, new LevelCommand.Receive(id(1)), Reason.UNKNOWN_MUSTER);
        it.does(GANGNAM, new LevelCommand.ReportMuster(id(1), Story.GANGNAM, 40, 25, null));
        it.does(SEOUL, new LevelCommand.ReportMuster(id(1), Story.GANGNAM, null, 44, "초과"));
        it.refuses(GANGNAM, new LevelCommand.ReportMuster(id(1), Story.JONGNO, 1, 1, null),
                Reason.OUTSIDE_JURISDICTION);

        assertThat(it.figure(Story.SEOUL, "muster.received")).isEqualTo(1);
        assertThat(it.figure(Story.HQ, "muster.ordered")).isEqualTo(40);
        assertThat(it.figure(Story.HQ, "muster.mustered")).isEqualTo(44);
        assertThat(it.picture().trace(Level.key(id(1)))).hasSize(4);
        it.does(HQ, new LevelCommand.Lift(id(1), "해제"));
        assertThat(it.figure(Story.HQ, "muster.mustered")).isZero();
        assertThat(it.muster(1, Story.GANGNAM).mustered()).isEqualTo(44);
    }

    @Test
    void aRoomIsOrderedTheCeilingsShareOfItsOwnPeopleUntilItSaysOtherwise() {
        it.story.tell(new ForceEvent.StrengthSet("t", List.of(force(1, Story.GANGNAM, 101), force(2, Story.SEOUL, 40)),
                Story.SOMEBODY), it.now());
        it.does(HQ, it.declare(1, Story.HQ, EmergencyLevel.B));

        assertThat(it.muster(1, Story.GANGNAM).available()).isEqualTo(101);
        assertThat(it.muster(1, Story.GANGNAM).ordered()).isEqualTo(50);
        assertThat(it.muster(1, Story.SEOUL).ordered()).isEqualTo(20);
        assertThat(it.muster(1, Story.HQ).ordered()).isZero();
        assertThat(it.muster(1, Story.HQ).overCeiling()).isFalse();
        it.does(GANGNAM, new LevelCommand.ReportMuster(id(1), Story.GANGNAM, 51, 51, null));
        assertThat(it.muster(1, Story.GANGNAM).overCeiling()).isTrue();
        assertThat(it.figure(Story.SEOUL, "muster.ordered")).isEqualTo(71);
        assertThat(LevelPreview.of(it.picture(), it.now(), HQ, it.declare(2, Story.SEOUL, EmergencyLevel.C)))
                .isInstanceOfSatisfying(LevelPreview.Answer.Shown.class, shown -> {
                    assertThat(shown.preview().available()).isEqualTo(141);
                    assertThat(shown.preview().ceiling()).isEqualTo(42);
                });
    }

    private static ForceStrength force(int number, UnitCode unit, int strength) {
        return new ForceStrength(new UUID(3, number), unit, ForceKind.STATION_OFFICERS, "경력" + number, strength, 0, 0,
                0);
    }

    @Test
    void levelsWithoutACeilingOrderNobody() {
        it.does(HQ, it.declare(1, Story.HQ, EmergencyLevel.ALERT));

        assertThat(it.picture().all(Muster.KIND)).isEmpty();
    }

    @Test
    void closingTheOperationLiftsWhatStillLasts() {
        it.does(HQ, it.declare(1, Story.HQ, EmergencyLevel.A));
        it.does(SEOUL, it.declare(2, Story.SEOUL, EmergencyLevel.B));
        it.story.tell(new OperationEvent.OperationClosed("개표 종료", Story.SOMEBODY), it.now());

        assertThat(it.level(1).state()).isEqualTo(LevelState.LIFTED);
        assertThat(it.level(2).state()).isEqualTo(LevelState.LIFTED);
        assertThat(it.figure(Story.HQ, "muster.rooms")).isZero();
        assertThat(it.effective(Story.GANGNAM)).isEqualTo(EmergencyLevel.NORMAL);
    }

    @Test
    void aLevelIsSeenAboveAndBelowItsOrdersOnlyAbove() {
        it.does(HQ, it.declare(1, Story.SEOUL, EmergencyLevel.B));

        assertThat(kinds(Story.GANGNAM)).contains("level/" + id(1)).contains(Muster.key(id(1), Story.GANGNAM) + "")
                .doesNotContain(Muster.key(id(1), Story.SEOUL) + "");
        assertThat(kinds(Story.HQ)).contains("level/" + id(1)).contains(Muster.key(id(1), Story.SEOUL) + "");
        assertThat(kinds(Story.SAHA)).doesNotContain("level/" + id(1));
    }

    @Test
    void aPreviewSaysWhatItWouldDoAndChangesNothing() {
        it.does(HQ, it.declare(1, Story.HQ, EmergencyLevel.A));

        LevelPreview.Answer answer = LevelPreview.of(it.picture(), it.now(), SEOUL,
                it.declare(2, Story.SEOUL, EmergencyLevel.B, null, null));

        assertThat(answer).isInstanceOfSatisfying(LevelPreview.Answer.Shown.class, shown -> {
            LevelPreview preview = shown.preview();
            assertThat(preview.units()).isEqualTo(3);
            assertThat(preview.rooms()).isEqualTo(3);
            assertThat(preview.effective()).isEqualTo(EmergencyLevel.A);
            assertThat(preview.state()).isEqualTo(LevelState.PROPOSED);
            assertThat(preview.needs()).containsExactly(LevelNeed.APPROVAL);
            assertThat(preview.warnings()).containsExactly(LevelWarning.NO_EFFECT, LevelWarning.AVAILABLE_UNKNOWN,
                    LevelWarning.WITHOUT_END);
        });
        assertThat(LevelPreview.of(it.picture(), it.now(), SEOUL, it.declare(2, Story.SAHA, EmergencyLevel.B)))
                .isInstanceOf(LevelPreview.Answer.Refused.class);
    }

    private void confirmation() {
        OperationSettings standard = OperationSettings.STANDARD;
        it.story.tell(new OperationEvent.SettingsChanged(new OperationSettings(true, standard.musterEssentialMinutes(),
                standard.musterOthersMinutes(), standard.silence(), standard.outagePosts(), standard.outagePercent()),
                Story.SOMEBODY), it.now());
    }

    private List<String> kinds(UnitCode scope) {
        List<String> keys = new ArrayList<>();
        it.picture().snapshot(new View(scope, Set.of(Clearance.GENERAL))).put()
                .forEach(held -> keys.add(held.entity().key().toString()));
        return keys;
    }
}
