package kr.haetae.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A node that follows a replica: it may be late, but it must not say that it is current, and it takes no command. */
final class FeedFaults {
    private static final Duration BEHIND = Duration.ofSeconds(15);
    private static final Duration TICKS_END = Duration.ofSeconds(4);

    private FeedFaults() {}

    static void behind(Run run) throws IOException, InterruptedException {
        NodeProcess feed = run.site().feed().orElseThrow();
        refuses(run, feed);
        run.site().standby().execute("SELECT pg_wal_replay_pause()");
        long paused = System.nanoTime();
        Thread.sleep(BEHIND);
        Duration silent = run.silentAt(feed.place());
        Duration ticked = Duration.ofNanos(System.nanoTime() - paused).minus(silent);
        require(ticked.compareTo(TICKS_END) < 0, "ticks went on for " + ticked);
        require(feed.status("/health/ready") == 503, "a feed of an old replica is ready");
        run.note("last tick %.1f s after the replica stood still".formatted(ticked.toMillis() / 1e3));
        String age = feed.managementText("/metrics").lines()
                .filter(it -> it.startsWith("haetae_ledger_confirmed_age_seconds") && it.contains("0f0f0f0f"))
                .findFirst().orElseThrow();
        run.note("its metrics then say %.0f s".formatted(Double.parseDouble(age.substring(age.lastIndexOf(' ') + 1))));
        run.site().standby().execute("SELECT pg_wal_replay_resume()");
        run.now();
        run.site().awaitReady(feed);
    }

    private static void refuses(Run run, NodeProcess feed) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> report = client.send(run.report(feed.place()), HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> logIn = client.send(
                    Installation.logIn(feed.place(), "commander", run.site().password("commander")),
                    HttpResponse.BodyHandlers.ofString());
            for (HttpResponse<String> answer : List.of(report, logIn)) {
                require(answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent(),
                        answer.statusCode() + " " + answer.body());
            }
            require(report.body().contains("\"feed-only\"") && logIn.body().contains("\"feed-only\""),
                    report.body() + logIn.body());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
