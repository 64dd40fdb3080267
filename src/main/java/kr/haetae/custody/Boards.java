package kr.haetae.custody;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import org.jspecify.annotations.Nullable;

/** Changes routes and boxes in a draft, and then at once the boards of the centres and the alarms of the units concerned. For one entry. */
final class Boards {
    private final Draft draft;
    private final Instant at;
    private final Map<UUID, Centre> centres = new LinkedHashMap<>();
    private final Map<UnitCode, Overdue> alarms = new LinkedHashMap<>();
    private final Set<UnitCode> worse = new HashSet<>();

    Boards(Draft draft, Instant at) {
        this.draft = draft;
        this.at = at;
    }

    Optional<Route> route(@Nullable UUID id) {
        return id == null ? Optional.empty() : draft.find(Route.key(id), Route.class);
    }

    Optional<Box> box(UUID id) {
        return draft.find(Box.key(id), Box.class);
    }

    Draft draft() {
        return draft;
    }

    void put(Route now) {
        Optional<Route> before = route(now.plan().route());
        before.ifPresent(old -> count(old, -1));
        count(now, 1);
        Route.Late late = now.overdue();
        if (late != null && before.filter(old -> late.equals(old.overdue())).isEmpty()) {
            worse.add(now.unit());
        }
        draft.put(now);
    }

    /** With where it goes next, as its holder and its routes say. */
    void put(Box now) {
        box(now.box()).ifPresent(old -> count(old, -1));
        Box bound = now.bound(next(now));
        count(bound, 1);
        draft.put(bound);
    }

    void drop(Box gone) {
        count(gone, -1);
        draft.drop(gone.key());
    }

    /** There is a board for that place from now on, if it has anything to show. */
    Centre centre(UUID post, UnitCode unit, String name) {
        return centres.computeIfAbsent(post, id -> draft.find(Centre.key(id), Centre.class)
                .orElseGet(() -> Centre.empty(id, unit, name)));
    }

    /** Writes what came of it. */
    void finish() {
        centres.forEach((post, now) -> {
            Optional<Centre> before = draft.find(Centre.key(post), Centre.class);
            if (now.isEmpty()) {
                draft.drop(now.key());
            } else if (before.filter(now::equals).isEmpty()) {
                draft.put(now);
            }
        });
        Set<UnitCode> above = new LinkedHashSet<>();
        alarms.forEach((unit, now) -> {
            write(worse.contains(unit) ? now.worse(at) : now);
            draft.tree().unit(unit).map(it -> it.parent()).ifPresent(above::add);
        });
        above.forEach(agency -> Collapse.review(draft, agency, at).ifPresent(this::write));
    }

    private void write(Overdue now) {
        if (now.isOver()) {
            draft.drop(now.key());
        } else if (draft.find(now.key(), Overdue.class).filter(now::equals).isEmpty()) {
            draft.put(now);
        }
    }

    private void count(Route route, int sign) {
        UUID to = route.to();
        if (to != null) {
            UnitCode unit = route.toUnit() == null ? route.unit() : route.toUnit();
            centres.put(to, centre(to, unit, route.toName()).plus(route, sign));
        }
        if (route.overdue() != null) {
            UnitCode unit = route.unit();
            alarms.put(unit, alarms.computeIfAbsent(unit, this::alarm).plus(route.overdue().what(), sign));
        }
    }

    private Overdue alarm(UnitCode unit) {
        return draft.find(Overdue.key(unit), Overdue.class).orElseGet(() -> Overdue.begun(unit, at));
    }

    private void count(Box box, int sign) {
        Box.Holder holder = box.holder();
        UUID post = holder.post();
        switch (holder.hand()) {
            case AT_POST -> count(box.next(), box, new Centre.Boxes(sign, 0, 0));
            case ON_ROUTE -> {
                if (post == null) {
                    count(box.next(), box, new Centre.Boxes(0, sign, 0));
                } else {
                    count(post, box, new Centre.Boxes(0, 0, sign));
                }
            }
            case AT_CENTRE -> {
                count(post, box, new Centre.Boxes(0, 0, sign));
                count(box.next(), box, new Centre.Boxes(sign, 0, 0));
            }
        }
    }

    private void count(@Nullable UUID post, Box box, Centre.Boxes more) {
        if (post != null) {
            centres.put(post, centre(post, box.unit(), box.number()).plus(more));
        }
    }

    private @Nullable UUID next(Box box) {
        Box.Holder holder = box.holder();
        if (holder.hand() == Box.Hand.ON_ROUTE) {
            return holder.post() != null ? null : route(holder.route()).map(Route::to).orElse(null);
        }
        return box.routes().stream().flatMap(id -> route(id).stream())
                .filter(it -> it.from().equals(holder.post()) && it.planned())
                .findFirst().map(Route::to).orElse(null);
    }
}
