package kr.haetae.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GovernorTest {
    private static final Duration IN_TIME = Duration.ZERO;

    @Test
    void slowsDownWhenTheServerIsOverloadedAndFasterAgainWhenItKeepsUp() {
        Governor governor = new Governor(60);

        assertThat(governor.look(60, IN_TIME, 1)).isEqualTo(30);
        assertThat(governor.look(30, IN_TIME, 0)).isNull();
        assertThat(governor.look(30, IN_TIME, 0)).isNull();
        assertThat(governor.look(30, IN_TIME, 0)).isEqualTo(45);
    }

    @Test
    void slowsDownWhenWhatIsDueIsSentLate() {
        assertThat(new Governor(60).look(60, Duration.ofMinutes(6), 0)).isEqualTo(30);
        assertThat(new Governor(2).look(2, Duration.ofSeconds(12), 0)).as("six seconds of real time").isEqualTo(1);
    }

    @Test
    void aBacklogThatIsBeingWorkedOffSlowsItOnceNotToAStandstill() {
        Governor governor = new Governor(600);

        assertThat(governor.look(600, Duration.ofMinutes(20), 0)).isEqualTo(300);
        assertThat(governor.look(300, Duration.ofMinutes(15), 0)).isNull();
        assertThat(governor.look(300, Duration.ofMinutes(10), 0)).isNull();
    }

    @Property
    void neverLeavesItsBounds(@ForAll @IntRange(min = 1, max = 600) int wanted,
            @ForAll @IntRange(min = 0, max = 3_600) int late, @ForAll @IntRange(min = 0, max = 3) int overloads) {
        Governor governor = new Governor(wanted);
        int rate = wanted;
        for (int look = 0; look < 40; look++) {
            Integer next = governor.look(rate, Duration.ofSeconds(look < 20 ? late : 0), look < 20 ? overloads : 0);
            rate = next == null ? rate : next;
            assertThat(rate).isBetween(1, wanted);
        }
    }
}
