package kr.haetae.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.haetae.event.Phase;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;

/**
 * What posts report: polling places each hour from opening to closing, bunched on the hour, storage sites each two hours, counting
 * centres each hour of the night (domain notes, "Reports from posts", H). A few posts never report, a few fall silent, many forget one
 * round; their rooms take note of it.
 */
final class Rounds {
    private static final int OPENING = 6;
    private static final int CLOSING = 20;
    private static final int COUNT_ENDS = 28;
    private static final double NEVER = 0.002;
    private static final double LOST = 0.004;
    private static final double FORGETS = 0.015;
    private static final double SOMETHING_TO_SAY = 0.1;

    private final Scenario scenario;
    private final Script script;
    private final Staff staff;
    /** Units and hours in which a round was missed. */
    private final Set<String> noted = new HashSet<>();

    Rounds(Scenario scenario, Script script, Staff staff) {
        this.scenario = scenario;
        this.script = script;
        this.staff = staff;
    }

    void add(Country country) {
        for (PlacedPost post : country.posts()) {
            switch (post.kind()) {
                case POLLING_PLACE -> pollingPlace(post);
                case BALLOT_STORAGE -> guarded(post, hours(OPENING, CLOSING, 2));
                case COUNTING_CENTRE -> guarded(post, hours(CLOSING + 1, COUNT_ENDS, 1));
                default -> {}
            }
        }
    }

    private static List<Integer> hours(int first, int last, int every) {
        List<Integer> hours = new ArrayList<>();
        for (int hour = first; hour <= last; hour += every) {
            hours.add(hour);
        }
        return hours;
    }

    private void pollingPlace(PlacedPost post) {
        Chance chance = scenario.chance(post.id(), "rounds");
        for (int officer = 1; officer <= 2; officer++) {
            Instant at = scenario.at(5, 0).plusSeconds(chance.from(240, 2_400));
            script.arrive(at, post.unit(), staff.reporter(post, officer), post.id() + "/" + officer,
                    new PostAct.CheckIn(post.id(), staff.named(post, officer)));
        }
        if (chance.often(NEVER)) {
            note(post.unit(), OPENING + 1);
            return;
        }
        int lostFrom = chance.often(LOST) ? chance.from(OPENING + 1, CLOSING - 1) : Integer.MAX_VALUE;
        report(post, chance, scenario.at(5, 49).plusSeconds(chance.from(0, 420)), "ready");
        int minute = chance.early(0, 6);
        for (int hour = OPENING; hour <= CLOSING && hour < lostFrom; hour++) {
            if (hour > OPENING && hour < CLOSING && chance.often(FORGETS)) {
                note(post.unit(), hour);
            } else {
                report(post, chance, scenario.at(hour, minute).plusSeconds(chance.from(0, 150)), "round " + hour);
            }
        }
        if (lostFrom == Integer.MAX_VALUE) {
            signOff(post, scenario.at(CLOSING, 20).plusSeconds(chance.from(0, 3_000)));
        } else {
            note(post.unit(), lostFrom);
        }
    }

    private void guarded(PlacedPost post, List<Integer> hours) {
        Chance chance = scenario.chance(post.id(), "rounds");
        int minute = chance.early(0, 6);
        hours.forEach(hour -> report(post, chance, scenario.at(hour, minute).plusSeconds(chance.from(0, 150)),
                "round " + hour));
        signOff(post, scenario.at(hours.getLast(), 25).plusSeconds(chance.from(0, 1_200)));
    }

    private void report(PlacedPost post, Chance chance, Instant at, String name) {
        boolean situation = chance.often(SOMETHING_TO_SAY);
        Phase phase = phaseAt(at);
        int officer = chance.from(1, 2);
        script.add(at, post.unit(), staff.reporter(post, officer), post.id() + "/" + name,
                new PostAct.Report(post.id(), situation ? PostReportKind.SITUATION : PostReportKind.NIL, phase,
                        situation ? Forms.answers(post.kind(), phase, chance) : Map.of(),
                        situation ? chance.of(Words.SITUATIONS) : null, staff.named(post, officer)));
    }

    private void signOff(PlacedPost post, Instant at) {
        script.add(at, post.unit(), staff.reporter(post, 1), post.id() + "/end",
                new PostAct.Report(post.id(), PostReportKind.SIGN_OFF, phaseAt(at), Map.of(), null,
                        staff.named(post, 1)));
    }

    private Phase phaseAt(Instant at) {
        return Rooms.timetable(scenario).stream().filter(line -> !line.from().isAfter(at))
                .reduce((first, last) -> last).map(PlannedPhase::phase).orElse(Phase.PREPARATION);
    }

    /** The room sees the alarm, which comes ten minutes after a report was due, and says what it does about it. */
    private void note(UnitCode unit, int hour) {
        if (noted.add(unit + "/" + hour)) {
            Chance chance = scenario.chance(scenario.id(unit.value()), "silence " + hour);
            Instant at = scenario.at(hour, 28).plusSeconds(chance.from(0, 600));
            script.add(at, unit, Client.room(unit), unit + "/" + hour,
                    new PostAct.NoteSilence(unit, chance.of(Words.SILENCE_NOTES)));
        }
    }
}
