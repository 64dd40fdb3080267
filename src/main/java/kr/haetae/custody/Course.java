package kr.haetae.custody;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.DiscrepancyKind;
import kr.haetae.event.Position;
import org.jspecify.annotations.Nullable;

/** Whether a route is on the way that was planned. */
final class Course {
    /** So much longer may the way over where it was met be, in metres; ours: a town's detour. */
    private static final double DETOUR = 5_000;
    private static final double EARTH = 6_371_000;

    private final Route route;
    private final Gazetteer sites;
    private final Findings findings;

    Course(Route route, Gazetteer sites, Findings findings) {
        this.route = route;
        this.sites = sites;
        this.findings = findings;
    }

    void check(TransportCommand.Pass c) {
        List<String> keys = route.checkpoints().stream().map(CustodyId::key).toList();
        int here = keys.indexOf(CustodyId.key(c.place()));
        int before = route.last() == null ? -1 : keys.indexOf(CustodyId.key(route.last().place()));
        if ((!keys.isEmpty() && here < 0) || far(c.position())) {
            Position met = c.position();
            findings.add(DiscrepancyKind.DEVIATION, route.checkpoints(), met == null ? List.of(c.place())
                    : List.of(c.place(), String.format(Locale.ROOT, "%.5f, %.5f", met.latitude(), met.longitude())));
        }
        if (here >= 0 && here < before && route.last() != null && c.at().isAfter(route.last().at())) {
            findings.add(DiscrepancyKind.OUT_OF_ORDER, List.of(route.last().place()), List.of(c.place()));
        }
    }

    /** Where both ends are known: the way over here is longer than twice the way itself, and than a detour. */
    private boolean far(@Nullable Position met) {
        Optional<Position> from = position(route.from());
        Optional<Position> to = position(route.to());
        if (met == null || from.isEmpty() || to.isEmpty()) {
            return false;
        }
        double straight = metres(from.get(), to.get());
        double over = metres(from.get(), met) + metres(met, to.get());
        return over - straight > Math.max(DETOUR, straight);
    }

    private Optional<Position> position(@Nullable UUID post) {
        return Optional.ofNullable(post).flatMap(sites::site).flatMap(it -> Optional.ofNullable(it.position()));
    }

    /** Along the surface, by the haversine formula. */
    private static double metres(Position one, Position other) {
        double up = Math.toRadians(other.latitude() - one.latitude()) / 2;
        double across = Math.toRadians(other.longitude() - one.longitude()) / 2;
        double half = Math.pow(Math.sin(up), 2) + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude())) * Math.pow(Math.sin(across), 2);
        return 2 * EARTH * Math.asin(Math.sqrt(half));
    }
}
