package kr.haetae.force;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.Decision;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/** Tells which deployments' shifts began while nobody was on post: one entry a unit for all that are found at once. */
public final class LateArrivals implements Timed {
    /** How late is late: as a polling place's report (operation settings, ours). */
    static final Duration GRACE = Duration.ofMinutes(10);

    @Override
    public List<Due> due(Picture picture, Instant now) {
        Instant begun = now.minus(GRACE);
        Map<UnitCode, List<UUID>> late = new TreeMap<>();
        for (Held held : picture.timedUntil(Deployment.KIND, begun)) {
            Deployment it = (Deployment) held.entity();
            if (late(it, begun)) {
                late.computeIfAbsent(it.unit(), unit -> new ArrayList<>()).add(it.deployment());
            }
        }
        return late.entrySet().stream().map(unit -> due(picture, unit.getKey(), unit.getValue())).toList();
    }

    private static boolean late(Deployment deployment, Instant begun) {
        return deployment.awaited() && !deployment.marks().late() && !deployment.from().isAfter(begun);
    }

    /** The same deployments have the same id on every node. */
    private static Due due(Picture picture, UnitCode unit, List<UUID> all) {
        List<UUID> ids = all.stream().sorted().limit(ForceCommand.ROWS).toList();
        UUID operation = picture.operation().orElseThrow().operation();
        String name = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "late/" + unit + "/", ""));
        return new Due(NamedId.of(operation, name), unit, (seen, at) -> decide(seen, at, unit, ids));
    }

    private static Decision decide(Picture picture, Instant at, UnitCode unit, List<UUID> ids) {
        Instant begun = at.minus(GRACE);
        List<UUID> late = ids.stream()
                .filter(id -> picture.find(Deployment.key(id), Deployment.class).filter(it -> late(it, begun))
                        .isPresent())
                .toList();
        return late.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "Nobody of " + unit + " is late any more.")
                : Decision.accept(new ForceEvent.DeploymentsFellLate(unit, late));
    }
}
