package kr.haetae.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.Phase;
import kr.haetae.event.PostEvent;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.PostState;
import kr.haetae.event.SilenceRule;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Key;
import kr.haetae.picture.Tally;
import org.junit.jupiter.api.Test;

/** A polling place reports hourly, is late after 10 minutes and lost after 30: {@link OperationSettings#STANDARD}. */
class WatchesTest {
    private final PollingDay day = PollingDay.small();

    @Test
    void nothingIsMissedBeforeThePhaseThatAsksForIt() {
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        day.pass(300);
        day.sweep();

        assertThat(day.state(post)).isEqualTo(PostState.IDLE);
    }

    @Test
    void neverHeardOfLateAndLostAreThreeThings() {
        List<UUID> posts = day.place(PollingDay.GANGNAM, 2);
        day.enter(Phase.PREPARATION);
        day.report(posts.get(0), PostReportKind.NIL, day.time());
        day.pass(69);
        day.sweep();
        assertThat(day.state(posts.get(0))).isEqualTo(PostState.REPORTING);
        assertThat(day.state(posts.get(1))).isEqualTo(PostState.IDLE);
        day.pass(1);
        day.sweep();
        assertThat(day.state(posts.get(0))).isEqualTo(PostState.LATE);
        assertThat(day.state(posts.get(1))).isEqualTo(PostState.NEVER_REPORTED);
        assertThat(day.watch(posts.get(0)).silentSince()).isEqualTo(PollingDay.FIVE.plus(Duration.ofHours(1)));
        day.pass(20);
        day.sweep();
        assertThat(day.state(posts.get(0))).isEqualTo(PostState.LOST_CONTACT);
        assertThat(day.state(posts.get(1))).isEqualTo(PostState.NEVER_REPORTED);
        assertThat(figure(PollingDay.HQ, "posts.silent")).isEqualTo(2);
        assertThat(figure(PollingDay.HQ, "posts.due")).isEqualTo(2);
    }

    @Test
    void aChangeOfPhaseForgetsNobodyWhoWasMissed() {
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        day.enter(Phase.PREPARATION);
        day.pass(60);
        day.enter(Phase.VOTING);
        day.pass(10);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.NEVER_REPORTED);

