package kr.haetae.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;
import org.junit.jupiter.api.Test;

/** At least 10 posts and 30 %: the standard settings. */
class OutagesTest {
    private final PollingDay day = PollingDay.small();
    private final List<UUID> gangnam = day.place(PollingDay.GANGNAM, 20);
    private final List<UUID> jongno = day.place(PollingDay.JONGNO, 20);
    private final List<UUID> saha = day.place(PollingDay.SAHA, 60);

    @Test
    void aFewSilentPostsAreNoOutage() {
        silent(9, 0, 0);

        assertThat(outages()).isEmpty();
        assertThat(day.now().held(Silence.key(PollingDay.GANGNAM))).isPresent();
    }

    @Test
    void aStationAndThenItsWholeAgency() {
        silent(11, 0, 0);
        assertThat(outages()).as("11 of 20 are much for the station, not for 40 of the agency").containsExactly(
                PollingDay.GANGNAM);
        Silence.Outage began = day.now().find(Silence.key(PollingDay.GANGNAM), Silence.class).orElseThrow().began();
        assertThat(began).isEqualTo(new Silence.Outage(day.time(), 11, 20));

        day.pass(60);
        for (UUID post : saha) {
            day.report(post, PostReportKind.NIL, day.time());
        }
        day.pass(10);
        day.sweep();
        assertThat(outages()).containsExactly(PollingDay.HQ);
    }

    @Test
    void itIsOneAlarmForTheHighestUnitAndNoThousand() {
        silent(20, 12, 0);
        assertThat(outages()).containsExactly(PollingDay.HQ);

        for (UUID post : gangnam) {
            day.report(post, PostReportKind.NIL, day.time());
        }
        day.sweep();
        assertThat(outages()).as("12 of 100 are less than half the threshold; of Seoul's 40 they are 30 %")
                .containsExactly(PollingDay.SEOUL);
        day.report(jongno.get(0), PostReportKind.NIL, day.time());
        day.sweep();
        assertThat(outages()).as("it does not come and go").containsExactly(PollingDay.SEOUL);
    }

    @Test
    void itEndsWithItsCause() {
        silent(20, 12, 0);
        for (UUID post : List.copyOf(gangnam)) {
            day.report(post, PostReportKind.NIL, day.time());
        }
        for (UUID post : jongno.subList(0, 8)) {
            day.report(post, PostReportKind.NIL, day.time());
        }
        day.sweep();

        assertThat(outages()).isEmpty();
        assertThat(day.now().held(Silence.key(PollingDay.HQ))).isEmpty();
        assertThat(day.now().held(Silence.key(PollingDay.SEOUL))).isEmpty();
        assertThat(day.now().find(Silence.key(PollingDay.JONGNO), Silence.class).orElseThrow().neverReported())
                .isEqualTo(4);
    }

    @Test
    void itEndsWithThePhaseThatAsked() {
        silent(20, 20, 60);
        assertThat(outages()).containsExactly(PollingDay.HQ);
        day.enter(Phase.STAND_DOWN);
        day.sweep();

        assertThat(day.now().all(Silence.KIND)).isEmpty();
    }

    /** So many of each station never report; the others do, just now. */
    private void silent(int ofGangnam, int ofJongno, int ofSaha) {
        day.enter(Phase.VOTING);
        day.pass(60);
        report(gangnam, ofGangnam);
        report(jongno, ofJongno);
        report(saha, ofSaha);
        day.pass(15);
        day.sweep();
    }

    private void report(List<UUID> posts, int but) {
        posts.subList(but, posts.size()).forEach(post -> day.report(post, PostReportKind.NIL, day.time()));
    }

    private List<UnitCode> outages() {
        return StreamSupport.stream(day.now().all(Silence.KIND).spliterator(), false)
                .map(held -> (Silence) held.entity()).filter(Silence::outage).map(Silence::unit).sorted().toList();
    }
}
