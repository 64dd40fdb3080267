package kr.haetae.roster;

import java.util.List;

/** A column of a list of routes of ballot boxes. */
enum RouteColumn implements ListColumn {
    NUMBER(40, "number", "route", "노선번호", "노선", "회송번호", "번호"),
    KIND(30, "kind", "transportKind", "구분", "회송구분", "종류"),
    /** An id, or kind/province/district/name; so is {@link #TO}. */
    FROM(300, "from", "출발", "출발지"),
    TO(300, "to", "도착", "도착지", "개표소"),
    TO_NAME(100, "toName", "도착지명"),
    DATE(10, "date", "일자", "날짜"),
    DEPARTS(40, "departsAt", "출발시각", "출발시간"),
    ARRIVES(40, "arrivesAt", "도착시각", "도착시간", "도착예정"),
    /** Separated by {@code >}, in their order. */
    CHECKPOINTS(2_200, "checkpoints", "경유지", "경유"),
    /** Separated by semicolons. */
    BOXES(900, "boxes", "투표함", "투표함번호");

    static final Columns<RouteColumn> ALL = Columns.of(RouteColumn.class,
            List.of(NUMBER, KIND, FROM, DEPARTS, ARRIVES), "routes", PostImport.RefusalCode.NOT_A_LIST_OF_ROUTES);

    private final int maxLength;
    /** Separated by bars: a field of an enum is immutable. */
    private final String headers;

    RouteColumn(int maxLength, String... headers) {
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
