package kr.haetae.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.haetae.faults.LyingProxy.Lie;
import kr.haetae.faults.Violation.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The short selection of the fault run: two nodes behind HAProxy on one PostgreSQL, and the seeded defects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    /** Until a false tick lies: some true frames, the bound, a tick. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(11);

    @TempDir
    static Path directory;

    private Installation site;

    @BeforeAll
    void open() throws Exception {
        site = Installation.in(directory, Installation.Shape.plain(2));
    }

    @AfterAll
    void close() throws Exception {
        try (Installation leaving = site) {
            leaving.verify();
        }
    }

    @Test
    void aNodeIsKilled() throws Exception {
        assertHolds("node-killed");
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        assertHolds("database-killed");
    }

    private void assertHolds(String name) throws Exception {
        Fault fault = Catalogue.FAULTS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        Outcome outcome = Run.of(fault, site);
        System.out.println(outcome.row());
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.acknowledged()).isEqualTo(outcome.found()).isPositive();
    }

    /** A checker that stays green whatever the server does would be worth nothing. */
    @Test
    void everySeededDefectIsFound() throws Exception {
        Map<Lie, Future<Judgement>> asked = new EnumMap<>(Lie.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Lie lie : Lie.values()) {
                asked.put(lie, threads.submit(judged(lie)));
            }
        }
        assertThat(of(asked, Lie.NONE).violations()).isEmpty();
        assertThat(of(asked, Lie.ACKNOWLEDGED_BEFORE_COMMIT).kinds()).containsExactly(Kind.LOST);
        assertThat(of(asked, Lie.FRAME_DROPPED).kinds()).contains(Kind.BROKEN);
        assertThat(of(asked, Lie.ENTITY_DROPPED).kinds()).contains(Kind.STALE, Kind.UNSHOWN)
                .doesNotContain(Kind.BROKEN);
        assertThat(of(asked, Lie.ENTRY_DOUBLED).kinds()).contains(Kind.DOUBLED);
        assertThat(of(asked, Lie.FALSE_TICK).kinds()).contains(Kind.STALE).doesNotContain(Kind.BROKEN);
    }

    private static Judgement of(Map<Lie, Future<Judgement>> asked, Lie lie) throws Exception {
        return Objects.requireNonNull(asked.get(lie)).get();
    }

    private Callable<Judgement> judged(Lie lie) {
        return () -> {
            try (LyingProxy proxy = new LyingProxy(site.node(0).place(), lie);
                    Clients clients = new Clients(site, proxy.place(), List.of(), List.of())) {
                clients.begin();
                Thread.sleep(LONG_ENOUGH);
                clients.quiet();
                String last = Objects.requireNonNull(site.database().record().getLast()).cursor();
                clients.awaitShown(last, Duration.ofSeconds(2));
                return HistoryChecker.judge(clients.history(OptionalLong.empty()), site.database().record());
            }
        };
    }
}
