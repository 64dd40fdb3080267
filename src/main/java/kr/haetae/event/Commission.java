package kr.haetae.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provincial election commission (시·도선거관리위원회). It stands beside the command tree: it commands nobody and sees what was shared with
 * it. Source: Election Commission Act §2(1) no. 2, one for each of the 17 provinces; the police have 18 agencies, because 경기도 has
 * two, so the table says which lie in whose province.
 *
 * @param code as accounts and shares name it
 * @param agencies the police of its province
 */
public record Commission(UnitCode code, String korean, String english, List<UnitCode> agencies) {
    /** In the order of the provinces. */
    public static final List<Commission> ALL = List.of(
            of("seoul", "서울특별시", "Seoul"),
            of("busan", "부산광역시", "Busan"),
            of("daegu", "대구광역시", "Daegu"),
            of("incheon", "인천광역시", "Incheon"),
            of("gwangju", "광주광역시", "Gwangju"),
            of("daejeon", "대전광역시", "Daejeon"),
            of("ulsan", "울산광역시", "Ulsan"),
            of("sejong", "세종특별자치시", "Sejong"),
            of("gyeonggi", "경기도", "Gyeonggi", "gyeonggi-nambu", "gyeonggi-bukbu"),
            of("gangwon", "강원특별자치도", "Gangwon"),
            of("chungbuk", "충청북도", "Chungbuk"),
            of("chungnam", "충청남도", "Chungnam"),
            of("jeonbuk", "전북특별자치도", "Jeonbuk"),
            of("jeonnam", "전라남도", "Jeonnam"),
            of("gyeongbuk", "경상북도", "Gyeongbuk"),
            of("gyeongnam", "경상남도", "Gyeongnam"),
            of("jeju", "제주특별자치도", "Jeju"));

    private static final Map<UnitCode, Commission> BY_CODE = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Commission::code, Function.identity()));

    private static final Map<UnitCode, Commission> BY_AGENCY = ALL.stream()
            .flatMap(it -> it.agencies().stream().map(agency -> Map.entry(agency, it)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    public Commission {
        agencies = List.copyOf(agencies);
    }

    private static Commission of(String province, String korean, String english, String... agencies) {
        return new Commission(new UnitCode("nec-" + province), korean + "선거관리위원회",
                english + " Election Commission",
                (agencies.length == 0 ? Stream.of(province) : Stream.of(agencies)).map(UnitCode::new).toList());
    }

    public static Optional<Commission> of(UnitCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The commission in whose province the agency lies; empty for whatever is no agency. */
    public static Optional<Commission> ofAgency(UnitCode agency) {
        return Optional.ofNullable(BY_AGENCY.get(agency));
    }
}
