package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 100, 206",
        "bytes=10-10, 10, 11, 206",
        "bytes=900-, 900, 1000, 206",
        "bytes=900-5000, 900, 1000, 206",
        "bytes=-1, 999, 1000, 206",
        "bytes=-5000, 0, 1000, 206",
        "bytes=20-10, 0, 1000, 200",
        "'bytes=0-1,5-6', 0, 1000, 200",
        "bytes=-, 0, 1000, 200",
        "lines=1-2, 0, 1000, 200"
    })
    void whatIsAnswered(String header, long from, long to, int status) {
        ByteRange range = ByteRange.of(Optional.of(header), 1_000);

        assertThat(range.from()).isEqualTo(from);
        assertThat(range.to()).isEqualTo(to);
        assertThat(range.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void whatBeginsAfterTheEnd(String header) {
        assertThatThrownBy(() -> ByteRange.of(Optional.of(header), 1_000)).isInstanceOfSatisfying(
                ProblemException.class, refused -> assertThat(refused.problem().status()).isEqualTo(416));
    }

    @Test
    void noneAtAllIsTheWhole() {
        assertThat(ByteRange.of(Optional.empty(), 7).headers(7)).containsEntry("Content-Length", "7").hasSize(1);
    }
}
