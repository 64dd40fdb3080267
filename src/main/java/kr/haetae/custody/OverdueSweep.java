package kr.haetae.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.haetae.event.CustodyEvent;
import kr.haetae.event.Decision;
import kr.haetae.event.NamedId;
import kr.haetae.event.OverdueKind;
import kr.haetae.event.Reason;
import kr.haetae.event.TransportSettings;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/** Tells which routes are overdue: one entry a unit and kind for all that are found at once. */
public final class OverdueSweep implements Timed {
    private record Group(UnitCode unit, OverdueKind kind) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int units = unit.compareTo(other.unit);
            return units == 0 ? kind.compareTo(other.kind) : units;
        }
    }

    @Override
    public List<Due> due(Picture picture, Instant now) {
        Optional<OperationEntity> operation = picture.operation();
        if (operation.isEmpty() || picture.notOpen().isPresent()) {
            return List.of();
        }
        TransportSettings settings = TransportSettingsEntity.of(picture);
        Map<Group, List<Held>> late = new TreeMap<>();
        for (Held held : picture.timedUntil(Route.KIND, now)) {
            Route route = (Route) held.entity();
            kind(route, now, settings).ifPresent(kind -> late.computeIfAbsent(new Group(route.unit(), kind),
                    group -> new ArrayList<>()).add(held));
        }
        List<Due> due = new ArrayList<>();
        late.forEach((group, routes) -> {
            routes.sort((a, b) -> a.entity().key().id().compareTo(b.entity().key().id()));
            for (int from = 0; from < routes.size(); from += TransportCommand.ROWS) {
                due.add(due(operation.get().operation(), group,
                        routes.subList(from, Math.min(routes.size(), from + TransportCommand.ROWS))));
            }
        });
        return due;
    }

    private static Optional<OverdueKind> kind(Route route, Instant now, TransportSettings by) {
        return Deadlines.next(route, by).filter(it -> !it.alarm().isAfter(now)).map(Deadlines.Deadline::kind);
    }

    /** The same finding on the same picture is the same entry on every node. */
    private static Due due(UUID operation, Group group, List<Held> found) {
        String name = found.stream().map(held -> held.entity().key().id() + held.seq())
                .collect(Collectors.joining("/", "overdue/" + group.unit() + "/" + group.kind() + "/", ""));
        List<UUID> routes = found.stream().map(held -> ((Route) held.entity()).plan().route()).toList();
        return new Due(NamedId.of(operation, name), group.unit(),
                (picture, at) -> decide(picture, at, group, routes));
    }

    private static Decision decide(Picture picture, Instant at, Group group, List<UUID> routes) {
        TransportSettings settings = TransportSettingsEntity.of(picture);
        List<UUID> late = picture.notOpen().isPresent() ? List.of()
                : routes.stream().filter(id -> picture.find(Route.key(id), Route.class)
                        .filter(it -> it.unit().equals(group.unit()))
                        .flatMap(it -> kind(it, at, settings)).filter(group.kind()::equals).isPresent()).toList();
        return late.isEmpty()
                ? Decision.refuse(Reason.NOTHING_CHANGED, "None of them is overdue any more.")
                : Decision.accept(new CustodyEvent.RoutesOverdue(group.unit(), group.kind(), late));
    }
}
