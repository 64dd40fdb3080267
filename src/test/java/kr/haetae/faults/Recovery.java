package kr.haetae.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import kr.haetae.faults.History.Answered;

/** How long people noticed a fault, from their own notes. */
final class Recovery {
    /** Ticks come every 2 s; a gap of two is none that a person sees. */
    private static final long GAP_NANOS = Duration.ofMillis(4_500).toNanos();
    /** Some 80 reports a second are acknowledged while all is well. */
    private static final long UNANSWERED_NANOS = Duration.ofMillis(1_500).toNanos();

    private Recovery() {}

    /** The longest time that one of these screens had no tick. */
    static Duration silence(History history, List<String> screens) {
        long longest = 0;
        for (String screen : screens) {
            long[] ticks = ticks(history, screen).toArray();
            for (int i = 1; i < ticks.length; i++) {
                longest = Math.max(longest, ticks[i] - ticks[i - 1]);
            }
        }
        return Duration.ofNanos(longest);
    }

    /** From then until all of these screens were current and reports were acknowledged again, and stayed so. */
    static Duration after(long nanos, History history, List<String> screens) {
        long well = nanos;
        for (String screen : screens) {
            well = Math.max(well, endOfLastGap(ticks(history, screen).toArray(), GAP_NANOS));
            well = Math.max(well, backAfterLastEnd(sights(history, screen)));
        }
        long[] acknowledged = history.answers().stream().filter(Answered::acknowledged).mapToLong(Answered::nanos)
                .sorted().toArray();
        return Duration.ofNanos(Math.max(well, endOfLastGap(acknowledged, UNANSWERED_NANOS)) - nanos);
    }

    private static List<Sight> sights(History history, String screen) {
        return history.watchers().getOrDefault(screen, List.of());
    }

    private static LongStream ticks(History history, String screen) {
        return sights(history, screen).stream().filter(it -> it instanceof Sight.Tick)
                .mapToLong(Sight::nanos);
    }

    private static long endOfLastGap(long[] moments, long gap) {
        for (int i = moments.length - 1; i > 0; i--) {
            if (moments[i] - moments[i - 1] > gap) {
                return moments[i];
            }
        }
        return Long.MIN_VALUE;
    }

    private static long backAfterLastEnd(List<Sight> sights) {
        long back = Long.MIN_VALUE;
        for (int i = sights.size() - 1; i >= 0; i--) {
            if (sights.get(i) instanceof Sight.Tick tick) {
                back = tick.nanos();
            } else if (sights.get(i) instanceof Sight.Ended) {
                return back;
            }
        }
        return Long.MIN_VALUE;
    }
}
