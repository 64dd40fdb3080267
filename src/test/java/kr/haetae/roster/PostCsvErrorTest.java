package kr.haetae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import kr.haetae.roster.PostImport.ErrorCode;
import kr.haetae.roster.PostImport.LineError;
import kr.haetae.roster.PostImport.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostCsvErrorTest {
    private static final String HEADER = "kind,name,province,district,dong,place,address,floor,station,lat,lon\n";
    private static final String GOOD = "투표소,나동제1투표소,서울,강동구,,,,,,,\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "VALUE_MISSING     | name     | 투표소,,서울,강동구,,,,,,,",
        "VALUE_MISSING     | kind     | ,가동제1투표소,서울,강동구,,,,,,,",
        "VALUE_MISSING     | province | 투표소,가동제1투표소,,강동구,,,,,,,",
        "VALUE_MISSING     | district | 투표소,가동제1투표소,서울,,,,,,,,",
        "UNKNOWN_KIND      | kind     | 찻집,가동제1투표소,서울,강동구,,,,,,,",
        "UNKNOWN_PROVINCE  | province | 투표소,가동제1투표소,함경도,강동구,,,,,,,",
        "UNKNOWN_STATION   | station  | 투표소,가동제1투표소,서울,강동구,,,,,없는경찰서,,",
        "UNKNOWN_STATION   | station  | 투표소,가동제1투표소,서울,강동구,,,,,seoul,,",
        "STATION_ELSEWHERE | station  | 투표소,가동제1투표소,서울,강동구,,,,,busan-jungbu,,",
        "STATION_ELSEWHERE | station  | 투표소,가동제1투표소,서울,강동구,,,,,고성경찰서,,",
        "NOT_A_NUMBER      | lat      | 투표소,가동제1투표소,서울,강동구,,,,,,북위,127.1",
        "NOT_A_NUMBER      | lat      | 투표소,가동제1투표소,서울,강동구,,,,,,NaN,127.1",
        "POSITION_INCOMPLETE | lon    | 투표소,가동제1투표소,서울,강동구,,,,,,37.5,",
        "POSITION_INCOMPLETE | lat    | 투표소,가동제1투표소,서울,강동구,,,,,,,127.1",
        "POSITION_OFF_EARTH | lat     | 투표소,가동제1투표소,서울,강동구,,,,,,127.1,37.5",
        "POSITION_OUTSIDE_KOREA | lat | 투표소,가동제1투표소,서울,강동구,,,,,,35.68,139.76",
        "POSITION_OUTSIDE_KOREA | lat | 투표소,가동제1투표소,서울,강동구,,,,,,0,0",
        "FIELD_COUNT       |          | 투표소,가동제1투표소,서울,강동구",
        "FIELD_COUNT       |          | 투표소,가동제1투표소,서울,강동구,,학교(1층, 강당),,,,,,",
    })
    void reportsTheLineTheColumnAndTheReason(ErrorCode code, String column, String line) {
        Read read = PostCsvTest.read(HEADER + GOOD + line + "\n" + GOOD.replace("나", "다"));
        assertThat(read.errors()).singleElement().satisfies(error -> {
            assertThat(error.number()).isEqualTo(3);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.reason()).isNotBlank();
        });
        assertThat(read.lines()).extracting(PostImport.Line::number).containsExactly(2L, 4L);
    }

    @Test
    void refusesTextThatIsTooLong() {
        only(ErrorCode.VALUE_TOO_LONG, "투표소," + "가".repeat(101) + ",서울,강동구,,,,,,,\n");
        only(ErrorCode.VALUE_TOO_LONG, "투표소,가,서울,강동구,,,%s,,,,\n".formatted("나".repeat(301)));
        assertThat(PostCsvTest.read(HEADER + "투표소," + "가".repeat(100) + ",서울,강동구,,,,,,,\n").errors()).isEmpty();
    }

    @Test
    void refusesControlAndInvisibleCharacters() {
        only(ErrorCode.CONTROL_CHARACTER, "투표소,가\u0000동,서울,강동구,,,,,,,\n");
        only(ErrorCode.CONTROL_CHARACTER, "투표소,가동,서울,강동구,,\"학교\n강당\",,,,,\n");
        only(ErrorCode.CONTROL_CHARACTER, "투표소,가동\u202E,서울,강동구,,,,,,,\n");
    }

    @Test
    void refusesThePostThatStoodBefore() {
        LineError error = only(ErrorCode.DUPLICATE_POST, "투표소,나동 1투,서울특별시,강동구,,,,,,,\n");
        assertThat(error.reason()).contains("line 2");
    }

    @Test
    void reportsAllThatIsWrongInALine() {
        Read read = PostCsvTest.read(HEADER + "찻집,,함경도,,,,,,,127,37\n");
        assertThat(read.errors()).extracting(LineError::code).containsExactlyInAnyOrder(
                ErrorCode.UNKNOWN_KIND, ErrorCode.VALUE_MISSING, ErrorCode.UNKNOWN_PROVINCE,
                ErrorCode.VALUE_MISSING, ErrorCode.POSITION_OFF_EARTH);
    }

    @Test
    void forgivesCellsThatASpreadsheetLeftBehindTheLastColumn() {
        assertThat(PostCsvTest.read(HEADER + "투표소,가동,서울,강동구,,,,,,,,,가동\n").errors()).isEmpty();
        only(ErrorCode.FIELD_COUNT, "투표소,가동,서울,강동구,,,,,,,,,다른것\n");
    }

    @Test
    void namesTheColumnAsTheFileDoes() {
        Read read = PostCsvTest.read("사전투표소명,시도,구시군명\n가동사전투표소,함경도,강동구\n");
        assertThat(read.errors()).singleElement().extracting(LineError::column).isEqualTo("시도");
    }

    private static LineError only(ErrorCode code, String line) {
        Read read = PostCsvTest.read(HEADER + GOOD + line);
        assertThat(read.errors()).extracting(LineError::code).containsExactly(code);
        assertThat(read.lines()).hasSize(1);
        return read.errors().getFirst();
    }
}
