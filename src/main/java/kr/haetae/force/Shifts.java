package kr.haetae.force;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/**
 * Tells whose shifts begin and end, one entry a unit for all that are found at once. Only so "on post / planned" compares the people
 * of now with the people of now: the plan of a whole day is the cumulative figure, five times as many.
 */
public final class Shifts implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        Map<UnitCode, List<Deployment>> turned = new TreeMap<>();
        for (Held held : picture.timedUntil(Deployment.KIND, now)) {
            Deployment it = (Deployment) held.entity();
            if (turns(it, now)) {
                turned.computeIfAbsent(it.unit(), unit -> new ArrayList<>()).add(it);
            }
        }
        return turned.entrySet().stream().map(unit -> due(picture, unit.getKey(), unit.getValue())).toList();
    }

    private static boolean turns(Deployment deployment, Instant now) {
        return !deployment.ended() && deployment.marks().due() != deployment.runs(now);
    }

    /** The same turns have the same id on every node; those past the most of an entry come with the next look. */
    private static Due due(Picture picture, UnitCode unit, List<Deployment> all) {
        List<Deployment> some = all.stream()
                .sorted((one, other) -> one.deployment().compareTo(other.deployment()))
                .limit(ForceCommand.ROWS)
                .toList();
        StringBuilder name = new StringBuilder("shifts/" + unit);
        some.forEach(it -> name.append('/').append(it.deployment()).append(it.marks().due() ? it.until() : it.from()));
        List<UUID> ids = some.stream().map(Deployment::deployment).toList();
        UUID operation = picture.operation().orElseThrow().operation();
        return new Due(NamedId.of(operation, name.toString()), unit, (seen, at) -> decide(seen, at, unit, ids));
    }

    private static Decision decide(Picture picture, Instant at, UnitCode unit, List<UUID> ids) {
        List<UUID> began = new ArrayList<>();
        List<UUID> ended = new ArrayList<>();
        for (UUID id : ids) {
            Optional<Deployment> found = picture.find(Deployment.key(id), Deployment.class);
            found.filter(it -> turns(it, at)).ifPresent(it -> (it.marks().due() ? ended : began).add(id));
        }
        return began.isEmpty() && ended.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "No shift of " + unit + " begins or ends now.")
                : Decision.accept(new ForceEvent.ShiftsTurned(unit, began, ended));
    }
}
