package kr.haetae.faults;

import java.time.Duration;

/** Waits for a condition; a run without end would tell nobody anything. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    interface Condition {
        boolean holds() throws InterruptedException;
    }

    private Waiting() {}

    static void until(String what, Condition condition) throws InterruptedException {
        until(what, PATIENCE, condition);
    }

    static void until(String what, Duration patience, Condition condition) throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IllegalStateException("waited " + patience + " in vain: " + what);
            }
            Thread.sleep(LOOK);
        }
    }
}
