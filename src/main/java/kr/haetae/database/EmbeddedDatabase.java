package kr.haetae.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own under the data directory, durable, on loopback, with a password. It outlives a killed server;
 * the next start finds and stops it. When it dies itself, it is started again at the same address. Never two on one
 * directory: the data lock comes first.
 */
public final class EmbeddedDatabase implements OpenDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int STARTS = 20;
    /** A fast shutdown writes a checkpoint; on a slow disk with 256 MB of buffers that takes a while. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    /** How often it is looked whether the postmaster lives; a dead one takes the screens' ticks after 2 s. */
    private static final Duration WATCH = Duration.ofMillis(500);

    private final PostgresBinaries binaries;
    private final Cluster cluster;
    private final DataLock lock;
    private final DatabaseAddress address;
    private final Map<String, String> replaced;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-watch").factory());
    private boolean closed;

    private EmbeddedDatabase(PostgresBinaries binaries, Cluster cluster, DataLock lock, DatabaseAddress address,
            Map<String, String> replaced) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.lock = lock;
        this.address = address;
        this.replaced = Map.copyOf(replaced);
    }

    /** Port 0 takes a free one. Fails with {@link DatabaseRefused}. */
    public static EmbeddedDatabase start(Path data, int port) {
        return start(data, port, Map.of());
    }

    /** With settings of postgresql.conf that replace ours, the durable ones included: for tests. */
    public static EmbeddedDatabase start(Path data, int port, Map<String, String> replaced) {
        try {
            return startFor(DataLock.Holder.SERVER, data, port, replaced);
        } catch (DataLock.Held held) {
            throw new DatabaseRefused(held.sentence(), held);
        }
    }

    /** Fails with {@link DataLock.Held}, too. */
    static EmbeddedDatabase startFor(DataLock.Holder holder, Path data, int port) {
        return startFor(holder, data, port, Map.of());
    }

    private static EmbeddedDatabase startFor(DataLock.Holder holder, Path data, int port,
            Map<String, String> replaced) {
        try {
            Files.createDirectories(data);
            var lock = DataLock.take(data, holder);
            try {
                return startLocked(lock, Cluster.under(data), port, replaced);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The embedded database in %s does not start: %s".formatted(data, e.getMessage()), e);
        }
    }

    private static EmbeddedDatabase startLocked(DataLock lock, Cluster cluster, int port, Map<String, String> replaced)
            throws IOException {
        if (cluster.exists()) cluster.refuseOtherVersion();
        var binaries = PostgresBinaries.under(cluster.directory());
        if (cluster.exists()) {
            stopOrphan(binaries, cluster);
        } else {
            cluster.create(binaries);
        }
        var address = startServer(binaries, cluster, port, replaced);
        LOG.info("embedded database runs, address={}", address);
        var database = new EmbeddedDatabase(binaries, cluster, lock, address, replaced);
        var unused = database.watch.scheduleWithFixedDelay(database::revive, WATCH.toMillis(), WATCH.toMillis(),
                TimeUnit.MILLISECONDS);
        return database;
    }

    /** The address of the database that a server has running on this data, once it takes connections. */
    static Optional<DatabaseAddress> running(Path data) {
        try {
            var cluster = Cluster.under(data);
            var postmaster = Postmaster.on(cluster.files()).filter(Postmaster::ready);
            return postmaster.isPresent() ? Optional.of(cluster.address(postmaster.get().port())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void stopOrphan(PostgresBinaries binaries, Cluster cluster) throws IOException {
        var orphan = Postmaster.on(cluster.files());
        if (orphan.isPresent()) {
            LOG.warn("stopping the database of a server that was killed, process={}", orphan.get().process());
            stop(binaries, cluster);
        } else {
            Postmaster.clear(cluster.files());
        }
    }

    /**
     * Again when somebody took the free port in between, or while the last processes of a killed database still hold
     * its shared memory.
     */
    private static DatabaseAddress startServer(PostgresBinaries binaries, Cluster cluster, int port,
            Map<String, String> replaced) throws IOException {
        for (var attempt = 1;; attempt++) {
            var chosen = port == 0 ? freePort() : port;
            cluster.configure(chosen, replaced);
            Files.deleteIfExists(cluster.log());
            try {
                Commands.run(binaries.command("pg_ctl", List.of("start", "-w", "-t", "600", "-s", "-D",
                        cluster.files().toString(), "-l", cluster.log().toString())), "");
                return cluster.address(chosen);
            } catch (IOException e) {
                var log = Files.exists(cluster.log()) ? Files.readString(cluster.log()) : "";
                var passing = log.contains("pre-existing shared memory")
                        || (port == 0 && log.contains("could not bind"));
                if (!passing || attempt == STARTS) throw new IOException(reason(log, e), e);
                Patience.pause();
            }
        }
    }

    private static String reason(String log, IOException e) {
        if (log.contains("cannot be run as root") || log.contains("must not be run as the root")) {
            return "PostgreSQL does not run as root where user namespaces are off; run as another user, or set "
                    + "HAETAE_DATABASE_URL";
        }
        return log.lines().filter(it -> it.contains("FATAL") || it.contains("ERROR")).findFirst()
                .orElse(String.valueOf(e.getMessage()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(PostgresBinaries binaries, Cluster cluster) throws IOException {
        Commands.run(binaries.command("pg_ctl", List.of("stop", "-m", "fast", "-w", "-s", "-t",
                Long.toString(STOP_PATIENCE.toSeconds()), "-D", cluster.files().toString())), "");
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    /** The same database as its superuser; for tests and repairs. */
    public DatabaseAddress superuser() {
        return new DatabaseAddress(address.host(), address.port(), address.database(), "postgres", address.password());
    }

    /** The process number of the running postmaster; empty once it died. */
    public Optional<Long> process() {
        try {
            return Postmaster.on(cluster.files()).map(Postmaster::process);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A dead backend the postmaster mends by itself; a dead postmaster nobody else does. */
    private synchronized void revive() {
        try {
            if (closed || Postmaster.on(cluster.files()).isPresent()) return;
            LOG.error("the embedded database died, starting it again, address={}", address);
            Postmaster.clear(cluster.files());
            startServer(binaries, cluster, address.port(), replaced);
            LOG.warn("the embedded database runs again, address={}", address);
        } catch (IOException | RuntimeException e) {
            LOG.error("the embedded database does not start, trying again, address={}", address, e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        watch.shutdown();
        try {
            if (process().isPresent()) stop(binaries, cluster);
        } catch (IOException e) {
            LOG.error("the embedded database did not stop, process={}", process(), e);
        } finally {
            lock.close();
        }
    }
}
