package kr.haetae.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.haetae.faults.History.Recorded;
import org.jspecify.annotations.Nullable;

/** One fault on an installation under load: well, broken, well again, judged. */
final class Run implements AutoCloseable {
    private static final Duration STEADY = Duration.ofSeconds(4);
    /** Programs that have just begun are slow by themselves: compared is with what comes after. */
    private static final Duration WARMING = Duration.ofSeconds(20);
    private static final Duration USUAL = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Fault fault;
    private final Installation site;
    private final Clients clients;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private long referenceNanos;
    private OptionalLong forkedNanos = OptionalLong.empty();
    private boolean lossAllowed;

    private Run(Fault fault, Installation site) throws IOException, InterruptedException {
        this.fault = fault;
        this.site = site;
        this.clients = new Clients(site, site.balancer(), site.nodes().stream().map(NodeProcess::place).toList(),
                site.feed().stream().map(NodeProcess::place).toList());
    }

    /** People come in through the balancer, and one stays at each node. */
    static Outcome of(Fault fault, Installation site) throws Exception {
        try (Run run = new Run(fault, site)) {
            run.clients.begin();
            run.steady();
            fault.script().play(run);
            run.awaitWell();
            run.steady();
            return run.outcome();
        }
    }

    Installation site() {
        return site;
    }

    /** The moment from which people's recovery is counted: the fault, and again its end where it has one. */
    void now() {
        referenceNanos = System.nanoTime();
    }

    void note(String note) {
        notes.add(note);
    }

    /** Somebody logs in and somebody reads the record, past the balancer, while the fault lasts. */
    void askOthers(NodeProcess node) throws IOException, InterruptedException {
        clients.ask(node.place());
    }

    /** A report for one place, which nobody keeps count of. */
    HttpRequest report(Place place) throws IOException, InterruptedException {
        return Reporter.request(place, UUID.randomUUID(), site.logIn("gangnam-room"), Instant.now().toString());
    }

    /** Notes the quotient of the reports' p99 while something is done to that before. */
    void compare(String what, Work work) throws InterruptedException {
        Thread.sleep(WARMING);
        long usually = System.nanoTime();
        Thread.sleep(USUAL);
        long before = System.nanoTime();
        now();
        work.run();
        long during = clients.p99Millis(before, System.nanoTime());
        long usual = clients.p99Millis(usually, before);
        note("%s %d ms, before %d ms: ×%.1f".formatted(what, during, usual, (double) during / Math.max(1, usual)));
    }

    interface Work {
        void run() throws InterruptedException;
    }

    /** A standby takes over: what it lacks is gone, and a figure where that was allowed. */
    void forked(boolean mayLose) {
        forkedNanos = OptionalLong.of(System.nanoTime());
        lossAllowed = mayLose;
    }

    /** How long the screen that stays at a place has had no tick. */
    Duration silentAt(Place place) {
        return Duration.ofNanos(System.nanoTime() - clients.tickNanos(place));
    }

    void steady() throws InterruptedException {
        Thread.sleep(STEADY);
    }

    /** Until the screens behind the balancer are current and reports are taken; those that stay at one place may need it longer. */
    private void awaitWell() throws InterruptedException {
        long since = Math.max(referenceNanos, System.nanoTime() - STEADY.toNanos());
        Waiting.until("well again", PATIENCE, () -> clients.wellSince(since));
        long now = System.nanoTime();
        Waiting.until("everybody well again", PATIENCE, () -> clients.allWellSince(now));
    }

    private Outcome outcome() throws InterruptedException {
        clients.quiet();
        List<Recorded> record = site.database().record();
        clients.awaitShown(record.getLast().cursor());
        // What came after the last report (an alarm of time, say) is part of the record too.
        record = site.database().record();
        History history = clients.history(forkedNanos);
        Judgement judgement = HistoryChecker.judge(history, record);
        notes.addAll(clients.failures());
        if (lossAllowed) {
            notes.add("lost: " + (judgement.acknowledged() - judgement.found()));
            judgement = judgement.lossAllowed();
        }
        if (clients.othersRefused() > 0) {
            notes.add(clients.othersRefused() + " log-ins or readings told to come again");
        }
        long answers = history.answers().size();
        long refused = history.answers().stream().filter(it -> it.status() == 503).count();
        notes.add("%d answers 503 of %d".formatted(refused, answers));
        @Nullable
        Duration within = fault.within();
        return Outcome.of(fault.name(), judgement, Recovery.silence(history, clients.usual()),
                Recovery.after(referenceNanos, history, clients.usual()), within, notes);
    }

    @Override
    public void close() {
        clients.close();
    }
}
