package kr.haetae.database;

import java.nio.file.Path;
import java.time.Duration;
import kr.haetae.config.Configuration;
import kr.haetae.config.Database.Embedded;
import kr.haetae.config.Database.External;

/** A database that answers; the door of this package. Closing stops what opening started. All of it blocks. */
public interface OpenDatabase extends AutoCloseable {
    /** How long an external database, or a server that is just starting, may take to answer. */
    Duration PATIENCE = Duration.ofSeconds(60);

    DatabaseAddress address();

    /** Never throws; logs what it could not stop. */
    @Override
    void close();

    /**
     * For the server: starts the embedded database and keeps its data directory locked, or waits for the external one.
     * Fails with {@link DatabaseRefused}: another server runs on this data, the data is of another PostgreSQL,
     * the external database does not answer within {@link #PATIENCE} or refuses the user.
     */
    static OpenDatabase forServer(Configuration configuration) {
        return switch (configuration.database().place()) {
            case External external -> await(external);
            case Embedded embedded -> EmbeddedDatabase.start(configuration.data(), embedded.port());
        };
    }

    /**
     * For a command: as {@link #forServer}, but where a server runs on this data its database is used, and left
     * running. Waits while another command has the data.
     */
    static OpenDatabase forCommand(Configuration configuration) {
        return switch (configuration.database().place()) {
            case External external -> await(external);
            case Embedded embedded -> visit(configuration.data(), embedded.port());
        };
    }

    private static OpenDatabase visit(Path data, int port) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return EmbeddedDatabase.startFor(DataLock.Holder.COMMAND, data, port);
            } catch (DataLock.Held held) {
                if (held.holder() == DataLock.Holder.SERVER) {
                    var running = EmbeddedDatabase.running(data);
                    if (running.isPresent()) return new Visited(running.get());
                }
                if (System.nanoTime() > deadline) throw new DatabaseRefused(held.sentence(), held);
                Patience.pause();
            }
        }
    }

    private static OpenDatabase await(External external) {
        var address = new DatabaseAddress(external.host(), external.port(), external.name(), external.user(),
                external.password().value());
        Patience.await(address, PATIENCE);
        return new Visited(address);
    }

    /** A database that somebody else started. */
    record Visited(DatabaseAddress address) implements OpenDatabase {
        @Override
        public void close() {}
    }
}
