package kr.haetae.faults;

import java.time.Duration;

/** What happens to a node. */
final class NodeFaults {
    static final Duration PAUSED = Duration.ofSeconds(60);

    private NodeFaults() {}

    static void killed(Run run) throws InterruptedException {
        NodeProcess node = run.site().node(0);
        node.kill();
        run.now();
        run.steady();
        run.steady();
        node.launch();
        run.site().awaitReady(node);
    }

    /** Stopped in the middle of its appends, with whatever lock it has. */
    static void paused(Run run) throws InterruptedException {
        NodeProcess node = run.site().node(0);
        node.signal("STOP");
        run.now();
        Thread.sleep(PAUSED);
        node.signal("CONT");
        run.site().awaitReady(node);
    }
}
