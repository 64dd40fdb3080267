package kr.haetae.roster;

import java.util.List;

/** A column of a list of deployments. */
enum DeploymentColumn implements ListColumn {
    UNIT(60, "unit", "소속", "관서", "관서명", "경찰서"),
    FORCE(100, "force", "경력", "부대명", "경력명"),
    FORCE_KIND(30, "forceKind", "경력구분"),
    /** Ids, or kind/province/district/name, in the order of the round, separated by {@code >}. */
    POSTS(6_000, "posts", "post", "근무지", "순찰경로", "연계순찰"),
    KIND(20, "kind", "구분", "종류", "근무지구분"),
    PROVINCE(20, "province", "sdName", "시도", "시도명"),
    DISTRICT(40, "district", "wiwName", "구시군명", "구시군", "시군구", "시군구명"),
    NAME(100, "name", "psName", "투표소명", "사전투표소명", "개표소명", "근무지명", "명칭"),
    PLANNED(10, "planned", "계획인원", "인원", "계획"),
    DATE(10, "date", "일자", "근무일", "날짜"),
    FROM(40, "from", "시작", "시작시각", "시작시간"),
    UNTIL(40, "until", "종료", "종료시각", "종료시간");

    static final Columns<DeploymentColumn> ALL = Columns.of(DeploymentColumn.class,
            List.of(UNIT, PLANNED, FROM, UNTIL), "deployments", PostImport.RefusalCode.NOT_A_LIST_OF_DEPLOYMENTS);

    private final int maxLength;
    /** Separated by bars: a field of an enum is immutable. */
    private final String headers;

    DeploymentColumn(int maxLength, String... headers) {
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
