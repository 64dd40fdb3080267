package kr.haetae.crime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseStage;
import kr.haetae.event.Decision;
import kr.haetae.picture.CaseSteps;
import kr.haetae.picture.Story;
import kr.haetae.picture.Timed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitationTest {
    private final Story story = new Story("a");
    private final LimitationAlarm rule = new LimitationAlarm();

    /** The first row is the one of 2024: elected on 10 April, over on 10 October. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2024-04-10, -,          2024-10-10",
        "2026-06-03, -,          2026-12-03",
        "2026-06-03, 2026-05-01, 2026-12-03",
        "2026-06-03, 2026-06-03, 2026-12-03",
        "2026-06-03, 2026-06-04, 2026-12-03",
        "2026-06-03, 2026-06-05, 2026-12-04",
        "2026-06-03, 2026-08-31, 2027-02-28",
        "2026-06-03, 2026-08-30, 2027-02-28",
        "2026-06-03, 2026-08-28, 2027-02-27",
        "2023-08-30, 2023-08-31, 2024-02-29"})
    void theLastDay(LocalDate electionDay, @Nullable LocalDate actOn, LocalDate last) {
        assertThat(Limitation.lastDay(electionDay, actOn)).isEqualTo(last);
    }

    /** The last day is 2026-12-03; days begin at midnight in Korea. */
    @Test
    void everyMarkIsRaisedOnceAndInTime() {
        CaseSteps.open(story, 1, Story.GANGNAM);
        List<String> raised = new ArrayList<>();
        Instant from = Instant.parse("2026-10-25T15:00:00Z");
        for (int hour = 0; hour < 24 * 60; hour++) {
            Instant now = from.plusSeconds(3_600L * hour);
            for (Timed.Due due : rule.due(story.now(), now)) {
                happen(due, now);
                raised.add(now + " " + standing().limitationAlarm());
            }
        }

        assertThat(raised).containsExactly("2026-11-02T15:00:00Z 30", "2026-11-18T15:00:00Z 14",
                "2026-11-25T15:00:00Z 7", "2026-11-29T15:00:00Z 3", "2026-12-01T15:00:00Z 1");
        assertThat(rule.due(story.now(), Instant.parse("2027-06-01T00:00:00Z"))).isEmpty();
        assertThat(rule.outlivesOperation()).isTrue();
    }

    @Test
    void aCaseThatIsOpenedLateIsWarnedOfByTheNearestMarkAlone() {
        CaseSteps.open(story, 1, Story.GANGNAM);
        Instant fiveDaysLeft = Instant.parse("2026-11-28T03:00:00Z");
        assertThat(rule.due(story.now(), fiveDaysLeft)).hasSize(1);

        happen(rule.due(story.now(), fiveDaysLeft).getFirst(), fiveDaysLeft);

        assertThat(standing().limitationAlarm()).isEqualTo(7);
        assertThat(rule.due(story.now(), fiveDaysLeft)).isEmpty();
        Instant over = Instant.parse("2026-12-20T03:00:00Z");
        happen(rule.due(story.now(), over).getFirst(), over);
        assertThat(standing().limitationAlarm()).isEqualTo(1);
    }

    @Test
    void whatIsOverOrFarAgainWarnsNobody() {
        CaseSteps.open(story, 1, Story.GANGNAM);
        Instant tenDaysLeft = Instant.parse("2026-11-23T03:00:00Z");
        Timed.Due due = rule.due(story.now(), tenDaysLeft).getFirst();
        story.tell(new CaseEvent.CaseStageMoved(CaseSteps.caseId(1), CaseStage.CLOSED_BEFORE, null, Story.SOMEBODY));

        assertThat(due.decide().apply(story.now(), tenDaysLeft)).isInstanceOf(Decision.Refused.class);
        assertThat(rule.due(story.now(), tenDaysLeft)).isEmpty();
    }

    @Test
    void aCorrectedDayWarnsAnewAndUnderAnotherId() {
        CaseSteps.open(story, 1, Story.GANGNAM);
        Instant tenDaysLeft = Instant.parse("2026-11-23T03:00:00Z");
        Timed.Due first = rule.due(story.now(), tenDaysLeft).getFirst();
        happen(first, tenDaysLeft);
        correct(LocalDate.of(2026, 6, 20));
        assertThat(standing().limitationAlarm()).isNull();
        correct(LocalDate.of(2026, 6, 3));

        Timed.Due again = rule.due(story.now(), tenDaysLeft).getFirst();

        assertThat(again.command()).isNotEqualTo(first.command());
        happen(again, tenDaysLeft);
        assertThat(standing().limitationAlarm()).isEqualTo(14);
    }

    private void correct(LocalDate electionDay) {
        story.tell(new CaseEvent.CaseCorrected(CaseSteps.caseId(1), null, null, electionDay, null, null, "정정",
                Story.SOMEBODY));
    }

    private void happen(Timed.Due due, Instant now) {
        ((Decision.Accepted) due.decide().apply(story.now(), now)).events().forEach(story::tell);
    }

    private Case standing() {
        UUID id = CaseSteps.caseId(1);
        return story.now().find(Case.key(id), Case.class).orElseThrow();
    }
}
