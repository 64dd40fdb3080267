package kr.haetae.drill;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kr.haetae.event.PostKind;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrillDayTest {
    private static final UnitCode SEJONG = UnitCode.of("sejong");
    private static final Country COUNTRY = Country.national();
    private static final DrillDay WHOLE = DrillDay.of(Scenario.whole(1, 0.05), COUNTRY);

    @Property(tries = 20)
    void theSameScenarioIsTheSameDayByteForByte(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double scale,
            @ForAll @IntRange(min = 5, max = 28) int from) {
        Scenario scenario = Scenario.whole(seed, scale).within(SEJONG).between(Duration.ofHours(from), Scenario.END);
        Country country = COUNTRY.within(SEJONG);

        DrillDay day = DrillDay.of(scenario, country);
        DrillDay again = DrillDay.of(scenario, country);

        assertThat(lines(again)).isEqualTo(lines(day));
        assertThat(again.duties()).isEqualTo(day.duties());
        assertThat(again.forces()).isEqualTo(day.forces());
        assertThat(again.staff()).isEqualTo(day.staff());
        assertThat(day.steps()).allSatisfy(step -> {
            assertThat(step.at()).isBetween(scenario.begin(), scenario.end());
            assertThat(step.send()).isBetween(step.at(), scenario.end());
        });
    }

    @Property(tries = 20)
    void everybodyWaitsOnlyForWhatStandsBefore(@ForAll long seed) {
        Set<UUID> before = new HashSet<>();
        for (Step step : DrillDay.of(Scenario.whole(seed, 0.5).within(SEJONG), COUNTRY.within(SEJONG)).steps()) {
            assertThat(step.after() == null || before.contains(step.after())).as(step.line()).isTrue();
            assertThat(before.add(step.id())).as("used twice: " + step.line()).isTrue();
        }
    }

    @Test
    void anotherSeedIsAnotherDay() {
        Scenario one = Scenario.whole(1, 0.05).within(SEJONG);
        Scenario two = Scenario.whole(2, 0.05).within(SEJONG);

        assertThat(lines(DrillDay.of(two, COUNTRY.within(SEJONG))))
                .doesNotContainAnyElementsOf(lines(DrillDay.of(one, COUNTRY.within(SEJONG))));
    }

    @Test
    void theDayHasTheNumbersOf2025() {
        Map<Kind, Long> kinds = WHOLE.steps().stream().collect(groupingBy(step -> step.act().kind(), counting()));

        assertThat(COUNTRY.posts(PostKind.POLLING_PLACE)).hasSize(14_295);
        assertThat(COUNTRY.posts(PostKind.COUNTING_CENTRE)).hasSize(254);
        assertThat(COUNTRY.posts().stream().filter(post -> post.kind() != PostKind.BALLOT_STORAGE)).hasSize(18_117);
        assertThat(kinds.get(Kind.CHECK_IN)).isEqualTo(28_590);
        assertThat(kinds.get(Kind.INCIDENT)).isEqualTo(886);
        assertThat(calls("DISTURBANCE")).isEqualTo(233);
        assertThat(calls("TRAFFIC")).isEqualTo(13);
        assertThat(calls("VIOLENCE")).isEqualTo(5);
        assertThat(kinds.get(Kind.REPORT)).isCloseTo(230_000L, within(10_000L));
        assertThat(WHOLE.duties().size()).isCloseTo(60_000, within(2_000));
        assertThat(WHOLE.duties().stream().mapToInt(Duty::planned).sum()).isCloseTo(168_000, within(2_000));
        assertThat(people(duty -> duty.service() == Duty.Service.COUNTING)).isCloseTo(7_600, within(100));
        assertThat(people(duty -> Set.of(Duty.Service.TRANSPORT, Duty.Service.ESCORT).contains(duty.service())))
                .isCloseTo(45_000, within(1_500));
        assertThat(WHOLE.forces().stream().mapToInt(Force::strength).sum()).isBetween(110_000, 150_000);
        assertThat(WHOLE.staff()).filteredOn(member -> !member.post().isEmpty()).hasSizeBetween(1_200, 1_660);
    }

    @Test
    void roundsAreBunchedOnTheHour() {
        long inTime = reports(11).filter(minute -> minute <= 10).count();

        assertThat(inTime).isGreaterThan(13_000);
        assertThat(reports(11).filter(minute -> minute <= 3).count()).isGreaterThan(inTime / 2);
    }

    @Test
    void aFailingNetworkDelaysEverythingOfItsAgencyAndNothingElse() {
        Map<UnitCode, UnitCode> agencies = COUNTRY.agencies();
        Map<UUID, UnitCode> posts = new HashMap<>();
        COUNTRY.posts().forEach(post -> posts.put(post.id(), post.unit()));
        List<Step> late = WHOLE.steps().stream().filter(step -> step.act() instanceof PostAct.Report)
                .filter(step -> step.send().isAfter(step.at())).toList();

        assertThat(late).hasSizeGreaterThan(50).allSatisfy(step -> {
            assertThat(agencies.get(posts.get(((PostAct.Report) step.act()).post()))).isEqualTo(WHOLE.failing());
            assertThat(step.act().call(step.at()).body()).contains("\"occurredAt\":\"" + step.at() + "\"");
        });
    }

    @Test
    void moreOfficersWithAccountsChangeWhoSendsNotWhatHappens() {
        DrillDay rooms = DrillDay.of(Scenario.whole(3, 0).within(SEJONG), COUNTRY.within(SEJONG));
        DrillDay officers = DrillDay.of(Scenario.whole(3, 1).within(SEJONG), COUNTRY.within(SEJONG));

        assertThat(officers.steps().stream().filter(step -> step.act() instanceof PostAct.Report).map(Step::id))
                .containsExactlyInAnyOrderElementsOf(
                        rooms.steps().stream().filter(step -> step.act() instanceof PostAct.Report)
                                .map(Step::id).toList());
        assertThat(rooms.steps()).allMatch(step -> step.client().login().startsWith("room-")
                || step.client().login().startsWith("liaison-") || step.client().equals(Client.commander()));
    }

    @Test
    void aDayThatBeginsLaterStillHasItsPeopleOnPost() {
        Scenario scenario = Scenario.whole(1, 0).within(SEJONG).between(Duration.ofHours(9), Duration.ofHours(12));
        DrillDay day = DrillDay.of(scenario, COUNTRY.within(SEJONG));
        Instant settled = scenario.begin().plusSeconds(500);

        assertThat(day.steps()).filteredOn(step -> step.act() instanceof PostAct.CheckIn)
                .hasSize(2 * COUNTRY.within(SEJONG).posts(PostKind.POLLING_PLACE).size())
                .allMatch(step -> step.at().isBefore(settled));
        assertThat(day.steps()).noneMatch(step -> step.act() instanceof PostAct.Report report
                && report.report() == PostReportKind.SIGN_OFF);
    }

    private static List<String> lines(DrillDay day) {
        return day.steps().stream().map(Step::line).toList();
    }

    private static long calls(String kind) {
        return WHOLE.steps().stream().filter(step -> step.act() instanceof IncidentAct.ReportIncident report
                && report.incident().name().equals(kind)).count();
    }

    private static int people(Predicate<Duty> which) {
        return WHOLE.duties().stream().filter(which).mapToInt(Duty::planned).sum();
    }

    /** The minutes, counted from the hour, at which polling places report their round of that hour. */
    private static java.util.stream.Stream<Long> reports(int hour) {
        Instant begin = WHOLE.scenario().at(hour, 0);
        return WHOLE.steps().stream().filter(step -> step.act() instanceof PostAct.Report)
                .map(step -> Duration.between(begin, step.at()).toMinutes())
                .filter(minute -> minute >= 0 && minute < 60);
    }
}
