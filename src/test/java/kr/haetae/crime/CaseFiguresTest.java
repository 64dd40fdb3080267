package kr.haetae.crime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kr.haetae.event.CaseEvent;
import kr.haetae.event.CaseOrigin;
import kr.haetae.event.CasePersons;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Story;
import kr.haetae.picture.Tally;
import kr.haetae.picture.View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The figures against a recount that follows the events by itself. */
class CaseFiguresTest {
    /** What happens to one of a few cases. */
    record Act(int what, int which, int number, int hours) {}

    /** A case as the recount knows it. */
    private record Counted(LocalDate day, UnitCode unit, CrimeKind kind, int persons) {}

    private final Map<UUID, Counted> counted = new HashMap<>();

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 100)).as(Act::new).list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void theyAreARecount(@ForAll("acts") List<Act> acts) {
        counted.clear();
        Story story = new Story("a");
        acts.forEach(act -> happen(story, act));

        for (UnitCode scope : Story.UNITS) {
            CaseFigures figures = CaseFigures.of(story.now(),
                    new View(scope, Set.of(Clearance.GENERAL, Clearance.CASES)), it -> true);
            List<Counted> below = counted.values().stream()
                    .filter(it -> story.now().tree().covers(scope, it.unit())).toList();
            assertThat(figures.cases()).isEqualTo(below.size());
            assertThat(figures.persons()).isEqualTo(below.stream().mapToInt(Counted::persons).sum());
            assertThat(figures.lines().stream().collect(Collectors.toMap(
                    it -> it.day() + " " + it.unit() + " " + it.crimeKind(), it -> it.cases() + "/" + it.persons())))
                    .isEqualTo(lines(below));
            assertThat(figures.lines()).isSortedAccordingTo(java.util.Comparator.comparing(CaseFigures.Line::day));
            tallied(story.now(), scope, figures);
        }
        assertThat(CaseFigures.of(story.now(), new View(Story.HQ, Set.of(Clearance.GENERAL)), it -> true).cases())
                .isZero();
    }

    private static Map<String, String> lines(List<Counted> cases) {
        return cases.stream().collect(Collectors.groupingBy(
                it -> it.day() + " " + agency(it.unit()) + " " + it.kind(),
                Collectors.collectingAndThen(Collectors.toList(),
                        group -> group.size() + "/" + group.stream().mapToInt(Counted::persons).sum())));
    }

    private static void tallied(Picture picture, UnitCode scope, CaseFigures figures) {
        Map<String, Long> tally = StreamSupport.stream(picture.all("tally-cases").spliterator(), false)
                .map(held -> (Tally) held.entity()).filter(it -> it.unit().equals(scope)).findFirst()
                .map(Tally::figures).orElse(Map.of());
        assertThat(tally.getOrDefault("cases.total", 0L)).isEqualTo(figures.cases());
        assertThat(tally.getOrDefault("cases.persons", 0L)).isEqualTo(figures.persons());
        for (CrimeKind kind : CrimeKind.values()) {
            assertThat(tally.getOrDefault("cases.kind." + kind, 0L)).isEqualTo(figures.lines().stream()
                    .filter(it -> it.crimeKind() == kind).mapToLong(CaseFigures.Line::cases).sum());
        }
    }

    private static UnitCode agency(UnitCode unit) {
        return unit.equals(Story.HQ) || unit.value().indexOf('-') < 0 ? unit
                : new UnitCode(unit.value().substring(0, unit.value().indexOf('-')));
    }

    private void happen(Story story, Act act) {
        UUID id = new UUID(8, act.which());
        UnitCode unit = Story.UNITS.get(act.number());
        CrimeKind kind = List.of(CrimeKind.values()).get(act.number());
        CasePersons persons = new CasePersons(act.number(), act.which(), 1);
        Counted before = counted.get(id);
        if (before == null) {
            Instant at = Story.START.plusSeconds(3_600L * act.hours());
            story.tell(new CaseEvent.CaseOpened(id, "n" + id, unit, kind, CaseOrigin.REPORT, null,
                    LocalDate.of(2026, 6, 3), null, "요지", persons, Story.SOMEBODY), at);
            counted.put(id, new Counted(LocalDate.ofInstant(at, java.time.ZoneId.of("Asia/Seoul")), unit, kind,
                    act.number() + act.which() + 1));
            return;
        }
        switch (act.what()) {
            case 0 -> {
                story.tell(new CaseEvent.CaseTransferred(id, unit, "이송", Story.SOMEBODY));
                counted.put(id, new Counted(before.day(), unit, before.kind(), before.persons()));
            }
            case 1 -> {
                story.tell(new CaseEvent.CaseCorrected(id, kind, null, null, null, null, "정정", Story.SOMEBODY));
                counted.put(id, new Counted(before.day(), before.unit(), kind, before.persons()));
            }
            case 2 -> {
                story.tell(new CaseEvent.CasePersonsCounted(id, persons, "추가", Story.SOMEBODY));
                counted.put(id,
                        new Counted(before.day(), before.unit(), before.kind(), act.number() + act.which() + 1));
            }
            default -> story.tell(new CaseEvent.CaseNoted(id, "조사", Story.SOMEBODY));
        }
    }
}
