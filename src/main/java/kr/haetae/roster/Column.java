package kr.haetae.roster;

import java.util.List;

/** A column of a list of posts, with the headers that mean it: ours first, then the election commission's. */
enum Column implements ListColumn {
    KIND(20, "kind", "구분", "종류"),
    NAME(100, "name", "psName", "투표소명", "사전투표소명", "개표소명", "근무지명", "명칭"),
    PROVINCE(20, "province", "sdName", "시도", "시도명"),
    DISTRICT(40, "district", "wiwName", "구시군명", "구시군", "시군구", "시군구명", "선관위명"),
    DONG(60, "dong", "emdName", "읍면동명", "읍면동"),
    PLACE(200, "place", "placeName", "장소", "장소명", "건물명", "설치장소"),
    ADDRESS(300, "address", "addr", "주소", "소재지"),
    FLOOR(60, "floor", "층", "층수"),
    STATION(40, "station", "관할경찰서", "경찰서"),
    LATITUDE(30, "lat", "latitude", "위도"),
    LONGITUDE(30, "lon", "lng", "longitude", "경도");

    static final Columns<Column> ALL = Columns.of(Column.class, List.of(NAME, PROVINCE, DISTRICT), "posts",
            PostImport.RefusalCode.NOT_A_LIST_OF_POSTS);

    /** Longest text in characters. Ours; the addresses seen in 2026 have under 80. */
    private final int maxLength;

    /** Separated by bars: a field of an enum is immutable. */
    private final String headers;

    Column(int maxLength, String... headers) {
        this.maxLength = maxLength;
        this.headers = String.join("|", headers);
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public List<String> headers() {
        return List.of(headers.split("\\|"));
    }
}
