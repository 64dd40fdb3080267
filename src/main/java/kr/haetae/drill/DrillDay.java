package kr.haetae.drill;

import java.util.List;
import java.util.stream.Stream;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * What happens when: a pure function of the scenario and the country. Everything that the drill's people send stands here; only what
 * the drill does about itself (log-ins, which are secret, and its clock, which follows the machine's load) does not.
 *
 * @param failing whose network fails in the afternoon
 * @param steps in the order of sending
 */
public record DrillDay(Scenario scenario, Country country, List<PlannedPhase> timetable, List<PlannedLevel> levels,
        List<Force> forces, List<Duty> duties, List<BallotRoute> routes, List<Staff.Member> staff,
        @Nullable UnitCode failing, List<Step> steps) {
    /** Polling places of the whole country: how great a part of it is played. */
    private static final int NATIONWIDE = kr.haetae.roster.NationalRoster.POLLING_PLACES;

    /** The scenario's part of the shipped country. */
    public static DrillDay of(Scenario scenario) {
        return of(scenario, Country.national().within(scenario.within()));
    }

    /** The commands of the plan as they are compared: client, id, request. */
    public Stream<String> lines() {
        return steps.stream().map(Step::line);
    }

    static DrillDay of(Scenario scenario, Country country) {
        Staff staff = new Staff(scenario);
        Script script = new Script(scenario, country);
        List<Force> forces = Force.of(scenario, country);
        List<Duty> duties = DutyRoster.of(scenario, country);
        new Shifts(scenario, script).add(duties);
        new Rounds(scenario, script, staff).add(country);
        new Calls(scenario, script, staff, country).add(NATIONWIDE);
        List<BallotRoute> routes = BallotRoute.of(scenario, country);
        new Transports(scenario, script, staff).add(routes);
        Liaison liaison = new Liaison(scenario, script, country);
        liaison.add(country);
        new Sites(scenario, script, liaison).add(country);
        Directives directives = new Directives(scenario, script);
        directives.add(country);
        new Conferences(scenario, script, directives).add(country);
        Rooms rooms = new Rooms(scenario, script);
        rooms.musters(forces);
        rooms.reserves(country, forces, NATIONWIDE);
        return new DrillDay(scenario, country, Rooms.timetable(scenario), Rooms.levels(scenario), forces, duties,
                routes,
                staff.members(country), script.failing(), script.steps());
    }
}
