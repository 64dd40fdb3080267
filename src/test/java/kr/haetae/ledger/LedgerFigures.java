package kr.haetae.ledger;

import static kr.haetae.ledger.Node.await;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Future;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kr.haetae.testing.PostgresFixture;

/**
 * Measures, beside {@code pgbench} (on the PATH, any version) on the same database in the same run: appends of 64 concurrent
 * submitters on one node and on two, under a long snapshot too, and opening a ledger of 100,000 entries (only that with an
 * argument). Not a test.
 */
final class LedgerFigures {
    private static final int CLIENTS = 64;
    private static final int SECONDS = 6;

    private LedgerFigures() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            if (arguments.length > 0) {
                try (PostgresFixture.Database postgres = PostgresFixture.database()) {
                    open(postgres);
                }
            } else {
                measure();
            }
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static void measure() throws Exception {
        try (PostgresFixture.Database postgres = PostgresFixture.database()) {
            postgres.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, bytes bytea)");
            UUID id = UUID.randomUUID();
            try (Node one = Node.open(postgres.options(), id)) {
                load("warm-up, one node", 5, one);
                for (int round = 0; round < 3; round++) {
                    pgbench(postgres);
                    load("one node", SECONDS, one);
                }
                try (Node two = Node.open(postgres.options(), id)) {
                    load("two nodes", SECONDS, one, two);
                    try (var snapshot = postgres.connect(); var statement = snapshot.createStatement()) {
                        snapshot.setAutoCommit(false);
                        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                        statement.execute("SELECT 1 FROM entry LIMIT 1");
                        load("two nodes, long snapshot, first half", SECONDS, one, two);
                        load("two nodes, long snapshot, second half", SECONDS, one, two);
                    }
                }
            }
            open(postgres);
        }
    }

    private static void open(PostgresFixture.Database postgres) {
        UUID big = UUID.randomUUID();
        try (Node one = Node.open(postgres.options(), big)) {
            IntStream.range(0, 10).forEach(i -> await(Future.all(IntStream.range(0, 10_000)
                    .mapToObj(j -> one.comment(UUID.randomUUID(), UUID.randomUUID(), "사전투표소 앞 소란, 출동 요청 " + j))
                    .toList())));
            await(one.ledger.close());
            for (int i = 0; i < 6; i++) {
                long start = System.nanoTime();
                long cpu = cpuNanos();
                await(Ledger.open(one.database, big, new Counting(), LedgerSettings.defaults()).compose(Ledger::close));
                System.out.printf("open %,d entries: %,d ms, of this process's processor time %,d ms%n",
                        one.picture().entries(),
                        (System.nanoTime() - start) / 1_000_000, (cpuNanos() - cpu) / 1_000_000);
            }
            long start = System.nanoTime();
            await(Verification.run(one.database.pool(), big));
            System.out.printf("verify %,d entries: %,d ms%n", one.picture().entries(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void load(String what, int seconds, Node... nodes) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        AtomicLong done = new AtomicLong();
        long[] latencies = new long[4_000_000];
        double batches = Arrays.stream(nodes).mapToDouble(LedgerFigures::batches).sum();
        await(Future.all(IntStream.range(0, CLIENTS).mapToObj(i -> work(nodes[i % nodes.length], end, done, latencies))
                .toList()));
        batches = Arrays.stream(nodes).mapToDouble(LedgerFigures::batches).sum() - batches;
        int count = (int) done.get();
        Arrays.sort(latencies, 0, count);
        System.out.printf("%s: %,d commands/s, %.1f a batch, p50 %.1f ms, p99 %.1f ms%n", what, count / seconds,
                count / batches,
                latencies[count / 2] / 1e6, latencies[count * 99 / 100] / 1e6);
    }

    private static double batches(Node node) {
        return node.registry.get("haetae.ledger.commit").timer().count();
    }

    private static Future<Void> work(Node node, long end, AtomicLong done, long[] latencies) {
        long start = System.nanoTime();
        if (start > end) {
            return Future.succeededFuture();
        }
        return node.comment(UUID.randomUUID(), UUID.randomUUID(), "투표소 앞 소란, 현장 확인 중").compose(answer -> {
            latencies[(int) done.getAndIncrement()] = System.nanoTime() - start;
            return work(node, end, done, latencies);
        });
    }

    private static void pgbench(PostgresFixture.Database postgres) throws IOException, InterruptedException {
        Path script = Files.createTempFile("insert", ".sql");
        Files.writeString(script, "INSERT INTO bare (bytes) VALUES (decode(repeat('ab', 600), 'hex'));\n");
        Process process = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", String.valueOf(CLIENTS), "-j",
                "2", "-T",
                String.valueOf(SECONDS), "-f", script.toString(), "-h", "localhost", "-p",
                String.valueOf(postgres.cluster().getPort()), "-U", "postgres", postgres.name())
                .redirectErrorStream(true).start();
        process.inputReader().lines().filter(line -> line.startsWith("tps") || line.startsWith("latency av"))
                .forEach(line -> System.out.println("pgbench: " + line));
        process.waitFor();
    }
}
