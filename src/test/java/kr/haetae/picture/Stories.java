package kr.haetae.picture;

import java.util.List;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.PostState;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random stories for property tests. */
public final class Stories {
    private static final List<Phase> PHASES = List.of(Phase.VOTING, Phase.PREPARATION, Phase.VOTING, Phase.COUNTING,
            Phase.TRANSPORT);
    private static final List<PostReportKind> REPORTS = List.of(PostReportKind.NIL, PostReportKind.SITUATION,
            PostReportKind.SIGN_OFF);
    private static final List<PostState> SILENT = List.of(PostState.NEVER_REPORTED, PostState.LATE,
            PostState.LOST_CONTACT);

    /** What happens next, to which of a few incidents or posts, at which station. */
    public record Step(int what, int which, int station, int code) {
        void take(Story story) {
            var unit = Story.STATIONS.get(station);
            switch (what) {
                case 0, 1 -> story.report(which, unit, code);
                case 2 -> story.acknowledge(which);
                case 3 -> story.transfer(which, unit);
                case 4 -> story.close(which);
                case 5 -> story.place(which, unit);
                case 7 -> story.comment(which);
                case 8 -> story.dispatch(which);
                case 9 -> story.resolve(which);
                case 10 -> story.enter(PHASES.get(code));
                case 11, 12 -> story.heard(which, REPORTS.get(code % 3), station - 2);
                case 13 -> story.silent(which, SILENT.get(code % 3));
                case 14 -> story.acknowledgeSilence(unit);
                case 15 -> story.outage(unit, code > 1);
                default -> story.assign(which, unit);
            }
        }
    }

    private Stories() {}

    public static Arbitrary<List<Step>> steps(int most) {
        return Combinators.combine(Arbitraries.integers().between(0, 16), Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 4)).as(Step::new).list()
                .ofMaxSize(most);
    }

    public static Story told(List<Step> steps) {
        Story story = new Story("a");
        steps.forEach(step -> step.take(story));
        return story;
    }
}
