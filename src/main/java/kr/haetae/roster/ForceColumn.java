package kr.haetae.roster;

import java.util.List;

/** A column of a list of forces. */
enum ForceColumn implements ListColumn {
    UNIT(60, "unit", "소속", "관서", "관서명", "경찰서"),
    KIND(30, "kind", "forceKind", "구분", "종류", "경력구분"),
    NAME(100, "name", "force", "부대명", "경력명", "명칭"),
    STRENGTH(10, "strength", "총원", "현원", "인원"),
    ON_LEAVE(10, "onLeave", "휴가"),
    TRAINING(10, "training", "교육", "교육훈련"),
    DETACHED(10, "detached", "파견");

    static final Columns<ForceColumn> ALL = Columns.of(ForceColumn.class, List.of(UNIT, KIND, NAME, STRENGTH),
            "forces", PostImport.RefusalCode.NOT_A_LIST_OF_FORCES);

    private final int maxLength;
    /** Separated by bars: a field of an enum is immutable. */
    private final String headers;

    ForceColumn(int maxLength, String... headers) {
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
