package kr.haetae.database;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waiting for a database that is not up yet. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** SQLSTATE classes that waiting does not mend: invalid authorisation, invalid catalog name. */
    private static final String HOPELESS = "28|3D";

    private Patience() {}

    static void await(DatabaseAddress address, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var attempt = 1;; attempt++) {
            try (var connection = address.connect()) {
                LOG.info("database answers, address={}, version={}", address,
                        connection.getMetaData().getDatabaseProductVersion());
                return;
            } catch (SQLException e) {
                if (hopeless(e) || System.nanoTime() > deadline) {
                    throw new DatabaseRefused("The database %s cannot be used: %s".formatted(address, e.getMessage()),
                            e);
                }
                if (attempt % 20 == 1) LOG.warn("waiting for database, address={}, reason={}", address, e.getMessage());
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseRefused("Interrupted while waiting for the database.", e);
        }
    }

    private static boolean hopeless(SQLException e) {
        var state = e.getSQLState();
        return state != null && state.length() >= 2 && state.substring(0, 2).matches(HOPELESS);
    }
}
