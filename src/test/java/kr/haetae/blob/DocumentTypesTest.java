package kr.haetae.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.stream.MemoryCacheImageInputStream;
import kr.haetae.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTypesTest {
    @Test
    void whatPoliceSendEachOtherIsTaken() {
        assertThat(type(Documents.pdf("지시"))).contains(FileType.PDF);
        assertThat(type(Documents.hwpx("application/hwp+zip"))).contains(FileType.HWPX);
        assertThat(type(Documents.hwp(5))).contains(FileType.HWP);
    }

    @Test
    void hangulsHeadIsFoundWhereverTheDirectoryLies() {
        byte[] head = Arrays.copyOf("HWP Document File".getBytes(StandardCharsets.US_ASCII), 256);
        head[35] = 5;
        for (int gap : new int[]{0, 1, 40, 100}) {
            assertThat(type(Documents.compound("FileHeader", head, gap))).contains(FileType.HWP);
        }
    }

    @Test
    void otherContainersAreNot() {
        byte[] words = Arrays.copyOf("HWP Document File".getBytes(StandardCharsets.US_ASCII), 256);
        words[35] = 5;
        assertThat(type(Documents.compound("WordDocument", words, 1))).as("another program's document").isEmpty();
        assertThat(type(Documents.compound("FileHeader", new byte[256], 1))).as("an empty head").isEmpty();
        assertThat(type(Documents.compound("FileHeader", Arrays.copyOf(words, 20), 1))).as("a short head").isEmpty();
        assertThat(type(Documents.hwp(3))).as("a version that nobody knows").isEmpty();
        assertThat(type(Documents.hwpx("application/epub+zip"))).as("another archive").isEmpty();
        assertThat(type(Documents.hwpx("application/hwp+zipper"))).as("a longer type").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script>%PDF-1.7", "\n%PDF-1.7", "GIF89a%PDF-1.7", "MZ%PDF-1.7",
        "PK\3\4%PDF-1.7", "HWP Document File V3.00 \u001a\1\2\3\4\5", "application/hwp+zip",
        "PK\3\4mimetypeapplication/hwp+zip", "%!PS-Adobe-3.0 %PDF-1.7"})
    void whatOnlyHoldsADocumentsWordsIsNone(String head) {
        assertThat(type(Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 600))).isEmpty();
    }

    @Test
    void aForgedCompoundFileEndsInNothingWorse() {
        byte[] good = Documents.hwp(5);
        Random random = new Random(20_260_603);
        for (int round = 0; round < 20_000; round++) {
            byte[] forged = good.clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                forged[8 + random.nextInt(forged.length - 8)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(forged, 8 + random.nextInt(forged.length - 8)) : forged;
            assertThatCode(() -> TypeDetector.compound(stream(cut))).as("round " + round).doesNotThrowAnyException();
        }
    }

    @Test
    void aDirectoryThatGoesInCirclesEnds() {
        byte[] circle = Documents.hwp(5);
        Arrays.fill(circle, 512, 1_024, (byte) 0);
        circle[512 + 4 * 4] = 4;

        assertThatCode(() -> TypeDetector.compound(stream(circle))).doesNotThrowAnyException();
    }

    @Test
    void aSavedFileIsCalledAsItIs() {
        assertThat(FileType.HWP.names("명령.HWP")).isTrue();
        assertThat(FileType.HWPX.names("명령.hwpx.exe")).isFalse();
        assertThat(FileType.JPEG.names("사진.jpeg")).isTrue();
        assertThat(FileType.PDF.names("pdf")).isFalse();
    }

    private static Optional<FileType> type(byte[] file) {
        try {
            return TypeDetector.isCompound(file) ? TypeDetector.compound(stream(file)) : TypeDetector.detect(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MemoryCacheImageInputStream stream(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }
}
