package kr.haetae.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import kr.haetae.event.PostReportKind;
import kr.haetae.feed.Frames;
import kr.haetae.event.Clearance;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import kr.haetae.event.UnitCode;

/** Measures a polling day on the national roster: the snapshot, a sweep, a report, a change of phase. Not a test. */
final class NationalFigures {
    private NationalFigures() {}

    public static void main(String[] arguments) {
        PollingDay day = PollingDay.national();
        System.out.println("placed");
        day.enter(kr.haetae.event.Phase.PREPARATION);
        time("fold a report", 14_000,
                i -> day.report(day.post(i), PostReportKind.SITUATION, day.time().minusMillis(i * 251L)));
        time("fold a report", 14_000,
                i -> day.report(day.post(i), PostReportKind.SITUATION, day.time().minusMillis(i * 251L)));
        snapshot(day.now(), false);
        for (int i = 0; i < 3; i++) {
            snapshot(day.now(), true);
        }
        SilenceSweep sweep = new SilenceSweep();
        Outages outages = new Outages();
        time("sweep that finds nothing", 300, i -> sweep.due(day.now(), day.time()));
        time("sweep that finds nothing, again", 300, i -> sweep.due(day.now(), day.time()));
        time("outages, none", 300, i -> outages.due(day.now(), day.time()));
        time("enter a phase", 1, i -> day.enter(kr.haetae.event.Phase.COUNTING));
        time("enter a phase", 1, i -> day.enter(kr.haetae.event.Phase.VOTING));
        day.pass(80);
        time("sweep that finds all", 1, i -> System.out.println(sweep.due(day.now(), day.time()).size()));
        time("sweep that finds all", 1, i -> System.out.println(sweep.due(day.now(), day.time()).size()));
        time("close", 1, i -> day.close());
    }

    private interface Work {
        void run(int i);
    }

    private static void time(String what, int times, Work work) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%s: median %.3f ms, p99 %.3f ms, most %.3f ms%n", what, nanos[times / 2] / 1e6,
                nanos[times * 99 / 100] / 1e6, nanos[times - 1] / 1e6);
    }

    private static void snapshot(Picture picture, boolean warm) {
        View view = new View(UnitCode.HEADQUARTERS, Set.of(Clearance.GENERAL));
        long start = System.nanoTime();
        byte[] frame = Frames.change(picture.snapshot(view));
        long made = System.nanoTime();
        byte[] gz = gzip(frame);
        long end = System.nanoTime();
        System.out.printf("HQ snapshot %s: %d B, gz %d B, made in %.1f ms, compressed in %.1f ms%n",
                warm ? "warm" : "cold", frame.length, gz.length, (made - start) / 1e6, (end - made) / 1e6);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 6);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(4);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
