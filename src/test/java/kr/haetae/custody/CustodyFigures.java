package kr.haetae.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Author;
import kr.haetae.event.CustodySide;
import kr.haetae.event.UnitCode;

/** Measures the night of all routes: planned, and five reports of each, decided and folded. Not a test. */
final class CustodyFigures {
    private CustodyFigures() {}

    public static void main(String[] arguments) {
        CustodyDay day = new CustodyDay(18, 15, 54);
        int routes = day.places.size();
        Author hq = CustodyDay.room(UnitCode.HEADQUARTERS);
        time("plan 500", routes / 500, i -> {
            List<TransportCommand.Wanted> wanted = new ArrayList<>();
            for (int place = i * 500; place < (i + 1) * 500; place++) {
                wanted.add(day.wanted(place, "노선 " + place, "함 " + place));
            }
            day.ask(hq, new TransportCommand.Plan("list", wanted, false));
        });
        int planned = routes / 500 * 500;
        System.out.println(planned + " routes");
        time("sweep that finds nothing", 200, i -> new OverdueSweep().due(day.now(), day.time()));
        for (String step : List.of("depart", "checkpoint", "arrive", "give", "receive")) {
            time(step, planned, i -> {
                UUID route = CustodyId.route("노선 " + i);
                day.ask(hq, switch (step) {
                    case "depart" -> day.depart(route, List.of(CustodyDay.seen("함 " + i, "S" + i)), "김", "이");
                    case "checkpoint" ->
                        new TransportCommand.Pass(new UUID(9, i), route, day.time(), "다리", null, true);
                    case "arrive" -> day.arrive(route, null);
                    case "give" -> day.handOver(route, CustodySide.GIVING, "김", null);
                    default -> day.handOver(route, CustodySide.RECEIVING, "박", null);
                });
            });
            if (step.equals("checkpoint")) {
                day.pass(120);
                time("sweep that finds all", 1, i -> System.out.println(day.sweep().size() + " entries"));
            }
        }
    }

    private interface Work {
        void run(int i);
    }

    private static void time(String what, int times, Work work) {
        long[] nanos = new long[times];
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run(i);
            nanos[i] = System.nanoTime() - start;
        }
        double all = (System.nanoTime() - begun) / 1e9;
        java.util.Arrays.sort(nanos);
        System.out.printf("%s: %d in %.2f s, median %.3f ms, p99 %.3f ms, most %.3f ms%n", what, times, all,
                nanos[times / 2] / 1e6, nanos[times * 99 / 100] / 1e6, nanos[times - 1] / 1e6);
    }
}
