package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class CsvLineTest {
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    @Property
    void whatIsReadBackIsWhatWasWrittenAndNeverAFormula(
            @ForAll @NotEmpty @Size(max = 6) List<@Chars({'=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ' ', '가',
                'a', '＝', '\''}) String> cells) {
        List<String> read = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(CsvLine.of(cells)).stream()
                .findFirst()
                .orElseThrow().getFields();

        assertThat(read).hasSameSizeAs(cells);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean dangerous = !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0;
            assertThat(read.get(i)).isEqualTo(dangerous ? "'" + cell : cell);
        }
    }

    @Property(tries = 1)
    void timesAreKoreanAndOfTheWorld() {
        Instant time = Instant.parse("2026-06-02T15:00:01.114Z");

        assertThat(CsvLine.kst(time)).isEqualTo("2026-06-03 00:00:01");
        assertThat(CsvLine.iso(time)).isEqualTo("2026-06-02T15:00:01.114Z");
        assertThat(CsvLine.kst(null) + CsvLine.iso(null)).isEmpty();
    }
}
