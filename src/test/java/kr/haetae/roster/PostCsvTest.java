package kr.haetae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kr.haetae.roster.PostImport.Acceptance;
import kr.haetae.roster.PostImport.Read;
import kr.haetae.roster.PostImport.RefusalCode;
import kr.haetae.roster.PostImport.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostCsvTest {
    private static final String ONE = "name,province,district\n가동제1투표소,서울,강동구\n";

    @Test
    void readsTheListOfEarlyVotingPlaces() throws IOException {
        Read read = read(fixture("early_voting.csv"));
        assertThat(read.errors()).isEmpty();
        assertThat(read.posts()).hasSize(7).allMatch(post -> post.kind() == PostKind.EARLY_VOTING_PLACE);
        assertThat(read.mapped()).isEqualTo(6);
        assertThat(read.ambiguous()).isEqualTo(1);
        assertThat(read.unmapped()).isZero();
        assertThat(read.waiting()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(3);
            assertThat(line.post().name()).isEqualTo("종로1·2·3·4가동사전투표소");
        });
        assertThat(read.posts().get(4).district()).isEqualTo("화성시");
        assertThat(read.ignoredColumns()).contains("투표소명２", "시도&구시군＆투표소명２");
    }

    @Test
    void readsTheShapeOfTheOpenApi() throws IOException {
        Read read = read(fixture("nec_api.csv"));
        assertThat(read.errors()).isEmpty();
        assertThat(read.posts()).hasSize(3).allMatch(post -> post.kind() == PostKind.POLLING_PLACE);
        PostRow second = read.posts().get(1);
        assertThat(second.place()).isEqualTo("시험학교 강당(3층, 체육관 <가>)");
        assertThat(second.province()).isEqualTo("서울");
        assertThat(second.floor()).isEqualTo("3층이상");
        assertThat(read.ignoredColumns()).containsExactly("num", "sgId");
    }

    @Test
    void readsItsOwnTemplate() throws IOException {
        Read read = read(fixture("template.csv"));
        assertThat(read.errors()).isEmpty();
        assertThat(read.posts()).extracting(PostRow::kind).containsExactly(
                PostKind.POLLING_PLACE, PostKind.COUNTING_CENTRE, PostKind.BALLOT_STORAGE,
                PostKind.PROTECTION_DETAIL, PostKind.EARLY_VOTING_PLACE, PostKind.ELECTION_COMMISSION);
        assertThat(read.posts().getFirst().latitude()).isEqualTo(37.585);
        assertThat(read.posts().get(1).district()).isEqualTo("세종시");
        assertThat(read.posts().get(4).jurisdiction()).isEqualTo(new Jurisdiction.Mapped("incheon-airport", "incheon"));
        assertThat(read.posts().get(5).jurisdiction()).isEqualTo(new Jurisdiction.Unmapped("seoul"));
        assertThat(read.unmapped()).isEqualTo(1);
    }

    @Test
    void refusesOtherListsWithTheColumnsItMisses() throws IOException {
        assertThat(PostCsv.read(fixture("not_posts.tsv"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.NOT_A_LIST_OF_POSTS);
            assertThat(refused.reason()).contains("name, province, district").contains("adm_nm, adm_cd");
        });
        assertRefused("region,kind,name,address,url\nseoul,station,서울강남경찰서,a,b\n", RefusalCode.NOT_A_LIST_OF_POSTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-windows-949", "EUC-KR"})
    void givesTheSamePostsInEveryEncoding(String encoding) throws IOException {
        String text = new String(fixture("nec_api.csv"), StandardCharsets.UTF_8);
        Read read = read(text.getBytes(Charset.forName(encoding)));
        assertThat(read.posts()).isEqualTo(read(fixture("nec_api.csv")).posts());
        assertThat(read.encoding().name()).isEqualTo(encoding.equals("UTF-8") ? "UTF-8" : "x-windows-949");
    }

    @Test
    void takesAByteOrderMarkForWhatItIs() {
        assertThat(read("\uFEFF" + ONE).posts()).isEqualTo(read(ONE).posts());
        assertThat(read("\uFEFF\"name\",province,district\n가동제1투표소,서울,강동구\n").posts()).isEqualTo(read(ONE).posts());
    }

    @Test
    void readsACharacterThatOnlyCp949Has() {
        Read read = read("name,province,district\n믜똠동투표소,서울,강동구\n".getBytes(CsvText.CP949));
        assertThat(read.posts()).extracting(PostRow::name).containsExactly("믜똠동투표소");
    }

    @Test
    void refusesWhatIsNeitherEncoding() {
        assertThat(PostCsv.read(ONE.getBytes(StandardCharsets.UTF_16))).isInstanceOf(Refused.class);
        assertThat(PostCsv.read(new byte[]{'n', (byte) 0xFF, (byte) 0xFE, '\n'}))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.UNKNOWN_ENCODING));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void findsTheSeparator(String separator) {
        assertThat(read(ONE.replace(",", separator)).posts()).isEqualTo(read(ONE).posts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesAnyLineEndWithOrWithoutTheLast(String end) {
        assertThat(read(ONE.replace("\n", end)).posts()).isEqualTo(read(ONE).posts());
        assertThat(read(ONE.strip().replace("\n", end)).posts()).isEqualTo(read(ONE).posts());
        assertThat(read(ONE.replace("\n", end) + end + ",," + end).posts()).isEqualTo(read(ONE).posts());
    }

    @Test
    void takesHeadersInKoreanInAnyOrderAndCase() {
        Read read = read("시군구,위도,경도,시도,투표소명,SomethingElse\n강동구,37.5,127.1,서울특별시,가동제1투표소,x\n");
        assertThat(read.posts().getFirst().id()).isEqualTo(read(ONE).posts().getFirst().id());
        assertThat(read.ignoredColumns()).containsExactly("SomethingElse");
        assertThat(read("NAME,Province, district \n가동제1투표소,서울,강동구\n").posts()).hasSize(1);
    }

    @Test
    void findsTheDongInTheNameWhereNoColumnTellsIt() {
        Read read = read("name,province,district\n개포4동제4투,서울,강남구\n논현1동 제2투표소,서울,강남구\n이상한투표소,서울,강남구\n");
        assertThat(read.posts().get(0).jurisdiction()).isEqualTo(new Jurisdiction.Mapped("seoul-suseo", "seoul"));
        assertThat(read.posts().get(1).jurisdiction()).isEqualTo(new Jurisdiction.Mapped("seoul-gangnam", "seoul"));
        assertThat(read.posts().get(2).jurisdiction()).isInstanceOf(Jurisdiction.Ambiguous.class);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        assertThat(PostCsv.read(fixture("early_voting.csv"))).isEqualTo(PostCsv.read(fixture("early_voting.csv")));
        assertThat(read(ONE).posts().getFirst().id()).hasToString("6075ac18-7bfc-50fd-b03e-db0d7dc775ff");
    }

    @Test
    void leavesTheChoiceToTheCaller() {
        Read read = read(ONE + ",서울,강동구\n");
        assertThat(read.errors()).hasSize(1);
        assertThat(read.accepted(Acceptance.VALID_ROWS)).hasSize(1);
        assertThat(read.accepted(Acceptance.ALL_OR_NOTHING)).isEmpty();
        assertThat(read(ONE).accepted(Acceptance.ALL_OR_NOTHING)).hasSize(1);
        assertThat(read("name,province,district\n").accepted(Acceptance.ALL_OR_NOTHING)).isEmpty();
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        assertRefused("", RefusalCode.EMPTY_FILE);
        assertRefused("\uFEFF \n\n", RefusalCode.EMPTY_FILE);
        assertRefused(ONE + "\"나동제1투표소,서울,강동구\n다동제1투표소,서울,강동구\n", RefusalCode.MALFORMED_CSV);
        assertRefused("\"name,province,district\n가동제1투표소,서울,강동구\n", RefusalCode.MALFORMED_CSV);
        assertRefused(ONE + "\"나동\"제1투표소,서울,강동구\n", RefusalCode.MALFORMED_CSV);
        assertRefused("name,psName,province,district\na,b,서울,강동구\n", RefusalCode.COLUMN_TWICE);
        assertThat(((Refused) PostCsv.read((ONE + "\"나동").getBytes(StandardCharsets.UTF_8))).reason())
                .contains("line 3");
    }

    @Test
    void bounds() {
        assertThat(PostCsv.read(new byte[PostCsv.MAX_BYTES + 1])).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.FILE_TOO_LARGE));
        String rows = "가,서울,강동구\n".repeat(PostCsv.MAX_ROWS);
        assertThat(read("name,province,district\n" + rows).errors()).hasSize(PostCsv.MAX_ROWS - 1);
        assertRefused("name,province,district\n" + rows + "나,서울,강동구\n", RefusalCode.TOO_MANY_ROWS);
    }

    static Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Read read(byte[] bytes) {
        PostImport result = PostCsv.read(bytes);
        assertThat(result).isInstanceOf(Read.class);
        return (Read) result;
    }

    private static void assertRefused(String text, RefusalCode code) {
        assertThat(PostCsv.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static byte[] fixture(String name) throws IOException {
        try (InputStream in = PostCsvTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
