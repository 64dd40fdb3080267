package kr.haetae.load;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The ids of a run's reports: all begin alike, the rest is a number, so that a report is recognised in a frame's bytes without parsing
 * them, with the moment at which it was to be sent. Safe for all threads.
 */
final class Marks {
    private static final String KEY = "\"id\":\"";
    private static final int PREFIX = 24;
    private static final int DIGITS = 12;
    private static final int HEX = 16;

    private final String prefix;
    private final String needle;
    private final AtomicLongArray scheduled;
    private final AtomicInteger given = new AtomicInteger();

    /** For at most so many reports. */
    Marks(int most, Random random) {
        prefix = new UUID((random.nextLong() & ~0xf000L) | 0x4000L,
                (0x8000L << 48) | ((random.nextLong() & 0xfffL) << 48))
                .toString().substring(0, PREFIX);
        needle = KEY + prefix;
        scheduled = new AtomicLongArray(most);
    }

    /** Takes the next number for a report that was to be sent at {@code nanos}. */
    int next(long nanos) {
        int number = given.getAndIncrement();
        scheduled.set(number, nanos);
        return number;
    }

    boolean full() {
        return given.get() >= scheduled.length();
    }

    int given() {
        return given.get();
    }

    String id(int number) {
        return prefix + "%012x".formatted(number);
    }

    long scheduled(int number) {
        return scheduled.get(number);
    }

    /** Gets the number of each incident of this run in a frame. */
    interface Taker {
        void mark(int number);
    }

    void find(byte[] bytes, int from, int to, Taker taker) {
        // The search of a string of bytes is one of the machine's own instructions; a loop of ours takes ten times as long.
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(needle);
        while (at >= 0) {
            int number = at + needle.length();
            taker.mark(Integer.parseInt(text, number, number + DIGITS, HEX));
            at = text.indexOf(needle, number);
        }
    }
}
