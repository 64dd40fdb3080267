package kr.haetae.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeDetectorTest {
    private static final int LENGTH = 96;

    /** The first bytes, in hex, of what phones and messengers make; then zeros. */
    @ParameterizedTest
    @CsvSource({
        "JPEG, ffd8ffe1001045786966",
        "PNG, 89504e470d0a1a0a",
        "WEBP, 524946462400000057454250",
        "HEIC, 000000186674797068656963",
        "HEIF, 00000018667479706d696631",
        "MP4, 000000186674797069736f6d",
        "MP4, 00000018667479706d703432",
        "MP4, 000000186674797061766331",
        "MP4, 00000018667479704d345620",
        "QUICKTIME, 000000146674797071742020",
        "THREE_GP, 000000186674797033677034",
        "M4A, 00000018667479704d344120",
        "WEBM, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
        "MP3, 4944330300000000",
        "MP3, fffb9064",
        "OGG, 4f67675300020000000000000000010203040000000001020304011e01766f72626973",
        "OGG, 4f676753000200000000000000000102030400000000010203040113 4f70757348656164",
        "WAV, 524946462400000057415645666d7420"
    })
    void whatIsTaken(FileType type, String head) {
        assertThat(TypeDetector.detect(bytes(head))).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "a page, 3c68746d6c3e3c626f64793e3c7363726970743e",
        "a drawing that may hold scripts, 3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f737667223e",
        "a document behind a byte, 20255044462d312e34",
        "a program, 4d5a9000",
        "an archive, 504b0304",
        "Matroska but not WebM, 1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61",
        "AVIF, 000000186674797061766966",
        "nothing, 00"
    })
    void whatIsNot(String what, String head) {
        assertThat(TypeDetector.detect(bytes(head))).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"short", "x"})
    void aShortTextIsNoFilm(String text) {
        assertThat(TypeDetector.detect(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return Arrays.copyOf(HexFormat.of().parseHex(hex.replace(" ", "")), LENGTH);
    }
}
