package kr.haetae.auth;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.Hash;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerDatabase;
import kr.haetae.ledger.LedgerSettings;
import kr.haetae.ledger.SnapshotSettings;
import kr.haetae.ledger.Submission;
import kr.haetae.metrics.LedgerMeters;
import kr.haetae.testing.PostgresFixture;

/**
 * Measures opening the house ledger of the national officers' accounts, with and without a snapshot, each in a program of its own: a
 * start has no compiled code. Not a test.
 */
final class HouseFigures {
    /** An account, its first password and, for some, a session's end: 57,000 entries and more (domain.md: one officer a post at least, two at polling places). */
    private static final int ACCOUNTS = 28_590;

    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private final Vertx vertx = Vertx.vertx();
    private final PgConnectOptions options;

    private HouseFigures(PgConnectOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        int status = 0;
        try {
            if (arguments.length == 0) {
                measure();
            } else {
                PgConnectOptions options = new PgConnectOptions().setHost("localhost")
                        .setPort(Integer.parseInt(arguments[0])).setDatabase(arguments[1]).setUser(arguments[2])
                        .setPassword(arguments[3]);
                new HouseFigures(options).opened(arguments[4], snapshots(arguments[4].contains("snapshot")), it -> {});
            }
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static void measure() throws Exception {
        try (PostgresFixture.Database postgres = PostgresFixture.database()) {
            new HouseFigures(postgres.options()).opened("filling", snapshots(false), HouseFigures::fill);
            started(postgres, "folding all");
            started(postgres, "folding all");
            started(postgres, "folding all, then keeping a snapshot");
            System.out.printf("the snapshot: %,d bytes in %d parts%n",
                    postgres.number("SELECT sum(length(bytes)) FROM snapshot_part"),
                    postgres.number("SELECT count(*) FROM snapshot_part"));
            started(postgres, "from the snapshot");
            started(postgres, "from the snapshot");
        }
    }

    private static void started(PostgresFixture.Database postgres, String what) throws Exception {
        PgConnectOptions options = postgres.options();
        int ended = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), HouseFigures.class.getName(),
                Integer.toString(options.getPort()), options.getDatabase(), options.getUser(), options.getPassword(),
                what).inheritIO().start().waitFor();
        if (ended != 0) {
            throw new AssertionError(what + " ended with " + ended);
        }
    }

    private interface Work {
        void on(Ledger<House> ledger);
    }

    private void opened(String what, LedgerSettings settings, Work work) {
        LedgerDatabase database = Installation.get(
                LedgerDatabase.open(vertx, options, new LedgerMeters(new SimpleMeterRegistry())));
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        Ledger<House> ledger = Installation.get(Ledger.open(database, House.LEDGER, new HouseFold(), settings));
        System.out.printf(
                "%s: %,d entries, %,d accounts open in %,.0f ms, %,.0f ms of processor time; load average %.1f%n",
                what, ledger.head().seq(), ledger.picture().accounts().size(), (System.nanoTime() - start) / 1e6,
                (PROCESS.getProcessCpuTime() - cpu) / 1e6, PROCESS.getSystemLoadAverage());
        work.on(ledger);
        Installation.get(ledger.close());
        Installation.get(database.close());
    }

    private static LedgerSettings settings(SnapshotSettings snapshots) {
        LedgerSettings it = LedgerSettings.defaults();
        return new LedgerSettings(it.queueCapacity(), it.batchCommands(), it.batchBytes(), it.poll(), it.patience(),
                it.statementTimeout(), it.contendedFor(), it.pageEntries(), snapshots);
    }

    /** The background pass begins long after what is measured. */
    private static LedgerSettings snapshots(boolean on) {
        return settings(new SnapshotSettings(on, 1_000_000, 2_000, true, Duration.ofMinutes(10)));
    }

    private static void fill(Ledger<House> ledger) {
        submit(ledger, new Event.OrganisationAdopted(Installation.UNITS));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            UUID account = new UUID(1, i);
            events.add(new Event.AccountCreated(account, "officer-" + i, "경찰관 " + i, Role.OFFICER,
                    UnitCode.of("seoul-gangnam"), new UUID(2, i / 2)));
            events.add(new Event.PasswordChanged(account));
            if (i % 10 == 0) {
                events.add(new Event.SessionEnded(new UUID(3, i), account, "log-out"));
            }
        }
        for (int from = 0; from < events.size(); from += 400) {
            submit(ledger, events.subList(from, Math.min(events.size(), from + 400)).toArray(Event[]::new));
        }
    }

    private static void submit(Ledger<House> ledger, Event... events) {
        Installation.done(Installation.get(ledger.submit(new Submission<>(UUID.randomUUID(), Entry.SYSTEM,
                UnitCode.HEADQUARTERS, Hash.of("figures".getBytes(StandardCharsets.UTF_8)),
                (house, at) -> Decision.accept(events)))));
    }
}
