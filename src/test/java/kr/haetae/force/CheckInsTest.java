package kr.haetae.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.DeploymentState;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.Reason;
import kr.haetae.picture.Story;
import org.junit.jupiter.api.Test;

class CheckInsTest {
    private static final Instant FIVE = Roll.FIVE;

    private final Roll roll = new Roll();

    @Test
    void theFirstArrivalBringsADeploymentOnPost() {
        UUID id = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));

        assertThat(roll.arrives(Roll.officer(1, Roll.post(1)), FIVE.minusSeconds(900), null).deployment())
                .isEqualTo(id);

        assertThat(roll.deployment(id).state()).isEqualTo(DeploymentState.ON_POST);
        assertThat(roll.deployment(id).course().onPostAt()).isEqualTo(FIVE.minusSeconds(900));
        assertThat(roll.figure("people.onPost")).isEqualTo(1);
        assertThat(roll.figure("people.duties")).as("person-duties are what was planned").isEqualTo(2);
        assertThat(roll.figure("deployments.underStrength")).isEqualTo(1);
    }

    @Test
    void aSecondTapIsNoSecondBody() {
        roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        roll.arrives(Roll.officer(1, Roll.post(1)), FIVE, null);

        assertThat(roll.refused(FIVE.plusSeconds(5), Roll.officer(1, Roll.post(1)), Roll.checkIn(FIVE, null, null)))
                .isEqualTo(Reason.ALREADY_THERE);
        assertThat(roll.present(1)).hasSize(1);
    }

    @Test
    void whoeverChecksInElsewhereIsNoLongerWhereHeWas() {
        UUID first = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        UUID second = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(2)));
        Author patrol = Roll.officer(1, null);
        roll.arrives(patrol, FIVE, Roll.post(1));
        assertThat(roll.arrives(patrol, FIVE.plusSeconds(600), Roll.post(2)).deployment()).isEqualTo(second);

        assertThat(roll.present(1)).isEmpty();
        assertThat(roll.present(2)).singleElement().satisfies(it -> assertThat(it.movedFrom()).isEqualTo(Roll.post(1)));
        assertThat(roll.deployment(first).attendance().present()).isZero();
        assertThat(roll.figure("people.onPost")).isEqualTo(1);
    }

    @Test
    void aRoundOfACircuitIsOneDutyAndOneBody() {
        UUID round = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1), Roll.post(2), Roll.post(3)));
        Author car = Roll.officer(1, Roll.post(1));
        for (int post = 1; post <= 3; post++) {
            assertThat(roll.arrives(car, FIVE.plusSeconds(600L * post), Roll.post(post)).deployment()).isEqualTo(round);
        }

        assertThat(roll.deployment(round).attendance().present()).isEqualTo(1);
        assertThat(roll.present(3)).hasSize(1);
        assertThat(roll.present(1)).isEmpty();
        assertThat(roll.figure("people.onPost")).isEqualTo(1);
        assertThat(roll.figure("people.duties")).isEqualTo(2);
    }

    @Test
    void aPostThatIsNotHisIsAcceptedAsUnplanned() {
        roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(2)));
        Author officer = Roll.officer(1, Roll.post(1));

        assertThat(roll.arrives(officer, FIVE, Roll.post(2)).deployment()).isNull();

        assertThat(roll.present(2)).singleElement().matches(Present::unplanned);
        assertThat(roll.figure("people.unplanned")).isEqualTo(1);
        assertThat(roll.figure("people.duties")).isEqualTo(3);
        roll.take(FIVE.plusSeconds(60), officer, new ForceCommand.CheckOut(Occurrence.exact(FIVE.plusSeconds(60)), null,
                null));
        assertThat(roll.figure("people.unplanned")).isZero();
        assertThat(roll.figure("people.duties")).as("he was there").isEqualTo(3);
    }

    @Test
    void nobodyTakesAPlaceThatIsTaken() {
        roll.plan(Roll.shift(FIVE, 8, 1, null, Roll.post(1)));
        roll.arrives(Roll.officer(1, null), FIVE, Roll.post(1));

        assertThat(roll.arrives(Roll.officer(2, null), FIVE, Roll.post(1)).deployment()).isNull();
        assertThat(roll.figure("people.onPost")).isEqualTo(2);
    }

    @Test
    void aShiftAcrossMidnightTakesThoseWhoComeBeforeAndAfterIt() {
        Instant tenAtNight = Instant.parse("2026-06-03T13:00:00Z");
        UUID night = roll.plan(Roll.shift(tenAtNight, 8, 2, null, Roll.post(1)));

        assertThat(roll.arrives(Roll.officer(1, null), tenAtNight.minusSeconds(60), Roll.post(1)).deployment())
                .isEqualTo(night);
        assertThat(roll.arrives(Roll.officer(2, null), tenAtNight.plus(Duration.ofHours(5)), Roll.post(1))
                .deployment()).isEqualTo(night);
        assertThat(roll.arrives(Roll.officer(3, null), tenAtNight.plus(Duration.ofHours(8)), Roll.post(1))
                .deployment()).isNull();
    }

    @Test
    void theNextShiftRelievesOnceAsManyAreThere() {
        UUID morning = roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        Instant one = FIVE.plus(Duration.ofHours(8));
        UUID evening = roll.plan(Roll.shift(one, 8, 2, null, Roll.post(1)));
        roll.arrives(Roll.officer(1, null), FIVE, Roll.post(1));
        roll.arrives(Roll.officer(2, null), FIVE, Roll.post(1));
        roll.arrives(Roll.officer(3, null), one.minusSeconds(300), Roll.post(1));
        assertThat(roll.deployment(evening).state()).isEqualTo(DeploymentState.ON_POST);
        assertThat(roll.deployment(morning).state()).isEqualTo(DeploymentState.ON_POST);

        List<Event> events = roll.take(one, Roll.officer(4, null), Roll.checkIn(one, Roll.post(1), null));

        assertThat(events).hasSize(2).last().isInstanceOf(ForceEvent.DeploymentMoved.class);
        assertThat(roll.deployment(morning).state()).isEqualTo(DeploymentState.RELIEVED);
        assertThat(roll.deployment(morning).course().relievedAt()).isEqualTo(one);
        assertThat(roll.figure("people.onPost")).isEqualTo(2);
        assertThat(roll.present(1)).extracting(it -> it.who().name()).containsExactly("경찰관3", "경찰관4");
    }

    @Test
    void whatIsEnteredLateDoesNotBringAnybodyBack() {
        roll.plan(Roll.shift(FIVE, 8, 2, null, Roll.post(1)));
        Author officer = Roll.officer(1, null);
        roll.arrives(officer, FIVE.plusSeconds(3_600), Roll.post(2));
        roll.take(FIVE.plusSeconds(7_200), Roll.ROOM, Roll.checkIn(FIVE, Roll.post(1), officer.person()));

        assertThat(roll.present(1)).isEmpty();
        assertThat(roll.present(2)).hasSize(1);
        assertThat(roll.figure("people.onPost")).isEqualTo(1);
    }

    @Test
    void peopleWithoutAnAccountAreKnownByUnitAndName() {
        Person kim = new Person(null, "김 경장", Story.GANGNAM);
        roll.take(FIVE, Roll.ROOM, Roll.checkIn(FIVE, Roll.post(1), kim));

        assertThat(roll.refused(FIVE, Roll.ROOM, Roll.checkIn(FIVE, Roll.post(1), new Person(null, "김경장",
                Story.GANGNAM)))).isEqualTo(Reason.ALREADY_THERE);
        roll.take(FIVE, Roll.ROOM, Roll.checkIn(FIVE, Roll.post(1), new Person(null, "김경장", Story.JONGNO)));
        assertThat(roll.present(1)).hasSize(2);
    }

    @Test
    void aPostThatGetsAnotherUnitTakesItsPeopleAlong() {
        roll.arrives(Roll.officer(1, null), FIVE, Roll.post(1));
        roll.story.assign(1, Story.JONGNO);

        assertThat(roll.story.now().find(Duty.key(Roll.post(1)), Duty.class).orElseThrow().unit())
                .isEqualTo(Story.JONGNO);
        assertThat(roll.story.now().find(Presence.key(new UUID(9, 1)), Presence.class).orElseThrow().unit())
                .isEqualTo(Story.JONGNO);
    }

    @Test
    void whatIsWrongWithACheckInIsSaid() {
        Author officer = Roll.officer(1, null);
        assertThat(roll.refused(FIVE, officer, Roll.checkIn(FIVE, null, null))).isEqualTo(Reason.PLACE_MISSING);
        assertThat(roll.refused(FIVE, officer, Roll.checkIn(FIVE, Roll.post(9), null)))
                .isEqualTo(Reason.UNKNOWN_POST);
        assertThat(roll.refused(FIVE, officer, Roll.checkIn(FIVE, Roll.post(4), null)))
                .isEqualTo(Reason.OUTSIDE_JURISDICTION);
        assertThat(roll.refused(FIVE, officer, Roll.checkIn(FIVE.plus(Duration.ofHours(1)), Roll.post(1), null)))
                .isEqualTo(Reason.OCCURRED_IN_FUTURE);
        assertThat(roll.refused(FIVE, officer, Roll.checkIn(FIVE.minus(Duration.ofDays(31)), Roll.post(1), null)))
                .isEqualTo(Reason.OCCURRED_TOO_LONG_AGO);
        assertThat(roll.refused(FIVE, officer, new ForceCommand.CheckOut(Occurrence.exact(FIVE), null, null)))
                .isEqualTo(Reason.NOT_THERE);
    }
}
