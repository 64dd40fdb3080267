package kr.haetae.drill;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.ForceKind;
import kr.haetae.event.Phase;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlannedLevel;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.PostKind;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What rooms and commanders decide and answer: phases, levels and their musters, reserves. */
final class Rooms {
    /** Requests for reserves in the whole country. Ours. */
    private static final int REQUESTS = 14;

    private final Scenario scenario;
    private final Script script;

    Rooms(Scenario scenario, Script script) {
        this.scenario = scenario;
        this.script = script;
    }

    /** Polling day (domain notes, "Phases", H): polls close at 20:00, counting begins about 20:30 while boxes are still on their way. */
    static List<PlannedPhase> timetable(Scenario scenario) {
        return List.of(
                phase(scenario, Phase.PREPARATION, scenario.at(5, 0)),
                phase(scenario, Phase.VOTING, scenario.at(6, 0)),
                phase(scenario, Phase.TRANSPORT, scenario.at(20, 0)),
                phase(scenario, Phase.COUNTING, scenario.at(20, 30)),
                phase(scenario, Phase.STAND_DOWN, scenario.at(28, 55)));
    }

    private static PlannedPhase phase(Scenario scenario, Phase phase, Instant from) {
        return new PlannedPhase(scenario.id("phase/" + phase), phase, from);
    }

    /** 경계강화 until 06:00, then 갑호 until the end of the count, as in 2017, 2018, 2022 and 2025 (domain notes, H). */
    static List<PlannedLevel> levels(Scenario scenario) {
        List<PlannedLevel> steps = new ArrayList<>();
        level(steps, scenario, EmergencyLevel.ALERT, scenario.at(5, 0), scenario.at(6, 0), "투표 준비");
        level(steps, scenario, EmergencyLevel.A, scenario.at(6, 0), scenario.at(29, 30), "투표 개시부터 개표 종료까지");
        return steps;
    }

    private static void level(List<PlannedLevel> steps, Scenario scenario, EmergencyLevel level, Instant from,
            Instant until, String reason) {
        if (until.isAfter(scenario.begin())) {
            steps.add(new PlannedLevel(scenario.id("level/" + level), scenario.within(), level, from, until, reason));
        }
    }

    /** Every room with people takes note of the 갑호 and reports its muster (응소) three times; a few never catch up. */
    void musters(List<Force> forces) {
        UUID step = scenario.id("level/" + EmergencyLevel.A);
        Map<UnitCode, Integer> ordered = new HashMap<>();
        forces.forEach(force -> ordered.merge(force.unit(), force.available(), Integer::sum));
        forces.stream().map(Force::unit).distinct().forEach(unit -> {
            Chance chance = scenario.chance(scenario.id(unit.value()), "muster");
            Instant from = scenario.at(6, 0);
            Step received = script.add(from.plusSeconds(chance.early(20, 900)), unit, Client.room(unit),
                    "receipt/" + unit, new ForceAct.Receive(step));
            int all = ordered.getOrDefault(unit, 0);
            int[] percent = {chance.from(55, 80), chance.from(88, 98), chance.from(94, 100)};
            for (int i = 0; i < percent.length; i++) {
                received = script.follow(received, from.plusSeconds(1_200 + i * 2_400L + chance.from(0, 600)), unit,
                        Client.room(unit), "muster/" + unit + "/" + i,
                        new ForceAct.Muster(step, unit, all * percent[i] / 100));
            }
        });
    }

    /** Stations ask for mobile units of their agency; headquarters decides; each unit goes once. */
    void reserves(Country country, List<Force> forces, int nationwide) {
        List<PlacedPost> places = country.posts(PostKind.POLLING_PLACE);
        Map<UnitCode, UnitCode> agencies = country.agencies();
        Map<UnitCode, Queue<Force>> mobile = new HashMap<>();
        forces.stream().filter(force -> force.kind() == ForceKind.MOBILE_UNIT)
                .forEach(force -> mobile.computeIfAbsent(force.unit(), unit -> new ArrayDeque<>()).add(force));
        int requests = (int) Math.ceil((double) REQUESTS * places.size() / nationwide);
        for (int i = 0; i < requests && !places.isEmpty(); i++) {
            String name = "reserve/" + i;
            Chance chance = scenario.chance(scenario.id(name), "reserve");
            PlacedPost post = chance.of(places);
            Force sent = mobile.getOrDefault(agencies.get(post.unit()), new ArrayDeque<>()).poll();
            if (sent != null) {
                reserve(name, chance, post, sent);
            }
        }
    }

    private void reserve(String name, Chance chance, PlacedPost post, Force sent) {
        Instant at = scenario.at(chance.from(7, 19), chance.from(0, 59));
        Client asking = Client.room(post.unit());
        @Nullable
        Step step = script.add(at, post.unit(), asking, name, new ForceAct.RequestReserve(post.unit(),
                sent.available(), sent.kind(), post.id(), chance.of(Words.RESERVE_REASONS)));
        if (step == null) {
            return;
        }
        UUID request = step.id();
        at = at.plusSeconds(chance.from(120, 600));
        step = script.follow(step, at, UnitCode.HEADQUARTERS, Client.commander(), name,
                new ForceAct.ApproveReserve(request, List.of(sent.id())));
        at = at.plusSeconds(chance.from(180, 600));
        step = script.follow(step, at, sent.unit(), Client.room(sent.unit()), name + "/moving",
                new ForceAct.MoveReserve(request, ReserveState.MOVING));
        at = at.plusSeconds(chance.from(900, 2_700));
        step = script.follow(step, at, sent.unit(), Client.room(sent.unit()), name + "/arrived",
                new ForceAct.MoveReserve(request, ReserveState.ARRIVED));
        at = at.plusSeconds(chance.from(3_600, 9_000));
        script.follow(step, at, sent.unit(), Client.room(sent.unit()), name + "/returned",
                new ForceAct.MoveReserve(request, ReserveState.RETURNED));
    }
}
