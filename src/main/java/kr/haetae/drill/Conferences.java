package kr.haetae.drill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * The command conferences of the day, and what is ordered out of them: headquarters with the agencies, or an agency with its stations.
 * When, about what and for how long is ours.
 */
final class Conferences {
    private record Wanted(int hour, int minute, String title, List<String> agenda, String decision, int dueMinutes) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted(10, 0, "투표 상황 점검 회의", List.of("오전 투표소 상황", "미보고 근무지 조치"), "미보고 근무지에는 순찰차를 보내 직접 확인한다.",
                    120),
            new Wanted(19, 0, "회송·개표 대비 회의", List.of("투표함 회송 인력과 차량", "개표소 경비선"), "회송 차량마다 경찰관 2명이 탔는지 출발 전에 확인한다.",
                    60));
    private static final int CONVENED_BEFORE_SECONDS = 3_600;
    private static final int MINUTES = 40;
    private static final double ABSENT = 0.05;

    private final Scenario scenario;
    private final Script script;
    private final Directives directives;

    Conferences(Scenario scenario, Script script, Directives directives) {
        this.scenario = scenario;
        this.script = script;
        this.directives = directives;
    }

    void add(Country country) {
        List<UnitCode> rooms = invited(country);
        if (rooms.isEmpty()) {
            return;
        }
        for (Wanted wanted : WANTED) {
            Instant begin = scenario.at(wanted.hour(), wanted.minute());
            String name = "conference/" + wanted.hour();
            Step convened = script.add(begin.minusSeconds(CONVENED_BEFORE_SECONDS), UnitCode.HEADQUARTERS,
                    Client.commander(), name, new ConferenceAct.Convene(rooms, "[훈련] " + wanted.title(), begin, MINUTES,
                            wanted.agenda()));
            if (convened == null) {
                continue;
            }
            UUID conference = convened.id();
            Step started = script.follow(convened, begin, UnitCode.HEADQUARTERS, Client.commander(), name,
                    new ConferenceAct.Start(conference));
            rooms.forEach(unit -> take(started, conference, unit, begin));
            Step decided = script.follow(started, begin.plusSeconds(1_500), UnitCode.HEADQUARTERS, Client.commander(),
                    name, new ConferenceAct.Decide(conference, wanted.decision()));
            directives.order(decided, country, name, begin.plusSeconds(1_620), DirectiveUrgency.URGENT, wanted.title(),
                    wanted.decision(), wanted.dueMinutes());
            script.follow(decided, begin.plusSeconds(60L * MINUTES), UnitCode.HEADQUARTERS, Client.commander(), name,
                    new ConferenceAct.End(conference));
        }
    }

    private void take(@Nullable Step started, UUID conference, UnitCode unit, Instant begin) {
        Chance chance = scenario.chance(conference, "attendance " + unit);
        ConferenceAct act = chance.often(ABSENT) ? new ConferenceAct.Miss(conference, "상황 처리 중")
                : new ConferenceAct.Join(conference);
        script.follow(started, begin.plusSeconds(chance.early(10, 240)), unit, Client.room(unit),
                conference + "/" + unit, act);
    }

    /** Those directly below the unit that the drill is about. */
    private List<UnitCode> invited(Country country) {
        UnitKind below = scenario.within().equals(UnitCode.HEADQUARTERS) ? UnitKind.AGENCY : UnitKind.STATION;
        return country.units().stream().filter(unit -> unit.kind() == below).map(PlacedUnit::code).toList();
    }
}
