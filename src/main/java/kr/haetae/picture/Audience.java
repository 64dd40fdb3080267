package kr.haetae.picture;

import java.util.Collection;
import java.util.Set;
import kr.haetae.event.Clearance;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;

/**
 * Who sees an entity.
 *
 * @param unit the unit it belongs to: seen from that unit and every one above
 * @param shared further units it was shared with, likewise
 * @param downwards also seen by every unit below {@code unit}
 * @param from the shallowest view that holds it: {@code HQ} = every view, {@code STATION} = only stations' own
 * @param live false: no view holds it any more, who may look it up still finds it
 */
public record Audience(UnitCode unit, Set<UnitCode> shared, boolean downwards, Clearance clearance, UnitKind from,
        boolean live) {
    public Audience {
        shared = Set.copyOf(shared);
    }

    /** Of something live. */
    public Audience(UnitCode unit, Set<UnitCode> shared, boolean downwards, Clearance clearance, UnitKind from) {
        this(unit, shared, downwards, clearance, from, true);
    }

    /** Seen from the unit and from every one above, at every depth. */
    public static Audience upwards(UnitCode unit) {
        return new Audience(unit, Set.of(), false, Clearance.GENERAL, UnitKind.HQ);
    }

    /** As this one, but only for who is cleared. */
    public Audience cleared(Clearance to) {
        return new Audience(unit, shared, downwards, to, from, live);
    }

    /** As this one, but also seen by every unit below. */
    public Audience andBelow() {
        return new Audience(unit, shared, true, clearance, from, live);
    }

    /** As this one, but held only by views at least as deep as {@code depth}. */
    public Audience from(UnitKind depth) {
        return new Audience(unit, shared, downwards, clearance, depth, live);
    }

    /** As this one, and also seen from these units and from every one above. */
    public Audience with(Collection<UnitCode> units) {
        return new Audience(unit, Set.copyOf(units), downwards, clearance, from, live);
    }

    /** As this one, but in no view while {@code now} is false. */
    public Audience live(boolean now) {
        return new Audience(unit, shared, downwards, clearance, from, now);
    }

    /** Whether a view holds what has this audience. */
    public boolean includes(View view, CommandTree tree) {
        return live && tree.kind(view.scope()).compareTo(from) >= 0 && permits(view, tree);
    }

    /** Whether it may be looked up from the view's scope, whatever the depth of the view. */
    public boolean permits(View view, CommandTree tree) {
        if (!view.clearances().contains(clearance)) {
            return false;
        }
        return tree.covers(view.scope(), unit)
                || (downwards && tree.covers(unit, view.scope()))
                || shared.stream().anyMatch(with -> tree.covers(view.scope(), with));
    }
}
