package kr.haetae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import kr.haetae.roster.PostImport.Read;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PostCsvPropertyTest {
    private static final String HEADER = "kind,name,province,district,dong,address,station,lat,lon\n";

    @Property(tries = 500)
    void answersAnyBytes(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(PostCsv.read(bytes)).isEqualTo(PostCsv.read(bytes));
    }

    @Property(tries = 500)
    void everyLineIsAPostOrHasAnErrorAndTheSecondReadingIsTheFirst(@ForAll("lines") List<String> lines) {
        byte[] bytes = (HEADER + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
        if (PostCsv.read(bytes) instanceof Read read) {
            long wrong = read.errors().stream().map(PostImport.LineError::number).distinct().count();
            long written = lines.stream().filter(line -> !line.replace(",", "").isBlank()).count();
            assertThat(read.lines().size() + wrong).isEqualTo(written);
            assertThat(read.mapped() + read.ambiguous() + read.unmapped()).isEqualTo(read.lines().size());
            assertThat(read.posts()).extracting(PostRow::id).doesNotHaveDuplicates();
            assertThat(PostCsv.read(bytes)).isEqualTo(read);
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> cell = Arbitraries.of(
                "", " ", "투표소", "가동제1투", "가동 제1투표소", "서울", "경기도", "강남구", "고성군", "수서동", "37.5", "127",
                "seoul-suseo", "(수서동)", "\u0000", "<가>", "x".repeat(400));
        return cell.list().ofMinSize(0).ofMaxSize(10)
                .map(cells -> cells.stream().collect(Collectors.joining(",")))
                .list()
                .ofMaxSize(8);
    }
}
