package kr.haetae.directive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.PostKind;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Held;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Site;

/**
 * Whom somebody addresses in the tree.
 *
 * @param below whether also all rooms under those
 */
public record Addressees(List<UnitCode> to, boolean below) {
    public Addressees {
        to = to.stream().distinct().toList();
    }

    /** Why the author may not address them; each fault names its place in {@code /to}. */
    Optional<Decision> refusal(Picture picture, Author author) {
        for (int i = 0; i < to.size(); i++) {
            UnitCode unit = to.get(i);
            if (!picture.tree().contains(unit)) {
                return Optional.of(Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + unit + ".", "/to/" + i));
            }
            if (!picture.tree().covers(author.unit(), unit)) {
                return Optional.of(Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                        "Unit " + unit + " is outside your jurisdiction " + author.unit() + ".", "/to/" + i));
            }
        }
        return Optional.empty();
    }

    /** The rooms that are meant, in the tree's order. */
    List<UnitCode> rooms(CommandTree tree) {
        Set<UnitCode> named = Set.copyOf(to);
        List<UnitCode> rooms = new ArrayList<>();
        for (PlacedUnit unit : tree.units()) {
            if (below ? tree.line(unit.code()).stream().anyMatch(named::contains) : named.contains(unit.code())) {
                rooms.add(unit.code());
            }
        }
        return rooms;
    }

    /** For each unit under one of the rooms, in the tree's order, the nearest of them. */
    static Map<UnitCode, UnitCode> nearest(CommandTree tree, List<UnitCode> rooms) {
        Set<UnitCode> asked = Set.copyOf(rooms);
        Map<UnitCode, UnitCode> nearest = new LinkedHashMap<>();
        for (PlacedUnit unit : tree.units()) {
            tree.line(unit.code()).stream().filter(asked::contains).findFirst()
                    .ifPresent(room -> nearest.put(unit.code(), room));
        }
        return nearest;
    }

    /** How many posts of the kinds each room answers for: those that no other room is nearer to. */
    static Map<UnitCode, Integer> posts(Map<UnitCode, UnitCode> nearest, Iterable<Held> sites, List<PostKind> kinds) {
        Map<UnitCode, Integer> posts = new HashMap<>();
        for (Held held : kinds.isEmpty() ? List.<Held>of() : sites) {
            Site site = (Site) held.entity();
            UnitCode room = nearest.get(site.unit());
            if (room != null && kinds.contains(site.postKind())) {
                posts.merge(room, 1, Integer::sum);
            }
        }
        return posts;
    }
}
