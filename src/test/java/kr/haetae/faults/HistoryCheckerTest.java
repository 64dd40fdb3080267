package kr.haetae.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import kr.haetae.faults.History.Answered;
import kr.haetae.faults.History.Recorded;
import kr.haetae.faults.History.Sent;
import kr.haetae.faults.Violation.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Histories made by hand: the good one passes, and each defect is called by its name. */
class HistoryCheckerTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Reports one second apart, each answered, shown and ticked at once; to be spoiled. */
    private static final class Scene {
        final List<Sent> sent = new ArrayList<>();
        final List<Answered> answers = new ArrayList<>();
        final List<Sight> sights = new ArrayList<>();
        final List<Recorded> record = new ArrayList<>();
        OptionalLong forked = OptionalLong.empty();

        Scene(int reports) {
            sights.add(new Sight.Change("", cursor(0), true, List.of(), List.of(), 0));
            for (int i = 1; i <= reports; i++) {
                UUID id = id(i);
                sent.add(new Sent(id, mark(i), i * SECOND));
                answers.add(receipt(i, cursor(i)));
                record.add(new Recorded(i, prefix(i), id, mark(i)));
                sights.add(change(i));
                sights.add(new Sight.Tick(cursor(i), 10, i * SECOND + 20));
            }
        }

        static UUID id(int i) {
            return new UUID(0, i);
        }

        static String mark(int i) {
            return "report " + id(i);
        }

        static String prefix(int i) {
            return "%016x".formatted(i * 31L);
        }

        static String cursor(int i) {
            return i == 0 ? "0.00" : i + "." + prefix(i);
        }

        static Answered receipt(int i, String cursor) {
            return new Answered(id(i), 201, "", i, cursor, false, i * SECOND + 10);
        }

        static Sight change(int i) {
            return new Sight.Change(cursor(i - 1), cursor(i), false, List.of(shown(i)), List.of(), i * SECOND + 15);
        }

        static Sight.Shown shown(int i) {
            return new Sight.Shown("incident/" + id(i), mark(i));
        }

        Judgement judge() {
            return HistoryChecker.judge(
                    new History(sent, answers, Map.of("screen", sights), Duration.ofSeconds(5), forked), record);
        }
    }

    @Property(tries = 30)
    void whatIsWholeHolds(@ForAll @IntRange(min = 1, max = 60) int reports) {
        Judgement judgement = new Scene(reports).judge();
        assertThat(judgement.violations()).isEmpty();
        assertThat(judgement.acknowledged()).isEqualTo(judgement.found()).isEqualTo(reports);
    }

    @Property(tries = 50)
    void oneThatIsNotInTheRecordIsLost(@ForAll @IntRange(min = 1, max = 20) int which) {
        Scene scene = new Scene(20);
        scene.record.remove(which - 1);
        assertThat(scene.judge().kinds()).contains(Kind.LOST);
        assertThat(scene.judge().found()).isEqualTo(19);
    }

    @Test
    void anUnansweredReportMayStandInTheRecordOrNot() {
        Scene scene = new Scene(10);
        scene.answers.set(4, new Answered(Scene.id(5), 503, "outcome-unknown", 0, "", true, 5 * SECOND));
        scene.answers.add(new Answered(Scene.id(6), 0, "connection reset", 0, "", false, 5 * SECOND));
        assertThat(scene.judge().violations()).isEmpty();
        assertThat(scene.judge().acknowledged()).isEqualTo(9);
    }

    @Property(tries = 50)
    void oneThatIsRecordedTwiceIsDoubled(@ForAll @IntRange(min = 1, max = 20) int which) {
        Scene scene = new Scene(20);
        scene.record.add(new Recorded(21, Scene.prefix(21), UUID.randomUUID(), Scene.mark(which)));
        assertThat(scene.judge().kinds()).containsExactly(Kind.DOUBLED);
        assertThat(scene.judge().doubled()).isOne();
    }

    @Test
    void oneThatIsShownTwiceIsDoubled() {
        Scene scene = new Scene(3);
        scene.sights.add(new Sight.Change(Scene.cursor(3), Scene.cursor(3), false,
                List.of(new Sight.Shown("incident/another", Scene.mark(2))), List.of(), 4 * SECOND));
        assertThat(scene.judge().kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void aReportUnderAnIdThatNobodySentIsInvented() {
        Scene scene = new Scene(3);
        scene.record.set(1, new Recorded(2, Scene.prefix(2), UUID.randomUUID(), Scene.mark(2)));
        assertThat(scene.judge().kinds()).contains(Kind.INVENTED);
    }

    @Property(tries = 50)
    void aDroppedFrameBreaksTheNext(@ForAll @IntRange(min = 1, max = 19) int which) {
        Scene scene = new Scene(20);
        scene.sights.remove(Scene.change(which));
        assertThat(scene.judge().kinds()).contains(Kind.BROKEN);
    }

    /** The cursors fit, and a report is not there: only what was acknowledged tells. */
    @Property(tries = 50)
    void aDroppedEntityIsSilentlyStale(@ForAll @IntRange(min = 1, max = 10) int which) {
        Scene scene = new Scene(20);
        int at = scene.sights.indexOf(Scene.change(which));
        Sight.Change frame = (Sight.Change) scene.sights.get(at);
        scene.sights.set(at, new Sight.Change(frame.after(), frame.upTo(), false, List.of(), List.of(),
                frame.nanos()));
        assertThat(scene.judge().kinds()).containsExactlyInAnyOrder(Kind.STALE, Kind.UNSHOWN);
    }

    @Property(tries = 20)
    void ticksWithoutTheChangesAreSilentlyStale(@ForAll @IntRange(min = 1, max = 10) int from) {
        Scene scene = new Scene(20);
        scene.sights.removeIf(it -> it.nanos() > from * SECOND + 30);
        for (int second = from + 1; second < 20; second++) {
            scene.sights.add(new Sight.Tick(Scene.cursor(from), 10, second * SECOND));
        }
        assertThat(scene.judge().kinds()).contains(Kind.STALE);
    }

    /** A screen that says nothing is stale in sight, which is no lie. */
    @Test
    void silenceIsNoLie() {
        Scene scene = new Scene(20);
        List<Sight> later = scene.sights.stream().filter(it -> it.nanos() > 5 * SECOND).toList();
        scene.sights.removeAll(later);
        List<Sight.Shown> missed = new ArrayList<>();
        for (int i = 5; i <= 20; i++) {
            missed.add(Scene.shown(i));
        }
        scene.sights.add(new Sight.Change(Scene.cursor(4), Scene.cursor(20), false, missed, List.of(), 40 * SECOND));
        scene.sights.add(new Sight.Tick(Scene.cursor(20), 10, 40 * SECOND + 5));
        assertThat(scene.judge().violations()).isEmpty();
    }

    @Test
    void aDropOrAResetTakesAwayWhatWasShown() {
        Scene dropped = new Scene(20);
        dropped.sights.add(new Sight.Change(Scene.cursor(20), Scene.cursor(20), false, List.of(),
                List.of("incident/" + Scene.id(2)), 30 * SECOND));
        assertThat(dropped.judge().kinds()).containsExactly(Kind.UNSHOWN);
        Scene reset = new Scene(20);
        reset.sights.add(new Sight.Change("", Scene.cursor(20), true, List.of(Scene.shown(1)), List.of(),
                30 * SECOND));
        reset.sights.add(new Sight.Tick(Scene.cursor(20), 10, 30 * SECOND));
        assertThat(reset.judge().kinds()).containsExactlyInAnyOrder(Kind.STALE, Kind.UNSHOWN);
    }

    @Test
    void aTickAtAnotherCursorIsBroken() {
        Scene scene = new Scene(5);
        scene.sights.add(new Sight.Tick(Scene.cursor(4), 10, 6 * SECOND));
        assertThat(scene.judge().kinds()).containsExactly(Kind.BROKEN);
    }

    @Test
    void whatWasAcknowledgedBeforeAnotherWasSentStandsBeforeIt() {
        Scene scene = new Scene(5);
        scene.record.set(1, new Recorded(2, Scene.prefix(2), Scene.id(4), Scene.mark(4)));
        scene.record.set(3, new Recorded(4, Scene.prefix(4), Scene.id(2), Scene.mark(2)));
        assertThat(scene.judge().kinds()).contains(Kind.DISORDERED, Kind.MISNUMBERED);
    }

    @Test
    void aCursorOfAnotherChainIsDisorder() {
        Scene scene = new Scene(5);
        scene.sights.add(new Sight.Change(Scene.cursor(5), "6.ffffffffffffffff", false, List.of(), List.of(),
                6 * SECOND));
        assertThat(scene.judge().kinds()).containsExactly(Kind.DISORDERED);
    }

    /** An asynchronous standby took over at 5 s without entry 5: until a reset, who was shown it may hold it, but get no tick. */
    @Test
    void theOldFutureMayBeHeldButNotTicked() {
        Scene scene = new Scene(5);
        scene.forked = OptionalLong.of(5 * SECOND + 100);
        scene.record.removeLast();
        assertThat(scene.judge().kinds()).containsExactly(Kind.LOST);
        assertThat(scene.judge().lossAllowed().holds()).isTrue();
        scene.sights.add(new Sight.Tick(Scene.cursor(5), 10, 20 * SECOND));
        assertThat(scene.judge().lossAllowed().kinds()).containsExactly(Kind.DISORDERED);
    }

    @Test
    void anAnswerWithoutANextStepIsUnclear() {
        Scene scene = new Scene(5);
        scene.answers.add(new Answered(Scene.id(3), 500, "internal-error", 0, "", false, 9 * SECOND));
        scene.answers.add(new Answered(Scene.id(3), 503, "overloaded", 0, "", false, 9 * SECOND));
        assertThat(scene.judge().kinds()).containsExactly(Kind.UNCLEAR);
        assertThat(scene.judge().violations()).hasSize(2);
    }

    @Test
    void aRepeatThatGetsAnotherReceiptIsMisnumbered() {
        Scene scene = new Scene(5);
        scene.answers.add(Scene.receipt(3, "4.0000000000000000"));
        assertThat(scene.judge().kinds()).containsExactly(Kind.MISNUMBERED);
    }
}
