package kr.haetae.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTreeTest {
    private final CommandTree tree = CommandTree.shipped();

    @Test
    void hasTheUnitsOfTheLocalElectionsOf2026() {
        assertThat(tree.units(UnitKind.HQ)).singleElement().extracting(Unit::label).isEqualTo("본청");
        assertThat(tree.units(UnitKind.AGENCY)).hasSize(18);
        assertThat(tree.units(UnitKind.STATION)).hasSize(261);
        assertThat(tree.units(UnitKind.DETACHMENT)).extracting(Unit::korean).containsExactly("인천국제공항경찰단");
        assertThat(tree.units().getFirst().kind()).isEqualTo(UnitKind.HQ);
    }

    @Test
    void givesEveryUnitAUniqueCodeLabelAndEnglishName() {
        assertThat(tree.units()).extracting(Unit::code).doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9-]{2,40}"));
        assertThat(tree.units()).extracting(Unit::label).doesNotHaveDuplicates();
        assertThat(tree.units()).extracting(Unit::english).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Za-z ]+"));
    }

    @Test
    void putsAgenciesUnderHeadquartersAndStationsUnderAgencies() {
        assertThat(tree.children("npa")).hasSize(18).allMatch(unit -> unit.kind() == UnitKind.AGENCY);
        assertThat(tree.children("seoul")).hasSize(31);
        assertThat(tree.children("busan")).hasSize(16);
        assertThat(tree.units(UnitKind.STATION)).allMatch(unit -> tree.agencyOf(unit.code()).isPresent());
        assertThat(tree.agencyOf("gyeonggi-bukbu-paju")).map(Unit::label).contains("경기북부청");
        assertThat(tree.agencyOf("npa")).isEmpty();
        assertThat(tree.agencyOf("nobody")).isEmpty();
    }

    @Test
    void knowsTwoStationsOfOneName() {
        assertThat(tree.called("고성경찰서")).extracting(Unit::label).containsExactly("강원고성", "경남고성");
        assertThat(tree.called("경남고성")).extracting(Unit::code).containsExactly("gyeongnam-goseong");
        assertThat(tree.called("Seoul Gangnam Police Station")).extracting(Unit::label).containsExactly("서울강남");
        assertThat(tree.called("seoul")).extracting(Unit::label).containsExactly("서울청");
        assertThat(tree.called("없는경찰서")).isEmpty();
    }

    @Test
    void isUpToDate() {
        assertThat(tree.unit("gangwon")).map(Unit::korean).contains("강원특별자치도경찰청");
        assertThat(tree.unit("jeonbuk")).map(Unit::korean).contains("전북특별자치도경찰청");
        assertThat(tree.unit("daegu-gunwi")).map(Unit::korean).contains("대구군위경찰서");
        assertThat(tree.called("부산수영경찰서")).hasSize(1);
        assertThat(tree.called("수원팔달경찰서")).hasSize(1);
    }

    @Test
    void refusesATreeThatIsNone() {
        Unit root = new Unit("npa", UnitKind.HQ, null, "경찰청", "HQ", "본청");
        Unit seoul = new Unit("seoul", UnitKind.AGENCY, "npa", "서울청", "Seoul", "서울청");
        refused("unit code used twice", root, seoul, new Unit("seoul", UnitKind.AGENCY, "npa", "a", "b", "c"));
        refused("label used twice", root, seoul, new Unit("busan", UnitKind.AGENCY, "npa", "a", "b", "서울청"));
        refused("English name used twice", root, seoul, new Unit("busan", UnitKind.AGENCY, "npa", "a", "Seoul", "c"));
        refused("unknown superior", root, new Unit("busan-jin", UnitKind.STATION, "busan", "a", "b", "c"));
        refused("exactly the first unit has no superior", root, new Unit("two", UnitKind.HQ, null, "a", "b", "c"));
        refused("malformed unit code", new Unit("N P A", UnitKind.HQ, null, "a", "b", "c"));
    }

    private static void refused(String reason, Unit... units) {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandTree.of(List.of(units)))
                .withMessageContaining(reason);
    }
}
