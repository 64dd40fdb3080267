package kr.haetae.crime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import kr.haetae.event.CrimeKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;

/**
 * Cases (건) and persons (명), counted from the cases themselves.
 *
 * @param lines ordered by day, unit and kind; none is empty
 */
public record CaseFigures(int cases, int persons, List<Line> lines) {
    /**
     * @param unit the agency that the cases' units belong to; headquarters for its own
     * @param day when they were opened, in KST
     */
    public record Line(LocalDate day, UnitCode unit, CrimeKind crimeKind, int cases, int persons) {}

    private record Group(LocalDate day, UnitCode unit, CrimeKind kind) {}

    private static final Comparator<Group> ORDER = Comparator.comparing(Group::day)
            .thenComparing(group -> group.unit().value()).thenComparing(Group::kind);

    /** Looks at every case; not for an event loop. */
    public static CaseFigures of(Picture picture, View view, Predicate<Case> wanted) {
        Map<Group, List<Case>> groups = new TreeMap<>(ORDER);
        Cases.all(picture).filter(it -> picture.permits(view, it) && wanted.test(it))
                .forEach(it -> groups.computeIfAbsent(group(picture.tree(), it), group -> new ArrayList<>())
                        .add(it));
        List<Line> lines = groups.entrySet().stream().map(entry -> new Line(entry.getKey().day(),
                entry.getKey().unit(), entry.getKey().kind(), entry.getValue().size(),
                entry.getValue().stream().mapToInt(it -> it.persons().total()).sum())).toList();
        return new CaseFigures(lines.stream().mapToInt(Line::cases).sum(), lines.stream().mapToInt(Line::persons).sum(),
                lines);
    }

    /** The day on which a case was opened, in KST. */
    public static LocalDate day(Case it) {
        return Limitation.day(it.openedAt());
    }

    private static Group group(CommandTree tree, Case it) {
        UnitCode agency = tree.line(it.unit()).stream().filter(unit -> tree.kind(unit) != UnitKind.STATION).findFirst()
                .orElse(it.unit());
        return new Group(day(it), agency, it.facts().crimeKind());
    }
}
