package kr.haetae.roster;

import java.util.List;
import java.util.Objects;
import kr.haetae.event.Jurisdiction;
import kr.haetae.event.PlacedPost;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Position;
import kr.haetae.event.PostKind;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import org.jspecify.annotations.Nullable;

/** From the roster's rows to what events hold. A post without a station goes to its agency, else to headquarters, to be assigned. */
public final class Placement {
    private Placement() {}

    public static PlacedUnit of(Unit unit) {
        @Nullable
        UnitCode parent = unit.parent() == null ? null : new UnitCode(unit.parent());
        return new PlacedUnit(new UnitCode(unit.code()), level(unit.kind()), parent, unit.korean(),
                unit.english(), unit.label());
    }

    public static List<PlacedUnit> ofTree(CommandTree tree) {
        return tree.units().stream().map(Placement::of).toList();
    }

    public static PlacedPost of(PostRow row) {
        return switch (row.jurisdiction()) {
            case kr.haetae.roster.Jurisdiction.Mapped mapped ->
                of(row, new UnitCode(mapped.station()), Jurisdiction.MAPPED, List.of());
            case kr.haetae.roster.Jurisdiction.Ambiguous ambiguous ->
                of(row, agency(ambiguous.agency()), Jurisdiction.AMBIGUOUS, ambiguous.candidates());
            case kr.haetae.roster.Jurisdiction.Unmapped unmapped ->
                of(row, agency(unmapped.agency()), Jurisdiction.UNMAPPED, List.of());
        };
    }

    private static PlacedPost of(PostRow row, UnitCode unit, Jurisdiction jurisdiction, List<String> candidates) {
        return new PlacedPost(row.id(), PostKind.valueOf(row.kind().name()), row.name(), unit, jurisdiction,
                candidates.stream().map(UnitCode::new).toList(), row.province(), row.district(), row.dong(),
                row.place(),
                row.address(), row.floor(), position(row));
    }

    /** A detachment stands on the level of a station. */
    private static UnitKind level(kr.haetae.roster.UnitKind kind) {
        return switch (kind) {
            case HQ -> UnitKind.HQ;
            case AGENCY -> UnitKind.AGENCY;
            case STATION, DETACHMENT -> UnitKind.STATION;
        };
    }

    private static @Nullable Position position(PostRow row) {
        return row.latitude() == null
                ? null
                : new Position(row.latitude(), Objects.requireNonNull(row.longitude()));
    }

    private static UnitCode agency(@Nullable String agency) {
        return agency == null ? UnitCode.HEADQUARTERS : new UnitCode(agency);
    }
}
