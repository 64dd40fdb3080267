package kr.haetae.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.haetae.EmptyOperation;
import kr.haetae.faults.History.Answered;
import kr.haetae.faults.History.Sent;

/** Those who report and those who watch, through the balancer and at single nodes. */
final class Clients implements AutoCloseable {
    /** Between an acknowledgement and the next report: some 80 reports a second from all of them. */
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REPORTERS = 10;
    private static final List<String> SCOPES = List.of("npa", "seoul", "seoul-gangnam", "npa");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3)).build();
    private final Installation site;
    private final String commander;
    private final Queue<Answered> others = new ConcurrentLinkedQueue<>();
    private final List<Reporter> reporters = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final List<Watcher> usual = new ArrayList<>();
    private final List<Thread> reporting = new ArrayList<>();
    private final List<Thread> watching = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /**
     * @param usual where most people come in
     * @param single where one reporter and one watcher each stay, whatever happens there
     * @param screens where a watcher stays and nobody reports
     */
    Clients(Installation site, Place usual, List<Place> single, List<Place> screens)
            throws IOException, InterruptedException {
        this.site = site;
        String room = site.logIn("gangnam-room");
        commander = site.logIn("commander");
        String stayer = site.logIn("commander");
        for (int i = 0; i < REPORTERS; i++) {
            reporters.add(new Reporter(client, List.of(usual), () -> room, PAUSE));
        }
        for (int i = 0; i < SCOPES.size(); i++) {
            this.usual.add(new Watcher("screen-" + (i + 1), client, usual, () -> commander, SCOPES.get(i)));
        }
        watchers.addAll(this.usual);
        for (Place place : single) {
            reporters.add(new Reporter(client, List.of(place), () -> room, PAUSE));
            watchers.add(new Watcher("at-" + place.name(), client, place, () -> stayer, "npa"));
        }
        for (Place place : screens) {
            watchers.add(new Watcher("at-" + place.name(), client, place, () -> stayer, "npa"));
        }
    }

    void begin() throws InterruptedException {
        watchers.forEach(watcher -> watching.add(thread(watcher::run)));
        try {
            Waiting.until("every screen current", PATIENCE,
                    () -> watchers.stream().allMatch(it -> it.tickNanos() > 0));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(failures + " " + lastSights(), e);
        }
        reporters.forEach(reporter -> reporting.add(thread(() -> reporter.run(PATIENCE))));
    }

    /** From the first sending of a report to its acknowledgement, of the reports sent between. */
    long p99Millis(long fromNanos, long untilNanos) {
        Map<UUID, Long> sent = reporters.stream().flatMap(it -> it.sent().stream())
                .filter(it -> it.nanos() >= fromNanos && it.nanos() < untilNanos)
                .collect(Collectors.toMap(Sent::id, Sent::nanos));
        long[] took = reporters.stream().flatMap(it -> it.answers().stream())
                .filter(it -> it.acknowledged() && sent.containsKey(it.id()))
                .mapToLong(it -> it.nanos() - Objects.requireNonNull(sent.get(it.id()))).sorted().toArray();
        return took.length == 0 ? 0 : Duration.ofNanos(took[took.length * 99 / 100]).toMillis();
    }

    private String lastSights() {
        return watchers.stream().map(it -> it.name() + " "
                + it.sights().stream().reduce((first, second) -> second).map(Sight::toString).orElse("nothing"))
                .collect(Collectors.joining("; "));
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private Thread thread(Work work) {
        return Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        });
    }

    /** Whether every usual screen had a tick, and somebody an acknowledgement, since then. */
    boolean wellSince(long nanos) {
        return usual.stream().allMatch(it -> it.tickNanos() > nanos) && acknowledgedSince(nanos);
    }

    /** Of the screens that stay at single places too. */
    boolean allWellSince(long nanos) {
        return watchers.stream().allMatch(it -> it.tickNanos() > nanos) && acknowledgedSince(nanos);
    }

    private boolean acknowledgedSince(long nanos) {
        return reporters.stream().anyMatch(reporter -> reporter.answers().stream()
                .anyMatch(it -> it.acknowledged() && it.nanos() > nanos));
    }

    /** The newest tick of the screen that stays at a place. */
    long tickNanos(Place place) {
        return watchers.stream().filter(it -> it.place().equals(place)).mapToLong(Watcher::tickNanos).max()
                .orElseThrow();
    }

    /** Nobody reports any more, and all that can be is answered. */
    void quiet() throws InterruptedException {
        reporters.forEach(Reporter::enough);
        for (Thread thread : reporting) {
            thread.join();
        }
    }

    /** Waits until every screen is at this cursor; one that never gets there is for the checker. */
    void awaitShown(String cursor) throws InterruptedException {
        awaitShown(cursor, PATIENCE);
    }

    void awaitShown(String cursor, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until && !watchers.stream().allMatch(it -> it.cursor().equals(cursor))) {
            Thread.sleep(50);
        }
    }

    /** Somebody logs in, and somebody searches the record, which ask the database themselves: they too must hear when to come again. */
    void ask(Place place) throws IOException, InterruptedException {
        HttpRequest logIn = Installation.logIn(place, "gangnam-room", site.password("gangnam-room"));
        HttpRequest entries = HttpRequest
                .newBuilder(
                        place.api("/operations/%s/search?q=report&cursor=entries.100000".formatted(EmptyOperation.ID)))
                .timeout(PATIENCE).header("Authorization", commander).build();
        List<CompletableFuture<HttpResponse<byte[]>>> asked = Stream.of(logIn, entries)
                .map(it -> client.sendAsync(it, HttpResponse.BodyHandlers.ofByteArray())).toList();
        for (CompletableFuture<HttpResponse<byte[]>> answer : asked) {
            HttpResponse<byte[]> came = answer.join();
            // A 201 here is a log-in, no report.
            int status = came.statusCode() == 201 ? 200 : came.statusCode();
            others.add(new Answered(UUID.randomUUID(), status, came.uri() + " " + new String(came.body(), UTF_8), 0, "",
                    came.headers().firstValue("Retry-After").isPresent(), System.nanoTime()));
        }
    }

    /** How often others than those who report were told to come again. */
    long othersRefused() {
        return others.stream().filter(it -> it.status() == 503).count();
    }

    List<String> failures() {
        return failures.stream().map(Throwable::toString).toList();
    }

    List<String> usual() {
        return usual.stream().map(Watcher::name).toList();
    }

    History history(OptionalLong forkedNanos) {
        Map<String, List<Sight>> sights = new HashMap<>();
        watchers.forEach(watcher -> sights.put(watcher.name(), List.copyOf(watcher.sights())));
        return new History(reporters.stream().flatMap(it -> it.sent().stream()).toList(),
                Stream.concat(reporters.stream().flatMap(it -> it.answers().stream()), others.stream()).toList(),
                sights, History.BOUND, forkedNanos);
    }

    @Override
    public void close() {
        reporters.forEach(Reporter::enough);
        watchers.forEach(Watcher::stop);
        Stream.concat(reporting.stream(), watching.stream()).forEach(Thread::interrupt);
        client.shutdownNow();
    }
}
