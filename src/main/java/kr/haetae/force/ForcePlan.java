package kr.haetae.force;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * What a force is planned for: the index that finds double assignments.
 *
 * @param unit the force's, or that of its first deployment while the force is not known
 * @param deployments all that are not cancelled
 * @param peak people planned at once, at most
 */
public record ForcePlan(@JsonIgnore UUID force, UnitCode unit, List<UUID> deployments, int peak) implements Entity {
    public static final String KIND = "force-plan";

    public ForcePlan {
        deployments = List.copyOf(deployments);
    }

    public static Key key(UUID force) {
        return new Key(KIND, force.toString());
    }

    @Override
    public Key key() {
        return key(force);
    }

    @Override
    public Audience audience() {
        return Audience.upwards(unit).from(UnitKind.STATION);
    }

    /** How many are planned from each moment on at which that changes. */
    private static TreeMap<Instant, Integer> steps(List<Deployment> shifts) {
        TreeMap<Instant, Integer> steps = new TreeMap<>();
        for (Deployment shift : shifts) {
            steps.merge(shift.from(), shift.planned(), Integer::sum);
            steps.merge(shift.until(), -shift.planned(), Integer::sum);
        }
        int people = 0;
        for (Map.Entry<Instant, Integer> step : steps.entrySet()) {
            people += step.getValue();
            step.setValue(people);
        }
        return steps;
    }

    static int peak(List<Deployment> shifts) {
        return steps(shifts).values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The deployments during which more people are planned at once than there are. */
    static Set<UUID> doubled(List<Deployment> shifts, int available) {
        TreeMap<Instant, Integer> steps = steps(shifts);
        if (steps.values().stream().allMatch(people -> people <= available)) {
            return Set.of();
        }
        Set<UUID> doubled = new HashSet<>();
        for (Deployment shift : shifts) {
            if (steps.subMap(shift.from(), true, shift.until(), false).values().stream()
                    .anyMatch(people -> people > available)) {
                doubled.add(shift.deployment());
            }
        }
        return doubled;
    }

    ForcePlan listing(List<UUID> more) {
        Set<UUID> all = new LinkedHashSet<>(deployments);
        all.addAll(more);
        return new ForcePlan(force, unit, List.copyOf(all), peak);
    }

    ForcePlan with(List<UUID> those, int most) {
        return new ForcePlan(force, unit, those, most);
    }
}
