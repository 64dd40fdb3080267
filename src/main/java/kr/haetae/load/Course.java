package kr.haetae.load;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The time in which reports come: warms up, measures, waits for what is still on its way, and adds up. */
final class Course {
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration AFTERWARDS = Duration.ofSeconds(20);
    private static final long GLANCE_MILLIS = 50;

    private final Vertx vertx;
    private final Terms terms;
    private final Marks marks;
    private final Tape tape;
    private final ServerWatch watch;
    private final Consumer<String> progress;
    private final Histogram shown = Tape.histogram();
    private final Histogram answered = Tape.histogram();
    private final List<Findings.Second> seconds = new ArrayList<>();
    private @Nullable Reporter reporter;
    private @Nullable Reading from;
    private @Nullable Reading to;

    /** All counters at a moment. */
    private record Reading(long nanos, ServerWatch.Taken server, int sent, int accepted, long refused, long deliveries,
            long frames, long bytes, long repeats) {}

    Course(Vertx vertx, Terms terms, Marks marks, Tape tape, ServerWatch watch, Consumer<String> progress) {
        this.vertx = vertx;
        this.terms = terms;
        this.marks = marks;
        this.tape = tape;
        this.watch = watch;
        this.progress = progress;
    }

    void report(Reporter.Scene scene, List<String> units) throws IOException, InterruptedException {
        Reporter reports = new Reporter(vertx, terms, marks, tape, scene, units);
        reporter = reports;
        Context context = vertx.getOrCreateContext();
        Promise<Void> started = Promise.promise();
        context.runOnContext(v -> reports.start().onComplete(started));
        Rehearsal.await(started.future(), "connect to report");
        int warmUp = (int) terms.traffic().warmUp().toSeconds();
        int all = warmUp + (int) terms.traffic().measured().toSeconds();
        long began = System.nanoTime();
        Reading last = reading(reports);
        for (int second = 0; second < all; second++) {
            if (second == warmUp) {
                tape.measure(marks.given());
                last = reading(reports);
                from = last;
            }
            pause(began + (second + 1) * SECOND_NANOS);
            last = second(second - warmUp, last, reading(reports));
        }
        to = last;
        context.runOnContext(v -> reports.stop());
    }

    private static void pause(long until) throws InterruptedException {
        long nanos = until - System.nanoTime();
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }

    private Reading second(int number, Reading last, Reading now) {
        Histogram latest = Tape.interval(tape.shown, shown);
        Tape.interval(tape.accepted, answered);
        OptionalDouble cores = cpu(last, now);
        double took = (now.nanos() - last.nanos()) / 1e9;
        Findings.Latency latency = Findings.Latency.of(latest);
        Findings.Second second = new Findings.Second(number, now.accepted() - last.accepted(),
                now.deliveries() - last.deliveries(), now.bytes() - last.bytes(), latency.p50(), latency.p99(),
                latency.max(), cores.isPresent() ? cores.getAsDouble() / took : null);
        seconds.add(second);
        progress.accept(
                "%4d s  %,6d reports/s  %,10d deliveries/s  %6.1f MB/s  p50 %5.0f ms  p99 %5.0f ms%s".formatted(number,
                        second.accepted(), second.deliveries(), second.bytes() / 1e6, second.p50(), second.p99(),
                        cores.isPresent() ? "  server %.2f cores".formatted(cores.getAsDouble() / took) : ""));
        return now;
    }

    /** Waits until everything that was accepted is answered and shown, or nothing comes any more. */
    void settle(List<Screen> screens) throws InterruptedException {
        Reporter reports = reporter();
        long until = System.nanoTime() + AFTERWARDS.toNanos();
        while (System.nanoTime() < until && (reports.open() > 0 || missing(screens) > 0)) {
            Thread.sleep(GLANCE_MILLIS);
        }
        Tape.interval(tape.shown, shown);
        Tape.interval(tape.accepted, answered);
    }

