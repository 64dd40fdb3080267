package kr.haetae.picture;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.haetae.event.Commission;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/** The units of an operation and who is above whom. Immutable; keeps the order in which the units were given. */
public final class CommandTree {
    public static final CommandTree EMPTY = new CommandTree(LinkedHashMap.empty());

    private final Map<UnitCode, PlacedUnit> units;

    private CommandTree(Map<UnitCode, PlacedUnit> units) {
        this.units = units;
    }

    /** @throws IllegalArgumentException when a parent is missing, a code stands twice, or there is not exactly one root */
    public static CommandTree of(List<PlacedUnit> units) {
        Map<UnitCode, PlacedUnit> byCode = LinkedHashMap.empty();
        for (PlacedUnit unit : units) {
            if (byCode.containsKey(unit.code())) {
                throw new IllegalArgumentException("unit " + unit.code() + " stands twice");
            }
            byCode = byCode.put(unit.code(), unit);
        }
        int roots = 0;
        for (PlacedUnit unit : units) {
            UnitCode parent = unit.parent();
            if (parent == null) {
                roots++;
            } else if (byCode.get(parent).map(p -> p.kind().compareTo(unit.kind()) < 0).getOrElse(false) == false) {
                throw new IllegalArgumentException("unit " + unit.code() + " has no parent " + parent + " above it");
            }
        }
        if (roots != 1) {
            throw new IllegalArgumentException("a command tree has one root, not " + roots);
        }
        return new CommandTree(byCode);
    }

    public Optional<PlacedUnit> unit(UnitCode code) {
        return units.get(code).toJavaOptional();
    }

    public boolean contains(UnitCode code) {
        return units.containsKey(code);
    }

    public Iterable<PlacedUnit> units() {
        return units.values();
    }

    /** The unit's kind; of an unknown unit {@code STATION}, the one that sees least. */
    public UnitKind kind(UnitCode code) {
        return units.get(code).map(PlacedUnit::kind)
                .getOrElse(Commission.of(code).isPresent() ? UnitKind.COMMISSION : UnitKind.STATION);
    }

    /**
     * Whether {@code lower} is {@code upper} or stands below it; false when either is unknown. A commission covers itself, and nobody
     * covers it.
     */
    public boolean covers(UnitCode upper, UnitCode lower) {
        if (!units.containsKey(upper)) {
            return upper.equals(lower) && Commission.of(upper).isPresent();
        }
        @Nullable
        UnitCode at = lower;
        while (at != null) {
            PlacedUnit unit = units.get(at).getOrNull();
            if (unit == null) {
                return false;
            }
            if (at.equals(upper)) {
                return true;
            }
            at = unit.parent();
        }
        return false;
    }

    /** The unit and everything above it, lowest first; empty for an unknown one. */
    public List<UnitCode> line(UnitCode code) {
        List<UnitCode> line = new ArrayList<>(3);
        @Nullable
        PlacedUnit unit = units.get(code).getOrNull();
        while (unit != null) {
            line.add(unit.code());
            UnitCode parent = unit.parent();
            unit = parent == null ? null : units.get(parent).getOrNull();
        }
        return line;
    }
}
