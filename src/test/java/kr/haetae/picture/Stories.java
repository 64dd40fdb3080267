package kr.haetae.picture;

import java.util.List;
import kr.haetae.event.Clearance;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.PostState;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.LevelState;
import kr.haetae.incident.Incident;
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
                case 0, 1 -> story.report(which, unit, code,
                        what == 1 && code > 2 ? Clearance.RESTRICTED : Clearance.GENERAL);
                case 2 -> story.acknowledge(which);
                case 3 -> story.transfer(which, unit);
                case 4 -> story.close(which);
                case 5 -> story.place(which, unit);
                case 6 -> story.assign(which, unit);
                case 21 -> story.comment(which);
                case 22 -> story.dispatch(which);
                case 23 -> story.resolve(which);
                case 28 -> story.enter(PHASES.get(code));
                case 29, 30 -> story.heard(which, REPORTS.get(code % 3), station - 2);
                case 31 -> story.silent(which, SILENT.get(code % 3));
                case 32 -> story.acknowledgeSilence(unit);
                case 33 -> story.outage(unit, code > 1);
                case 44, 45 -> story.attach(which, code);
                case 46 -> story.withdraw(which, code);
                case 47 -> story.erase(10 * which + code);
                case 48 -> story.askToErase(10 * which + code);
                case 24, 25, 26, 27 -> levels(story);
                case 34, 35, 36, 37, 38, 39 -> IncidentSteps.take(story, this);
                case 40 -> CaseSteps.open(story, which, unit);
                case 41, 42 -> CaseSteps.cases(story, this);
                case 43 -> CaseSteps.visits(story, this);
                case 49, 50, 51 -> DirectiveSteps.directives(story, this);
                case 52, 53 -> DirectiveSteps.conferences(story, this);
                case 54, 55, 56, 57 -> SiteSteps.take(story, this);
                case 62, 63 -> AlarmSteps.take(story, this);
                case 58, 59, 60, 61 -> TransportSteps.take(story, this);
                default -> ForceSteps.take(story, this);
            }
        }

        /** A few declarations, some of headquarters and agencies; in an order that no decision would allow, too. */
        private void levels(Story story) {
            var unit = Story.UNITS.get((which + station) % Story.UNITS.size());
            var level = LEVELS.get(code);
            int declaration = which % 3;
            switch ((what + which + code) % 8) {
                case 0, 1 -> story.declare(declaration, unit, level, LevelState.IN_FORCE);
                case 2 -> story.declare(declaration, unit, level, LevelState.PROPOSED);
                case 3 -> story.approve(declaration);
                case 4 -> story.takeEffect(declaration);
                case 5 -> story.lift(declaration);
                case 6 -> story.receive(declaration, unit);
                default -> story.muster(declaration, unit, which, station);
            }
        }
    }

    private static final List<EmergencyLevel> LEVELS = List.of(EmergencyLevel.READY, EmergencyLevel.ALERT,
            EmergencyLevel.C, EmergencyLevel.B, EmergencyLevel.A);

    private Stories() {}

    public static Arbitrary<List<Step>> steps(int most) {
        return Combinators.combine(Arbitraries.integers().between(0, 63), Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 4)).as(Step::new).list()
                .ofMaxSize(most);
    }

    /** What happens to three incidents, their teams, reports and hand-overs. */
    static Arbitrary<List<Step>> ofIncidents(int most) {
        return Combinators.combine(Arbitraries.of(0, 1, 34, 34, 35, 36, 37, 37, 38, 39),
                Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 4)).as(Step::new).list().ofMinSize(most / 2).ofMaxSize(most);
    }

    /** Without what no ledger holds: an incident is reported once. */
    static Story sensible(List<Step> steps) {
        Story story = new Story("a");
        steps.stream().filter(step -> step.what() > 1
                || story.now().held(Incident.key(story.incident(step.which()))).isEmpty())
                .forEach(step -> step.take(story));
        return story;
    }

    public static Story told(List<Step> steps) {
        Story story = new Story("a");
        steps.forEach(step -> step.take(story));
        return story;
    }
}