    Findings findings(Instant began, double openedSeconds, ServerWatch.Taken empty, List<Screen> screens) {
        Reading start = reached(from);
        Reading end = reached(to);
        double took = (end.nanos() - start.nanos()) / 1e9;
        long deliveries = end.deliveries() - start.deliveries();
        long frames = end.frames() - start.frames();
        long bytes = end.bytes() - start.bytes();
        int accepted = end.accepted() - start.accepted();
        Terms.Crowd crowd = terms.crowd();
        Findings.Asked asked = new Findings.Asked("%s:%d".formatted(terms.venue().host(), terms.venue().port()),
                crowd.dashboards(), crowd.phones(), crowd.view().orElse(null), terms.traffic().perSecond(),
                terms.traffic().connections(), took);
        return new Findings(began.truncatedTo(ChronoUnit.SECONDS).toString(), asked,
                new Findings.Reports(end.sent() - start.sent(), accepted, end.refused() - start.refused(),
                        accepted / took,
                        Findings.Latency.of(answered)),
                new Findings.Screens(openedSeconds, deliveries, deliveries / took, frames, frames / took, bytes,
                        frames == 0 ? 0 : (double) bytes / frames, end.repeats() - start.repeats(), tape.resets.sum(),
                        tape.closed.sum(), Findings.Latency.of(shown)),
                missing(screens), tape.gaps.sum(), server(start, end, empty, screens.size()),
                terms.traffic().storm() ? Findings.Latency.of(tape.back.getIntervalHistogram()) : null,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), seconds);
    }

    private Findings.@Nullable Server server(Reading start, Reading end, ServerWatch.Taken empty, int screens) {
        OptionalDouble used = cpu(start, end);
        if (used.isEmpty() || used.getAsDouble() == 0) {
            return null;
        }
        double cpu = used.getAsDouble();
        long deliveries = end.deliveries() - start.deliveries();
        return new Findings.Server(cpu, cpu / ((end.nanos() - start.nanos()) / 1e9),
                deliveries == 0 ? 0 : cpu * 1e6 / deliveries, deliveries / cpu, (end.frames() - start.frames()) / cpu,
                (end.bytes() - start.bytes()) / cpu, (end.accepted() - start.accepted()) / cpu,
                screens == 0 ? null : boxed(empty.residentBytes(), start.server().residentBytes(), screens),
                boxed(start.server().merged(), end.server().merged(), 1),
                boxed(start.server().encoded(), end.server().encoded(), 1));
    }

    private static @Nullable Double boxed(OptionalDouble before, OptionalDouble after, int share) {
        return before.isEmpty() || after.isEmpty() ? null : (after.getAsDouble() - before.getAsDouble()) / share;
    }

    private static OptionalDouble cpu(Reading start, Reading end) {
        OptionalDouble before = start.server().cpuSeconds();
        OptionalDouble after = end.server().cpuSeconds();
        return before.isEmpty() || after.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(after.getAsDouble() - before.getAsDouble());
    }

    /** What was accepted and has to stand on a screen, but does not. */
    private long missing(List<Screen> screens) {
        BitSet accepted = reporter().acceptedNumbers();
        Map<String, BitSet> wanted = new HashMap<>();
        return screens.stream().mapToLong(
                screen -> screen.lacks(wanted.computeIfAbsent(screen.scope(), scope -> within(accepted, scope)))).sum();
    }

    private BitSet within(BitSet accepted, String scope) {
        BitSet within = new BitSet();
        accepted.stream().filter(number -> Places.within(reporter().unit(number), scope)).forEach(within::set);
        return within;
    }

    private Reading reading(Reporter reports) throws IOException, InterruptedException {
        return new Reading(System.nanoTime(), watch.taken(), marks.given(), reports.accepted(), tape.refused.sum(),
                tape.deliveries.sum(), tape.frames.sum(), tape.bytes.sum(), tape.repeats.sum());
    }

    private Reporter reporter() {
        return reached(reporter);
    }

    private static <T> T reached(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("nothing was measured yet");
        }
        return value;
    }
}
