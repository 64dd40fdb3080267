package kr.haetae.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import kr.haetae.faults.Cable.Direction;

/** The primary's machine is gone without a word, and its standby takes over. */
final class StandbyFaults {
    /** How far an asynchronous standby is behind when it happens. */
    private static final Duration BEHIND = Duration.ofSeconds(3);

    private StandbyFaults() {}

    static void synchronous(Run run) throws InterruptedException {
        Installation site = run.site();
        lose(site);
        run.now();
        run.forked(false);
        site.failOver();
        logInAgain(run);
    }

    static void asynchronous(Run run) throws InterruptedException {
        Installation site = run.site();
        // Not SIGSTOP: what the primary said meanwhile would still lie in the standby's sockets.
        site.standby().execute("ALTER SYSTEM SET primary_conninfo = ''");
        site.standby().execute("SELECT pg_reload_conf()");
        Thread.sleep(BEHIND);
        lose(site);
        run.now();
        run.forked(true);
        site.failOver();
        logInAgain(run);
    }

    /** What was asked on connections to the machine that is gone must not keep others from the one that is there. */
    private static void logInAgain(Run run) throws InterruptedException {
        Waiting.until("somebody can log in again", () -> {
            try {
                return !run.site().logIn("gangnam-room").isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static void lose(Installation site) throws InterruptedException {
        site.cables().forEach(cable -> cable.cut(Set.of(Direction.values())));
        // Fenced: it must never take a commit again.
        site.database().kill();
    }
}
