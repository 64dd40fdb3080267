package kr.haetae.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import kr.haetae.event.BoxSeen;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Compares the boxes that somebody saw with those that should be there. What is known to be wrong already is not found again. */
final class Sightings {
    private final Picture picture;
    private final Route route;
    private final Findings findings;

    Sightings(Picture picture, Route route, Findings findings) {
        this.picture = picture;
        this.route = route;
        this.findings = findings;
    }

    /** With the route that leaves, arrives or is handed over; absent: nobody looked at them one by one. */
    void compare(@Nullable List<BoxSeen> seen) {
        if (seen == null) {
            return;
        }
        Map<UUID, String> missing = new HashMap<>();
        List<UUID> order = new ArrayList<>();
        route.boxes().forEach(number -> {
            missing.put(CustodyId.box(number), number);
            order.add(CustodyId.box(number));
        });
        boolean listed = !missing.isEmpty();
        for (BoxSeen one : seen) {
            boolean expected = missing.remove(CustodyId.box(one.box())) != null;
            Optional<Box> known = picture.find(Box.key(CustodyId.box(one.box())), Box.class);
            known.ifPresent(box -> seals(box, one));
            if (one.broken() && known.filter(box -> box.broken() != null).isEmpty()) {
                findings.add(DiscrepancyKind.SEAL_BROKEN, one.box(), List.of(), List.of());
            }
            if (elsewhere(one, known).isEmpty() && listed && !expected) {
                findings.add(DiscrepancyKind.BOX_UNEXPECTED, one.box(), List.of(), List.of(route.number()));
            }
        }
        order.stream().filter(missing::containsKey).filter(id -> !lost(id)).forEach(id -> findings
                .add(DiscrepancyKind.BOX_MISSING, missing.get(id), List.of(route.number()), List.of()));
    }

    private void seals(Box box, BoxSeen seen) {
        if (seen.seals() != null && !box.seals().isEmpty() && !same(box.seals(), seen.seals())) {
            findings.add(DiscrepancyKind.SEAL_CHANGED, seen.box(), box.seals(), seen.seals());
        }
    }

    private static boolean same(List<String> some, List<String> others) {
        TreeSet<String> one = new TreeSet<>();
        some.forEach(seal -> one.add(CustodyId.key(seal)));
        TreeSet<String> other = new TreeSet<>();
        others.forEach(seal -> other.add(CustodyId.key(seal)));
        return one.equals(other);
    }

    /** The other route that has it, or is to take it, unless that comes before or after this one. */
    private Optional<Route> elsewhere(BoxSeen seen, Optional<Box> known) {
        Optional<Route> other = known.flatMap(box -> box.holder().hand() == Box.Hand.ON_ROUTE
                && !box.holder().with(route.plan().route()) ? route(box.holder().route()) : planned(box));
        other.ifPresent(it -> findings.add(DiscrepancyKind.BOX_ON_TWO_ROUTES, seen.box(), List.of(route.number()),
                List.of(it.number())));
        return other;
    }

    private Optional<Route> planned(Box box) {
        return box.routes().stream().filter(id -> !id.equals(route.plan().route())).flatMap(id -> route(id).stream())
                .filter(it -> !it.state().over() && !it.from().equals(route.to()) && !route.from().equals(it.to()))
                .findFirst();
    }

    private Optional<Route> route(@Nullable UUID id) {
        return id == null ? Optional.empty() : picture.find(Route.key(id), Route.class);
    }

    private boolean lost(UUID box) {
        return picture.find(Box.key(box), Box.class).filter(it -> it.holder().missing() != null).isPresent();
    }
}
