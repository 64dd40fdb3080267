package kr.haetae.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.ForceKind;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.force.ForceId;

/** How many people of a kind a unit has. Numbers are ours: a station grows with its posts, all together about 130,000. */
record Force(UnitCode unit, ForceKind kind, String name, int strength, int onLeave, int training, int detached) {
    private static final int MOBILE_UNIT = 70;
    private static final int MOBILE_PATROL = 60;
    private static final int STRIKE_RESERVE = 12;

    int available() {
        return strength - onLeave - training - detached;
    }

    /** The forces of every station and agency, in the tree's order. */
    static List<Force> of(Scenario scenario, Country country) {
        java.util.Map<UnitCode, Long> posts = new java.util.HashMap<>();
        country.posts().stream().map(PlacedPost::unit).forEach(unit -> posts.merge(unit, 1L, Long::sum));
        List<Force> forces = new ArrayList<>();
        for (PlacedUnit unit : country.units()) {
            Chance chance = scenario.chance(scenario.id(unit.code().value()), "forces");
            if (unit.kind() == UnitKind.STATION) {
                station(forces, unit.code(), 120 + 5 * posts.getOrDefault(unit.code(), 0L).intValue(), chance);
            } else if (unit.kind() == UnitKind.AGENCY) {
                agency(forces, unit.code(), chance);
            }
        }
        return forces;
    }

    private static void station(List<Force> forces, UnitCode unit, int strength, Chance chance) {
        forces.add(ofStation(unit, ForceKind.STATION_OFFICERS, strength * 30 / 100, chance));
        forces.add(ofStation(unit, ForceKind.PRECINCT_PATROL, strength * 48 / 100, chance));
        forces.add(ofStation(unit, ForceKind.CRIMINAL_INVESTIGATION, strength * 13 / 100, chance));
        forces.add(ofStation(unit, ForceKind.TRAFFIC, strength * 9 / 100, chance));
        forces.add(new Force(unit, ForceKind.STRIKE_RESERVE, name(ForceKind.STRIKE_RESERVE), STRIKE_RESERVE, 0, 0, 0));
    }

    private static Force ofStation(UnitCode unit, ForceKind kind, int strength, Chance chance) {
        return force(unit, kind, name(kind), strength, chance);
    }

    /** The id of a station's only force of a kind. */
    static UUID ofStation(UnitCode unit, ForceKind kind) {
        return ForceId.of(unit, kind, name(kind));
    }

    /** What a station calls its only force of a kind. */
    static String name(ForceKind kind) {
        return switch (kind) {
            case STATION_OFFICERS -> "경찰서 근무자";
            case PRECINCT_PATROL -> "지구대·파출소";
            case CRIMINAL_INVESTIGATION -> "형사";
            case TRAFFIC -> "교통";
            case STRIKE_RESERVE -> "타격대";
            case MOBILE_UNIT, MOBILE_PATROL, CYBER, PROTECTION_DETAIL ->
                throw new IllegalArgumentException("an agency's, not a station's: " + kind);
        };
    }

    private static void agency(List<Force> forces, UnitCode unit, Chance chance) {
        int units = chance.from(3, 8);
        for (int i = 1; i <= units; i++) {
            forces.add(force(unit, ForceKind.MOBILE_UNIT, "제" + i + "기동대", MOBILE_UNIT, chance));
        }
        forces.add(force(unit, ForceKind.MOBILE_PATROL, "기동순찰대", MOBILE_PATROL, chance));
        forces.add(force(unit, ForceKind.CYBER, "사이버수사대", chance.from(20, 60), chance));
        forces.add(force(unit, ForceKind.PROTECTION_DETAIL, "신변보호대", chance.from(10, 30), chance));
    }

    private static Force force(UnitCode unit, ForceKind kind, String name, int strength, Chance chance) {
        return new Force(unit, kind, name, strength, strength * chance.from(2, 7) / 100,
                strength * chance.from(0, 2) / 100, strength * chance.from(1, 3) / 100);
    }

    /** As the product names forces. */
    UUID id() {
        return ForceId.of(unit, kind, name);
    }
}
