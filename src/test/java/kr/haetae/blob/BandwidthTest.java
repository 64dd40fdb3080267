package kr.haetae.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BandwidthTest {
    private final AtomicLong now = new AtomicLong();
    private final Bandwidth bandwidth = new Bandwidth(1_000, now::get);

    @Test
    void everyoneWaitsForWhoCameBefore() {
        assertThat(bandwidth.reserve(500)).isZero();
        assertThat(bandwidth.reserve(250)).isEqualTo(500);
        assertThat(bandwidth.reserve(1)).isEqualTo(750);
    }

    @Test
    void whatWasNotUsedIsNotSavedUp() {
        bandwidth.reserve(500);
        now.set(TimeUnit.SECONDS.toNanos(100));

        assertThat(bandwidth.reserve(1_000)).isZero();
        assertThat(bandwidth.reserve(1)).isEqualTo(1_000);
    }
}
