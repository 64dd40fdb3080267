package kr.haetae.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The police units from headquarters down to the stations, in shipped order: a unit stands after its superior.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CommandTree {
    private final Map<String, Unit> byCode;
    private final Map<String, List<Unit>> byName;
    private final Map<String, List<Unit>> children;

    private CommandTree(Map<String, Unit> byCode) {
        this.byCode = byCode;
        this.byName = new HashMap<>();
        this.children = new HashMap<>();
        for (Unit unit : byCode.values()) {
            for (String name : List.of(unit.korean(), unit.label(), unit.english())) {
                byName.computeIfAbsent(Spelling.key(name), k -> new ArrayList<>()).add(unit);
            }
            if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), k -> new ArrayList<>()).add(unit);
            }
        }
    }

    /** The tree of 2026-06-03: headquarters, 18 agencies, 261 stations and the airport police. Sources: docs/roster.md. */
    public static CommandTree shipped() {
        return Shipped.TREE;
    }

    /**
     * A tree of the given units; fails with {@link IllegalArgumentException} on a code, label or English name used
     * twice, a malformed code, or a unit that does not stand after its superior.
     */
    public static CommandTree of(List<Unit> units) {
        Map<String, Unit> byCode = new LinkedHashMap<>();
        Map<String, Unit> names = new HashMap<>();
        for (Unit unit : units) {
            check(unit.code().matches("[a-z0-9-]{2,40}"), "malformed unit code " + unit.code());
            check(byCode.isEmpty() == (unit.parent() == null),
                    "exactly the first unit has no superior: " + unit.code());
            check(unit.parent() == null || byCode.containsKey(unit.parent()), "unknown superior of " + unit.code());
            check(byCode.put(unit.code(), unit) == null, "unit code used twice: " + unit.code());
            check(names.put(unit.label(), unit) == null, "label used twice: " + unit.label());
            check(names.put(unit.english(), unit) == null, "English name used twice: " + unit.english());
        }
        return new CommandTree(byCode);
    }

    public List<Unit> units() {
        return List.copyOf(byCode.values());
    }

    public List<Unit> units(UnitKind kind) {
        return byCode.values().stream().filter(unit -> unit.kind() == kind).toList();
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Unit> children(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    /** The units that a person may mean by a code, an official name or a label; 고성경찰서 gives two. */
    public List<Unit> called(String text) {
        Unit exact = byCode.get(text);
        return exact != null
                ? List.of(exact)
                : byName.getOrDefault(Spelling.key(text), List.of()).stream().distinct().toList();
    }

    /** The agency that a unit is or stands under; empty for headquarters and unknown codes. */
    public Optional<Unit> agencyOf(String code) {
        Unit unit = byCode.get(code);
        while (unit != null && unit.kind() != UnitKind.AGENCY) {
            unit = unit.parent() == null ? null : byCode.get(unit.parent());
        }
        return Optional.ofNullable(unit);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static final class Shipped {
        static final CommandTree TREE = of(Table.shipped("units.csv").stream()
                .map(line -> new Unit(
                        line.getField("code"),
                        UnitKind.valueOf(line.getField("kind")),
                        line.getField("parent").isEmpty() ? null : line.getField("parent"),
                        line.getField("korean"),
                        line.getField("english"),
                        line.getField("label")))
                .toList());
    }
}
