package kr.haetae.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is the same after it was cut into frames, and no frame is longer than clients take. */
class WireTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 131_070, 200_000})
    void aMessageSurvives(int length) {
        String text = "x".repeat(length);

        Wire wire = Wire.of(text);

        assertThat(wire.text()).isEqualTo(text);
        assertThat(wire.size()).isEqualTo(length);
        int frames = Math.max(1, (length + Wire.LONGEST_FRAME - 1) / Wire.LONGEST_FRAME);
        assertThat(wire.bytes().length - length).isBetween(2 * frames, 4 * frames);
        assertThat(wire.bytes()[0]).isEqualTo((byte) (frames == 1 ? 0x81 : 0x01));
    }
}
