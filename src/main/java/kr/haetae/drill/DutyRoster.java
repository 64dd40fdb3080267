package kr.haetae.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.haetae.drill.Duty.Service;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlannedDeployment;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.force.ForceId;

/**
 * The plan of duties (근무표): about 60,000 deployments with about 168,000 person-duties, as in 2025 (domain notes, "Personnel", H):
 * 60,000 on patrol and at storage sites, the two officers of each polling place among them; 45,000 with the boxes' transport, 29,000
 * of them on 14,500 routes; 7,600 at counting centres, 30 each in three cordons; 54,000 of the situation rooms.
 */
final class DutyRoster {
    /** Polling places on the round of one patrol car. Ours. */
    private static final int CIRCUIT = 4;

    private static final int[] PATROL_SHIFTS = {6, 10, 15, 20, 26};
    private static final int[] STORAGE_SHIFTS = {5, 9, 13, 17, 21};
    private static final int[] STANDBY_SHIFTS = {6, 18, 29};
    private static final UUID UNNAMED = new UUID(0, 0);
    private static final int CORDONS = 3;
    private static final int IN_CORDON = 10;

    private final Scenario scenario;
    private final List<Duty> duties = new ArrayList<>();

    private DutyRoster(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Always the same duties in the same order, station by station. */
    static List<Duty> of(Scenario scenario, Country country) {
        DutyRoster roster = new DutyRoster(scenario);
        for (Map.Entry<UnitCode, List<PlacedPost>> station : country.byStation(PostKind.POLLING_PLACE).entrySet()) {
            roster.pollingPlaces(station.getKey(), station.getValue());
        }
        for (PlacedPost post : country.posts(PostKind.BALLOT_STORAGE)) {
            roster.shifts(Service.STORAGE, post.unit(), List.of(post.id()), 2, STORAGE_SHIFTS);
            roster.add(Service.TRANSPORT, post.unit(), List.of(post.id()), 2, hour(17), hour(22));
        }
        for (PlacedPost post : country.posts(PostKind.COUNTING_CENTRE)) {
            for (int cordon = 1; cordon <= CORDONS; cordon++) {
                roster.add(Service.COUNTING, post.unit(), List.of(post.id()), IN_CORDON, hour(18) + cordon, hour(29));
            }
            for (int team = 0; team < CORDONS; team++) {
                roster.add(Service.ESCORT, post.unit(), List.of(post.id()), 2, hour(19) + team, hour(23));
            }
        }
        return roster.duties;
    }

    private void pollingPlaces(UnitCode unit, List<PlacedPost> posts) {
        for (PlacedPost post : posts) {
            add(Service.POLLING_PLACE, unit, List.of(post.id()), 2, hour(5) + 30, hour(21) + 30);
            add(Service.TRANSPORT, unit, List.of(post.id()), 2, hour(19) + 45, hour(22));
        }
        for (List<UUID> pair : parts(posts, 2)) {
            add(Service.ESCORT, unit, pair, 2, hour(19) + 50, hour(22));
        }
        for (List<UUID> circuit : parts(posts, CIRCUIT)) {
            shifts(Service.PATROL, unit, circuit, 2, PATROL_SHIFTS);
            shifts(Service.STANDBY, unit, circuit, 7 + duties.size() % 2, STANDBY_SHIFTS);
        }
    }

    private static List<List<UUID>> parts(List<PlacedPost> posts, int size) {
        List<List<UUID>> parts = new ArrayList<>();
        for (int start = 0; start < posts.size(); start += size) {
            parts.add(posts.subList(start, Math.min(posts.size(), start + size)).stream().map(PlacedPost::id)
                    .toList());
        }
        return parts;
    }

    private void shifts(Service service, UnitCode unit, List<UUID> posts, int planned, int[] hours) {
        for (int i = 0; i + 1 < hours.length; i++) {
            add(service, unit, posts, planned, hour(hours[i]), hour(hours[i + 1]));
        }
    }

    /** Times in minutes since midnight. */
    private void add(Service service, UnitCode unit, List<UUID> posts, int planned, int from, int until) {
        Instant begin = scenario.at(0, from);
        Instant end = scenario.at(0, until);
        UUID force = Force.ofStation(unit, service.force());
        UUID id = ForceId.of(new PlannedDeployment(UNNAMED, unit, force, posts, planned, begin, end));
        duties.add(new Duty(id, service, unit, posts, planned, begin, end));
    }

    private static int hour(int hour) {
        return hour * 60;
    }
}
