package kr.haetae.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import kr.haetae.faults.Cable.Direction;

/** What happens to the database and the way to it. */
final class DatabaseFaults {
    static final Duration FROZEN = Duration.ofSeconds(30);
    static final Duration CUT = Duration.ofSeconds(20);

    private DatabaseFaults() {}

    static void killed(Run run) throws IOException, InterruptedException {
        run.site().database().kill();
        run.now();
        run.askOthers(run.site().node(0));
        run.site().database().start();
    }

    static void frozen(Run run) throws IOException, InterruptedException {
        long until = System.nanoTime() + FROZEN.toNanos();
        run.site().database().signal("STOP");
        run.askOthers(run.site().node(0));
        Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        run.site().database().signal("CONT");
        run.now();
    }

    /** The cable of node a alone: the others go on. */
    static Fault.Script cut(Set<Direction> directions) {
        return run -> {
            run.site().cable(0).cut(directions);
            run.now();
            Thread.sleep(CUT);
            run.site().cable(0).mend();
        };
    }

    static void allCut(Run run) throws InterruptedException {
        run.site().cables().forEach(cable -> cable.cut(Set.of(Direction.values())));
        Thread.sleep(CUT);
        run.site().cables().forEach(Cable::mend);
        run.now();
    }

    static void dumped(Run run) throws InterruptedException {
        run.now();
        int dumps = 0;
        for (long until = System.nanoTime() + Duration.ofSeconds(10).toNanos(); System.nanoTime() < until; dumps++) {
            run.site().database().dump();
        }
        run.note(dumps + " dumps");
    }
}
