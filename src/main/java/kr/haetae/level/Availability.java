package kr.haetae.level;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Tally;

/** Who can be ordered (가용경력) at each unit itself: its tally is over the whole subtree, so that of the units just below is taken off. */
record Availability(Map<UnitCode, Long> own) {
    static final String FIGURE = "people.available";

    Availability {
        own = Map.copyOf(own);
    }

    static Availability of(Draft draft) {
        return of(draft.tree(), unit -> draft.find(tally(unit), Tally.class).map(it -> it.figure(FIGURE)).orElse(0L));
    }

    /** Of the unit and all below. */
    static long whole(Picture picture, UnitCode unit) {
        return picture.find(tally(unit), Tally.class).map(it -> it.figure(FIGURE)).orElse(0L);
    }

    private static Availability of(CommandTree tree, Function<UnitCode, Long> whole) {
        Map<UnitCode, Long> own = new HashMap<>();
        for (PlacedUnit unit : tree.units()) {
            long people = whole.apply(unit.code());
            own.merge(unit.code(), people, Long::sum);
            UnitCode parent = unit.parent();
            if (parent != null) {
                own.merge(parent, -people, Long::sum);
            }
        }
        return new Availability(own);
    }

    /** 0 when nobody is known to be there. */
    int of(UnitCode unit) {
        return Math.clamp(own.getOrDefault(unit, 0L), 0, Integer.MAX_VALUE);
    }

    private static Key tally(UnitCode unit) {
        return new Key("tally", unit.value());
    }
}