        day.enter(Phase.TRANSPORT);
        assertThat(day.state(post)).isEqualTo(PostState.NEVER_REPORTED);
        day.enter(Phase.COUNTING);
        assertThat(day.state(post)).isEqualTo(PostState.IDLE);
        assertThat(alarm(PollingDay.GANGNAM)).isFalse();
        assertThat(figure(PollingDay.HQ, "posts.silent")).isZero();
        assertThat(figure(PollingDay.HQ, "posts.due")).isZero();
    }

    @Test
    void aReportEndsSilenceAtOnceAndACheckInIsOneToo() {
        List<UUID> posts = day.place(PollingDay.GANGNAM, 2);
        day.enter(Phase.VOTING);
        day.pass(80);
        day.sweep();
        day.report(posts.get(0), PostReportKind.SITUATION, day.time());
        day.tell(new ForceEvent.CheckedIn(posts.get(1), PollingDay.GANGNAM, null, PollingDay.SOMEBODY,
                Occurrence.exact(day.time()), null, null, PollingDay.SOMEBODY));

        assertThat(posts).allSatisfy(post -> assertThat(day.state(post)).isEqualTo(PostState.REPORTING));
        assertThat(alarm(PollingDay.GANGNAM)).isFalse();
        assertThat(figure(PollingDay.SEOUL, "posts.reports")).isEqualTo(1);
        assertThat(day.now().trace(Watch.key(posts.get(1)))).hasSize(1);
    }

    @Test
    void aReportOutOfAnOutboxCountsForWhenItOccurred() {
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        day.enter(Phase.VOTING);
        day.pass(100);
        day.sweep();
        day.report(post, PostReportKind.NIL, PollingDay.FIVE.plus(Duration.ofMinutes(20)));
        assertThat(day.state(post)).as("due at 06:20, and it is 06:40").isEqualTo(PostState.LATE);
        assertThat(day.watch(post).silentSince()).isEqualTo(PollingDay.FIVE.plus(Duration.ofMinutes(80)));
        day.report(post, PostReportKind.NIL, PollingDay.FIVE.plus(Duration.ofMinutes(50)));
        assertThat(day.state(post)).isEqualTo(PostState.REPORTING);
        Heard newest = day.watch(post).last();
        day.report(post, PostReportKind.SIGN_OFF, PollingDay.FIVE.plus(Duration.ofMinutes(30)));

        assertThat(day.state(post)).isEqualTo(PostState.REPORTING);
        assertThat(day.watch(post).last()).isEqualTo(newest);
        assertThat(day.watch(post).reports()).isEqualTo(3);
    }

    @Test
    void whoSignedOffIsNotMissedUntilTheNextDuty() {
        UUID post = day.place(PollingDay.GANGNAM, 1, PostKind.EARLY_VOTING_PLACE).getFirst();
        day.enter(Phase.EARLY_VOTING);
        day.report(post, PostReportKind.SIGN_OFF, day.time());
        day.pass(200);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.SIGNED_OFF);
        assertThat(figure(PollingDay.HQ, "posts.due")).isZero();
        assertThat(figure(PollingDay.HQ, "posts.signedOff")).isEqualTo(1);

        day.enter(Phase.STORAGE_WATCH);
        day.pass(1);
        day.enter(Phase.EARLY_VOTING);
        assertThat(figure(PollingDay.HQ, "posts.due")).isEqualTo(1);
        day.pass(70);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.NEVER_REPORTED);
    }

    @Test
    void nobodyIsAccusedOfWhatTheServersCouldNotTake() {
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        day.enter(Phase.VOTING);
        day.report(post, PostReportKind.NIL, day.time());
        day.pass(50);
        day.away(40);
        day.sweep();
        assertThat(day.state(post)).as("06:30, the servers are just back").isEqualTo(PostState.REPORTING);
        day.pass(9);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.REPORTING);
        day.pass(1);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.LATE);
    }

    @Test
    void aQuietMinuteIsToldOnceWhoeverAsks() {
        day.place(PollingDay.GANGNAM, 1);
        day.enter(Phase.VOTING);
        day.away(1);
        var asked = day.due();
        assertThat(asked).hasSize(1).isEqualTo(asked);
        assertThat(day.due().getFirst().command()).isEqualTo(asked.getFirst().command());
        assertThat(day.done(asked.getFirst())).isTrue();
        assertThat(day.done(asked.getFirst())).isFalse();
        assertThat(day.due()).isEmpty();
    }

    @Test
    void stricterSettingsGiveTimeToKeepThem() {
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        day.enter(Phase.VOTING);
        day.report(post, PostReportKind.NIL, day.time());
        day.pass(50);
        OperationSettings standard = OperationSettings.STANDARD;
        day.change(new OperationSettings(false, 60, 120, List.of(
                new SilenceRule(PostKind.POLLING_PLACE, Phase.VOTING, 20, 10, 30)), standard.outagePosts(),
                standard.outagePercent()));
        day.pass(9);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.REPORTING);
        day.pass(1);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.LATE);
    }

    @Test
    void aPostPlacedMeanwhileHasItsFullTime() {
        day.enter(Phase.VOTING);
        day.pass(200);
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        day.pass(69);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.IDLE);
        day.pass(1);
        day.sweep();
        assertThat(day.state(post)).isEqualTo(PostState.NEVER_REPORTED);
    }

    @Test
    void aSilentPostTakesItsAlarmAlong() {
        UUID post = day.place(PollingDay.SEOUL, 1).getFirst();
        day.enter(Phase.VOTING);
        day.pass(80);
        day.sweep();
        assertThat(alarm(PollingDay.SEOUL)).as("the unit that must assign it answers for it").isTrue();

        day.tell(new Event.PostAssigned(post, PollingDay.JONGNO));
        assertThat(alarm(PollingDay.SEOUL)).isFalse();
        assertThat(alarm(PollingDay.JONGNO)).isTrue();
        assertThat(figure(PollingDay.JONGNO, "posts.neverReported")).isEqualTo(1);
    }

    @Test
    void anAcknowledgedAlarmStaysAndWhatIsNewUndoesTheAcknowledgement() {
        List<UUID> posts = day.place(PollingDay.GANGNAM, 2);
        day.enter(Phase.VOTING);
        day.pass(10);
        day.report(posts.get(1), PostReportKind.NIL, day.time());
        day.pass(60);
        day.sweep();
        day.tell(new PostEvent.SilenceAcknowledged(PollingDay.GANGNAM, "확인 중", PollingDay.SOMEBODY));
        Silence noted = silence(PollingDay.GANGNAM);
        assertThat(noted.acknowledgedBy()).isEqualTo(PollingDay.SOMEBODY);
        assertThat(noted.neverReported()).isEqualTo(1);
        day.pass(10);
        day.sweep();

        assertThat(silence(PollingDay.GANGNAM).acknowledgedAt()).isNull();
        assertThat(silence(PollingDay.GANGNAM).late()).isEqualTo(1);
        assertThat(silence(PollingDay.GANGNAM).since()).isEqualTo(noted.since());
    }

    @Test
    void closingSignsOffAndEndsAlarms() {
        List<UUID> posts = day.place(PollingDay.GANGNAM, 2);
        day.enter(Phase.VOTING);
        day.report(posts.get(0), PostReportKind.NIL, day.time());
        day.pass(80);
        day.sweep();
        day.close();

        assertThat(day.state(posts.get(0))).isEqualTo(PostState.SIGNED_OFF);
        assertThat(day.state(posts.get(1))).isEqualTo(PostState.IDLE);
        assertThat(alarm(PollingDay.GANGNAM)).isFalse();
        assertThat(figure(PollingDay.HQ, "posts.silent")).isZero();
        assertThat(figure(PollingDay.HQ, "posts.signedOff")).isEqualTo(1);
        day.pass(80);
        assertThat(day.due()).isEmpty();
    }

    @Test
    void aClockThatWasWrongIsShown() {
        UUID post = day.place(PollingDay.GANGNAM, 1).getFirst();
        Instant stated = day.time().minus(Duration.ofHours(2));
        day.tell(new PostEvent.PostReported(post, PostReportKind.NIL, null, java.util.Map.of(), null,
                new Occurrence(stated, day.time(), -7200), PollingDay.SOMEBODY, PollingDay.SOMEBODY));

        assertThat(day.watch(post).last()).isEqualTo(new Heard(SignOfLife.NIL, day.time(), true));
    }

    private boolean alarm(UnitCode unit) {
        return day.now().held(Silence.key(unit)).isPresent();
    }

    private Silence silence(UnitCode unit) {
        return day.now().find(Silence.key(unit), Silence.class).orElseThrow();
    }

    private long figure(UnitCode unit, String name) {
        return day.now().find(new Key("tally", unit.value()), Tally.class).map(it -> it.figure(name)).orElse(0L);
    }
}
