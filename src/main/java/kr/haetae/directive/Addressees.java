package kr.haetae.directive;

import java.util.ArrayList;
import java.util.List;
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

    /** How many posts of the kinds lie under the rooms. */
    static int posts(Picture picture, List<UnitCode> rooms, List<PostKind> kinds) {
        Set<UnitCode> under = Set.copyOf(rooms);
        int posts = 0;
        for (Held held : picture.all(Site.KIND)) {
            Site site = (Site) held.entity();
            if (kinds.contains(site.postKind())
                    && picture.tree().line(site.unit()).stream().anyMatch(under::contains)) {
                posts++;
            }
        }
        return posts;
    }
}
