package kr.haetae.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.haetae.event.Commission;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/** The units of an operation and who is above whom. Immutable; keeps the order in which the units were given. */
public final class CommandTree {
    public static final CommandTree EMPTY = new CommandTree(Map.of());

    private final Map<UnitCode, PlacedUnit> units;
    /** Every unit's line, because a national snapshot asks it of 140,000 entities. */
    private final Map<UnitCode, List<UnitCode>> lines = new HashMap<>();

    private CommandTree(Map<UnitCode, PlacedUnit> units) {
        this.units = Collections.unmodifiableMap(units);
        units.keySet().forEach(code -> lines.put(code, above(code)));
    }

    /** @throws IllegalArgumentException when a parent is missing, a code stands twice, or there is not exactly one root */
    public static CommandTree of(List<PlacedUnit> units) {
        Map<UnitCode, PlacedUnit> byCode = new LinkedHashMap<>();
        for (PlacedUnit unit : units) {
            if (byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("unit " + unit.code() + " stands twice");
            }
        }
        int roots = 0;
        for (PlacedUnit unit : units) {
            UnitCode parent = unit.parent();
            PlacedUnit above = parent == null ? null : byCode.get(parent);
            if (parent == null) {
                roots++;
            } else if (above == null || above.kind().compareTo(unit.kind()) >= 0) {
                throw new IllegalArgumentException("unit " + unit.code() + " has no parent " + parent + " above it");
            }
        }
        if (roots != 1) {
            throw new IllegalArgumentException("a command tree has one root, not " + roots);
        }
        return new CommandTree(byCode);
    }

    public Optional<PlacedUnit> unit(UnitCode code) {
        return Optional.ofNullable(units.get(code));
    }

    public boolean contains(UnitCode code) {
        return units.containsKey(code);
    }

    public Iterable<PlacedUnit> units() {
        return units.values();
    }

    /** The unit's kind; of an unknown unit {@code STATION}, the one that sees least. */
    public UnitKind kind(UnitCode code) {
        PlacedUnit unit = units.get(code);
        if (unit != null) {
            return unit.kind();
        }
        return Commission.of(code).isPresent() ? UnitKind.COMMISSION : UnitKind.STATION;
    }

    /**
     * Whether {@code lower} is {@code upper} or stands below it; false when either is unknown. A commission covers itself, and nobody
     * covers it.
     */
    public boolean covers(UnitCode upper, UnitCode lower) {
        return line(lower).contains(upper)
                || (upper.equals(lower) && !units.containsKey(upper) && Commission.of(upper).isPresent());
    }

    /** The unit and everything above it, lowest first; empty for an unknown one. */
    public List<UnitCode> line(UnitCode code) {
        return lines.getOrDefault(code, List.of());
    }

    private List<UnitCode> above(UnitCode code) {
        List<UnitCode> line = new ArrayList<>(3);
        @Nullable
        PlacedUnit unit = units.get(code);
        while (unit != null) {
            line.add(unit.code());
            UnitCode parent = unit.parent();
            unit = parent == null ? null : units.get(parent);
        }
        return List.copyOf(line);
    }
}
