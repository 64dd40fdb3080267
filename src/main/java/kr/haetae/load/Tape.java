package kr.haetae.load;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What the clients of a run see. Safe for all threads. */
final class Tape {
    private static final int DIGITS = 3;

    /** Nanoseconds from when a report was to be sent until it stood in a frame, one for each report and socket. */
    final Recorder shown = new Recorder(DIGITS);
    /** Nanoseconds from when a report was to be sent until it was accepted. */
    final Recorder accepted = new Recorder(DIGITS);
    /** Nanoseconds from the cut of a socket until it shows what is current again. */
    final Recorder back = new Recorder(DIGITS);
    final LongAdder frames = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder deliveries = new LongAdder();
    final LongAdder repeats = new LongAdder();
    final LongAdder resets = new LongAdder();
    /** Frames whose start was not what the screen held. */
    final LongAdder gaps = new LongAdder();
    final LongAdder closed = new LongAdder();
    final LongAdder refused = new LongAdder();
    /** From this number of a report on, latencies count. */
    private volatile int measured = Integer.MAX_VALUE;

    void measure(int from) {
        measured = from;
    }

    boolean measures(int number) {
        return number >= measured;
    }

    int measuredFrom() {
        return measured;
    }

    /** Adds what a recorder holds to the whole and answers it alone. */
    static Histogram interval(Recorder recorder, Histogram whole) {
        Histogram interval = recorder.getIntervalHistogram();
        whole.add(interval);
        return interval;
    }

    static Histogram histogram() {
        return new Histogram(DIGITS);
    }
}
