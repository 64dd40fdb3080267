package kr.haetae.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, 3_000_001})
    void whatComesOutIsWhatWentIn(int size) throws IOException {
        byte[] bytes = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ("{\"kind\":\"watch\"}".charAt(i % 16) + (random.nextInt(8) == 0 ? 1 : 0));
        }

        byte[] small = Gzip.of(bytes).getBytes();

        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(small))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(small.length).isLessThanOrEqualTo(size / 2 + 64);
    }

    @ParameterizedTest
    @ValueSource(ints = {500_000, 2_000_000})
    void noiseToo(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Gzip.of(bytes).getBytes()))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }
}
