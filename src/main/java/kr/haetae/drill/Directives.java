package kr.haetae.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.DirectiveUrgency;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * What headquarters orders in the course of the day, and how the rooms follow: most take note within their time, some must be told again.
 * What is ordered when, and how long they take, is ours.
 */
final class Directives {
    private record Wanted(int hour, int minute, DirectiveUrgency urgency, String title, String text, int dueMinutes) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted(6, 20, DirectiveUrgency.ROUTINE, "투표소 주변 순찰 강화", "관할 투표소 주변 순찰을 두 시간에 한 번 이상 실시하고 결과를 보고한다.",
                    240),
            new Wanted(17, 30, DirectiveUrgency.URGENT, "투표함 회송 준비 점검", "회송 인원 2명과 차량, 경유지를 다시 확인하고 이상이 있으면 보고한다.",
                    120),
            new Wanted(21, 30, DirectiveUrgency.FLASH, "개표소 주변 경비 강화", "개표소 외곽 경비선을 유지하고 돌발 상황은 즉시 보고한다.", 90));
    /** Within this many seconds most rooms have taken note. */
    private static final int QUICK = 160;
    private static final double SLOW = 0.05;
    private static final int SLOWEST = 1_500;

    private final Scenario scenario;
    private final Script script;

    Directives(Scenario scenario, Script script) {
        this.scenario = scenario;
        this.script = script;
    }

    void add(Country country) {
        List<UnitCode> rooms = rooms(country);
        for (Wanted wanted : WANTED) {
            Instant at = scenario.at(wanted.hour(), wanted.minute());
            String name = "directive/" + wanted.hour();
            Step issued = script.add(at, UnitCode.HEADQUARTERS, Client.commander(), name,
                    new DirectiveAct.Direct(scenario.within(), wanted.urgency(), "[훈련] " + wanted.title(),
                            wanted.text(),
                            at.plusSeconds(60L * wanted.dueMinutes()), null));
            rooms.forEach(unit -> answer(issued, unit, wanted.dueMinutes()));
        }
    }

    /** What a conference has decided, ordered and followed like everything else. */
    void order(@Nullable Step decided, Country country, String name, Instant at, DirectiveUrgency urgency, String title,
            String text, int dueMinutes) {
        if (decided == null) {
            return;
        }
        Step issued = script.follow(decided, at, UnitCode.HEADQUARTERS, Client.commander(), name,
                new DirectiveAct.Direct(scenario.within(), urgency, "[훈련] " + title, text,
                        at.plusSeconds(60L * dueMinutes),
                        decided.id()));
        rooms(country).forEach(unit -> answer(issued, unit, dueMinutes));
    }

    private void answer(@Nullable Step issued, UnitCode unit, int dueMinutes) {
        if (issued == null) {
            return;
        }
        UUID directive = issued.id();
        String name = directive + "/" + unit;
        Chance chance = scenario.chance(directive, "answer " + unit);
        Instant at = issued.at()
                .plusSeconds(chance.often(SLOW) ? chance.from(QUICK, SLOWEST) : chance.early(15, QUICK));
        Step noted = script.follow(issued, at, unit, Client.room(unit), name,
                new DirectiveAct.AcknowledgeDirective(directive));
        script.follow(noted, at.plusSeconds(chance.from(600, 45 * dueMinutes)), unit, Client.room(unit), name,
                new DirectiveAct.CompleteDirective(directive, chance.of(Words.DONE)));
    }

    /** The unit that the drill is about, and all below it. */
    private List<UnitCode> rooms(Country country) {
        List<UnitCode> rooms = new ArrayList<>();
        for (PlacedUnit unit : country.units()) {
            UnitCode parent = unit.parent();
            boolean asked = unit.code().equals(scenario.within()) || scenario.within().equals(UnitCode.HEADQUARTERS)
                    || scenario.within().equals(parent);
            if (asked && (unit.kind() != UnitKind.HQ || scenario.within().equals(unit.code()))) {
                rooms.add(unit.code());
            }
        }
        return rooms;
    }
}
