package kr.haetae.custody;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.TransportState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;

/**
 * The board of one destination: what is on its way there. Its id is the post's.
 *
 * @param expected routes that have not left
 * @param overdue of all its routes
 * @param discrepancies of its routes, not settled
 * @param senders of which units its routes are
 */
public record Centre(
        @JsonIgnore UUID post,
        UnitCode unit,
        String name,
        int expected,
        int moving,
        int stopped,
        int arrived,
        int handedOver,
        int overdue,
        Boxes boxes,
        int discrepancies,
        @JsonIgnore List<Sender> senders)
        implements
            Entity {
    public static final String KIND = "centre";

    /** @param arrived there now, handed over or not */
    public record Boxes(int expected, int moving, int arrived) {
        static final Boxes NONE = new Boxes(0, 0, 0);

        Boxes plus(Boxes other) {
            return new Boxes(expected + other.expected, moving + other.moving, arrived + other.arrived);
        }
    }

    /** @param routes how many, cancelled ones not counted */
    record Sender(UnitCode unit, int routes) {}

    public Centre {
        senders = List.copyOf(senders);
    }

    public static Key key(UUID post) {
        return new Key(KIND, post.toString());
    }

    static Centre empty(UUID post, UnitCode unit, String name) {
        return new Centre(post, unit, name, 0, 0, 0, 0, 0, 0, Boxes.NONE, 0, List.of());
    }

    @Override
    public Key key() {
        return key(post);
    }

    /** Its unit, those above, and whoever sends boxes there. */
    @Override
    public Audience audience() {
        Set<UnitCode> from = new HashSet<>();
        senders.forEach(sender -> from.add(sender.unit()));
        from.remove(unit);
        return new Audience(unit, from, false, Clearance.GENERAL, UnitKind.HQ);
    }

    @JsonIgnore
    boolean isEmpty() {
        return equals(empty(post, unit, name));
    }

    /** With the route counted in ({@code sign} 1) or out (-1). */
    Centre plus(Route route, int sign) {
        TransportState state = route.state();
        return new Centre(post, unit, name,
                expected + (state == TransportState.PLANNED ? sign : 0),
                moving + (state == TransportState.MOVING ? sign : 0),
                stopped + (state == TransportState.STOPPED ? sign : 0),
                arrived + (state == TransportState.ARRIVED ? sign : 0),
                handedOver + (state == TransportState.HANDED_OVER ? sign : 0),
                overdue + (route.overdue() == null ? 0 : sign),
                boxes, discrepancies + sign * route.discrepancies(),
                state == TransportState.CANCELLED ? senders : senders(route.unit(), sign));
    }

    Centre plus(Boxes more) {
        return new Centre(post, unit, name, expected, moving, stopped, arrived, handedOver, overdue, boxes.plus(more),
                discrepancies, senders);
    }

    Centre of(UnitCode now) {
        return new Centre(post, now, name, expected, moving, stopped, arrived, handedOver, overdue, boxes,
                discrepancies, senders);
    }

    /** In the order of the units, so that the same senders are the same board. */
    private List<Sender> senders(UnitCode from, int sign) {
        SortedMap<UnitCode, Integer> counted = new TreeMap<>();
        senders.forEach(sender -> counted.put(sender.unit(), sender.routes()));
        counted.merge(from, sign, Integer::sum);
        counted.values().removeIf(routes -> routes == 0);
        return counted.entrySet().stream().map(it -> new Sender(it.getKey(), it.getValue())).toList();
    }
}
