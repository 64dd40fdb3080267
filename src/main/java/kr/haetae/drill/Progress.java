package kr.haetae.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import kr.haetae.event.PlannedPhase;

/** Says every so often how far the drill has come. */
final class Progress {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(Scenario.KOREA);

    private final DrillDay day;
    private final Counts counts;
    private final Consumer<String> says;
    private final long everyNanos;
    private long saidNanos;

    Progress(DrillDay day, Counts counts, Duration every, Consumer<String> says) {
        this.day = day;
        this.counts = counts;
        this.says = says;
        everyNanos = every.toNanos();
        saidNanos = System.nanoTime() - everyNanos;
    }

    void look(Pace pace, Duration late, long outstanding) {
        if (System.nanoTime() - saidNanos >= everyNanos) {
            saidNanos = System.nanoTime();
            says.accept(line(pace, late, outstanding));
        }
    }

    private String line(Pace pace, Duration late, long outstanding) {
        Counts.Of all = counts.all();
        Instant now = pace.now();
        return String.format(Locale.ROOT,
                "%s KST %-11s %3dx  sent %,d  receipts %,d  refused %,d  sent again %,d  due %,d  late %d s  screen p99 %.0f ms",
                CLOCK.format(now), phase(now), pace.rate(), all.sent, all.acknowledged + all.repeated, all.refused,
                counts.retries(), outstanding, late.toSeconds(), counts.tailLagMillis(99));
    }

    private String phase(Instant now) {
        return day.timetable().stream().filter(line -> !line.from().isAfter(now)).reduce((first, last) -> last)
                .map(PlannedPhase::phase).map(Enum::name).orElse("-");
    }
}
