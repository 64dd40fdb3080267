package kr.haetae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.haetae.roster.Jurisdiction.Ambiguous;
import kr.haetae.roster.Jurisdiction.Mapped;
import kr.haetae.roster.Jurisdiction.Unmapped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionsTest {
    private final Jurisdictions tables = Jurisdictions.shipped();
    private final CommandTree tree = CommandTree.shipped();

    @Test
    void namesOnlyUnitsOfTheTreeUnderTheAgencyOfTheProvince() {
        for (District district : tables.districts()) {
            for (Jurisdiction found : everywhere(district)) {
                for (String code : candidates(found)) {
                    assertThat(tree.unit(code)).as("%s %s", district, code).isPresent();
                    assertThat(tables.agencies(district.province())).contains(tree.agencyOf(code).orElseThrow().code());
                }
            }
        }
    }

    @Test
    void reachesEveryStationForSureButTheAirportPolice() {
        Set<String> reached = new HashSet<>();
        Set<String> possible = new HashSet<>();
        for (District district : tables.districts()) {
            for (Jurisdiction found : everywhere(district)) {
                possible.addAll(candidates(found));
                if (found instanceof Mapped mapped) {
                    reached.add(mapped.station());
                }
            }
        }
        assertThat(tree.units(UnitKind.STATION)).allMatch(station -> reached.contains(station.code()));
        assertThat(reached).doesNotContain("incheon-airport");
        assertThat(possible).contains("incheon-airport");
    }

    @Test
    void hasTheDistrictsAndDongOf2025() {
        assertThat(tables.districts().stream().filter(district -> !district.dongs().isEmpty())).hasSize(252);
        for (District district : tables.districts()) {
            assertThat(district.dongs()).as(district.name()).map(Spelling::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesInItsTableOnlyDongThatTheirDistrictHas() {
        for (var line : Table.shipped("districts.csv")) {
            District district = tables.district(line.getField("province"), line.getField("district")).orElseThrow();
            if (!line.getField("dong").isEmpty() && !district.dongs().isEmpty()) {
                assertThat(district.dongs()).contains(line.getField("dong"));
            }
            boolean sure = Table.words(line.getField("stations")).size() == 1;
            assertThat(line.getField("confidence")).isIn(sure ? List.of("H", "M") : List.of("-"));
            assertThat(line.getField("source")).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "서울특별시, 강남구, 신사동, seoul-gangnam",
        "서울, 강남구, 수서동, seoul-suseo",
        "서울, 성북구, 장위3동, seoul-jongam",
        "강원도, 고성군, , gangwon-goseong",
        "강원특별자치도, 양양군, , gangwon-sokcho",
        "경상남도, 고성군, , gyeongnam-goseong",
        "전라북도, 전주시 덕진구, 금암동, jeonbuk-jeonju-deokjin",
        "경북, 군위군, , daegu-gunwi",
        "대구, 군위군, 군위읍, daegu-gunwi",
        "인천광역시, 남구, , incheon-michuhol",
        "경기, 화성시갑, 봉담읍, gyeonggi-nambu-hwaseong-seobu",
        "경기, 화성시동탄구, , gyeonggi-nambu-hwaseong-dongtan",
        "경기도, 수원시 장안구, , gyeonggi-nambu-suwon-jangan",
        "세종특별자치시, 세종시, 조치원읍, sejong-bukbu",
        "세종, , 한솔동, sejong-nambu",
        "대구, 달서구, 두류1.2동, daegu-seongseo",
        "부산, 수영구, , busan-suyeong"
    })
    void findsTheStationInAnySpelling(String province, @Nullable String district, @Nullable String dong,
            String station) {
        assertThat(tables.of(province, district == null ? "" : district, dong, null))
                .isInstanceOfSatisfying(Mapped.class, mapped -> assertThat(mapped.station()).isEqualTo(station));
    }

    @Test
    void guessesNothingInASharedDistrict() {
        Ambiguous shared = new Ambiguous("seoul", List.of("seoul-gangnam", "seoul-suseo"));
        assertThat(tables.of("서울", "강남구", null, null)).isEqualTo(shared);
        assertThat(tables.of("서울", "강남구", "일원2동", null)).as("a dong of the past").isEqualTo(shared);
        assertThat(tables.of("서울", "강남구", "역삼2동", null)).as("a dong not verified").isEqualTo(shared);
    }

    @Test
    void doubtsAPlaceWhoseAddressLiesInTheNeighboursGround() {
        String inSuseo = "서울특별시 강남구 시험로 1 (수서동, 시험아파트)";
        assertThat(tables.of("서울", "강남구", "삼성1동", inSuseo)).isInstanceOf(Ambiguous.class);
        assertThat(tables.of("서울", "강남구", "삼성1동", "서울특별시 강남구 시험로 2 (삼성동)")).isInstanceOf(Mapped.class);
        assertThat(tables.of("서울", "강남구", "세곡동", "서울특별시 강남구 시험로 3 (자곡동)")).isInstanceOf(Mapped.class);
        assertThat(tables.of("서울", "광진구", "능동", "서울특별시 광진구 시험로 4 (군자동)")).isInstanceOf(Mapped.class);
    }

    @Test
    void tellsTheAgencyWhereItIsCertain() {
        assertThat(tables.of("부산", "없는구", null, null)).isEqualTo(new Unmapped("busan"));
        assertThat(tables.of("경기", "없는시", null, null)).isEqualTo(new Unmapped(null));
        assertThat(tables.of("함경도", "없는시", null, null)).isEqualTo(new Unmapped(null));
        assertThat(tables.of("경기", "가평군", null, null))
                .isEqualTo(new Mapped("gyeonggi-bukbu-gapyeong", "gyeonggi-bukbu"));
        assertThat(tables.of("경기", "고양시", null, null).agency()).isEqualTo("gyeonggi-bukbu");
        assertThat(tables.of("인천", "영종구", null, null)).isEqualTo(new Unmapped("incheon"));
    }

    private List<Jurisdiction> everywhere(District district) {
        List<Jurisdiction> found = new ArrayList<>();
        found.add(tables.of(district.province(), district.name(), null, null));
        district.dongs().forEach(dong -> found.add(tables.of(district.province(), district.name(), dong, null)));
        return found;
    }

    private static List<String> candidates(Jurisdiction found) {
        return switch (found) {
            case Mapped mapped -> List.of(mapped.station());
            case Ambiguous ambiguous -> ambiguous.candidates();
            case Unmapped unmapped -> List.of();
        };
    }
}
