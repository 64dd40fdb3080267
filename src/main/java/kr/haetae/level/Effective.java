package kr.haetae.level;

import java.util.HashMap;
import java.util.Map;
import kr.haetae.event.EmergencyLevel;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Which level holds at each unit: derived, never stored. Made once for many questions. */
public final class Effective {
    /**
     * The level at a unit.
     *
     * @param declared whose declaration it is; absent at NORMAL
     */
    public record Holding(EmergencyLevel level, @Nullable Level declared) {}

    private static final Holding NORMAL = new Holding(EmergencyLevel.NORMAL, null);

    private final Picture picture;
    private final Map<UnitCode, Holding> own = new HashMap<>();

    private Effective(Picture picture) {
        this.picture = picture;
    }

    public static Effective of(Picture picture) {
        Effective effective = new Effective(picture);
        Levels.inForce(picture).forEach(level -> effective.own.merge(level.unit(), new Holding(level.level(), level),
                Effective::higher));
        return effective;
    }

    /** The highest of the unit's own and of those above. */
    public Holding at(UnitCode unit) {
        return picture.tree().line(unit).stream().map(each -> own.getOrDefault(each, NORMAL))
                .reduce(NORMAL, Effective::higher);
    }

    /** Of equal ones that of the higher unit, then that of the smaller id: the same on every node. */
    private static Holding higher(Holding one, Holding other) {
        int order = one.level().compareTo(other.level());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        Level first = one.declared();
        Level second = other.declared();
        if (first == null || second == null || !first.unit().equals(second.unit())) {
            return other;
        }
        return first.declaration().compareTo(second.declaration()) <= 0 ? one : other;
    }
}
