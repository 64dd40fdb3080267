package kr.haetae.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowLaneTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong worked = new AtomicLong();
    private final SynchronousQueue<Long> rests = new SynchronousQueue<>();
    private final LinkedBlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private final SlowLane lane = new SlowLane(now::get, this::rest);
    private volatile boolean over;

    @AfterEach
    void close() throws InterruptedException {
        over = true;
        rests.poll();
        lane.close();
    }

    /** Lasts until the test has seen it, and takes as long by the lane's clock. */
    private void rest(long nanos) throws InterruptedException {
        if (!over) {
            rests.put(nanos);
            now.addAndGet(nanos);
        }
    }

    private Runnable work(int number, long millis) {
        return () -> {
            now.addAndGet(millis * MILLI);
            worked.addAndGet(millis * MILLI);
            done.add(number);
        };
    }

    private long restMillis() throws InterruptedException {
        Long nanos = rests.poll(60, TimeUnit.SECONDS);
        assertThat(nanos).as("a rest").isNotNull();
        return nanos / MILLI;
    }

    @Test
    void itRestsNineTimesAsLongAsItWorkedAndSoWorksATenthOfTheTime() throws InterruptedException {
        long[] takes = {50, 70, 35, 400, 1};
        for (int i = 0; i < takes.length; i++) {
            assertThat(lane.enter(work(i, takes[i]))).isTrue();
        }
        for (int i = 0; i < takes.length; i++) {
            assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo(i);
            // It rests now: whoever is next has not begun.
            assertThat(done).isEmpty();
            assertThat(restMillis()).isEqualTo(9 * takes[i]);
        }
        CountDownLatch last = new CountDownLatch(1);
        assertThat(lane.enter(last::countDown)).isTrue();
        assertThat(last.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(10 * worked.get()).isEqualTo(now.get());
    }

    @Test
    void whoFindsItFullIsTurnedAway() throws InterruptedException {
        assertThat(lane.enter(work(0, 50))).isTrue();
        assertThat(done.poll(60, TimeUnit.SECONDS)).isZero();
        for (int i = 1; i <= SlowLane.PLACES; i++) {
            assertThat(lane.full()).isFalse();
            assertThat(lane.enter(work(i, 50))).isTrue();
        }
        assertThat(lane.full()).isTrue();
        assertThat(lane.enter(work(99, 50))).isFalse();
        assertThat(restMillis()).isEqualTo(450);
        assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(lane.full()).isFalse();
        assertThat(lane.enter(work(99, 50))).isTrue();
    }

    @Test
    void itRestsAfterWorkThatFailedToo() throws InterruptedException {
        assertThat(lane.enter(() -> {
            now.addAndGet(50 * MILLI);
            throw new IllegalArgumentException("as asked");
        })).isTrue();
        assertThat(restMillis()).isEqualTo(450);
        assertThat(lane.enter(work(1, 50))).isTrue();
        assertThat(done.poll(60, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void onceClosedItServesWhoWaitsWithoutResting() throws InterruptedException {
        List<CountDownLatch> served = new ArrayList<>();
        SlowLane real = new SlowLane(now::get, null);
        for (int i = 0; i < SlowLane.PLACES; i++) {
            CountDownLatch one = new CountDownLatch(1);
            served.add(one);
            assertThat(real.enter(() -> {
                // An hour by its clock: a rest would outlast the test.
                now.addAndGet(3_600_000 * MILLI);
                one.countDown();
            })).isTrue();
        }
        real.close();
        for (CountDownLatch one : served) {
            assertThat(one.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(real.enter(() -> {})).isFalse();
    }
}
